import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { at, type CaptureBuilder, ms, ticket } from '../support/capture-builder';

function handoffsOf(builder: CaptureBuilder, now = at('+10h')) {
  return analyse(builder.build(), { now }).handoffs;
}

const teams = () => ticket().person('ann', { team: 'Tier 1' }).person('bo', { team: 'Tier 2' });

describe('hand-offs between groups', () => {
  it('have a gap up to the first action of the new group, split by whether somebody was assigned', () => {
    const builder = teams()
      .group('+10m', null, 'Tier 1', { by: 'system' })
      .assignee('+20m', null, 'ann')
      .group('+1h', 'Tier 1', 'Tier 2', { save: 's' })
      .assignee('+1h', 'ann', null, { save: 's' })
      .note('+2h', 'Told them.', { by: 'ann' })
      .assignee('+7h', null, 'bo', { by: 'cleo' })
      .reply('+8h', 'Found it.', { by: 'bo' });
    expect(handoffsOf(builder)).toMatchObject([
      {
        event: 'e3',
        what: 'group',
        from: { label: 'Tier 1' },
        to: { label: 'Tier 2' },
        gap: { from: at('+1h'), to: at('+8h'), ms: ms('7h'), events: ['e3', 'e7'], certainty: 'exact' },
        end: 'action',
        unassignedMs: ms('6h'),
        untouchedMs: ms('1h'),
      },
    ]);
  });

  it('end with a self-take by the new group', () => {
    const builder = teams().group('+1h', 'Tier 1', 'Tier 2').assignee('+3h', null, 'bo', { by: 'bo' });
    expect(handoffsOf(builder)).toMatchObject([
      { gap: { ms: ms('2h'), events: ['e1', 'e2'] }, end: 'action' },
    ]);
  });

  it('take anyone but who handed it over for the new side where teams are not told', () => {
    const builder = ticket().group('+1h', 'Tier 1', 'Tier 2').note('+2h').note('+3h', 'Mine.', { by: 'bo' });
    expect(handoffsOf(builder)).toMatchObject([{ gap: { ms: ms('2h') } }]);
  });

  it('take the new assignee for the new side, whatever team the helpdesk lists', () => {
    const builder = teams()
      .person('cleo', { team: 'Tier 1' })
      .group('+1h', 'Tier 1', 'Tier 2', { save: 's' })
      .assignee('+1h', 'ann', 'cleo', { save: 's' })
      .note('+2h', 'Checked.', { by: 'cleo' });
    expect(handoffsOf(builder)).toMatchObject([
      { what: 'group', gap: { ms: ms('1h'), events: ['e1', 'e3'] } },
    ]);
  });

  it('are not ended by rules, bots or the customer', () => {
    const builder = ticket()
      .group('+1h', 'Tier 1', 'Tier 2')
      .customer('+2h', 'Hello?')
      .note('+3h', 'Summary', { by: 'bot' })
      .change('+4h', 'tags', { by: 'bo', added: ['late'], rule: 'Late tickets' })
      .note('+5h', 'Mine.', { by: 'bo' });
    expect(handoffsOf(builder)).toMatchObject([{ gap: { ms: ms('4h') } }]);
  });

  it('show a ticket that was handed on untouched, and a ping-pong', () => {
    const builder = ticket()
      .group('+1h', 'Tier 1', 'Tier 2', { by: 'ann' })
      .group('+3h', 'Tier 2', 'Tier 1', { by: 'system' })
      .group('+4h', 'Tier 1', 'Tier 2', { by: 'system' });
    expect(handoffsOf(builder)).toMatchObject([
      { gap: { ms: ms('2h'), events: ['e1', 'e2'] }, end: 'handed_on' },
      { gap: { ms: ms('1h'), events: ['e2', 'e3'] }, end: 'handed_on' },
      { gap: { ms: ms('6h'), events: ['e3'] }, end: 'open' },
    ]);
  });

  it('go on while the new group passes the ticket around among its own people', () => {
    const builder = ticket()
      .group('+1h', 'Tier 1', 'Tier 2')
      .assignee('+2h', 'cleo', 'bo', { by: 'system' })
      .reply('+5h', 'Mine now.', { by: 'bo' });
    expect(handoffsOf(builder)).toMatchObject([
      { event: 'e1', gap: { ms: ms('4h') }, end: 'action' },
      { event: 'e2', gap: { ms: ms('3h') }, end: 'action' },
    ]);
  });

  it('end with the solve, and have no gap while the ticket is solved', () => {
    const builder = ticket()
      .group('+1h', 'Tier 1', 'Tier 2')
      .status('+3h', 'open', 'solved', { by: 'system' })
      .group('+5h', 'Tier 2', 'Archive');
    expect(handoffsOf(builder)).toMatchObject([
      { gap: { ms: ms('2h') }, end: 'solved' },
      { gap: { ms: 0 }, end: 'solved' },
    ]);
  });

  it('have no gap when the new group pulled the ticket over itself', () => {
    expect(handoffsOf(teams().group('+1h', 'Tier 1', 'Tier 2', { by: 'bo' }))).toMatchObject([
      { gap: { ms: 0, events: ['e1'] }, end: 'action' },
    ]);
  });

  it('are known by the change before where the helpdesk logs only new values', () => {
    const builder = ticket().group('+10m', undefined, 'Tier 1').group('+1h', undefined, 'Tier 2');
    expect(handoffsOf(builder)).toMatchObject([{ event: 'e2', from: { label: 'Tier 1' } }]);
  });

  it('say that time without an owner may be missing where assignees are not told', () => {
    const builder = ticket({ initial: { known: false } }).group('+1h', 'Tier 1', 'Tier 2');
    expect(handoffsOf(builder)).toMatchObject([{ gap: { certainty: 'lower_bound' }, unassignedMs: 0 }]);
  });
});

describe('hand-offs between people', () => {
  it('have a gap up to the new assignee’s first action', () => {
    const builder = ticket()
      .assignee('+10m', null, 'ann')
      .assignee('+1h', 'ann', 'bo')
      .note('+2h', 'Handed over.', { by: 'ann' })
      .reply('+4h', 'Mine now.', { by: 'bo' });
    expect(handoffsOf(builder)).toMatchObject([
      { event: 'e2', what: 'assignee', gap: { ms: ms('3h'), events: ['e2', 'e4'] }, untouchedMs: ms('3h') },
    ]);
  });

  it('count a ticket put back into the queue until somebody takes it', () => {
    const builder = ticket()
      .assignee('+10m', null, 'ann')
      .assignee('+1h', 'ann', null)
      .assignee('+6h', null, 'bo', { by: 'bo' });
    expect(handoffsOf(builder)).toMatchObject([
      { event: 'e2', to: null, gap: { ms: ms('5h') }, unassignedMs: ms('5h'), untouchedMs: 0 },
    ]);
  });

  it('have no gap where the new assignee took the ticket over', () => {
    expect(handoffsOf(ticket().assignee('+1h', 'ann', 'bo', { by: 'bo' }))).toMatchObject([
      { gap: { ms: 0 } },
    ]);
  });
});

it.each<[string, CaptureBuilder]>([
  ['the first group', ticket().group('+1h', null, 'Tier 1')],
  ['the first assignee', ticket().assignee('+1h', null, 'bo')],
  ['taking what nobody held', ticket().assignee('+1h', null, 'bo', { by: 'bo' })],
  [
    'a first group whose former value is not told',
    ticket({ initial: { known: false } }).group('+1h', undefined, 'A'),
  ],
  ['a change to the same group', ticket().group('+1h', 'Tier 1', 'Tier 1')],
  [
    'routing in the creating save',
    ticket().customer('+0', 'Hi', { save: 's' }).group('+0', 'A', 'B', { save: 's' }),
  ],
])('%s is no hand-off', (_, builder) => {
  expect(handoffsOf(builder)).toEqual([]);
});
