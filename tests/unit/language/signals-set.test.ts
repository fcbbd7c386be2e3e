/**
 * How well messages are read, over a set of labelled messages that was written apart from the rules. A kind may lose
 * single messages to a change of the rules; it may not fall below what a person would still call reading.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSignals, type Signal, type SignalKind } from '../../../lib/language/signals';

interface Labelled {
  id: string;
  text: string;
  author: 'customer' | 'agent';
  sent_at: string;
  labels: (SignalKind | 'none')[];
  promise_due?: string | null;
  promise_due_granularity?: 'time' | 'day' | 'vague';
}

const file = new URL('../../fixtures/language/signals.jsonl', import.meta.url);
const items = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line): Labelled => JSON.parse(line));
const read = new Map(
  items.map((item) => [
    item.id,
    readSignals({ text: item.text, side: item.author, at: new Date(item.sent_at).toISOString() }),
  ]),
);
const signalsOf = (item: Labelled): readonly Signal[] => read.get(item.id) ?? [];

describe.each<SignalKind>([
  'promise',
  'chaser',
  'escalation_request',
  'frustration',
  'repeat_info',
  'wrong_solution',
  'churn_risk',
  'thanks',
  'resolution_confirm',
])('%s', (kind) => {
  it('is found where it is, and not where it is not', () => {
    const labelled = items.filter(({ labels }) => labels.includes(kind));
    const found = items.filter((item) => signalsOf(item).some((signal) => signal.kind === kind));
    const right = found.filter((item) => labelled.includes(item)).length;
    expect(labelled.length).toBeGreaterThan(25);
    expect((2 * right) / (labelled.length + found.length)).toBeGreaterThanOrEqual(0.9);
  });
});

it('hard messages that say none of it are left alone, all but a few', () => {
  const none = items.filter(({ labels }) => labels.includes('none'));
  const wrong = none.filter((item) => signalsOf(item).length > 0);
  expect(none.length).toBeGreaterThan(90);
  expect(wrong.length / none.length).toBeLessThan(0.05);
});

describe('promises', () => {
  const promises = items.filter(({ labels }) => labels.includes('promise'));
  const dueOf = (item: Labelled) => signalsOf(item).find(({ kind }) => kind === 'promise')?.dueAt;

  it('are due when they say, to the hour or on the day', () => {
    const dated = promises.filter(({ promise_due_granularity: grain }) => grain !== 'vague');
    const right = dated.filter((item) => isRight(item, dueOf(item)));
    expect(dated.length).toBeGreaterThan(50);
    expect(right.length / dated.length).toBeGreaterThanOrEqual(0.9);
  });

  it('without a time stay without one', () => {
    const vague = promises.filter(({ promise_due_granularity: grain }) => grain === 'vague');
    expect(vague.length).toBeGreaterThan(10);
    expect(vague.filter((item) => dueOf(item) !== undefined)).toEqual([]);
  });
});

function isRight(
  { promise_due: wanted, promise_due_granularity: grain }: Labelled,
  due: string | undefined,
): boolean {
  if (!wanted || due === undefined) return false;
  if (grain === 'day') return due.slice(0, 10) === wanted.slice(0, 10);
  return Math.abs(Date.parse(due) - Date.parse(wanted)) <= 3_600_000;
}
