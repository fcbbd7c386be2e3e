const weekday = 'Mon|Tue|Wed|Thu|Fri|Sat|Sun';
const month = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const inside = new RegExp(
  [
    String.raw`(?<=\b(?:${weekday}|${month})) (?=\d)`,
    String.raw`(?<=\d) (?=(?:d|h|min|s|%|${month}|UTC)(?![\p{L}\p{N}]))`,
    String.raw`(?<=\d (?:d|h)) (?=\d+ (?:h|min)\b)`,
    String.raw`(?<=\b\d{4}-\d\d-\d\d) (?=\d\d:)`,
  ].join('|'),
  'gu',
);

/**
 * For the screen only: the same words, with no-break spaces inside lengths of time and dates, so that "2 h 14 min"
 * stays on one line. What is kept, exported or copied by a button has plain spaces.
 */
export function unbroken(text: string): string {
  return text.replace(inside, '\u00a0');
}
