import { describe, expect, it } from 'vitest';
import { lacks } from '../../../lib/postmortem/actions';
import { checkPostmortem } from '../../../lib/postmortem/check';
import type { Check } from '../../../lib/postmortem/checks/check';
import {
  addAction,
  confirmSection,
  confirmTimeline,
  editAction,
  editSection,
  editTimelineText,
  editWhy,
} from '../../../lib/postmortem/edit';
import {
  chooseKind,
  chooseSeverity,
  editCheckpoint,
  editMeeting,
  setCategory,
  setExempt,
  setFlags,
  setStatus,
} from '../../../lib/postmortem/edit-plan';
import { holding, nextStatus } from '../../../lib/postmortem/gates';
import { type Postmortem, textSectionNames } from '../../../lib/postmortem/schema';
import { ticket } from '../support/capture-builder';
import { recordOf } from './drafting';

const NOW = '2026-11-20T09:00:00.000Z';

const silent = () =>
  ticket()
    .person('ann', { team: 'Tier 1' })
    .customer('+0', 'The printer is down.')
    .note('+1h')
    .note('+2h')
    .customer('+5h', 'Hello?')
    .reply('+8h', 'Up again.')
    .status('+9h', 'open', 'solved');

const record = recordOf(silent().build(), NOW);
const draft = record.postmortem;

function checksOf(postmortem: Postmortem, id?: string): Check[] {
  const checks = checkPostmortem(postmortem, record.capture, record.analysis, { now: NOW });
  return id === undefined ? checks : checks.filter((check) => check.id.split(':')[0] === id);
}
const messages = (postmortem: Postmortem, id: string) =>
  checksOf(postmortem, id).map(({ message }) => message);

/** As a person leaves it who has done everything. */
function finished(): Postmortem {
  let pm = textSectionNames.reduce(
    (current, name) =>
      current.sections[name].state === 'empty' ? current : confirmSection(current, name, NOW),
    draft,
  );
  pm = confirmTimeline(setFlags(pm, { customersAffected: 'yes' }, NOW), NOW);
  pm = editWhy(pm, 1, { answer: 'The hand-off form has no field for a promised time.' }, NOW);
  pm = editSection(
    pm,
    'summary',
    'On 16 Nov from 08:00 to 17:00 UTC Brightwell waited 8 h for an answer about the printers. No target was missed. The cause: the hand-off form has no field for a promised time.',
    NOW,
  );
  pm = setCategory(pm, 'process', NOW);
  pm = { ...pm, actions: [] };
  for (const id of ['a', 'b', 'c']) {
    pm = editAction(
      addAction(pm, id, NOW),
      id,
      {
        text: `Alert the lead when a ticket in queue ${id} has had no reply for 4 hours`,
        owner: 'Priya Nair',
        due: '2026-12-04',
        priority: 'P1',
        doneWhen: 'A test ticket has alerted the lead',
        cause: 'update_rhythm',
        tracker: 'https://tracker.example/1',
      },
      NOW,
    );
  }
  return pm;
}

describe('a draft', () => {
  it('is told what holds it back from being final, and is free to go to review', () => {
    const checks = checksOf(chooseSeverity(draft, 'SEV-1', NOW));
    expect(holding(checks, 'in_review')).toEqual([]);
    const held = holding(checks, 'final').map(({ id }) => id);
    expect(held).toEqual(
      expect.arrayContaining(['why-chain', 'actions-committed', 'actions-urgent', 'meeting', 'confirmed']),
    );
  });

  it('is asked to be read as long as its timeline is as it was drafted', () => {
    const unread = { ...finished(), timeline: draft.timeline };
    expect(messages(unread, 'confirmed')).toEqual(['1 section is still as generated: read and confirm.']);
    const event = draft.timeline[0]?.event ?? '';
    expect(messages(editTimelineText(unread, event, 'The report came in.', NOW), 'confirmed')).toEqual([]);
  });

  it('is told of blame in a row that somebody wrote, and not in what the ticket says', () => {
    const event = draft.timeline[0]?.event ?? '';
    const blamed = (text: string) => messages(editTimelineText(finished(), event, text, NOW), 'blameless');
    expect(blamed('Tier 2 ignored two reminders.')).toEqual([
      'The wording in the timeline names somebody as the cause.',
    ]);
    expect(blamed('The customer wrote: “Tier 2 ignored me.”')).toEqual([]);
    expect(blamed('Tier 2 took the ticket.')).toEqual([]);
  });

  it('that somebody has finished lacks nothing', () => {
    expect(checksOf(finished()).filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('of a small incident is asked for less', () => {
    const [chain] = checksOf(chooseSeverity(draft, 'SEV-3', NOW), 'why-chain');
    expect(chain).toMatchObject({
      level: 'warn',
      message: expect.stringContaining('ask what made that possible'),
    });
    expect(checksOf(chooseSeverity(draft, 'SEV-3', NOW), 'meeting')).toEqual([]);
  });
});

describe('the summary', () => {
  it.each(['', 'TBD', 'n/a', '…', 'todo', 'lorem ipsum dolor'])('%j is not written yet', (text) => {
    const pm = editSection(finished(), 'summary', text, NOW);
    expect(checksOf(pm, 'summary-length')[0]).toMatchObject({ level: 'block', holds: 'in_review' });
  });

  it('names what a reader will miss', () => {
    const pm = editSection(finished(), 'summary', 'It went wrong. It was bad. It is over now.', NOW);
    expect(messages(pm, 'summary-says')).toEqual([
      'The summary does not say what went wrong, how long it took, with its start and its end or who was affected.',
      'The cause in the summary is not where the five whys end.',
    ]);
  });
});

describe('the cause', () => {
  it('cannot be a symptom alone', () => {
    let pm = editSection(finished(), 'cause', '', NOW);
    pm = editSection(pm, 'systemic', 'TBD', NOW);
    pm = { ...pm, whys: [] };
    expect(checksOf(pm, 'cause-below-symptom')[0]).toMatchObject({
      level: 'block',
      message: 'Only the symptom is written: what broke, and what made that possible?',
    });
  });

  it.each(['Jonas forgot to send it.', 'Human error.', 'Tom was careless.'])(
    'does not end at a person: %s',
    (answer) => {
      const pm = editWhy(finished(), 2, { answer }, NOW);
      const [check] = checksOf(pm, 'final-why');
      expect(check).toMatchObject({ level: 'block', holds: 'final', target: 'why-3' });
      expect(check?.message).toMatch(/^Answer 3 is not where the chain ends\. What /);
    },
  );
});

describe('actions', () => {
  it('a team is not an owner, and vague words are asked about', () => {
    const teamed = editAction(finished(), 'a', { owner: 'Tier 1' }, NOW);
    const [first] = teamed.actions;
    expect(first?.status).toBe('idea');
    expect(first && lacks(first, ['Tier 1'])).toEqual(['person']);
    const vague = editAction(finished(), 'b', { text: 'Communicate better next time', doneWhen: '' }, NOW);
    expect(messages(vague, 'actions-clear')[0]).toMatch(/^Action 2: .*\?$/);
  });

  it('two are few, six are many, none P0 or P1 is a contradiction', () => {
    const less = { ...finished(), actions: finished().actions.slice(0, 2) };
    expect(messages(less, 'actions-committed')).toEqual([
      '2 actions committed: three to five is what teams get done.',
    ]);
    const [one] = finished().actions;
    if (!one) throw new Error('no action');
    const more = { ...finished(), actions: Array.from({ length: 6 }, (_, n) => ({ ...one, id: `${n}` })) };
    expect(messages(more, 'actions-committed')[0]).toMatch(/^6 actions are committed/);
    const mild = {
      ...finished(),
      actions: finished().actions.map((a) => ({ ...a, priority: 'P2' as const })),
    };
    expect(checksOf(mild, 'actions-urgent')[0]).toMatchObject({ level: 'block' });
    expect(checksOf(setFlags(mild, { customersAffected: 'no' }, NOW), 'actions-urgent')).toEqual([]);
  });
});

describe('whether one is needed', () => {
  it('lost data makes it so, whatever the severity says', () => {
    const mild = setExempt(chooseSeverity(finished(), 'SEV-3', NOW), 'Solved within minutes', NOW);
    expect(checksOf(mild, 'required')).toEqual([]);
    expect(messages(setFlags(mild, { dataLoss: true }, NOW), 'required')).toEqual([
      'It is set down as not required, but data was lost.',
    ]);
  });
});

describe('the kinds', () => {
  it('each ask for what they turn on', () => {
    const emptied = (kind: 'escalation' | 'sla_breach' | 'knowledge_gap') =>
      (['externalMessages', 'delays', 'answers'] as const).reduce(
        (pm, name) => editSection(pm, name, '', NOW),
        chooseKind(finished(), kind, NOW),
      );
    expect(messages(emptied('escalation'), 'kind')).toEqual(['Say what reached the customer, and when.']);
    expect(messages(emptied('knowledge_gap'), 'kind')[0]).toBe(
      'Say which answer was wrong, and which one held.',
    );
  });
});

describe('the meeting', () => {
  it('of a SEV-1 needs its people, an hour at most, and to have been held', () => {
    const major = chooseSeverity(finished(), 'SEV-1', NOW);
    expect(messages(major, 'meeting')).toEqual([
      'SEV-1 asks for a meeting: set its time, and when it was held.',
      'The meeting needs a facilitator and a notetaker.',
    ]);
    const same = editMeeting(
      major,
      { facilitator: 'Priya', notetaker: 'priya ', heldAt: NOW, minutes: 75 },
      NOW,
    );
    expect(messages(same, 'meeting')).toEqual([
      'Facilitator and notetaker are the same person.',
      'The meeting is longer than 60 minutes.',
    ]);
  });
});

describe('the facilitator', () => {
  it('is better somebody who did not handle the ticket', () => {
    const { events, people } = record.capture.ticket;
    const handler = events.find(({ kind, actor }) => kind === 'message' && actor.side === 'agent')?.actor.id;
    const name = people.find(({ id }) => id === handler)?.name ?? '';
    const led = (facilitator: string) =>
      messages(editMeeting(finished(), { facilitator, notetaker: 'Elena', startsAt: NOW }, NOW), 'meeting');
    expect(led(` ${name.toUpperCase()} `)).toEqual([
      'The facilitator handled the ticket: somebody who did not can ask more freely.',
    ]);
    expect(led('Priya')).toEqual([]);
  });
});

describe('the way to closed', () => {
  it('needs every check decided, and a reason where actions are open', () => {
    let pm = setStatus(setStatus(finished(), 'final', NOW), 'tracked', NOW);
    expect(holding(checksOf(pm), 'closed').length).toBeGreaterThan(0);
    for (const days of [30, 60, 90]) pm = editCheckpoint(pm, days, { state: 'verified' }, NOW);
    expect(messages(pm, 'follow-ups')[0]).toContain('is verified while 3 actions are open: say why');
    pm = { ...pm, actions: pm.actions.map((action) => ({ ...action, status: 'done' as const })) };
    expect(holding(checksOf(pm), 'closed')).toEqual([]);
    expect(nextStatus('closed')).toBeUndefined();
  });
});
