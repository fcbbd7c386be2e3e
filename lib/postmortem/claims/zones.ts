import { isZone } from '../../language/dates';
import type { Capture } from '../../ticket/schema';

const MOST_ZONES = 4;

/** Where somebody who writes "17:05" may sit: the reader, the people of the ticket. Without UTC. */
export function zonesOf({ viewer, ticket }: Capture): string[] {
  const named = [viewer.timeZone, ...ticket.people.map(({ timeZone }) => timeZone)];
  const zones = new Set(named.filter((zone) => zone !== undefined && zone !== 'UTC'));
  return [...zones]
    .filter((zone) => zone !== undefined)
    .filter(isZone)
    .slice(0, MOST_ZONES);
}

const offsets = new Map<string, number>();

/** What to add to an instant so that its UTC fields read as the zone's; zones change on the hour, so one asks by hour. */
export function offsetAt(at: string, zone: string): number {
  const key = `${zone} ${at.slice(0, 13)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const found = measured(Date.parse(`${at.slice(0, 13)}:00:00.000Z`), zone);
  if (offsets.size > 20_000) offsets.clear();
  offsets.set(key, found);
  return found;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function measured(at: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)?/.exec(name) ?? [];
  const length = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -length : length;
}
