import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../lib/analysis/analyse';
import type { FindingKind } from '../../../../lib/analysis/findings/finding';
import type { Thresholds } from '../../../../lib/analysis/thresholds';
import { at, type CaptureBuilder, ms, START, ticket } from '../../support/capture-builder';
import { officeHours } from '../calendar/calendars';

function findingsOf(builder: CaptureBuilder, kind: FindingKind, thresholds: Partial<Thresholds> = {}) {
  const { findings } = analyse(builder.build(), { now: at('+5d'), thresholds });
  return findings.filter((finding) => finding.kind === kind);
}

describe('silence toward the customer', () => {
  const builder = () =>
    ticket()
      .customer('+0', 'Down.')
      .reply('+10m', 'Looking.')
      .customer('+20m', 'Please escalate this.')
      .note('+2h')
      .note('+4h')
      .reply('+9h10m', 'Found it.')
      .status('+9h20m', 'open', 'solved');

  it('tells its length, what was asked in it and what went on inside', () => {
    expect(findingsOf(builder(), 'silence')).toEqual([
      expect.objectContaining({
        weight: 'serious',
        title: '9 h without a word to the customer; an escalation was asked for 10 min into it',
        detail: '2 internal notes were written meanwhile. The customer wrote once.',
        ms: ms('9h'),
        cause: { category: 'process', detail: 'update_rhythm' },
      }),
    ]);
  });

  it('starts where the user says it does', () => {
    expect(findingsOf(builder(), 'silence', { silenceMs: ms('10h') })).toEqual([]);
  });
});

describe('turns without an answer', () => {
  it('are told apart: solved without a word, still open, slow', () => {
    const solved = ticket().customer('+0', 'Down.').status('+1h', 'open', 'solved');
    expect(findingsOf(solved, 'unanswered')).toMatchObject([{ title: 'A message was never answered' }]);
    const open = ticket().customer('+0', 'Down.');
    expect(findingsOf(open, 'unanswered')).toMatchObject([
      { title: 'A message has waited for an answer for 5 d' },
    ]);
    const slow = ticket().customer('+0', 'Down.').reply('+3h');
    expect(findingsOf(slow, 'unanswered')).toMatchObject([
      { title: 'An answer took 3 h', weight: 'worth_a_look' },
    ]);
  });

  it('count how often the customer asked again', () => {
    const builder = ticket().customer('+0', 'Down.').reply('+5m').customer('+1h', 'Still down here.');
    builder.customer('+2h', 'Any news?').customer('+3h', 'Still waiting for your answer.').reply('+4h');
    expect(findingsOf(builder, 'chased')).toMatchObject([
      {
        weight: 'serious',
        title: 'Brightwell asked again twice before an answer',
        events: ['e4', 'e5', 'e6'],
      },
    ]);
  });

  it('have no chaser in a first message, however loud', () => {
    expect(findingsOf(ticket().customer('+0', 'Nobody answers the phone!!').reply('+1h'), 'chased')).toEqual(
      [],
    );
  });
});

describe('passing on', () => {
  it('names the teams and splits the gap into unassigned and untouched', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .assignee('+5m', null, 'ann')
      .reply('+10m')
      .group('+1h', 'Tier 1', 'Tier 2', { save: 's', by: 'ann' })
      .assignee('+1h', 'ann', null, { save: 's', by: 'ann' })
      .assignee('+3h', null, 'bo', { by: 'cleo' })
      .note('+4h', 'Reading the log.', { by: 'bo' });
    expect(findingsOf(builder, 'handoff_gap')).toMatchObject([
      {
        weight: 'serious',
        title: 'Hand-off untouched for 3 h, Tier 1 to Tier 2',
        detail: '2 h without an owner, then 1 h assigned and untouched.',
      },
    ]);
  });

  it('finds a loop between teams', () => {
    const builder = ticket().customer('+0', 'Down.').reply('+5m');
    builder
      .group('+1h', 'Tier 1', 'Tier 2')
      .group('+2h', 'Tier 2', 'Billing')
      .group('+3h', 'Billing', 'Tier 2');
    expect(findingsOf(builder, 'ping_pong')).toMatchObject([
      { title: 'The ticket came back to Tier 2', events: ['e3', 'e4', 'e5'] },
    ]);
  });

  it('finds a first team that only passed it on, not one that had worked on it', () => {
    const passed = ticket().customer('+0', 'Down.').group('+3h', 'Desk', 'Tier 2').reply('+4h');
    expect(findingsOf(passed, 'misrouted')).toMatchObject([
      { weight: 'serious', title: 'The first team, Desk, passed it on after 3 h' },
    ]);
    const worked = ticket().customer('+0', 'Down.').reply('+1h').group('+3h', 'Desk', 'Tier 2').reply('+4h');
    expect(findingsOf(worked, 'misrouted')).toEqual([]);
  });

  it('measures the first update after each escalation', () => {
    const builder = ticket().customer('+0', 'Down.').reply('+5m').customer('+1h', 'Please escalate this.');
    builder.priority('+2h', 'Normal', 'High').reply('+6h');
    expect(findingsOf(builder, 'late_update').map(({ title, weight }) => [title, weight])).toEqual([
      ['First update 5 h after an escalation', 'serious'],
      ['First update 4 h after an escalation', 'worth_a_look'],
    ]);
  });
});

describe('what was said', () => {
  it('tells a broken promise with its words', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .reply('+1h', 'I’ll get back to you by noon.')
      .reply('+9h');
    expect(findingsOf(builder, 'promise')).toMatchObject([
      {
        weight: 'serious',
        title: 'A promise was broken',
        detail: '“I’ll get back to you by noon.” Due Mon 12:00 UTC. The next message came 5 h later.',
        events: ['e2', 'e3'],
      },
    ]);
  });

  it('finds a question of the new owner that had been answered', () => {
    const builder = ticket()
      .customer('+0', 'Order 4411 fails.')
      .reply('+10m', 'Which order is it?')
      .customer('+20m', '4411.')
      .group('+1h', 'Tier 1', 'Tier 2')
      .reply('+2h', 'Could you tell us the order number?', { by: 'bo' })
      .customer('+3h', 'I already gave you the order number.');
    expect(findingsOf(builder, 'repeated_question')).toMatchObject([
      { weight: 'serious', events: ['e5', 'e6', 'e4'], cause: { detail: 'handoff_context' } },
    ]);
  });

  it('finds a question of the new owner whose answer stands in an earlier message', () => {
    const asked = (first: string, question: string) =>
      findingsOf(
        ticket()
          .customer('+0', first)
          .reply('+10m', 'We are looking into it.')
          .group('+1h', 'Tier 1', 'Tier 2')
          .reply('+2h', question, { by: 'bo' }),
        'repeated_question',
      ).map(({ title, events }) => [title, ...events]);
    expect(asked('Invoice no. INV-20331 is empty since Monday.', 'Which invoice is it?')).toEqual([
      [
        'After a hand-off the customer was asked for the invoice number, which an earlier message seems to tell',
        'e4',
        'e1',
        'e3',
      ],
    ]);
    expect(asked('We run version 4.2.1 in Firefox.', 'Could you tell me the version number?')).toHaveLength(
      1,
    );
    expect(asked('The export fails.', 'Which version do you use?')).toEqual([]);
    expect(asked('We run version 4.2.1.', 'Version 4.2.2 has a fix, please update.')).toEqual([]);
    expect(asked('> We run version 4.2.1.\nIt fails.', 'Which version do you use?')).toEqual([]);
  });

  it('asks nothing twice where the first to answer asks', () => {
    const builder = ticket().customer('+0', 'Order 44112 fails.').reply('+10m', 'Which order is it?');
    expect(findingsOf(builder, 'repeated_question')).toEqual([]);
  });

  it('spans from the wrong answer to the one that held', () => {
    const builder = ticket()
      .customer('+0', 'Column F is empty.')
      .reply('+1h', 'Clear the cache.')
      .customer('+2h', 'That did not help.')
      .reply('+8h', 'Column F must be numeric; a corrected file is attached.')
      .customer('+9h', 'Works now, thank you.');
    expect(findingsOf(builder, 'wrong_answer')).toMatchObject([
      { title: 'From a wrong answer to the right one: 7 h', events: ['e2', 'e3', 'e4'] },
    ]);
  });

  it('follows a person’s marks before its own reading', () => {
    const builder = ticket()
      .customer('+0', 'Empty.')
      .reply('+1h', 'Do A.')
      .reply('+2h', 'Do B.')
      .reply('+3h', 'Bye.');
    const overlay = {
      ...{ corrected: [], added: [], hidden: [], noise: [], pinned: [] },
      marks: [
        { event: 'e2', as: 'wrong_answer' as const },
        { event: 'e3', as: 'right_answer' as const },
      ],
    };
    const { findings } = analyse(builder.build(), { now: at('+5d'), overlay });
    expect(findings.filter(({ kind }) => kind === 'wrong_answer')).toMatchObject([
      { ms: ms('1h'), events: ['e2', 'e3'] },
    ]);
  });
});

describe('states', () => {
  it('finds a pause after which the customer had answered', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .reply('+1h', 'Please send the log.')
      .status('+1h', 'open', 'pending', { by: 'ann' })
      .customer('+2h', 'Attached.')
      .status('+6h', 'pending', 'open', { by: 'ann' });
    expect(findingsOf(builder, 'wrong_pause')).toMatchObject([
      { title: 'Paused for 4 h although the customer had answered', ms: ms('4h') },
    ]);
  });

  it('finds a pause without a question, and lets a fair one be', () => {
    const pausing = (text: string) =>
      ticket()
        .customer('+0', 'Down.')
        .reply('+1h', text)
        .status('+1h', 'open', 'pending', { by: 'ann' })
        .status('+9h', 'pending', 'open', { by: 'ann' });
    expect(findingsOf(pausing('We are looking at it.'), 'wrong_pause')).toMatchObject([
      { title: 'Paused for 8 h although nothing had been asked' },
    ]);
    expect(findingsOf(pausing('Which printer is it?'), 'wrong_pause')).toEqual([]);
  });

  it('tells of work that hung on one person by team and share, never by name', () => {
    const builder = ticket().person('bo', { team: 'Tier 2' }).customer('+0', 'Down.');
    for (let hour = 1; hour <= 4; hour++)
      builder.note(`+${hour}h`, 'Still on it.', { by: 'bo', team: 'Tier 2' });
    builder.reply('+5h');
    const [found] = findingsOf(builder, 'one_person');
    expect(found).toMatchObject({
      weight: 'noted',
      title: 'One person of Tier 2 wrote 4 of 5 replies and notes',
    });
    expect(`${found?.title} ${found?.detail}`).not.toMatch(/Reyes|Bo\b/);
  });

  it('tells of a target missed before anybody had touched the ticket', () => {
    const late = ticket()
      .customer('+0', 'Down.')
      .sla('+0', 'first_reply', 'applied', { targetMs: ms('1h') })
      .sla('+1h', 'first_reply', 'breached')
      .reply('+3h');
    expect(findingsOf(late, 'missed_unseen')).toMatchObject([
      {
        title: 'The first reply target of 1 h was missed before anybody had touched the ticket',
        detail: 'It ran out Mon 09:00 UTC. Nobody of the company had done anything since Mon 08:00 UTC.',
        cause: { category: 'observability' },
      },
    ]);
    const worked = ticket()
      .customer('+0', 'Down.')
      .sla('+0', 'first_reply', 'applied', { targetMs: ms('1h') })
      .note('+30m')
      .sla('+1h', 'first_reply', 'breached')
      .reply('+3h');
    expect(findingsOf(worked, 'missed_unseen')).toEqual([]);
  });
});

it('a ticket on which the customer never wrote has nobody who waits, also after an escalation', () => {
  const bare = ticket()
    .tag('+0', 'printer')
    .priority('+1h', 'Normal', 'Urgent')
    .note('+2h', 'Looking.')
    .build();
  const { findings, keyEvents, milestones } = analyse(bare, { now: at('+5d') });
  expect(findings).toEqual([]);
  expect(keyEvents[0]).toEqual({ id: 'e1', why: 'how the ticket began' });
  expect(milestones.map(({ kind }) => kind)).toEqual(['created', 'escalated']);
});

describe('a delay that began at the edge of coverage', () => {
  // The ticket begins on Monday 16 November at 08:00; hours are Monday to Friday, 09:00 to 17:00.
  const hours = officeHours('UTC', { holidays: [{ day: '2026-11-18' }] });
  const asked = (when: string, answered: string) =>
    findingsOf(
      ticket({ calendars: [{ calendar: hours, from: START }] })
        .customer(when, 'Down.')
        .reply(answered, 'Looking.'),
      'coverage_edge',
    ).map(({ title }) => title);

  it.each([
    ['at the end of working hours', '+8h30m', '+25h', '16 h 30 min'],
    ['before a holiday', '+32h30m', '+73h', '40 h 30 min'],
    ['on a holiday', '+54h', '+73h', '19 h'],
    ['before a weekend', '+104h30m', '+169h', '2 d 16 h'],
    ['on a weekend', '+124h', '+169h', '45 h'],
  ])('says that it came %s', (edge, when, answered, length) => {
    expect(asked(when, answered)).toEqual([
      expect.stringContaining(`A customer’s message came ${edge} and waited ${length}`),
    ]);
  });

  it('is none in the middle of a day', () => {
    expect(asked('+2h', '+7h')).toEqual([]);
  });
});

describe('all findings', () => {
  it('come worst first and name no person', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .reply('+1h', 'I’ll get back to you by noon.')
      .group('+2h', 'Tier 1', 'Tier 2')
      .customer('+7h', 'Any news? This is unacceptable.')
      .reply('+20h', 'Clear the cache.', { by: 'bo' });
    const { findings } = analyse(builder.build(), { now: at('+5d') });
    const order = { serious: 0, worth_a_look: 1, noted: 2 };
    const ranks = findings.map(({ weight }) => order[weight]);
    expect(ranks.length).toBeGreaterThan(2);
    expect(ranks).toEqual([...ranks].sort());
    expect(JSON.stringify(findings)).not.toMatch(/Ann|Okoro|Reyes|Ada|Lund/);
  });

  it('are none on a quick and quiet ticket', () => {
    const builder = ticket()
      .customer('+0', 'How do I print?')
      .reply('+5m', 'Press Print.')
      .customer('+10m', 'Thanks!');
    builder.status('+15m', 'open', 'solved');
    expect(analyse(builder.build(), { now: at('+5d') }).findings).toEqual([]);
  });
});
