/** How well a checkable change is told from a good intention, over labelled actions of three kinds of writers. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ActionProblemKind, findVague } from '../../../lib/language/vague';

interface Labelled {
  id: string;
  text: string;
  owner?: string;
  due?: string;
  vague: boolean;
  /** Of owner and due, and what kind of vague; `vague` itself is not repeated here. */
  problems: ActionProblemKind[];
}

const NOW = '2026-03-01T00:00:00.000Z';
const file = new URL('../../fixtures/language/actions.jsonl', import.meta.url);
const items = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line): Labelled => JSON.parse(line));
const found = new Map(
  items.map((item) => [
    item.id,
    findVague({ text: item.text, owner: item.owner ?? '', due: item.due ?? '' }, { now: NOW }),
  ]),
);
const kindsOf = ({ id }: Labelled) => (found.get(id) ?? []).map(({ kind }) => kind);
const inWords: readonly ActionProblemKind[] = ['vague-verb', 'no-measure', 'person-fix', 'investigate-only'];
const isFoundVague = (item: Labelled) => kindsOf(item).some((kind) => inWords.includes(kind));

it('vague actions are found, and checkable ones are left alone', () => {
  const vague = items.filter((item) => item.vague);
  const clear = items.filter((item) => !item.vague);
  expect(vague.length).toBeGreaterThan(110);
  expect(clear.length).toBeGreaterThan(110);
  expect(vague.filter(isFoundVague).length / vague.length).toBeGreaterThanOrEqual(0.95);
  expect(clear.filter(isFoundVague).length / clear.length).toBeLessThanOrEqual(0.03);
});

describe.each<[ActionProblemKind, number]>([
  ['missing-owner', 1],
  ['team-owner', 0.95],
  ['missing-due', 1],
  ['soft-due', 1],
  ['person-fix', 0.85],
  ['investigate-only', 0.85],
])('%s', (kind, least) => {
  it('is found where it is, and not where it is not', () => {
    const labelled = items.filter(({ problems }) => problems.includes(kind));
    const hits = items.filter((item) => kindsOf(item).includes(kind));
    const right = hits.filter((item) => labelled.includes(item)).length;
    expect(labelled.length).toBeGreaterThan(7);
    expect((2 * right) / (labelled.length + hits.length)).toBeGreaterThanOrEqual(least);
  });
});

it('every problem is a question, and every place lies in its field', () => {
  for (const item of items) {
    for (const { question, field, start, end } of found.get(item.id) ?? []) {
      expect(question).toMatch(/^[\p{Lu}\d“].*\?$/u);
      expect(question, item.text).not.toMatch(/undefined| {2}|\?\?|…\?$/);
      if (start === undefined || end === undefined) continue;
      const text = field === 'text' ? item.text : ((field === 'owner' ? item.owner : item.due) ?? '');
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
});
