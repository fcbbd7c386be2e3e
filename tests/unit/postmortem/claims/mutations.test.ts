/** One number of a generated sentence changed at a time: is it seen, and is the right one offered? */
import { describe, expect, it } from 'vitest';
import type { Record } from '../../../../lib/export/record';
import { type ClaimCheck, checkClaims } from '../../../../lib/postmortem/claims';
import { demoStories } from '../../../helpdesks/zendesk/stories';
import { captureOf } from '../../helpdesks/zendesk/harness';
import { recordOf } from '../drafting';

const sections = ['summary', 'impact', 'delays', 'symptom', 'cause'] as const;
type Section = (typeof sections)[number];

const records: Record[] = [];
for (const story of demoStories()) {
  const capture = await captureOf(story);
  records.push(recordOf(capture, capture.capturedAt));
}

interface Mutant {
  section: Section;
  start: number;
  original: string;
  text: string;
  checks: ClaimCheck[];
}

function checksOf({ postmortem, capture, analysis }: Record, section: Section, text: string): ClaimCheck[] {
  const written = { ...postmortem.sections[section], text, state: 'edited' as const };
  const next = { ...postmortem, sections: { ...postmortem.sections, [section]: written } };
  return checkClaims(next, capture, analysis).filter((check) => check.section === section);
}

/** The numbers in digits that stand in a figure of the text as it was drafted. */
function mutantsOf(record: Record, change: (value: number) => number): Mutant[] {
  return sections.flatMap((section) => {
    const { text } = record.postmortem.sections[section];
    const checkable = checksOf(record, section, text);
    return [...text.matchAll(/\d+/g)].flatMap(({ index, 0: digits }) => {
      const isIn = checkable.some(({ start, end }) => start <= index && index < end);
      // A quotation is not a figure of ours; what has no meaning, such as minute 61, is no time any more.
      const inQuotes =
        text.slice(0, index).split('“').length - 1 > text.slice(0, index).split('”').length - 1;
      const value = String(change(Number(digits))).padStart(digits.length, '0');
      if (!isIn || inQuotes || value === digits || Number(value) < 1 || Number(value) > 2_100) return [];
      const mutated = text.slice(0, index) + value + text.slice(index + digits.length);
      return [
        { section, start: index, original: text, text: mutated, checks: checksOf(record, section, mutated) },
      ];
    });
  });
}

describe.each([
  ['one more', (value: number) => value + 1],
  ['one less', (value: number) => value - 1],
  ['seven more', (value: number) => value + 7],
])('a number that is %s', (_, change) => {
  it('is contradicted in nine of ten places, and the offer restores the sentence', {
    timeout: 60_000,
  }, () => {
    const mutants = records.flatMap((record) => mutantsOf(record, change));
    const seen = mutants.filter(({ checks }) => checks.some(({ verdict }) => verdict === 'contradicted'));
    const missed = mutants.filter((mutant) => !seen.includes(mutant));
    const notes = missed.map(({ text, start }) => text.slice(Math.max(0, start - 30), start + 30));
    expect(mutants.length).toBeGreaterThan(60);
    expect(seen.length / mutants.length, notes.join('\n')).toBeGreaterThanOrEqual(0.9);
    const restored = seen.filter(({ original, text, checks }) => {
      const check = checks.find(({ verdict }) => verdict === 'contradicted');
      return check && text.slice(0, check.start) + check.use + text.slice(check.end) === original;
    });
    expect(restored.length).toBe(seen.length);
    for (const { checks } of seen)
      expect(checks.filter(({ verdict }) => verdict === 'contradicted')).toHaveLength(1);
  });
});
