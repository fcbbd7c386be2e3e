/**
 * When something was promised for: "by 3pm", "tomorrow morning", "within 2 hours", "EOD Friday", read in the writer's
 * zone against the message's own time. Dates and times are found by chrono; the words of a working day ("end of
 * day", "lunch", "at 3", "two business days") and the conversion to an instant are ours.
 */
import * as chrono from 'chrono-node/en';
import type { Iso } from '../../ticket/basics';
import { instantOfWallTime, type WallTime, wallTimeOf } from '../../ticket/wall-time';

export interface PromisedTime {
  /**
   * The last moment at which the promise is kept: the promised time, or the end of the promised day in the
   * writer's zone.
   */
  dueAt: Iso;
  /** The promised calendar day in the writer's zone. */
  dueDay: string;
  /** `day`: no time of day was named, so `dueAt` is only the end of that day. */
  precision: 'time' | 'day';
}

/** Undefined where the text names no time to come. Offsets without a zone in the text count in `zone`. */
export function promisedTime(text: string, at: Iso, writersZone = 'UTC'): PromisedTime | undefined {
  if (!namesATime.test(text)) return undefined;
  const zone = cityZone(text) ?? writersZone;
  const now = wallTimeOf(at, zone);
  const plain = inPlainWords(text, now);
  const days = soonDay(plain);
  if (days !== undefined) return wholeDay({ ...now, day: now.day + days }, zone);
  const found = parser.parse(plain, referenceAt(at, now), { forwardDate: true });
  const results = found.filter((one) => !isBehind(plain, one.index) && !isAmount(plain, one));
  const last = results.at(-1);
  if (!last) return undefined;
  // A range is kept by its end: "between 2 and 4pm", "in 3 to 5 days".
  const end = last.end ?? last.start;
  const day = results.findLast((one) => hasDay(one.start) && one !== last)?.start;
  const timeIn = end.isCertain('hour') ? end : results.findLast((one) => one.start.isCertain('hour'))?.start;
  const dayIn = hasDay(end) ? end : (day ?? end);
  return resolve(dayIn, timeIn, at, zone);
}

/** What no words for a time go without: most sentences have none of it, and looking costs little. */
const namesATime =
  /\d|\b(?:to(?:day|night|morrow)|now|noon|lunch|mid-?day|midnight|morning|afternoon|evening|over ?night|night|weekend|eo[dbw]|cob|close of|end of|first thing|half past|quarter|(?:second|sec|minute|min|hour|hr|day|week|month|year)s?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*)\b/i;
const namesTimes = new RegExp(namesATime, 'gi');

/** "Tomorrow", and nothing else that could be a time: the most frequent of all, and no work for a parser. */
function soonDay(plain: string): number | undefined {
  const [word, ...more] = plain.match(namesTimes) ?? [];
  if (word === undefined || more.length > 0 || isBehind(plain, plain.indexOf(word))) return undefined;
  return { today: 0, tomorrow: 1 }[word.toLowerCase()];
}

/** "15:00 Paris time": the zone that is called after the city. */
function cityZone(text: string): string | undefined {
  const city = /\b([A-Z]\p{L}+(?: [A-Z]\p{L}+)?) time\b/u.exec(text)?.[1];
  if (city === undefined) return undefined;
  const ending = `/${city.replaceAll(' ', '_')}`;
  return Intl.supportedValuesOf('timeZone').find((name) => name.endsWith(ending));
}

type Parts = chrono.ParsedResult['start'];

const parser = chrono.casual.clone();

/**
 * Chrono counts from the reference's own wall time; giving that as UTC keeps the zone of this machine out of the
 * result.
 */
function referenceAt(at: Iso, now: WallTime): { instant: Date; timezone: number } {
  const instant = new Date(at);
  const asUtc = Date.UTC(now.year, now.month - 1, now.day, now.hour, now.minute);
  const minute = Math.floor(instant.getTime() / 60_000) * 60_000;
  return { instant, timezone: Math.round((asUtc - minute) / 60_000) };
}

function resolve(day: Parts, time: Parts | undefined, at: Iso, zone: string): PromisedTime {
  const named = time?.get('timezoneOffset');
  const exact = time?.isCertain('timezoneOffset') && named !== null && named !== undefined;
  const wall = {
    year: part(day, 'year'),
    month: part(day, 'month'),
    day: part(day, 'day'),
    hour: time ? part(time, 'hour') : 23,
    minute: time ? part(time, 'minute') : 59,
  };
  if (!time) return wholeDay(wall, zone);
  const dueDay = dayText(wall);
  const dueAt = exact
    ? new Date(
        Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - named * 60_000,
      ).toISOString()
    : instantOfWallTime(wall, zone);
  return notBefore(at, { dueAt, dueDay, precision: 'time' }, hasDay(day));
}

/** Kept until the day's end in the writer's zone. */
function wholeDay(day: Pick<WallTime, 'year' | 'month' | 'day'>, zone: string): PromisedTime {
  const wall = { year: day.year, month: day.month, day: day.day, hour: 23, minute: 59 };
  return { dueAt: lastMoment(instantOfWallTime(wall, zone)), dueDay: dayText(day), precision: 'day' };
}

/** "By 4pm", written at five: the next day's. A day that was named stays. */
function notBefore(at: Iso, due: PromisedTime, dayNamed: boolean): PromisedTime {
  if (dayNamed || due.dueAt >= at) return due;
  const next = new Date(Date.parse(due.dueAt) + 86_400_000).toISOString();
  return { ...due, dueAt: next, dueDay: nextDay(due.dueDay) };
}

function part(parts: Parts, name: 'year' | 'month' | 'day' | 'hour' | 'minute'): number {
  return parts.get(name) ?? 0;
}

function hasDay(parts: Parts): boolean {
  return parts.isCertain('day') || parts.isCertain('weekday');
}

function dayText({ year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function lastMoment(minute: Iso): Iso {
  return new Date(Date.parse(minute) + 59_999).toISOString();
}

/** "Since Monday", "from last night": when something began, not when it is due. */
function isBehind(text: string, index: number): boolean {
  return /\b(?:since|from|of|after|last|yesterday|every|sent|dated)\s*$/i.test(text.slice(0, index));
}

/** "Two days of downtime": a length, not a time to come. */
function isAmount(text: string, { index, text: found }: chrono.ParsedResult): boolean {
  return /^ (?:of|later|ago|old)\b/i.test(text.slice(index + found.length));
}

type Rewrite = readonly [RegExp, string | ((now: WallTime, ...groups: string[]) => string)];

/** Puts what a working day is spoken of into times and days that chrono knows. */
function inPlainWords(text: string, now: WallTime): string {
  return rewrites.reduce(
    (rest, [pattern, by]) =>
      typeof by === 'string'
        ? rest.replace(pattern, by)
        : rest.replace(pattern, (_found, ...groups: string[]) => by(now, ...groups)),
    text,
  );
}

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

function weekdayOf({ year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}
