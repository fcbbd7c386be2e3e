/** The tickets that tests and the demo share. Companies and people are invented. */
import {
  elena,
  enterprisePolicy,
  fernleaf,
  groups,
  henrik,
  hours,
  jonas,
  nadia,
  odile,
  organizations,
  people,
  standardPolicy,
  tallyworks,
  tierOne,
  tierTwo,
  tom,
} from './cast';
import { story } from './story';
import { breachStory } from './story-breach';
import { escalationStory } from './story-escalation';
import { hostileStory } from './story-hostile';
import type { ZendeskStory } from './wire';

export { breachStory, escalationStory, hostileStory };

/** #48260: urgent, nobody has answered, the clock ran out twenty minutes ago. */
export function unansweredStory(): ZendeskStory {
  return story({
    id: 48_260,
    subject: 'Card terminals offline in all four clinics',
    requester: odile,
    opened: '2026-11-23T09:04:12Z',
    me: elena,
    people,
    groups,
    organizations: organizations.filter(({ id }) => id === fernleaf.id),
    policy: standardPolicy,
    hours,
    channel: 'web',
  })
    .opens(
      'All card terminals went offline a quarter of an hour ago, in all four clinics at once. Patients are being sent away without paying. We restarted two of them without effect.\n\nPlease call or write, this is urgent.\n\nOdile Fontaine, Fernleaf Clinics',
      { rule: { title: 'Incoming: Payments to Tier 1', set: { group: tierOne, priority: 'urgent' } } },
    )
    .at(1, '09:31:40')
    .note(
      nadia,
      'Two more clinics on another account report the same. Asking payments whether the gateway is down.',
    )
    .at(1, '09:48:05')
    .customer('Is anyone reading this? We have a full waiting room.\n\nOdile')
    .at(1, '10:12:30')
    .edit(nadia, { group: tierTwo })
    .asOf('2026-11-23T10:24:30Z');
}

/** #48241: asked, answered, thanked. Nothing to learn but that it can be so. */
export function metStory(): ZendeskStory {
  return story({
    id: 48_241,
    subject: 'How do I add a second approver for payouts?',
    requester: henrik,
    opened: '2026-11-19T09:15:30Z',
    me: elena,
    people,
    groups,
    organizations: organizations.filter(({ id }) => id === tallyworks.id),
    policy: standardPolicy,
    hours,
    type: 'question',
  })
    .opens(
      'Hello, our auditor asks for two approvers on every payout above 10,000. Where do I set that?\n\nHenrik',
      {
        rule: { title: 'Incoming: Standard to Tier 1', set: { group: tierOne, priority: 'normal' } },
        acknowledge: 'Your request (48241) has been received.',
      },
    )
    .at(1, '09:52:10')
    .reply(
      nadia,
      'Hi Henrik,\n\nunder Payments, Approval rules you can add a rule with "amount above" and two approvers. It applies to new payouts at once. Shall I leave this open until you have tried it?\n\nNadia',
      { assignee: nadia, status: 'pending' },
    )
    .at(1, '10:20:44')
    .customer('Found it and tested it, works. Thank you!\n\nHenrik')
    .at(1, '10:24:02')
    .reply(nadia, 'Glad to hear it. Have a good day, Henrik.', { status: 'solved' })
    .asOf('2026-11-20T08:00:00Z');
}

/** #48227: a wrong answer given with confidence, found out by the customer, corrected by the next tier. */
export function knowledgeGapStory(): ZendeskStory {
  return story({
    id: 48_227,
    subject: 'VAT rate wrong on credit notes since the new year setup',
    requester: henrik,
    opened: '2026-11-12T08:40:18Z',
    me: elena,
    people,
    groups,
    organizations: organizations.filter(({ id }) => id === tallyworks.id),
    policy: enterprisePolicy,
    hours,
  })
    .opens(
      'Since we prepared the new year, credit notes carry 25 % VAT although the invoice they refer to has 12 %. Is that a setting or a fault?\n\nHenrik Solberg',
      { rule: { title: 'Incoming: Enterprise to Tier 1', set: { group: tierOne, priority: 'normal' } } },
    )
    .at(1, '10:02:51')
    .reply(
      jonas,
      'Hi Henrik, credit notes always use the rate of the day they are written. You can change it by hand on each note before posting.\n\nJonas',
      { assignee: jonas, status: 'solved' },
    )
    .at(2, '07:55:09')
    .customer(
      'That cannot be right. A credit note has to carry the rate of its invoice, our auditor quoted the law to me. I changed 40 notes by hand yesterday and now have to change them back.\n\nHenrik',
    )
    .at(2, '09:12:37')
    .note(
      jonas,
      'I took this from the article "VAT on credit notes", which describes the old ledger. Is there a newer one?',
      {
        group: tierTwo,
        assignee: tom,
      },
    )
    .at(2, '09:40:20')
    .note(
      tom,
      'The article is out of date since the ledger change in June. The rate is taken from the invoice unless "Rate by posting date" is on. It was switched on by the new year setup.',
    )
    .at(2, '10:05:44')
    .reply(
      tom,
      'Hi Henrik,\n\nwhat we told you yesterday was wrong, and I am sorry about the forty notes. The new year setup switched on "Rate by posting date" under Tax, Defaults. Switch it off and the credit notes take the rate of their invoice again. I can reset the forty notes for you, shall I?\n\nTom',
      { status: 'pending' },
    )
    .at(2, '11:31:12')
    .customer('Yes please, all forty. And thank you for the straight answer.\n\nHenrik')
    .at(2, '12:18:30')
    .reply(tom, 'Done, all forty carry the rate of their invoice. The article is being rewritten today.', {
      status: 'solved',
    })
    .asOf('2026-11-16T09:00:00Z');
}

/** A long ticket: `count` saves, one an hour at most, replies, notes and changes in turn. */
export function longStory(count: number): ZendeskStory {
  const ticket = story({
    id: 50_000 + (count % 40_000),
    subject: `A long one: ${count} saves`,
    requester: henrik,
    opened: '2025-03-03T08:00:00Z',
    me: elena,
    people,
    groups,
    organizations,
    policy: standardPolicy,
    hours,
  }).opens('Exports fail now and then.', { set: { priority: 'normal', group: tierOne, assignee: jonas } });
  for (let n = 1; n < count; n++) {
    ticket.after(31);
    const turn = n % 6;
    if (turn === 1)
      ticket.note(jonas, `Attempt ${n}: looked at the export log, no fault found in run ${n * 7}.`);
    else if (turn === 2)
      ticket.reply(jonas, `Update ${n}: we are still on it and will write again tomorrow.`);
    else if (turn === 3) ticket.customer(`Message ${n}: the export of this morning failed again.`);
    else if (turn === 4)
      ticket.edit(tom, { group: n % 4 === 0 ? tierOne : tierTwo, tags: [`run_${n % 50}`] });
    else if (turn === 5) ticket.note(tom, `Note ${n}: run ${n} repeated on the test tenant, passes.`);
    else ticket.edit(tom, { priority: n % 12 === 0 ? 'high' : 'normal' });
  }
  return ticket.asOf('2026-11-23T12:00:00Z');
}

/** What the demo shows, the escalation first. */
export function demoStories(): ZendeskStory[] {
  return [escalationStory(), unansweredStory(), metStory(), knowledgeGapStory(), breachStory()];
}

const WEEK = 7 * 86_400_000;

/**
 * Moves a whole story in time, so that it is as of `now`. A solved one moves by whole weeks, so that "3pm",
 * working hours and weekdays stay true; an open one moves exactly, so that its clocks stand where they stood.
 */
export function shiftStory(told: ZendeskStory, now: string): ZendeskStory {
  const exact = Date.parse(now) - Date.parse(told.now);
  const isDone = told.ticket.status === 'solved' || told.ticket.status === 'closed';
  const by = isDone ? Math.floor(exact / WEEK) * WEEK : exact;
  const moved: unknown = JSON.parse(JSON.stringify(told), (_key, value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)
      ? `${new Date(Date.parse(value) + by).toISOString().slice(0, 19)}Z`
      : value,
  );
  // The reviver keeps every shape and only moves instants.
  return moved as ZendeskStory;
}
