/** How people speak of the times of a working day, put into plain ones. */
import type { WallTime } from '../../ticket/wall-time';
import { dayText, weekdayOf } from './calendar-day';

type Rewrite = readonly [RegExp, string | ((now: WallTime, ...groups: string[]) => string)];

/**
 * The text with what a working day is spoken of ("end of day", "lunch", "two business days") put into times of day
 * and calendar days, read at a wall time.
 */
export function inPlainWords(text: string, now: WallTime): string {
  if (!spokenTime.test(text)) return text;
  return rewrites.reduce(
    (rest, [pattern, by]) =>
      typeof by === 'string'
        ? rest.replace(pattern, by)
        : rest.replace(pattern, (_found, ...groups: string[]) => by(now, ...groups)),
    text,
  );
}

/** What every rewrite below needs one of: most sentences have none, and looking costs little. */
const spokenTime =
  /[ap][·.]m|\beo[bdw]\b|\bcob\b|(?:end|close|beginning|start) of|lunch|noon|mid-?day|morning|night|evening|half past|quarter|first thing|week|month|(?:business|working|work) days?|\d\/\d|\d(?:st|nd|rd|th)\b|\dh\b|o['’]clock|\b(?:at|by|before|around|about|till|until|than) \d/i;

const weekdayNames = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?';

const rewrites: readonly Rewrite[] = [
  [/\b([ap])·m·|\b([ap])\.m\./gi, (_now, first = '', second = '') => `${first || second}m`],
  // The end of a working day is 18:00, its noon 12:00.
  [
    /\b(?:the )?(?:eod|cob|eob|end of (?:the |my |our |your )?(?:business |working |work )?day|close of (?:business|play)|end of play)\b/gi,
    '18:00',
  ],
  [/\b(?:the )?end of (?:today|the shift)\b/gi, 'today 18:00'],
  [/\bend of (tomorrow|\w+day)\b/gi, '18:00 $1'],
  [/\b(?:lunch ?time|lunch|noon|mid-?day)\b/gi, '12:00'],
  [/\bby (?:the )?morning\b/gi, 'tomorrow morning'],
  [/\bover ?night(?! on)\b/gi, 'tomorrow'],
  [
    /\b(half past|quarter past|quarter to) (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b( tonight| in the evening)?/gi,
    (_now, part = '', hour = '', late = '') => partHour(part, hour, late !== ''),
  ],
  [
    /\b(?:at |by |before )?(\d{1,2})(?::(\d\d))? (?:tonight|this evening|in the evening)\b/gi,
    (_now, hour = '', minute = '') => `today ${evening(Number(hour))}:${minute || '00'}`,
  ],
  [/\bover ?night on\b/gi, 'on'],
  // A part of a day is no time: the day is what was promised.
  [/\bfirst thing(?: in the morning)?(?! (?:tomorrow|on |next |this |\w+day))/gi, 'tomorrow'],
  [/\bfirst thing (?:on )?/gi, ''],
  [
    new RegExp(
      `\\b(tomorrow|${weekdayNames})(?:['’]s)? (?:early |late )?(?:morning|afternoon|evening|night)\\b`,
      'gi',
    ),
    '$1',
  ],
  [
    /\b(?:later )?(?:this|late(?:r)? (?:this|in the)|early this) (?:morning|afternoon|evening)\b|\btonight\b/gi,
    'today',
  ],
  // The working week ends on Friday.
  [
    /\b(?:the )?end of (?:the |this )?week\b|\beow\b|\bbefore the weekend\b|\bthis week\b/gi,
    (now) => dayOfWeek(now, 5, 0),
  ],
  [/\b(?:the )?end of next week\b/gi, (now) => dayOfWeek(now, 5, 1)],
  [/\b(?:early|the (?:start|beginning) of) next week\b/gi, (now) => dayOfWeek(now, 1, 1)],
  [/\bnext week(?! (?:on )?\w+day)/gi, (now) => dayOfWeek(now, 5, 1)],
  [
    /\b(?:the )?end of (?:the |this )?month\b/gi,
    (now) => dayText({ year: now.year, month: now.month + 1, day: 0 }),
  ],
  [
    /\b(?:within |in |the next )*(\d+|an?|one|two|three|four|five)(?:\s*(?:-|–|to)\s*(\d+|two|three|four|five))? (?:business|working|work) days?(?: or so)?\b/gi,
    (now, first = '', second = '') => workingDay(now, countOf(second || first)),
  ],
  // Read as the nearer day to come of the two it can be: a promise for March is not meant for December.
  [
    /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?![\d/.-])/g,
    (now, first = '', second = '') => nearerDay(now, Number(first), Number(second)),
  ],
  [
    /\bthe (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|time|floor|line|level|tier))/gi,
    (now, day = '') => dayOfMonth(now, Number(day)),
  ],
  [
    /\b(\d{1,2})h\b(?=\s*(?:[,.;!?]|$|utc|cet|gmt|today|tomorrow))(?<!\b(?:in|within|next) \d{1,2}h)/gi,
    '$1:00',
  ],
  [/\b(\d{1,2}) ?o['’]clock\b/gi, (_now, hour = '') => workingHour(Number(hour))],
  [
    /\b(at|by|before|around|about|till|until|than) (\d{1,2})(?![\d:.,]\d|\d|\s*(?:[ap]\.?m|%|h\b|hours?|hrs?|min|days?|weeks?|of\b|(?:st|nd|rd|th)\b|[\p{L}]{3,}s\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))/giu,
    (_now, word = '', hour = '') =>
      Number(hour) < 24 ? `${word} ${workingHour(Number(hour))}` : `${word} ${hour}`,
  ],
];

/** "At 3" is said of the afternoon, "at 9" of the morning. */
function workingHour(hour: number): string {
  const afternoon = hour >= 1 && hour <= 6;
  return `${afternoon ? hour + 12 : hour}:00`;
}

/** "Half past two" is of the afternoon, as "at 2" is. */
function partHour(part: string, word: string, late: boolean): string {
  const named = countOf(word);
  const hour = late ? evening(named) : named >= 1 && named <= 6 ? named + 12 : named;
  const [at, minute] = /half/i.test(part) ? [hour, 30] : /past/i.test(part) ? [hour, 15] : [hour - 1, 45];
  return `${late ? 'today ' : ''}${at}:${minute}`;
}

function evening(hour: number): number {
  return hour < 12 ? hour + 12 : hour;
}

const numerals: Readonly<Record<string, number>> = Object.fromEntries([
  ['a', 1],
  ['an', 1],
  ...'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
]);

function countOf(text: string): number {
  return numerals[text.toLowerCase()] ?? Number(text);
}

/** ISO day of a weekday (1 is Monday) in the writer's week, or so many weeks later. */
function dayOfWeek(now: WallTime, weekday: number, weeks: number): string {
  return dayText({ ...now, day: now.day + weekday - weekdayOf(now) + weeks * 7 });
}

function nearerDay(now: WallTime, first: number, second: number): string {
  const today = dayText(now);
  const days = [
    { month: first, day: second },
    { month: second, day: first },
  ]
    .filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
    .map((one) => {
      const thisYear = dayText({ ...one, year: now.year });
      return thisYear < today ? dayText({ ...one, year: now.year + 1 }) : thisYear;
    });
  return days.sort()[0] ?? `${first}/${second}`;
}

function dayOfMonth(now: WallTime, day: number): string {
  return dayText({ ...now, month: day < now.day ? now.month + 1 : now.month, day });
}

/** Monday to Friday count; a helpdesk's holidays are the clocks' concern. */
function workingDay(now: WallTime, count: number): string {
  let day = now.day;
  for (let left = Math.min(count, MOST_DAYS); left > 0; ) {
    day++;
    if (weekdayOf({ ...now, day }) <= 5) left--;
  }
  return dayText({ ...now, day });
}

const MOST_DAYS = 60;
