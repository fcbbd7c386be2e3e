import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressions } from '../../../../lib/language/reading/expressions';

/** Few words, one the beginning of another, so that sentences and expressions often meet. */
const word = fc.constantFrom('a', 'ab', 'abc', 'abcd', 'abcde', 'abd', 'b');
const spaced = fc
  .array(fc.oneof({ weight: 5, arbitrary: word }, fc.constantFrom(' ', ' ', "'")), { maxLength: 12 })
  .map((parts) => parts.join(''));

const { source } = fc.letrec<{ source: string; one: string }>((tie) => ({
  one: fc.oneof(
    { weight: 6, arbitrary: word },
    { weight: 4, arbitrary: fc.constant(' ') },
    fc.constantFrom('[ab]', '[^ ]+', '\\w*', '.', '\\b', '$', "'", 'c?', ' ?'),
    fc
      .tuple(
        fc.array(tie('source'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '?', '{0,2}?', '{1,2}', '{2}'),
      )
      .map(([branches, times]) => `(?:${branches.join('|')})${times}`),
    fc.tuple(fc.constantFrom('?=', '?!'), tie('source')).map(([look, inner]) => `(${look}${inner})`),
  ),
  source: fc.array(tie('one'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
}));

describe('expressions that are looked for by the words they need', () => {
  it('match where each of them alone matches, whatever they are made of', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('\\b', '^'), source), { minLength: 1, maxLength: 3 }),
        fc.array(spaced, { minLength: 1, maxLength: 4 }),
        (made, sentences) => {
          const sources = made.map(([begin, one]) => `${begin}(?:${one})`);
          const all = expressions(sources);
          for (const sentence of sentences)
            expect(all.test(sentence)).toBe(sources.some((one) => new RegExp(one).test(sentence)));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('are told apart when several lists are held against sentences in turns', () => {
    const [leaving, asking] = [
      expressions(['\\b(?:cancel\\w*|leave)\\b']),
      expressions(['\\b(?:any news)\\b']),
    ];
    for (const sentence of ['any news before i cancel', 'nothing', 'any other news', 'cancelled'])
      expect([leaving.test(sentence), asking.test(sentence)]).toEqual([
        sentence.includes('cancel'),
        sentence.includes('any news'),
      ]);
  });

  it('refuse what they cannot read', () => {
    expect(() => expressions(['\\b(?:open']).test('open')).toThrow('A group without an end');
    expect(() => expressions(['\\b(?:open))']).test('open')).toThrow('A bracket too many');
  });
});
