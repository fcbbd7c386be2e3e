/** #48275: arrived at the end of a Friday, seen on Monday, asked about twice; both targets missed. */
import {
  elena,
  enterprisePolicy,
  groups,
  henrik,
  hours,
  nadia,
  organizations,
  people,
  tallyworks,
  tierOne,
  tierTwo,
  tom,
} from './cast';
import { story } from './story';
import type { ZendeskStory } from './wire';

export function breachStory(): ZendeskStory {
  return story({
    id: 48_275,
    subject: 'Bank rejects the payroll file, 84 salaries due',
    requester: henrik,
    opened: '2026-11-13T18:21:09Z',
    me: elena,
    people,
    groups,
    organizations: organizations.filter(({ id }) => id === tallyworks.id),
    policy: enterprisePolicy,
    hours,
  })
    .opens(
      'Our bank turned away the payroll file of this month with "invalid creditor reference". It holds 84 salaries that have to leave by Tuesday noon. Nothing was changed on our side.\n\nHenrik Solberg, Tallyworks',
      { rule: { title: 'Incoming: Enterprise to Tier 1', set: { group: tierOne, priority: 'high' } } },
    )
    .at(4, '07:48:30')
    .customer(
      'Good morning, I have heard nothing since Friday. The cut-off is tomorrow at noon, please tell me whether anybody is on it.\n\nHenrik',
    )
    .at(4, '08:36:12')
    .reply(
      nadia,
      'Hi Henrik,\n\nsorry, this was not seen before this morning. Could you send me the first ten lines of the file the bank turned away?\n\nNadia',
      { assignee: nadia, status: 'pending' },
    )
    .at(4, '08:52:47')
    .customer('Attached. The reference field is empty in all of them.\n\nHenrik')
    .at(4, '09:20:05')
    .note(
      nadia,
      'Reference is empty since the format update of Thursday. Needs somebody who can change the file template.',
      { group: tierTwo, assignee: null },
    )
    .at(4, '12:05:51')
    .customer('It is noon, so 24 hours are left. Is there any news?\n\nHenrik')
    .at(4, '12:31:18')
    .note(
      tom,
      'Taking this. The template lost the field in 2026.11.3, the bank made it mandatory in October.',
      {
        assignee: tom,
      },
    )
    .at(4, '13:44:02')
    .reply(
      tom,
      'Hi Henrik,\n\nthe payroll template lost the creditor reference in our update of Thursday. I have put it back for your account, please make the file again. I will stay on this until the bank has taken it, and write again by 16:00.\n\nTom',
      { status: 'open' },
    )
    .at(4, '15:22:40')
    .customer('The new file went through, the bank has accepted all 84. Thank you, that was close.\n\nHenrik')
    .at(4, '15:41:26')
    .reply(tom, 'Good to hear. The template is corrected for everybody with the update of tonight.\n\nTom', {
      status: 'solved',
    })
    .asOf('2026-11-17T08:00:00Z');
}
