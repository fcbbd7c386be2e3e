/**
 * How well blame is told from fact, over labelled sentences of engineers, support agents, managers and minutes of
 * reviews, more than half of them hard ones without blame. Single sentences may be lost to a change of the rules; the
 * whole may not fall below what makes a remark worth reading.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BlameKind, type Finding, findBlame } from '../../../lib/language/blame';

interface Labelled {
  id: string;
  text: string;
  blame: boolean;
  kind: BlameKind | 'none';
}

const file = new URL('../../fixtures/language/blame.jsonl', import.meta.url);
const items = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line): Labelled => JSON.parse(line));
const found = new Map(items.map(({ id, text }) => [id, findBlame(text)]));
const findings = ({ id }: Labelled): readonly Finding[] => found.get(id) ?? [];
const blaming = items.filter(({ blame }) => blame);
const plain = items.filter(({ blame }) => !blame);

describe('blame', () => {
  it('is found where it is', () => {
    const hits = blaming.filter((item) => findings(item).length > 0);
    expect(blaming.length).toBeGreaterThan(200);
    expect(hits.length / blaming.length).toBeGreaterThanOrEqual(0.92);
  });

  it('is not found where people merely act, systems fail, or somebody is quoted', () => {
    expect(plain.length / items.length).toBeGreaterThanOrEqual(0.45);
    expect(plain.filter((item) => findings(item).length > 0).map(({ text }) => text)).toEqual([]);
  });

  it('is named by its kind', () => {
    const hits = blaming.filter((item) => findings(item).length > 0);
    const named = hits.filter((item) => findings(item).some(({ kind }) => kind === item.kind));
    expect(named.length / hits.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('other words', () => {
  const offers = items.flatMap((item) =>
    findings(item).flatMap(({ rewrite, rewriteRange }) =>
      rewrite !== undefined && rewriteRange ? [{ text: item.text, rewrite, rewriteRange }] : [],
    ),
  );
  const taken = offers.map(({ text, rewrite, rewriteRange: [from, to] }) => ({
    from,
    to: from + rewrite.length,
    text: text.slice(0, from) + rewrite + text.slice(to),
  }));

  it('are offered for every finding', () => {
    const without = items.filter((item) => findings(item).some(({ rewrite }) => rewrite === undefined));
    expect(without.map(({ text }) => text)).toEqual([]);
  });

  it('blame nobody', () => {
    const blamed = taken.filter((offer) =>
      findBlame(offer.text).some(({ start, end }) => start < offer.to && offer.from < end),
    );
    expect(blamed.map(({ text }) => text)).toEqual([]);
  });

  it('taken one after another leave nothing to remark', () => {
    for (const { text } of blaming) {
      let now = text;
      for (let step = 0; step < 5; step++) {
        const [first] = findBlame(now);
        if (!first?.rewriteRange || first.rewrite === undefined) break;
        now = now.slice(0, first.rewriteRange[0]) + first.rewrite + now.slice(first.rewriteRange[1]);
      }
      expect(findBlame(now), now).toEqual([]);
    }
  });

  it('leave the sentence as a sentence: its capital, its mark, single spaces', () => {
    for (const [index, { text: before }] of offers.entries()) {
      const after = taken[index]?.text ?? '';
      expect(/^\p{Lu}/u.test(after), after).toBe(/^\p{Lu}/u.test(before));
      expect(/[.!?]$/.exec(after)?.[0], after).toBe(/[.!?]$/.exec(before)?.[0]);
      expect(after, before).not.toMatch(/ {2}| [,.;]|\b(\w{3,}) \1\b/);
    }
  });
});
