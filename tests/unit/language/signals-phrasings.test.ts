/**
 * Single sentences beside what only looks like them: the ways of saying a thing that the larger set has few of
 * (formal, one-word and non-native ones; "cancel" without a reason; an answer that left all as it was), and for each
 * the product question, the past, the negation and the third party that say nothing of the kind.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readSignals } from '../../../lib/language/signals';

interface Labelled {
  text: string;
  author: 'customer' | 'agent';
  sent_at: string;
  labels: string[];
  promise_due?: string | null;
  promise_due_granularity?: 'time' | 'day' | 'vague';
}

const file = new URL('../../fixtures/language/signals-phrasings.jsonl', import.meta.url);
const items = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line): Labelled => JSON.parse(line));

it.each(items)('$labels: $text', (item) => {
  const signals = readSignals({
    text: item.text,
    side: item.author,
    at: new Date(item.sent_at).toISOString(),
  });
  const kinds = [...new Set(signals.map(({ kind }) => kind))].sort();
  expect(kinds).toEqual(item.labels.filter((label) => label !== 'none').sort());
  if (item.promise_due === undefined) return;
  const due = signals.map(({ dueAt }) => dueAt?.slice(0, item.promise_due_granularity === 'day' ? 10 : 16));
  expect(due).toEqual([item.promise_due?.slice(0, 16)]);
});
