import { lineOf } from './fields';
import { railsZones } from './rails-zones';

const checked = new Map<string, boolean>();

/**
 * The first of several tellings that is a zone this browser knows, as an IANA name: Zendesk gives
 * `iana_time_zone` in newer answers and always `time_zone`, a Rails name. Undefined rather than a guess.
 */
export function zoneOf(...told: readonly unknown[]): string | undefined {
  for (const value of told) {
    const name = lineOf(value);
    if (!name) continue;
    const zone = railsZones.get(name) ?? name;
    if (isZone(zone)) return zone;
  }
  return undefined;
}

/** Whatever a date would be formatted with later has to be accepted here: an unknown zone throws there. */
function isZone(zone: string): boolean {
  let known = checked.get(zone);
  if (known === undefined) {
    try {
      // Offsets such as "+02:00" are accepted too, but are no zone: they know no summer time.
      known = /^[A-Za-z]/.test(zone) && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      known = false;
    }
    checked.set(zone, known);
  }
  return known;
}
