/** Every figure of a text that can be compared, and whether it stands in a quotation. */
import type { Figure } from './figure';
import { readCounts, readQuantities } from './read-counts';
import { readDurations } from './read-durations';
import { readInstants } from './read-instants';

export type FoundFigure = Figure & { isQuoted: boolean };

/** Neither a letter, a digit nor a space: what stands in its place is read as nothing. */
const BLANK = '¤';
const LONGEST = 20_000;

const quotation = /“[^“”]*”|«[^«»]*»|(?<![^\s(])"[^"\n]*"(?![\p{L}\p{N}])/gu;
/** Addresses, versions, numbers of tickets, items of a list, and numbers that are names. */
const noFigure =
  /\bhttps?:\/\/\S+|[^\s@¤]{1,64}@\S+|#\d+|\bv?\d+(?:\.\d+){2,}(?!\d)|\bv\d[\d.]*|^[ \t]*\d{1,3}[.)](?=[ \t])|\b(?:SEV|P|S|L|Q|N)-?\d\b|\b(?:tier|level|priority)\s+(?:\d|one|two|three)\b|\b24[/x×]7\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b(?:5|five) whys\b|\b(?:\d+|one|two|three)(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/gimu;

/** `names`: words of the ticket that hold a number and are one name, such as a team's. In the order of the text. */
export function readFigures(text: string, names: readonly string[]): FoundFigure[] {
  if (text.length > LONGEST) return readFigures(text.slice(0, LONGEST), names);
  const named = blankAll(text, names);
  const plain = named.replace(quotation, blank).replace(noFigure, blank);
  const quoted = onlyQuoted(text);
  return [
    ...apart(plain).map((figure) => ({ ...figure, isQuoted: false })),
    ...(quoted === undefined ? [] : apart(quoted.replace(noFigure, blank))).map((figure) => ({
      ...figure,
      isQuoted: true,
    })),
  ].sort((a, b) => a.start - b.start);
}

/** Of two readings of the same words the more particular one. */
function apart(text: string): Figure[] {
  if (
    !/\d|\b(?:once|twice|thrice|noon|midnight|hour|one|t[wh]\w+|f[io]\w+|six\w*|seven\w*|eight\w*|nine\w*|hundred|eleven)\b/i.test(
      text,
    )
  )
    return [];
  const taken: Figure[] = [];
  const readings: Figure[][] = [
    readInstants(text),
    readDurations(text),
    readCounts(text),
    readQuantities(text),
  ];
  for (const reading of readings) {
    for (const figure of reading.sort((a, b) => b.end - b.start - (a.end - a.start))) {
      if (!taken.some((other) => figure.start < other.end && other.start < figure.end)) taken.push(figure);
    }
  }
  return taken;
}

function blank(found: string): string {
  return BLANK.repeat(found.length);
}

function onlyQuoted(text: string): string | undefined {
  const kept = [...text.matchAll(quotation)];
  if (kept.length === 0) return undefined;
  let line = '';
  for (const match of kept) {
    line += BLANK.repeat(match.index - line.length) + match[0];
  }
  return line + BLANK.repeat(text.length - line.length);
}

function blankAll(text: string, names: readonly string[]): string {
  let left = text;
  for (const name of names) {
    for (let at = left.indexOf(name); at !== -1; at = left.indexOf(name, at + name.length)) {
      if (isWhole(left, at, name)) left = left.slice(0, at) + blank(name) + left.slice(at + name.length);
    }
  }
  return left;
}

function isWhole(text: string, at: number, name: string): boolean {
  return !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length));
}
