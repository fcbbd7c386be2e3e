import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../../lib/ticket/clean-text';

describe('text from a ticket', () => {
  it.each([
    ['Windows line ends', 'a\r\nb\rc', 'a\nb\nc'],
    ['other line ends', 'a\u2028b\u2029c\u0085d', 'a\nb\nc\nd'],
    ['control characters', 'a\u0000b\u0007c\u001bd\u009fe', 'abcde'],
    ['tabs, which stay', 'a\tb', 'a\tb'],
    ['a right-to-left override', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['bidi isolates and marks', '\u2066a\u2069\u200eb\u200f\u061c', 'ab'],
    ['zero-width characters', 'pass\u200bword\ufeff\u2060', 'password'],
    ['hidden tag characters', 'ok\u{E0001}\u{E0049}\u{E006E}', 'ok'],
    ['soft hyphens', 'co\u00adoperate', 'cooperate'],
    ['the joiner inside an emoji, which stays', '👩\u200d🔧', '👩\u200d🔧'],
    ['a split letter', 'e\u0301', 'é'],
    ['a lone surrogate', 'a\ud83d', 'a\ufffd'],
  ])('loses or keeps %s', (_, given, cleaned) => {
    expect(cleanText(given)).toBe(cleaned);
  });

  it('fits on one line as a name', () => {
    expect(cleanLine('  Ada\r\n\t Lund\u200b ')).toBe('Ada Lund');
  });

  it('is cleaned alike whether or not anything in it calls for a closer look', () => {
    const ascii = fc.string({ unit: 'binary-ascii', maxLength: 20 });
    fc.assert(
      fc.property(ascii, (text) => {
        expect(cleanText(`${text}.é`)).toBe(`${cleanText(`${text}.`)}é`);
        expect(cleanLine(`${text}.é`)).toBe(`${cleanLine(`${text}.`)}é`);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is clean after one pass', () => {
    const awkward = fc.constantFrom(
      ...['a', '\r', '\n', '\u2028', '\u200b', '\u202e', '\u00ad', '\u0000', '\ufeff', '\u{E0041}'],
      ...['\ud83d', '\udc4d', '👍', '\u00e9', '\u212b'],
    );
    fc.assert(
      fc.property(fc.array(awkward), (parts) => {
        const once = cleanText(parts.join(''));
        expect(cleanText(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
