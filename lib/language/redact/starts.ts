/**
 * Where words begin in a text, found once for all rules. A rule that begins with one of so many words is then tried
 * there, and not at every character: looking for a hundred words at once is what most of the time went into.
 */

/** One text as all rules look at it. */
export interface Starts {
  text: string;
  /** Offsets of letters that no letter stands before, and of digits that neither stands before; ascending. */
  at: readonly number[];
  /** Of each start its first letters in lower case, as `codeOf` packs them. */
  codes: readonly number[];
}

export function startsIn(text: string): Starts {
  const at: number[] = [];
  const codes: number[] = [];
  let wasLetter = false;
  let wasDigit = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isWide = unit >= 0xd800 && unit <= 0xdbff;
    const letter = isWide ? isWideLetter(text.codePointAt(index) ?? 0) : isLetter(unit);
    const digit = isDigit(unit);
    if ((letter && !wasLetter) || (digit && !wasLetter && !wasDigit)) {
      at.push(index);
      codes.push(codeOf(text, index));
    }
    wasLetter = letter;
    wasDigit = digit;
    if (isWide) index++;
  }
  return { text, at, codes };
}

/** Which starts a pattern may begin at. */
export interface Beginnings {
  ones: ReadonlySet<number>;
  twos: ReadonlySet<number>;
  threes: ReadonlySet<number>;
}

/** Of a list of words separated by `|`, written as in a pattern: what they begin with, up to three letters. */
export function beginnings(...patterns: readonly string[]): Beginnings {
  const found: [Set<number>, Set<number>, Set<number>] = [new Set(), new Set(), new Set()];
  for (const word of patterns.flatMap((pattern) => pattern.split('|'))) {
    const letters = /^[\p{L}\d]{1,4}/u.exec(word)?.[0] ?? '';
    // A letter that may be missing is none to go by.
    const isOptional = /^[?*{]/.test(word.slice(letters.length));
    const sure = (isOptional ? letters.slice(0, -1) : letters).slice(0, 3).toLowerCase();
    const set = found[sure.length - 1];
    if (!set) throw new Error(`no letter to begin with: ${word}`);
    set.add(codeOf(sure, 0));
  }
  return { ones: found[0], twos: found[1], threes: found[2] };
}

/** What `text.matchAll(pattern)` gives for a pattern that begins with one of these words; `pattern` is sticky. */
export function* matchesAt(
  { text, at, codes }: Starts,
  pattern: RegExp,
  { ones, twos, threes }: Beginnings,
): Generator<RegExpExecArray> {
  let from = 0;
  for (let index = 0; index < at.length; index++) {
    const start = at[index] as number; // within its length, as is the code
    if (start < from) continue;
    const code = codes[index] as number;
    if (!(threes.has(code) || twos.has(code & TWO) || ones.has(code & ONE) || code === STRANGE)) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    from = start + Math.max(1, match[0].length);
    yield match;
  }
}

/** The lines of a text in which `sign`, a global pattern without line breaks, is found. */
export function linesWith(text: string, sign: RegExp): { from: number; line: string }[] {
  const lines: { from: number; line: string }[] = [];
  sign.lastIndex = 0;
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    const from = text.lastIndexOf('\n', match.index) + 1;
    const end = text.indexOf('\n', match.index);
    lines.push({ from, line: text.slice(from, end === -1 ? text.length : end) });
    if (end === -1) break;
    sign.lastIndex = end;
  }
  return lines;
}

/** How many code units of a letter or a number stand here; 0 for anything else. */
export function wordPartAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return 0;
  if (unit < 0x80) return Number(isDigit(unit) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122));
  if (!isSurrogate(unit)) return Number(isLetter(unit) || /\p{N}/u.test(text.charAt(at)));
  const wide = text.codePointAt(at) ?? 0;
  return wide > 0xffff && /[\p{L}\p{N}]/u.test(String.fromCodePoint(wide)) ? 2 : 0;
}

const ONE = 0x3ff;
const TWO = 0xfffff;
/** A letter beyond those that fit, or one that is another letter's capital: tried by every rule. */
const STRANGE = -1;

/** Three letters or digits of ten bits each; a place without one is 0. */
function codeOf(text: string, at: number): number {
  let code = 0;
  for (let place = 0; place < 3; place++) {
    const unit = text.charCodeAt(at + place);
    if (Number.isNaN(unit) || !(isSurrogate(unit) || isDigit(unit) || isLetter(unit))) break;
    const lower = lowered(unit);
    if (lower >= ONE || lower === LONG_S) return STRANGE;
    code |= lower << (10 * place);
  }
  return code;
}

/** Without case it is an `s`. */
const LONG_S = 0x17f;

function lowered(unit: number): number {
  if (unit < 0x80) return unit >= 65 && unit <= 90 ? unit + 32 : unit;
  return String.fromCharCode(unit).toLowerCase().charCodeAt(0);
}

/** 0: not looked up yet, 1: no letter, 2: a letter. */
const known = new Uint8Array(0x10000);

function isLetter(unit: number): boolean {
  const seen = known[unit];
  if (seen !== 0) return seen === 2;
  const letter = /\p{L}/u.test(String.fromCharCode(unit));
  known[unit] = letter ? 2 : 1;
  return letter;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function isWideLetter(codePoint: number): boolean {
  return /\p{L}/u.test(String.fromCodePoint(codePoint));
}
