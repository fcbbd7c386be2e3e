/**
 * The times people promise by most, read without a parser: "tomorrow", "by 3pm", "Friday at 10:00", "within 2 hours".
 * Only what chrono reads the same way is read here; anything else in the text that may be a time leaves it to chrono.
 */
import type { WallTime } from '../../ticket/wall-time';
import { type CalendarDay, dayText, weekdayOf } from './calendar-day';
import { isBehind, namesATime } from './time-words';

export interface NearTime {
  /** Named, not only meant: "by 3pm" names none. */
  day?: CalendarDay;
  time?: { hour: number; minute: number };
  /** From now on, instead of a time of day. */
  inMinutes?: number;
}

/** Undefined where the text, in plain words, says more or anything else than one time in these forms. */
export function nearTime(plain: string, now: WallTime): NearTime | undefined {
  const mentions: Mention[] = [];
  let hasNumber = false;
  for (const match of plain.matchAll(timeLike)) {
    const mention = mentionOf(match, now);
    if (mention === undefined) return undefined;
    if (mention !== 'number') mentions.push(mention);
    else if (isPlainNumber(plain, match)) hasNumber = true;
    else return undefined;
  }
  const [only, ...more] = mentions;
  // "Tomorrow", and nothing else that could be a time: the most frequent of all.
  if (only?.isSoon && more.length === 0 && !hasNumber) return isBehind(plain, only.from) ? undefined : only;
  return foreign.test(plain) ? undefined : together(plain, mentions);
}

interface Mention extends NearTime {
  isSoon?: true;
  from: number;
  to: number;
}

/** One that stands alone, or a day and a time of day. */
function together(plain: string, mentions: readonly Mention[]): NearTime | undefined {
  const [first, second, ...more] = mentions;
  if (first === undefined || more.length > 0 || !isPlainBefore(plain, first.from)) return undefined;
  if (second === undefined) return isPlainAfter(plain, first.to) ? first : undefined;
  const { day = second.day, time = second.time } = first;
  if (!day || !time || (first.day && second.day) || (first.time && second.time)) return undefined;
  const joined = /^ (?:at |by |on )?$/.test(plain.slice(first.to, second.from));
  const stand = joined || (isPlainAfter(plain, first.to) && isPlainBefore(plain, second.from));
  return stand && isPlainAfter(plain, second.to) ? { day, time } : undefined;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const counts = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Everything that could be a time or a part of one; what none of the named groups takes is left to chrono. */
const timeLike = new RegExp(
  [
    '(?<soon>\\b(?:today|tomorrow)\\b)',
    `(?<weekday>\\b(?:${weekdays.join('|')})\\b)`,
    '(?<iso>\\b\\d{4}-\\d\\d-\\d\\d\\b)',
    '(?<hour>\\b\\d{1,2})(?::(?<minute>\\d\\d)|(?=(?::\\d\\d)? ?[ap]m\\b))(?: ?(?<half>[ap])m\\b|\\b)',
    `\\b(?:within|in) (?<count>[1-9]\\d{0,2}|an?|the(?= hour\\b)|${counts.join('|')}) (?<unit>minute|hour|day|week)s?\\b`,
    '(?<number>\\d+)',
    namesATime.source,
  ].join('|'),
  'gi',
);

const unitMinutes: Readonly<Record<string, number>> = { minute: 1, hour: 60 };

/** Undefined: not one of these forms. */
function mentionOf(match: RegExpMatchArray, now: WallTime): Mention | 'number' | undefined {
  const from = match.index ?? 0;
  const place = { from, to: from + match[0].length };
  const { soon, weekday, iso, hour, minute, half, count, unit, number } = match.groups ?? {};
  if (number !== undefined) return 'number';
  if (soon !== undefined)
    return { ...place, isSoon: true, day: later(now, soon.toLowerCase() === 'today' ? 0 : 1) };
  if (weekday !== undefined) return onWeekday(weekday, now, place);
  if (iso !== undefined) return onDay(iso, place);
  if (hour !== undefined) return atTime(Number(hour), Number(minute ?? 0), half, place);
  if (count === undefined || unit === undefined) return undefined;
  const many = Math.max(counts.indexOf(count.toLowerCase()) + 1, Number(count) || 1);
  const minutes = unitMinutes[unit.toLowerCase()];
  if (minutes !== undefined) return { ...place, inMinutes: many * minutes };
  return { ...place, day: later(now, /week/i.test(unit) ? many * 7 : many) };
}

function later({ year, month, day }: WallTime, days: number): CalendarDay {
  return { year, month, day: day + days };
}

/** The one to come. Said on the day itself it can mean either. */
function onWeekday(name: string, now: WallTime, place: { from: number; to: number }): Mention | undefined {
  const ahead = (weekdays.indexOf(name.toLowerCase()) + 1 - weekdayOf(now) + 7) % 7;
  return ahead === 0 ? undefined : { ...place, day: later(now, ahead) };
}

function onDay(iso: string, place: { from: number; to: number }): Mention | undefined {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return dayText({ year, month, day }) === iso ? { ...place, day: { year, month, day } } : undefined;
}

function atTime(
  hour: number,
  minute: number,
  half: string | undefined,
  place: { from: number; to: number },
): Mention | undefined {
  if (minute > 59 || hour > 23) return undefined;
  if (half === undefined) return { ...place, time: { hour, minute } };
  if (hour < 1 || hour > 12) return undefined;
  return { ...place, time: { hour: (hour % 12) + (/p/i.test(half) ? 12 : 0), minute } };
}

/** What chrono knows as a time, a span or a date and is no word of `namesATime`. */
const foreign = /\b(?:yesterday|overmorrow|tmrw?|weekdays?|quarters|qtr|yrs?|mos|hrs|secs|mins)\b/i;

/** Words behind which a time is another one, and those that tie a number to a time. */
const binding =
  /(?:^|[^a-z])(?:since|from|of|after|last|past|next|this|every|sent|dated|to|until|till|through|within|in|for|at|on|before|about|around|half|t)\s*$/i;
const behind =
  /(?:^|[^a-z])(?:since|from|of|after|last|past|next|this|every|sent|dated|to|until|till|through|within|in|half)\s*(?:(?:on|at|by)\s+)?$/i;

/** A few words are enough to look back on, and keep a text full of numbers from being read again for each of them. */
const REACH = 24;

function isPlainBefore(plain: string, at: number): boolean {
  const before = plain.slice(Math.max(0, at - REACH), at);
  return /(?:^|[\p{L}\d,;:.!]\s)$/u.test(before) && !behind.test(before);
}

/** The end, or a word that is no part of a time and no name of a time zone. */
function isPlainAfter(plain: string, at: number): boolean {
  const after = plain.slice(at);
  const next = /^[.,;:!)]?\s+([a-z]+)(?![\w.'’-])/i.exec(after)?.[1]?.toLowerCase();
  if (next === undefined) return /^[.,;:!?)]*\s*$/.test(after);
  if (next.length < 5) return shortWords.has(next);
  return (
    !/^(?:until|through|after|later|before|earlier|within|henceforth|forward)$/.test(next) &&
    !namesATime.test(next)
  );
}

const shortWords = new Set(
  'and or but so we i you your our my the with for if as is are was it its then they he she by who when what will can new all has have also both this that from about'.split(
    ' ',
  ),
);

/** "Run 12 failed": a number that names or counts something else. */
function isPlainNumber(plain: string, match: RegExpMatchArray): boolean {
  const at = match.index ?? 0;
  const before = plain.slice(Math.max(0, at - REACH), at);
  const word = /(?:^|\s)([a-z]{2,})\s#?$/i.exec(before)?.[1];
  if (word === undefined && plain.slice(0, at).trim() !== '') return false;
  if (word !== undefined && (/^[ap]m$/i.test(word) || namesATime.test(word))) return false;
  return !binding.test(before) && isPlainAfter(plain, at + match[0].length);
}
