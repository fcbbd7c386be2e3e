import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffPart, diffWords } from '../../../lib/postmortem/word-diff';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('the', 'customer', 'waited', ' ', '\n', ',', 'nobody', '14', 'hours', 'é', '🕰️'))
    .map((words) => words.join(' ')),
);
const sideOf = (parts: DiffPart[], without: DiffPart['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map((part) => part.text)
    .join('');

describe('the words that differ', () => {
  it('are named with what stands around them', () => {
    expect(diffWords('The customer waited 14 hours.', 'The customer heard nothing for 14 hours.')).toEqual([
      { kind: 'same', text: 'The customer ' },
      { kind: 'removed', text: 'waited' },
      { kind: 'added', text: 'heard nothing for' },
      { kind: 'same', text: ' 14 hours.' },
    ]);
  });

  it('are as few as can be', () => {
    const parts = diffWords('a b c d e f', 'a c d x f');
    expect(parts.filter(({ kind }) => kind === 'removed').map((part) => part.text)).toEqual(['b ', 'e']);
    expect(parts.filter(({ kind }) => kind === 'added').map((part) => part.text)).toEqual(['x']);
  });

  it.each([
    ['', '', []],
    ['', 'New.', [{ kind: 'added', text: 'New.' }]],
    ['Old.', '', [{ kind: 'removed', text: 'Old.' }]],
    ['Same.', 'Same.', [{ kind: 'same', text: 'Same.' }]],
  ])('of %j and %j are these', (before, after, parts) => {
    expect(diffWords(before, after)).toEqual(parts);
  });

  it('leave no letter of either text out, and make none up', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        expect(sideOf(parts, 'added')).toBe(before);
        expect(sideOf(parts, 'removed')).toBe(after);
        for (const [index, part] of parts.entries()) expect(part.kind).not.toBe(parts[index + 1]?.kind);
      }),
      { numRuns: 500 },
    );
  });

  it('of two long texts that have nothing in common are told at once', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word}${n}`).join('\n\n');
    const began = performance.now();
    const parts = diffWords(`Begun. ${long('a')}`, `Begun. ${long('b')}`);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(sideOf(parts, 'added')).toBe(`Begun. ${long('a')}`);
  });
});
