/** The zone that a time of day is said in: "11 am Eastern", "16:00 Central European Time", "3pm Paris time". */

export interface SpokenZone {
  /** IANA name: it knows summer time, which people leave out or get wrong ("Eastern Standard Time" in June). */
  zone: string;
  /** The text without the zone's name, which a reader of dates would take for an offset. */
  rest: string;
}

/** Undefined where the text names no zone in words; abbreviations such as "CET" are left to the reader of dates. */
export function spokenZone(text: string): SpokenZone | undefined {
  if (!mayName.test(text)) return undefined;
  for (const [pattern, zone] of named) {
    if (pattern.test(text)) return { zone, rest: text.replace(pattern, '') };
  }
  const zone = cityZone(text);
  return zone === undefined ? undefined : { zone, rest: text };
}

const mayName = /\b(?:time|eastern|central|mountain|pacific)\b/i;

/** What the name stands behind: "11 am", "16:00", "noon", "5 pm tomorrow", "close of business Friday". */
const afterTime =
  '(?<=(?:\\d|\\d ?[ap]m|[ap][.·]m[.·]?|noon|mid-?day|midnight|lunch|day|eod|cob|business|play|tomorrow|morning|afternoon|evening)[ ,(]+)';
const kind = '(?: (?:standard|daylight|summer))?';

function spoken(names: string, zone: string): readonly [RegExp, string] {
  return [new RegExp(`(?:\\b(?:in )?|\\()(?:${names})${kind} time\\b\\)?`, 'i'), zone];
}

/** American zones are named without "time" too. */
function american(name: string, zone: string): readonly [RegExp, string] {
  const alone = `${afterTime}(?:us )?${name}(?=\\)?\\s*(?:[.,;:!?)-]|$|(?:on|today|tomorrow|tonight|and|so|with|at the|for|if|as|when|but|or|this|next|\\w+day)\\b))`;
  return [new RegExp(`${alone}|\\b(?:us )?${name}${kind} time\\b`, 'i'), zone];
}

const named: readonly (readonly [RegExp, string])[] = [
  spoken(
    'central european|middle european|german|french|dutch|spanish|italian|swiss|austrian',
    'Europe/Berlin',
  ),
  spoken('eastern european|greek|finnish', 'Europe/Athens'),
  spoken('western european|portuguese', 'Europe/Lisbon'),
  spoken('british|uk|u\\.k\\.', 'Europe/London'),
  spoken('irish', 'Europe/Dublin'),
  spoken('greenwich mean|universal|coordinated universal', 'UTC'),
  spoken('indian?', 'Asia/Kolkata'),
  spoken('japan(?:ese)?', 'Asia/Tokyo'),
  spoken('china|chinese', 'Asia/Shanghai'),
  spoken('gulf', 'Asia/Dubai'),
  spoken('australian eastern', 'Australia/Sydney'),
  spoken('new zealand', 'Pacific/Auckland'),
  spoken('south african?', 'Africa/Johannesburg'),
  spoken('atlantic', 'America/Halifax'),
  american('eastern', 'America/New_York'),
  american('central', 'America/Chicago'),
  american('mountain', 'America/Denver'),
  american('pacific', 'America/Los_Angeles'),
];

/** "15:00 Paris time": the zone that is called after the city. */
function cityZone(text: string): string | undefined {
  const city = /\b([A-Z]\p{L}+(?: [A-Z]\p{L}+)?) time\b/u.exec(text)?.[1];
  if (city === undefined) return undefined;
  const ending = `/${city.replaceAll(' ', '_')}`;
  return Intl.supportedValuesOf('timeZone').find((name) => name.endsWith(ending));
}
