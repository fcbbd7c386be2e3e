/** Text in the one spelling the detectors are written for, and the way back to where it stood. */
export interface Folded {
  text: string;
  /** From an offset in `text` to the offset in what was given. */
  origin: (offset: number) => number;
}

/**
 * Dashes, spaces and wide letters become their plain forms; what nobody sees, and accents written as characters of
 * their own, are left out. A number in wide digits or an address with a zero-width space in it is found all the same.
 */
export function fold(given: string): Folded {
  if (ascii.test(given)) return { text: given, origin: (offset) => offset };
  const replaced = given.replace(variants, plainForm);
  if (!left.test(replaced)) return { text: replaced, origin: (offset) => offset };
  const offsets: number[] = [];
  let text = '';
  let from = 0;
  for (const { index, 0: gone } of replaced.matchAll(leftOut)) {
    for (let at = from; at < index; at++) offsets.push(at);
    text += replaced.slice(from, index);
    from = index + gone.length;
  }
  for (let at = from; at <= replaced.length; at++) offsets.push(at);
  return { text: text + replaced.slice(from), origin: (offset) => offsets[offset] ?? given.length };
}

/** Letters without case and accents, each still in its place. */
export function foldLetters(text: string): string {
  return ascii.test(text) ? text.toLowerCase() : text.replace(/[^\0-\x40\x5b-\x7f]/g, plainLetter);
}

const ascii = /^[\0-\x7f]*$/;
const variants = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\u2010-\u2015\u2212\uff01-\uff5e]/g;
const left = /[\u0300-\u036f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const leftOut = /[\u0300-\u036f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;

function plainForm(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  return code === 0x2212 || (code >= 0x2010 && code <= 0x2015) ? '-' : ' ';
}

function plainLetter(letter: string): string {
  const known = letters.get(letter);
  if (known !== undefined) return known;
  const base = letter.normalize('NFD').charAt(0).toLowerCase();
  const plain = base.length === 1 ? base : letter;
  letters.set(letter, plain);
  return plain;
}

/** There are at most as many as UTF-16 has code units. */
const letters = new Map<string, string>([
  ['ß', 's'],
  ['ł', 'l'],
  ['Ł', 'l'],
  ['ø', 'o'],
  ['Ø', 'o'],
  ['đ', 'd'],
  ['ı', 'i'],
]);
