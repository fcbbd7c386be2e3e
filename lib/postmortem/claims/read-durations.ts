import {
  millisecondsInDay as DAY,
  millisecondsInHour as HOUR,
  millisecondsInMinute as MINUTE,
  millisecondsInSecond as SECOND,
} from 'date-fns/constants';
import type { DurationFigure, Nearness } from './figure';
import { numberOf, numberSource } from './number-words';

const units = ['weeks?', 'd(?:ays?)?', 'h(?:rs?|ours?)?', 'm(?:in(?:ute)?s?)?', 's(?:ec(?:ond)?s?)?'];
const unit = `(?:${units.join('|')})`;
const parts = units.map((name) => `${numberSource}\\s?-?(?:business\\s+|working\\s+)?${name}\\b`);
/** Each unit once and the larger first: "5 h 02 min, 4 h 34 min" are two lengths, and so are "2 d, 1 min of it". */
const series = parts
  .map(
    (first, at) =>
      `${first}${parts
        .slice(at + 1)
        .map((next) => `(?:(?:\\s+and\\s+|\\s*)${next}|,\\s*${next}(?!\\s+of\\b))?`)
        .join('')}`,
  )
  .join('|');
const near =
  '(?:(?<near>about|around|roughly|approximately|some|nearly|almost|just under|under|less than|within|up to|over|more than|at least|just over|not even|~)\\s*)?';
const whole = new RegExp(
  `(?<![\\p{L}\\p{N}.:/+-])${near}(?<parts>${series})(?<half>\\s+and\\s+a\\s+half)?`,
  'giu',
);
/** Said without a number. "An hour a day" and "once an hour" are no length of time. */
const worded = new RegExp(
  `(?<![\\p{L}\\p{N}])${near}(?<word>half an hour|an hour and a half|an hour)\\b(?=\\s+(?:later|after|before|late|earlier|long|passed))`,
  'giu',
);
const pieces = new RegExp(`(${numberSource})\\s?-?(?:business\\s+|working\\s+)?(${unit})\\b`, 'giu');

const sizes: { [first: string]: number } = { w: 7 * DAY, d: DAY, h: HOUR, m: MINUTE, s: SECOND };
const words: { [word: string]: number } = {
  'half an hour': HOUR / 2,
  'an hour and a half': 1.5 * HOUR,
  'an hour': HOUR,
};

export function readDurations(text: string): DurationFigure[] {
  return [...text.matchAll(whole), ...text.matchAll(worded)].flatMap((match) => toFigure(match) ?? []);
}

function toFigure(match: RegExpMatchArray): DurationFigure | undefined {
  const { near: nearWord, parts = '', half, word } = match.groups ?? {};
  const read =
    word === undefined ? lengthOf(parts) : { ms: words[word.toLowerCase()] ?? 0, unitMs: HOUR / 4 };
  if (!Number.isFinite(read.ms)) return undefined;
  return {
    kind: 'duration',
    start: match.index ?? 0,
    end: (match.index ?? 0) + match[0].length,
    text: match[0],
    near: nearness(nearWord, match[0]),
    ms: read.ms + (half === undefined ? 0 : read.unitMs / 2),
    unitMs: half === undefined ? read.unitMs : read.unitMs / 2,
  };
}

function lengthOf(parts: string): { ms: number; unitMs: number } {
  let ms = 0;
  let unitMs = 7 * DAY;
  for (const [, amount = '', name = ''] of parts.matchAll(pieces)) {
    const size = sizes[name.charAt(0).toLowerCase()] ?? 0;
    ms += numberOf(amount) * size;
    unitMs = Math.min(unitMs, amount.includes('.') ? size / 10 : size);
  }
  return { ms, unitMs };
}

function nearness(word: string | undefined, text: string): Nearness {
  const low = word?.toLowerCase() ?? '';
  if (/within|up to/.test(low)) return 'within';
  if (/nearly|almost|under|less|not even/.test(low)) return 'below';
  if (/over|more/.test(low)) return 'above';
  // "At least" is what Debrief writes of a length whose whole it could not see.
  if (low === '' || low === 'at least') return /\d/.test(text) ? 'exact' : 'about';
  return 'about';
}
