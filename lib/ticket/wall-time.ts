/** Between an instant and what a clock on the wall shows in a zone, over the browser's own zone data. */
import type { Iso } from './basics';

export interface WallTime {
  year: number;
  /** 1 is January. */
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** What a clock in the zone shows; an unknown zone is read as UTC. */
export function wallTimeOf(at: Iso, zone: string): WallTime {
  const shifted = new Date(Date.parse(at) + offsetMs(Date.parse(at), zone));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
  };
}

/**
 * The instant at which a clock in the zone shows this. Of an hour that comes twice the first one; an hour that the
 * spring leaves out is read as if the clock had not been set forward.
 */
export function instantOfWallTime(wall: WallTime, zone: string): Iso {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  const before = offsetMs(asUtc - HALF_DAY_MS, zone);
  const after = offsetMs(asUtc + HALF_DAY_MS, zone);
  // Both readings are tried, the earlier instant first: only one that shows the asked time back is right.
  const candidates = [asUtc - Math.max(before, after), asUtc - Math.min(before, after)];
  const exact = candidates.find((ms) => ms + offsetMs(ms, zone) === asUtc);
  return new Date(exact ?? asUtc - before).toISOString();
}

const HALF_DAY_MS = 12 * 3_600_000;

/** Every zone's clocks have been set on a quarter of an hour since 1972, so that one answer serves for all of it. */
const QUARTER_MS = 15 * 60_000;
const offsets = new Map<string, Map<number, number>>();

/** Milliseconds that the zone's clocks are ahead of UTC at an instant (Unix milliseconds). */
function offsetMs(ms: number, zone: string): number {
  if (zone === 'UTC') return 0;
  let known = offsets.get(zone);
  if (!known) {
    known = new Map();
    offsets.set(zone, known);
  }
  const quarter = Math.floor(ms / QUARTER_MS);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = readOffset(quarter * QUARTER_MS, zone);
    if (known.size < MOST_KEPT) known.set(quarter, offset);
  }
  return offset;
}

const MOST_KEPT = 20_000;

function readOffset(ms: number, zone: string): number {
  const found: Record<string, number> = {};
  for (const { type, value } of formatFor(zone).formatToParts(ms)) found[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
  return Date.UTC(year, month - 1, day, hour, minute, second) - ms;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than using it a hundred times, so each zone's is kept. */
function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: isZone(zone) ? zone : 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

/** Zone names come from profiles and pages; one the browser does not know must not stop a reading. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
