/** The day that words such as "next Friday" or "end of month" mean, to be offered and confirmed, never to be assumed. */
import { smallNumbers } from './small-numbers';

export interface OfferedDay {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Where the words stand in the text. */
  start: number;
  end: number;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const weekday = '(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?';
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const count = `(a|an|\\d{1,3}|${smallNumbers.slice(1).join('|')}|a couple of)`;

type Reading = (groups: readonly (string | undefined)[], today: Date) => Date | undefined;

/** From the most to the least particular: of "Friday, 4 December" the date is read. */
const readings: readonly (readonly [RegExp, Reading])[] = [
  [/\b(\d{4})-(\d\d)-(\d\d)\b/, ([, y, m, d]) => dateOf(Number(y), Number(m) - 1, Number(d))],
  [/\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/, ([, d, m, y]) => dateOf(Number(y), Number(m) - 1, Number(d))],
  [
    word(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}\\.?,?(?: (\\d{4}))?`),
    ([, d, m, y], today) => ahead(d, m, y, today),
  ],
  [
    word(`${month}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)(?:,? (\\d{4}))?`),
    ([, m, d, y], today) => ahead(d, m, y, today),
  ],
  [word('(?:the )?day after tomorrow'), (_, today) => plus(today, 2)],
  [word('tomorrow'), (_, today) => plus(today, 1)],
  [word('(?:today|tonight|eod|(?:the )?end of (?:the )?day|close of business|cob)'), (_, today) => today],
  [
    word(
      `(?:with)?in (?:the next )?${count} (?:business |working )?(day|week|fortnight|month)s?(?:['’]? time)?`,
    ),
    ([, n, unit], today) => later(n, unit, today),
  ],
  [word(`${count} (day|week|month)s? from (?:now|today)`), ([, n, unit], today) => later(n, unit, today)],
  [
    word(`(?<!every )(?<!each )(?:(next|this|coming|following) )?${weekday}(?: next week)?`),
    (groups, today) => onWeekday(groups, today),
  ],
  [
    word(
      '(?:(?:the )?end of (?:the |this )?|eo|by this |this |later this )(w|m|q|y)(?:eek|onth|uarter|ear)?',
    ),
    ([, unit], today) => endOf(unit, today, 0),
  ],
  [
    word('(?:(?:the )?end of )?next (w|m|q|y)(?:eek|onth|uarter|ear)'),
    ([, unit], today) => endOf(unit, today, 1),
  ],
  [word('q([1-4])(?: (\\d{4}))?'), ([, quarter, year], today) => endOfQuarter(Number(quarter), year, today)],
  [word(`(?:(?:the )?end of|by) ${month}(?: (\\d{4}))?`), ([, m, y], today) => endOfMonth(m, y, today)],
];

/** `today` is `YYYY-MM-DD`. */
export function dayFrom(text: string, today: string): OfferedDay | undefined {
  const from = new Date(`${today}T00:00:00Z`);
  if (Number.isNaN(from.getTime())) return undefined;
  for (const [expression, read] of readings) {
    const match = expression.exec(text.slice(0, 2_000));
    const found = match && read(match, from);
    if (found)
      return {
        day: found.toISOString().slice(0, 10),
        start: match.index,
        end: match.index + match[0].length,
      };
  }
  return undefined;
}

function word(source: string): RegExp {
  return new RegExp(`\\b${source}\\b`, 'i');
}

function dateOf(year: number, monthIndex: number, day: number): Date | undefined {
  const date = new Date(Date.UTC(year, monthIndex, day));
  return date.getUTCMonth() === monthIndex && date.getUTCDate() === day ? date : undefined;
}

function plus(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000);
}

function monthIndex(name: string | undefined): number {
  return months.indexOf((name ?? '').slice(0, 3).toLowerCase());
}

/** A day without a year is the next one to come. */
function ahead(
  day: string | undefined,
  name: string | undefined,
  year: string | undefined,
  today: Date,
): Date | undefined {
  const at = (y: number) => dateOf(y, monthIndex(name), Number(day));
  if (year !== undefined) return at(Number(year));
  const thisYear = at(today.getUTCFullYear());
  return thisYear && thisYear >= today ? thisYear : at(today.getUTCFullYear() + 1);
}

function later(amount: string | undefined, unit: string | undefined, today: Date): Date {
  const low = (amount ?? '').toLowerCase();
  const n = /^\d/.test(low)
    ? Number(low)
    : low.startsWith('a couple')
      ? 2
      : Math.max(1, smallNumbers.indexOf(low));
  if (unit?.toLowerCase() === 'month') return sameDayIn(today, n);
  const days: Record<string, number> = { day: 1, week: 7, fortnight: 14 };
  return plus(today, n * (days[unit?.toLowerCase() ?? ''] ?? 1));
}

/** 31 January and a month is the last of February. */
function sameDayIn(today: Date, by: number): Date {
  const last = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + by + 1, 0));
  return new Date(
    Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(today.getUTCDate(), last.getUTCDate())),
  );
}

/** "Friday" is the one to come, "next Friday" the one of the week after. */
function onWeekday([whole, which, name]: readonly (string | undefined)[], today: Date): Date {
  const wanted = weekdays.indexOf((name ?? '').slice(0, 3).toLowerCase());
  if (which?.toLowerCase() === 'next' || /next week$/i.test(whole ?? ''))
    return plus(monday(today, 1), (wanted + 6) % 7);
  return plus(today, (wanted - today.getUTCDay() + 7) % 7 || 7);
}

function monday(today: Date, weeks: number): Date {
  return plus(today, 7 * weeks - ((today.getUTCDay() + 6) % 7));
}

/** A week ends on its Friday, when people still work. */
function endOf(unit: string | undefined, today: Date, by: number): Date {
  const year = today.getUTCFullYear();
  switch (unit?.toLowerCase()) {
    case 'w': {
      const friday = plus(monday(today, by), 4);
      return friday < today ? today : friday;
    }
    case 'm':
      return new Date(Date.UTC(year, today.getUTCMonth() + by + 1, 0));
    case 'q':
      return new Date(Date.UTC(year, (Math.floor(today.getUTCMonth() / 3) + by + 1) * 3, 0));
    default:
      return new Date(Date.UTC(year + by, 11, 31));
  }
}

function endOfQuarter(quarter: number, year: string | undefined, today: Date): Date {
  const at = (y: number) => new Date(Date.UTC(y, quarter * 3, 0));
  const given = at(Number(year ?? today.getUTCFullYear()));
  return year === undefined && given < today ? at(today.getUTCFullYear() + 1) : given;
}

function endOfMonth(name: string | undefined, year: string | undefined, today: Date): Date {
  const at = (y: number) => new Date(Date.UTC(y, monthIndex(name) + 1, 0));
  const given = at(Number(year ?? today.getUTCFullYear()));
  return year === undefined && given < today ? at(today.getUTCFullYear() + 1) : given;
}
