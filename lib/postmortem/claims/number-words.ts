import { smallNumbers } from '../../language/small-numbers';

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const values = new Map<string, number>([
  ...smallNumbers.map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
  ['a hundred', 100],
  ['hundred', 100],
]);

/** For expressions: the digits with their separators, or a word; never a part of a longer number. */
export const numberSource = `(?:\\d{1,3}(?:[,\\u2009\\u202f ]\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?|${[...values.keys()].join('|')})`;

/** NaN where it is no number. */
export function numberOf(text: string): number {
  const low = text.toLowerCase();
  return values.get(low) ?? Number(low.replace(/[,\s]/g, ''));
}

/** "40" as a text would write it: "40", "forty". */
export function spellings(value: number): string[] {
  const words = [...values].filter(([, known]) => known === value).map(([word]) => word);
  const digits = String(value);
  const grouped = value >= 1_000 ? digits.replace(/\B(?=(?:\d{3})+$)/g, '[,.\\s’]?') : digits;
  return [grouped.replace(/\.(?=\d)/, '[.,]'), ...words];
}
