import type { InstantFigure, Nearness } from './figure';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b(?:\\.(?=,?\\s+(?:\\d|at\\b)))?';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?';
const near =
  '(?:(?<near>about|around|roughly|shortly before|shortly after|just before|just after|ca\\.|~)\\s*)?';
const time =
  '(?:(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?::[0-5]\\d)?(?:\\s?(?<half>[ap]m\\b|[ap]\\.m\\.))?|(?<bare>1[0-2]|0?[1-9])\\s?(?<bareHalf>[ap]m\\b|[ap]\\.m\\.)|(?<word>noon|midnight)\\b)';
const zone = '(?:\\s?(?<zone>UTC|GMT|Z)\\b)?';
const day = '(?<day>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?';
const year = '(?:,?\\s+(?<year>(?:19|20)\\d\\d)(?!\\d|:))?';
const between = '(?:,?\\s+(?:at\\s+)?|,\\s*)';

/** From the fullest to the barest: of "17 Nov 08:12" the date is not read alone. */
const shapes = [
  `(?<iso>\\d{4}-\\d\\d-\\d\\d)(?:(?:T|${between})${time}${zone})?`,
  `(?<dotted>\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d\\d)(?:${between}${time}${zone})?`,
  `${day}(?:\\s+of)?\\s+${month}${year}(?:${between}${time}${zone})?`,
  `${month}\\s+${day}(?![\\d:])${year}(?:${between}${time}${zone})?`,
  `${time}${zone}`,
].map((shape) => new RegExp(`(?<![\\p{L}\\p{N}.:/+-])${near}${weekday}${shape}(?![\\p{L}\\p{N}])`, 'giu'));

export function readInstants(text: string): InstantFigure[] {
  return shapes.flatMap((shape) => [...text.matchAll(shape)].flatMap((match) => toFigure(match) ?? []));
}

function toFigure(match: RegExpMatchArray): InstantFigure | undefined {
  const groups = match.groups ?? {};
  const date = dateOf(groups);
  const clock = timeOf(groups);
  if (date === null || (!date && !clock)) return undefined;
  return {
    kind: 'instant',
    start: match.index ?? 0,
    end: (match.index ?? 0) + match[0].length,
    text: match[0],
    near: nearness(groups['near']),
    ...(date ? { day: date } : {}),
    ...(clock ? { time: clock } : {}),
    isUtc: groups['zone'] !== undefined,
  };
}

type Groups = { [name: string]: string | undefined };

/** Null: a day that there is not. */
function dateOf(groups: Groups): InstantFigure['day'] | null {
  const [y, m, d] = fieldsOf(groups);
  if (d === undefined) return undefined;
  const isDay = m >= 1 && m <= 12 && d >= 1 && d <= 31;
  return isDay ? { month: m, day: d, ...(y === undefined ? {} : { year: y }) } : null;
}

function fieldsOf({ iso, dotted, day: d, month: m, year: y }: Groups): [number | undefined, number, number?] {
  if (iso !== undefined) return [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8))];
  if (dotted !== undefined) {
    const [first, second, third] = dotted.split('.').map(Number);
    return [third, second ?? 0, first];
  }
  if (d === undefined || m === undefined) return [undefined, 0];
  return [
    y === undefined ? undefined : Number(y),
    months.indexOf(m.slice(0, 3).toLowerCase()) + 1,
    Number(d),
  ];
}

function timeOf({ hour, minute, half, bare, bareHalf, word }: Groups): InstantFigure['time'] {
  if (word !== undefined)
    return { hour: word.toLowerCase() === 'noon' ? 12 : 0, minute: 0, isHourOnly: true };
  const written = hour ?? bare;
  if (written === undefined) return undefined;
  return {
    hour: ofDay(Number(written), half ?? bareHalf),
    minute: Number(minute ?? 0),
    isHourOnly: hour === undefined,
  };
}

function ofDay(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

function nearness(word: string | undefined): Nearness {
  return word === undefined ? 'exact' : 'about';
}
