/**
 * How far a time zone is from UTC, as stretches of one offset each. `Intl` is asked once a week of time and the
 * answers are kept; where the two ends of a week differ, the change between them is found to the millisecond.
 */

/** `[from, to)` in milliseconds since 1970, with the offset to add to UTC for the local wall time. */
export interface OffsetStretch {
  from: number;
  to: number;
  offset: number;
}

/** Zones that change twice do so weeks apart (Morocco's Ramadan: a month), so one week holds one change at most. */
const WEEK = 7 * 86_400_000;

interface Zone {
  format: Intl.DateTimeFormat;
  weeks: Map<number, OffsetStretch[]>;
}

const zones = new Map<string, Zone>();

/** False for a name that this browser's time zone data does not have. */
export function isKnownZone(zone: string): boolean {
  try {
    zoneOf(zone);
    return true;
  } catch (error) {
    // The one thing `Intl` says about a name it does not know.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The stretches that make up `[from, to)`, in order, none longer than a week: whoever stops early has not asked for
 * the years after. Throws a RangeError for an unknown zone.
 */
export function* offsetStretches(zone: string, from: number, to: number): Generator<OffsetStretch> {
  const known = zoneOf(zone);
  for (let week = Math.floor(from / WEEK); week * WEEK < to; week++) {
    for (const stretch of weekOf(known, week)) {
      const start = Math.max(from, stretch.from);
      const end = Math.min(to, stretch.to);
      if (start < end) yield { from: start, to: end, offset: stretch.offset };
    }
  }
}

function zoneOf(zone: string): Zone {
  let known = zones.get(zone);
  if (!known) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hour: 'numeric',
      timeZoneName: 'longOffset',
    });
    known = { format, weeks: new Map() };
    zones.set(zone, known);
  }
  return known;
}

function weekOf(zone: Zone, week: number): OffsetStretch[] {
  let stretches = zone.weeks.get(week);
  if (!stretches) {
    stretches = readWeek(zone, week * WEEK, (week + 1) * WEEK);
    zone.weeks.set(week, stretches);
  }
  return stretches;
}

function readWeek({ format }: Zone, from: number, to: number): OffsetStretch[] {
  const before = offsetAt(format, from);
  const after = offsetAt(format, to);
  if (before === after) return [{ from, to, offset: before }];
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(format, middle) === before) low = middle;
    else high = middle;
  }
  return [
    { from, to: high, offset: before },
    { from: high, to, offset: after },
  ];
}

/** From "9 PM GMT+05:45"; at Greenwich it is "GMT" alone, before standard time "GMT-00:25:21". */
function offsetAt(format: Intl.DateTimeFormat, ms: number): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] =
    /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(format.format(ms)) ?? [];
  const length = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -length : length;
}
