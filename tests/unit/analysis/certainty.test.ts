import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { phraseText } from '../../../lib/analysis/headline';
import type { Capture } from '../../../lib/ticket/schema';
import { at, ticket } from '../support/capture-builder';

const story = () =>
  ticket()
    .customer('+0', 'Down.')
    .priority('+1h', 'Normal', 'Urgent')
    .group('+2h', 'Desk', 'Tier 2')
    .reply('+3h', 'Looking.', { by: 'bo' })
    .customer('+4h', 'And?')
    .reply('+9h', 'Fixed.')
    .build();

function certaintiesOf(capture: Capture) {
  const { firstReply, waits, silences, escalations, handoffs, clocks } = analyse(capture, { now: at('+9h') });
  return {
    firstReply: firstReply?.certainty,
    firstReplyClock: clocks.find(({ metric }) => metric === 'first_reply')?.certainty,
    wait: waits[0]?.certainty,
    silence: silences[0]?.certainty,
    update: escalations[0]?.firstUpdate.certainty,
    handoff: handoffs[0]?.gap.certainty,
  };
}

const all = (certainty: string) => ({
  firstReply: certainty,
  firstReplyClock: certainty,
  wait: certainty,
  silence: certainty,
  update: certainty,
  handoff: certainty,
});

/** The reply that ends all of them, with its time told less exactly. */
function withReplyAt(time: Partial<Capture['ticket']['events'][number]['time']>): Capture {
  const capture = story();
  const events = capture.ticket.events.map((event) =>
    event.id === 'e4' ? { ...event, time: { ...event.time, ...time } } : event,
  );
  return { ...capture, ticket: { ...capture.ticket, events } };
}

describe('a number that rests on a doubtful time', () => {
  it('is exact where no time is in doubt', () => {
    expect(certaintiesOf(story())).toEqual(all('exact'));
  });

  it('is not known where only the day was told', () => {
    expect(certaintiesOf(withReplyAt({ precision: 'day' }))).toEqual(all('unknown'));
  });

  it('is a bound where the time lies between two', () => {
    const told = { precision: 'min' as const, earliest: at('+3h'), latest: at('+3h1m') };
    expect(certaintiesOf(withReplyAt(told))).toEqual(all('lower_bound'));
  });

  it('is not known where the reader doubted the time', () => {
    const capture = story();
    const coverage = { ...capture.coverage, doubtfulTimes: ['e4'] };
    expect(certaintiesOf({ ...capture, coverage })).toEqual(all('unknown'));
  });

  it('says so in the headline and in what is found', () => {
    const headlineOf = (capture: Capture) => phraseText(analyse(capture, { now: at('+5d') }).headline);
    const titlesOf = (capture: Capture) =>
      analyse(capture, { now: at('+5d'), thresholds: { silenceMs: 1, handoffGapMs: 1 } })
        .findings.map(({ title }) => title)
        .join('\n');
    const last = story();
    const doubted = { ...last, coverage: { ...last.coverage, doubtfulTimes: ['e6'] } };
    expect(headlineOf(last)).toMatch(/ waited 5 h for /);
    expect(headlineOf(doubted)).toMatch(/ waited about 5 h for /);
    expect(titlesOf(last)).toMatch(/^6 h without a word/m);
    expect(titlesOf(doubted)).toMatch(/^About 6 h without a word/m);
    expect(titlesOf(withReplyAt({ precision: 'day' }))).toContain('Hand-off untouched for about 1 h');
  });

  it('a silence while the status was not known may have been the customer’s turn', () => {
    const unknown = ticket({ initial: { known: false } })
      .customer('+0', 'Down.')
      .reply('+3h');
    const { silences } = analyse(unknown.build(), { now: at('+3h') });
    expect(silences[0]?.certainty).toBe('unknown');
  });
});
