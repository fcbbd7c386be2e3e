import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { phraseText } from '../../../lib/analysis/headline';
import type { SlaMetric } from '../../../lib/ticket/basics';
import { at, type CaptureBuilder, ms, ticket } from '../support/capture-builder';

function headlineOf(builder: CaptureBuilder, now = at('+3d')) {
  return analyse(builder.build(), { now }).headline;
}

function say(builder: CaptureBuilder, now?: string) {
  return phraseText(headlineOf(builder, now));
}

const escalated = () =>
  ticket()
    .customer('+0', 'All printers are down.')
    .assignee('+10m', null, 'ann')
    .group('+2h', 'Tier 1', 'Tier 2', { save: 's' })
    .assignee('+2h', 'ann', null, { save: 's' })
    .assignee('+8h40m', null, 'bo', { by: 'bo' });

const late = (metric: SlaMetric, over: string) => (builder: CaptureBuilder) =>
  builder
    .sla('+0', metric, 'applied', { targetMs: ms('1h') })
    .sla('+1h', metric, 'breached')
    .sla(`+${ms('1h') + ms(over)}ms`, metric, 'achieved');

describe('the headline', () => {
  it('names the wait, the time without an owner after the hand-off, and the target', () => {
    expect(say(late('first_reply', '24m')(escalated()).reply('+9h12m', 'Found it.', { by: 'bo' }))).toBe(
      'Brightwell waited 9 h 12 min for a human; 6 h 40 min of it unassigned after Tier 1 → Tier 2; first reply was 24 min late.',
    );
  });

  it('says the same while the ticket is open and unanswered', () => {
    expect(say(ticket().customer('+0', 'Down.').group('+2h', 'Tier 1', 'Tier 2'), at('+9h12m'))).toBe(
      'Brightwell has been waiting 9 h 12 min for a human; 7 h 12 min of it unassigned after Tier 1 → Tier 2.',
    );
  });

  it('carries the events of each number', () => {
    const phrase = headlineOf(
      late('first_reply', '24m')(escalated()).reply('+9h12m', 'Found it.', { by: 'bo' }),
    );
    expect(phrase.flatMap((part) => (part.events ? [[part.text, part.events]] : []))).toEqual([
      ['9 h 12 min', ['e1', 'e9']],
      ['6 h 40 min', ['e3', 'e5']],
      ['24 min late', ['e6', 'e7', 'e8']],
    ]);
    for (const part of phrase)
      expect(part.events !== undefined || !/\d/.test(part.text.replaceAll(/Tier \d/g, ''))).toBe(true);
  });

  it.each<[string, CaptureBuilder, string]>([
    [
      'answered before: an answer, not a human',
      ticket().customer('+0', 'Down.').reply('+1m').customer('+1h', 'Still down.').reply('+3h'),
      'Brightwell waited 2 h for an answer.',
    ],
    [
      'opened by an agent',
      ticket().reply('+0', 'We noticed a fault.').customer('+1h', 'And now?').reply('+3h'),
      'Brightwell waited 2 h for an answer.',
    ],
    ['no customer message', ticket().note('+0').reply('+1h'), 'There is no customer message on this ticket.'],
    [
      'a nameless ticket',
      ticket({ organization: undefined, requester: undefined }).note('+0'),
      'There is no customer message on this ticket.',
    ],
    [
      'solved without an answer',
      ticket().customer('+0', 'Down.').status('+5h', 'open', 'solved'),
      'Brightwell waited 5 h and was never answered.',
    ],
    [
      'everything met',
      ticket()
        .customer('+0', 'Down.')
        .sla('+0', 'first_reply', 'applied', { targetMs: ms('1h') })
        .sla('+0', 'resolution', 'applied', { targetMs: ms('8h') })
        .reply('+20m')
        .sla('+20m', 'first_reply', 'achieved')
        .sla('+4h', 'resolution', 'achieved'),
      'Brightwell waited 20 min for a human; every target was met.',
    ],
    [
      'one target, met',
      ticket()
        .customer('+0', 'Hm.')
        .reply('+20m')
        .sla('+0', 'first_reply', 'applied', { targetMs: ms('1h') })
        .sla('+20m', 'first_reply', 'achieved'),
      'Brightwell waited 20 min for a human; the target was met.',
    ],
    [
      'one met, one running',
      ticket()
        .customer('+0', 'Down.')
        .sla('+0', 'first_reply', 'applied', { targetMs: ms('1h') })
        .sla('+0', 'resolution', 'applied', { targetMs: ms('9d') })
        .reply('+20m')
        .sla('+20m', 'first_reply', 'achieved'),
      'Brightwell waited 20 min for a human; 1 of 2 targets met so far.',
    ],
    [
      'two missed',
      late('first_reply', '24m')(late('resolution', '3h')(ticket())),
      'There is no customer message on this ticket; resolution was 3 h late and 1 more target missed.',
    ],
    [
      'three missed',
      late('first_reply', '24m')(late('resolution', '3h')(late('next_reply', '1m')(ticket()))),
      'There is no customer message on this ticket; resolution was 3 h late and 2 more targets missed.',
    ],
    [
      'missed by an unknown time',
      ticket({ slas: [{ instance: 'x', metric: 'first_reply', stage: 'breached', unit: 'business' }] }),
      'There is no customer message on this ticket; the first reply target was missed.',
    ],
    [
      'a missed due date',
      ticket()
        .sla('+0', 'other', 'applied', { due: at('+2h'), computed: true })
        .status('+3h', 'open', 'solved'),
      'There is no customer message on this ticket; the due date was missed by 1 h.',
    ],
    [
      'answered in the same second',
      ticket().customer('+0', 'Down.').reply('+0'),
      'Brightwell was never left waiting for an answer.',
    ],
    [
      'only thanks',
      ticket().reply('+0', 'Done.').customer('+1h', 'Thank you!'),
      'Brightwell was never left waiting for an answer.',
    ],
    [
      'handed over and not acted on',
      ticket()
        .customer('+0', 'Down.')
        .assignee('+5m', null, 'ann')
        .group('+1h', 'Tier 1', 'Tier 2')
        .reply('+6h', 'Found it.', { by: 'bo' }),
      'Brightwell waited 6 h for a human; 5 h of it without action after Tier 1 → Tier 2.',
    ],
    [
      'a hand-off between people names neither',
      ticket()
        .customer('+0', 'Down.')
        .assignee('+5m', null, 'ann')
        .assignee('+1h', 'ann', 'bo')
        .reply('+6h', 'Found it.', { by: 'bo' }),
      'Brightwell waited 6 h for a human; 5 h of it without action after a change of assignee.',
    ],
    [
      'back to the queue',
      ticket()
        .customer('+0', 'Down.')
        .assignee('+5m', null, 'ann')
        .assignee('+1h', 'ann', null)
        .reply('+6h', 'Found it.', { by: 'bo' }),
      'Brightwell waited 6 h for a human; 5 h of it unassigned after it went back to the queue.',
    ],
    [
      'a gap that hardly mattered is left out',
      ticket()
        .customer('+0', 'Down.')
        .group('+1h', 'Tier 1', 'Tier 2')
        .note('+1h10m', 'Mine.', { by: 'bo' })
        .reply('+9h'),
      'Brightwell waited 9 h for a human.',
    ],
  ])('%s', (_, builder, sentence) => {
    expect(say(builder)).toBe(sentence);
  });
});
