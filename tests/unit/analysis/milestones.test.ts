import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { milestoneName, slaStateName } from '../../../lib/analysis/names';
import { at, type CaptureBuilder, ms, ticket } from '../support/capture-builder';

function milestonesOf(builder: CaptureBuilder) {
  return analyse(builder.build(), { now: at('+10d') }).milestones.map((one) => [one.kind, one.at, one.event]);
}

describe('milestones', () => {
  it('stand in order of time, each with its evidence', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .group('+1h', 'Tier 1', 'Tier 2')
      .reply('+2h')
      .status('+3h', 'open', 'solved')
      .customer('+4h', 'Down again.', { save: 's' })
      .status('+4h', 'solved', 'open', { save: 's' })
      .status('+5h', 'open', 'solved')
      .status('+4d', 'solved', 'closed');
    expect(milestonesOf(builder)).toEqual([
      ['created', at('+0'), 'e1'],
      ['first_customer_message', at('+0'), 'e1'],
      ['escalated', at('+1h'), 'e2'],
      ['first_human_reply', at('+2h'), 'e3'],
      ['first_update_after_escalation', at('+2h'), 'e3'],
      ['solved', at('+3h'), 'e4'],
      ['reopened', at('+4h'), 'e6'],
      ['solved', at('+5h'), 'e7'],
      ['closed', at('+4d'), 'e8'],
    ]);
  });

  it('name what has not happened last, without a time', () => {
    const builder = ticket().customer('+0', 'Down.').priority('+1h', 'Low', 'High');
    expect(milestonesOf(builder).slice(-2)).toEqual([
      ['first_human_reply', undefined, undefined],
      ['first_update_after_escalation', undefined, undefined],
    ]);
    expect(analyse(builder.build(), { now: at('+2h') }).milestones.at(-1)).toMatchObject({ after: 'e2' });
  });

  it.each<[string, (builder: CaptureBuilder) => CaptureBuilder, string[]]>([
    ['closed without having been solved', (b) => b.status('+1h', 'open', 'closed'), ['solved']],
    [
      'solved, then closed',
      (b) => b.status('+1h', 'open', 'solved').status('+2h', 'solved', 'closed'),
      ['solved', 'closed'],
    ],
    ['deleted', (b) => b.status('+1h', 'open', 'deleted'), ['closed']],
    ['marked as spam', (b) => b.status('+1h', 'open', 'spam'), ['closed']],
    [
      'set to another solved status',
      (b) => b.status('+1h', 'open', 'solved').status('+2h', 'solved', 'solved'),
      ['solved'],
    ],
    [
      'moved among unsolved statuses',
      (b) => b.status('+1h', 'open', 'hold').status('+2h', 'hold', 'unknown'),
      [],
    ],
  ])('of a ticket that was %s', (_, add, kinds) => {
    const found = milestonesOf(add(ticket())).map(([kind]) => kind);
    expect(found.filter((kind) => ['solved', 'closed', 'reopened'].includes(String(kind)))).toEqual(kinds);
  });

  it('count the reopenings', () => {
    const builder = ticket();
    for (let hour = 1; hour <= 6; hour += 2) {
      builder.status(`+${hour}h`, 'open', 'solved').status(`+${hour + 1}h`, 'solved', 'open');
    }
    const found = analyse(builder.build(), { now: at('+1d') });
    expect(found.reopens).toBe(3);
    expect(found.span).toMatchObject({ open: true, ms: ms('1d') });
  });

  it('have names to show', () => {
    expect([milestoneName('first_human_reply'), slaStateName('paused_breached')]).toEqual([
      'First human reply',
      'missed, paused',
    ]);
  });
});

describe('the ticket as a whole', () => {
  it('spans from its creation to the last solve', () => {
    const builder = ticket()
      .status('+1h', 'open', 'solved')
      .status('+2h', 'solved', 'open')
      .status('+5h', 'open', 'solved')
      .status('+4d', 'solved', 'closed');
    expect(analyse(builder.build(), { now: at('+9d') }).span).toMatchObject({
      from: at('+0'),
      to: at('+5h'),
      ms: ms('5h'),
      open: false,
      events: ['e3'],
    });
  });

  it('was unassigned while nobody held it, but not while it was solved', () => {
    const builder = ticket()
      .assignee('+1h', null, 'ann')
      .assignee('+2h', 'ann', null)
      .status('+5h', 'open', 'solved')
      .status('+8h', 'solved', 'open')
      .assignee('+9h', null, 'bo');
    expect(analyse(builder.build(), { now: at('+1d') }).unassigned).toMatchObject({
      ms: ms('1h') + ms('3h') + ms('1h'),
      certainty: 'exact',
    });
  });

  it.each([
    [{ organization: 'Brightwell' }, 'Brightwell'],
    [{ organization: undefined }, 'Ada Lund'],
    [{ organization: undefined, requester: undefined }, 'The customer'],
    [{ organization: undefined, requester: 'nobody-known' }, 'The customer'],
  ])('belongs to %j: %s', (fields, name) => {
    expect(analyse(ticket(fields).build(), { now: at('+1h') }).customer).toBe(name);
  });

  it('counts what it holds', () => {
    const builder = ticket().customer('+0', 'Down.').reply('+1h').note('+2h').status('+3h', 'open', 'solved');
    expect(analyse(builder.build(), { now: at('+1d') }).counts).toEqual({
      customerMessages: 1,
      replies: 1,
      notes: 1,
      changes: 1,
      events: 4,
    });
  });

  it('says what could not be known', () => {
    const builder = ticket(
      { initial: { known: false } },
      {
        coverage: {
          complete: false,
          parts: [
            { part: 'slas', state: 'refused' },
            { part: 'comments', state: 'partial', note: 'the newest 500' },
            { part: 'events', state: 'read' },
          ],
          unknownTypes: [],
          doubtfulTimes: ['e1', 'gone'],
          warnings: [],
        },
      },
    ).customer('+0', 'Down.');
    const found = analyse(builder.build(), { now: at('+1h') }).unknowns;
    expect(found.map(({ what, why, events }) => [what, why, ...events])).toEqual([
      ['Status before the first change', 'the history does not say how the ticket began'],
      ['Assignee before the first change', 'time without an owner may be longer than shown'],
      ['The time of 1 event', 'the helpdesk does not show them exactly', 'e1'],
      ['slas', 'only partly read (refused)'],
      ['comments', 'the newest 500'],
    ]);
  });
});
