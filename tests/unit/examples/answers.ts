import type { Answers } from './finished';

export const escalationAnswers: Answers = {
  at: '2026-11-19T10:20:00.000Z',
  users: '1 account with 312 invoices held up',
  services: 'the NetSuite sync',
  whys: [
    'The ticket had moved to Tier 2, and the promise of an answer by 3 pm stayed with Tier 1.',
    'The hand-off note has no field for a time that was promised to the customer.',
    'The hand-off form dates from before customers were given times.',
    'Nobody owns the form: it belongs to no team and is looked at by none.',
  ],
  systemic:
    'A hand-off carries the fault and its history, and not what the customer was told. Whoever takes the ticket cannot see that an answer is due, and nothing else in the helpdesk says so.',
  sections: {
    lucky:
      'The customer kept asking: the reply of 17 Nov 17:31 UTC came 43 min after their message.\nMonth-end was on Thursday; a day later the sync would have missed it.',
    learnings:
      'After an escalation the customer needs to hear who has it and when they hear next, even at night.\nA promised time is worth as much as a target: it needs the same alarm.',
    risks:
      'Other tickets handed to Tier 2 carry promised times that nobody there can see.\nThe release that stopped asking for the permission may have reached other NetSuite customers.',
  },
  notCauses: ['missing_documentation'],
  actions: [
    {
      id: 'suggested:promised-time-in-handoff',
      owner: 'Priya Nair',
      due: '2026-12-04',
      tracker: 'https://tracker.northbeam.example/SUP-611',
    },
    {
      id: 'suggested:no-owner-after-handoff',
      owner: 'Elena Sousa',
      due: '2026-12-11',
      tracker: 'https://tracker.northbeam.example/SUP-612',
    },
    {
      id: 'suggested:update-after-escalation',
      owner: 'Nadia Rahimi',
      due: '2026-12-04',
      tracker: 'https://tracker.northbeam.example/SUP-613',
    },
    { id: 'suggested:silence-with-notes' },
  ],
  meeting: {
    facilitator: 'Nadia Rahimi',
    notetaker: 'Priya Nair',
    heldAt: '2026-11-19T15:30:00.000Z',
    minutes: 60,
    notes:
      'Agreed that the hand-off form gets an owner: the support operations team, from December.\n\nThe question whether other accounts were hit by the release goes to the integrations team.',
  },
};

export const breachAnswers: Answers = {
  at: '2026-11-17T11:00:00.000Z',
  users: '84 employees whose salaries were due',
  services: 'the payroll file for the bank',
  whys: [
    'On Friday evening no alert went out: the rule warns the group, and the group’s channel is silent outside shifts.',
    'Weekend cover was set up for urgent tickets, and this one came in as high.',
    'A deadline of the customer is not a field of the ticket, so the rule cannot see it.',
  ],
  systemic:
    'Cover and alerts follow the priority alone. A ticket with a deadline of the customer’s that arrives at the end of a shift waits like any other.',
  sections: {
    answers: '',
    learnings:
      'What arrives near the end of a shift waits for the next one unless somebody is there to take it.\nA field that a bank makes mandatory is a change of ours as well: templates need a watch on such changes.',
    risks: 'Other templates may lack fields that banks have made mandatory since October.',
  },
  notCauses: ['commitment_tracking'],
  actions: [
    {
      id: 'example:shift-end',
      text: 'Name one person on the rota who takes tickets with a deadline that arrive in the last hour of a shift',
      doneWhen: 'The rota of December names one for every shift',
      owner: 'Elena Sousa',
      due: '2026-11-27',
      priority: 'P1',
      cause: 'ownership',
      tracker: 'https://tracker.northbeam.example/SUP-620',
    },
    {
      id: 'suggested:warn-before-breach',
      owner: 'Tom Okafor',
      due: '2026-12-04',
      tracker: 'https://tracker.northbeam.example/SUP-621',
    },
    {
      id: 'example:deadline-field',
      text: 'Add a “customer’s deadline” field to the ticket form and raise the priority when it is within 24 hours',
      doneWhen: 'A test ticket with a deadline in 20 hours is raised to urgent by the rule',
      owner: 'Priya Nair',
      due: '2026-12-11',
      priority: 'P2',
      cause: 'update_rhythm',
      tracker: 'https://tracker.northbeam.example/SUP-622',
    },
  ],
};

export const knowledgeGapAnswers: Answers = {
  at: '2026-11-16T10:30:00.000Z',
  users: '1 account and 40 credit notes',
  services: 'VAT on credit notes',
  whys: [
    'The article “VAT on credit notes” describes the ledger from before June.',
    'Articles are not looked through when the product they describe is changed.',
    'A release has a checklist for code and none for what is written about it.',
  ],
  systemic:
    'An article lives on after the product it describes has changed. Whoever answers by it gives an answer that was right once.',
  sections: {
    resolution:
      'Switch “Rate by posting date” off under Tax, Defaults: credit notes take the rate of their invoice again.\nNotes that were changed by hand meanwhile can be reset to the rate of their invoice by support.',
    dependencies:
      'The ledger change of June was known to Tier 2 and to the release notes, and to no article.\nThat the new year setup switches on “Rate by posting date” was written nowhere.',
    learnings:
      'The right answer has to be within reach of whoever gets the question first.\nSaying plainly that an answer was wrong kept the customer’s trust.',
    risks: 'Other articles may still describe the ledger of before June.',
    lucky: 'The customer’s auditor noticed before the notes were booked for good.',
  },
  notCauses: ['over_reliance', 'update_rhythm'],
  actions: [
    {
      id: 'suggested:write-down-answer',
      owner: 'Tom Okafor',
      due: '2026-11-20',
      tracker: 'https://tracker.northbeam.example/KB-88',
    },
    {
      id: 'example:articles-of-a-release',
      text: 'Add “articles that name a changed setting” to the release checklist, filled in by a search for its name',
      doneWhen: 'The checklist of the next release lists its articles, each with a yes or a no',
      owner: 'Nadia Rahimi',
      due: '2026-12-04',
      priority: 'P1',
      cause: 'missing_documentation',
      tracker: 'https://tracker.northbeam.example/KB-89',
    },
    {
      id: 'suggested:confirm-before-solve',
      owner: 'Elena Sousa',
      due: '2026-12-11',
      tracker: 'https://tracker.northbeam.example/SUP-630',
    },
  ],
};
