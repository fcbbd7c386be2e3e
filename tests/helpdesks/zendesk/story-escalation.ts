import {
  brightwell,
  elena,
  enterprisePolicy,
  groups,
  hours,
  jonas,
  maya,
  organizations,
  people,
  priya,
  samir,
  tierOne,
  tierTwo,
  tom,
} from './cast';
import { story } from './story';
import type { ZendeskStory } from './wire';

const productArea = 360_700_001;

/**
 * #48213: an invoice sync stops two days before month-end. Two tiers, a hand-off nobody picked up, a promise
 * that stayed behind, and a night in which everything was written down and nothing was said.
 */
export function escalationStory(): ZendeskStory {
  const ticket = story({
    id: 48_213,
    subject: 'Invoice sync to NetSuite stopped, 312 invoices missing',
    requester: maya,
    opened: '2026-11-17T08:12:05Z',
    me: elena,
    people,
    groups,
    organizations: organizations.filter(({ id }) => id === brightwell.id),
    policy: enterprisePolicy,
    hours,
    tags: ['enterprise'],
    ticketFields: [
      {
        id: productArea,
        title: 'Product area',
        type: 'tagger',
        custom_field_options: [{ name: 'Integrations / NetSuite', value: 'integrations_netsuite' }],
      },
    ],
  }).copies(samir);

  ticket
    .opens(
      'Hello,\n\nthe invoice sync to NetSuite stopped some time last night. Nothing posted on Monday has arrived: I count 312 invoices on your side and none of them in NetSuite.\n\nOur month-end run starts on Thursday at noon, so we need these in before then. What can we do from here?\n\nMaya Lindqvist\nFinance Operations, Brightwell Logistics',
      {
        rule: {
          title: 'Incoming: Enterprise to Tier 1',
          set: { group: tierOne, priority: 'high', tags: ['integrations'] },
        },
        acknowledge:
          'Your request (48213) has been received and is being reviewed by our support team. To add to it, reply to this email.',
      },
    )
    .at(1, '09:29:11')
    .edit(jonas, { assignee: jonas, status: 'open' })
    .at(1, '09:36:20')
    .reply(
      jonas,
      'Hi Maya,\n\nthanks for the clear numbers. The connector is being turned away with a 401, which usually means that its authorisation has lapsed. Could you open Settings, Integrations, NetSuite and press "Re-authorise"? The queue should drain by itself afterwards.\n\nJonas',
      { status: 'pending' },
      { macro: { id: '360123004455', title: 'NetSuite: ask to re-authorise' } },
    )
    .at(1, '09:58:40')
    .customer(
      'I have re-authorised twice, once from a private window. It says "Connected" and then the next run fails with the same 401. The connector log is attached.\n\nMaya',
      { attachments: [{ file_name: 'netsuite-connector.log', content_type: 'text/plain', size: 48_211 }] },
    )
    .at(1, '10:41:30')
    .reply(
      jonas,
      'Thank you, that log is what I needed. This is not on your side. I’m checking with our integrations team and I’ll get back to you by 3pm.\n\nJonas',
    )
    .at(1, '11:05:15')
    .note(
      jonas,
      'Token refresh fails for this tenant since the 2026.11.2 release went out on Monday evening. The log shows the refresh call answered with invalid_scope, then the 401. Not something Tier 1 can change. Passing to Tier 2, log is on the ticket.',
      {
        group: tierTwo,
        assignee: null,
        tags: ['netsuite'],
        custom: { [productArea]: 'integrations_netsuite' },
      },
      {
        raw: [
          {
            type: 'Notification',
            subject: '[Tier 2] New ticket in your group',
            body: 'A ticket was handed to your group.',
            recipients: [tom.id, elena.id, priya.id],
          },
        ],
      },
    )
    .at(1, '14:32:40')
    .customer(
      'It is past 3pm here. Is there any news? Our finance team cannot close the period and I have nothing to tell them.\n\nMaya',
    )
    .at(1, '15:40:12')
    .rule('Tier 2: oldest unassigned first', { assignee: tom })
    .at(1, '16:07:45')
    .note(tom, 'Taking this one. Setting up the sandbox tenant with the same scopes to reproduce.')
    .at(1, '16:48:25')
    .customer(
      'Second time of asking. Can somebody please confirm that a person is working on this? 312 unposted invoices is not a small thing for us.\n\nMaya',
    )
    .at(1, '17:31:50')
    .reply(
      tom,
      'Hi Maya,\n\nsorry for the wait. I have the fault reproduced on a test tenant and I am tracing the token refresh now. I will post here as soon as I know more.\n\nTom, Tier 2',
    )
    .at(1, '17:52:30')
    .customer(
      'Thank you, but "as soon as I know more" does not help me plan. Month-end is Thursday and I have to report to our CFO tonight. Please escalate this to a manager.\n\nMaya',
    )
    .at(1, '18:10:05')
    .edit(tom, { priority: 'urgent', assignee: elena, tags: ['escalated'] });
  theSilentNight(ticket);
  theNextDay(ticket);
  return ticket.asOf('2026-11-18T16:10:00Z');
}

function theSilentNight(ticket: ReturnType<typeof story>): void {
  ticket
    .at(1, '18:24:10')
    .note(tom, 'Asked the platform on-call whether the scope list changed in 2026.11.2.')
    .at(1, '18:41:33')
    .note(
      elena,
      'I have this now. Tom stays on the trace. I will write to Brightwell once we know what we can promise.',
    )
    .at(1, '19:05:20')
    .note(
      tom,
      'Platform confirms: the refresh now asks for "rest_webservices" only, the older "suite_analytics" scope was dropped. Tenants connected before 2025 still need it.',
    )
    .at(1, '19:22:48')
    .raw(tom, [
      {
        type: 'CollabThreadCreated',
        thread_id: '0d6b3c1e-5a77-4f0e-9a01-3f4c8a1d2b90',
        subject: 'NetSuite refresh scopes dropped in 2026.11.2',
      },
    ])
    .at(1, '19:38:02')
    .note(
      tom,
      'Rolled the scope list back on the sandbox tenant: refresh works, queue drains. Looks like the whole cause.',
    )
    .at(1, '20:16:55')
    .note(
      priya,
      'Change prepared to put the scope back for old tenants. Needs a review from the EU side, they are offline until 06:00.',
    )
    .at(1, '21:02:14')
    .note(tom, 'Could we patch this one tenant by hand tonight? Security says not without a second approver.')
    .at(1, '22:47:39')
    .note(tom, 'Nobody left online to approve. Leaving the patch ready, picking it up first thing.')
    .at(2, '06:12:08')
    .note(
      elena,
      'Review is in. Release window 09:30 to 10:30 UTC. Writing to the customer before the standup.',
    )
    .at(2, '06:58:51')
    .note(
      tom,
      'Dry run against a copy of the Brightwell queue: 298 of 312 post cleanly. 14 fail with "period locked", looking at those.',
    );
}

function theNextDay(ticket: ReturnType<typeof story>): void {
  ticket
    .at(2, '07:33:10')
    .reply(
      elena,
      'Good morning Maya,\n\nI lead Tier 2 and have taken this over. You asked for a manager at 18:52 your time yesterday and should have heard from us then.\n\nWhat we know: our release 2026.11.2 stopped asking NetSuite for a permission that older connections still need. Your data is safe and all 312 invoices are queued.\nWhat happens next: the correction is released this morning. Next update by 12:00 your time, whatever the state.\n\nElena Sousa',
      { type: 'incident' },
    )
    .at(2, '09:05:27')
    .note(priya, 'Change is deployed to the first half of the EU tenants, Brightwell is in the second half.')
    .at(2, '09:20:02')
    .edit(elena, { problem: 48_190 })
    .at(2, '10:20:41')
    .note(tom, 'Brightwell is on the new build. Queue is draining, no 401 in the last ten minutes.')
    .at(2, '10:52:30')
    .reply(
      elena,
      'Hi Maya,\n\nthe correction is live for your account and the queue is posting. Please check in NetSuite that you see all 312, and tell us if even one is missing.\n\nElena',
      { status: 'pending' },
    )
    .at(2, '13:20:15')
    .customer(
      'Much better. I see 298 of the 312. The 14 that are missing are all from the Gothenburg branch.\n\nMaya',
    )
    .at(2, '13:58:40')
    .reply(
      tom,
      'Those 14 fell into a period that is locked for Gothenburg. I have re-posted them with today’s date as your colleague Samir allowed by phone. All 312 should be in now, could you confirm?\n\nTom',
      { status: 'pending' },
    )
    .at(2, '15:38:05')
    .customer(
      'Confirmed, 312 of 312. Thank you for the clear messages today. Yesterday was another matter.\n\nMaya',
    )
    .at(2, '15:41:30')
    .reply(
      elena,
      'Thank you for confirming, and for yesterday’s patience. I am writing up why you heard nothing from us overnight, and will send you what we change.\n\nElena',
      { status: 'solved', tags: ['postmortem'], untag: ['integrations'] },
      { raw: [{ type: 'SatisfactionRating', score: 'offered', assignee_id: elena.id, body: null }] },
    )
    .at(2, '15:44:20')
    .raw(maya, [
      {
        type: 'SatisfactionRating',
        score: 'bad',
        assignee_id: elena.id,
        body: 'The fix was right. Fourteen hours without a word was not.',
      },
    ]);
}
