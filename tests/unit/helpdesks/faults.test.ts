// @vitest-environment jsdom
/**
 * Every request a pull makes × everything that can go wrong with it. The requests are those of a clean pull, so that
 * one that is added to a reader is covered here at once.
 */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Capture, parseCapture } from '../../../lib/ticket/schema';
import { messagingDesk, problemDesk, requestTrackerDesk, zendeskDesk } from './support/desks';
import { type Fault, faults, networkWith, watchTimeLimits } from './support/faults';
import { type Pulled, pullOver } from './support/wired-page';

beforeEach(watchTimeLimits);

const harmless: Fault = { name: 'nothing', strike: () => undefined, problems: [] };
const MOST_WAITING_MS = 10 * 60_000;

describe.each([
  ['Zendesk', zendeskDesk, 10],
  ['Zendesk with a conversation', messagingDesk, 8],
  ['Zendesk with incidents and a lost comment', problemDesk, 7],
  ['Request Tracker', requestTrackerDesk, 13],
] as const)('%s, when a request meets', (_name, open, atLeast) => {
  const desk = open();
  let clean: Capture;
  let requests: string[];

  beforeAll(async () => {
    watchTimeLimits();
    const { result, asked } = await pullOver(desk, networkWith(desk, harmless, ''));
    if (!result.ok) throw new Error(result.problem.message);
    clean = result.value;
    requests = [...new Set(asked)];
  });

  it('nothing, reads all there is', () => {
    expect(requests.length).toBeGreaterThanOrEqual(atLeast);
    expect(clean.coverage.complete).toBe(true);
  });

  it.each(faults.map((fault) => [fault.name, fault] as const))(
    '%s',
    async (_fault, fault) => {
      const odd: string[] = [];
      for (const at of requests) {
        const pulled = await pullOver(desk, networkWith(desk, fault, at));
        odd.push(...complaints(pulled, fault).map((complaint) => `${at}: ${complaint}`));
      }
      expect(odd).toEqual([]);
    },
    60_000,
  );

  function complaints(pulled: Pulled, fault: Fault): string[] {
    const { result, asked, waits, until } = pulled;
    const found: string[] = [];
    if (asked.length > requests.length * 2 + 100) found.push(`${asked.length} requests`);
    if (waits.reduce((sum, ms) => sum + ms, 0) > MOST_WAITING_MS) found.push(`waited ${waits}`);
    if (waits.some((ms) => ms > 1_000) && until.length === 0) found.push('waited without saying so');
    if (result.ok) return [...found, ...doubts(result.value, fault)];
    const { code, next, message } = result.problem;
    if (fault.passes) found.push(`ended in ${code}`);
    else if (!fault.problems.includes(code)) found.push(`ended in ${code}, not in ${fault.problems}`);
    if (!/\w.*\.$/.test(message) || !/\w.*\.$/.test(next)) found.push(`says "${message}" and "${next}"`);
    return found;
  }

  /** A capture is the same as without the fault, or says itself what it has not. */
  function doubts(capture: Capture, fault: Fault): string[] {
    if (!parseCapture(capture).ok) return ['not a capture'];
    if (capture.id === clean.id) return [];
    if (fault.passes) return ['not the same capture'];
    const isTold = JSON.stringify(capture.coverage.parts) !== JSON.stringify(clean.coverage.parts);
    return isTold ? [] : ['less than there is, without a word'];
  }
});
