/** Who looked, and how this account's states read. */
import type { Capture } from '../../ticket/schema';
import { type Fields, idOf, lineOf } from './fields';
import { type Status, systemStatuses } from './values';
import { zoneOf } from './zones';

/** Light agents and restricted roles see less than was said. */
export function viewerOf(user: Fields | undefined): Capture['viewer'] {
  const id = idOf(user?.id);
  if (!user || !id) return {};
  const timeZone = zoneOf(user.iana_time_zone, user.time_zone);
  const language = lineOf(user.locale);
  const limited = user.role_type === 1 || user.only_private_comments === true || user.role === 'end-user';
  return { id, timeZone, language, limited };
}

export function statusMap(custom: ReadonlyMap<string, Status>): Capture['statusMap'] {
  const known = [...systemStatuses.values(), ...custom.values()];
  const byLabel = new Map(
    known.map(({ label, common }) => [label, { label, common, from: 'helpdesk' as const }]),
  );
  return [...byLabel.values()];
}
