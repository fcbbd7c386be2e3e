/** Entries of the ticket that people link to a part of the document themselves. */
import type { Iso } from '../ticket/basics';
import type { EventId } from '../ticket/events';
import type { ClaimPlace } from './claims';
import type { Linked, Postmortem } from './schema';

/** Those of one place, in the order in which they were linked; the same list for the same links. */
export function linkedAt({ linked }: Pick<Postmortem, 'linked'>, place: ClaimPlace): readonly EventId[] {
  if (!linked) return none;
  let places = known.get(linked);
  if (!places) {
    places = new Map();
    for (const one of linked) places.set(one.place, [...(places.get(one.place) ?? []), one.event]);
    known.set(linked, places);
  }
  return places.get(place) ?? none;
}

const known = new WeakMap<readonly Linked[], Map<string, EventId[]>>();
const none: readonly EventId[] = [];

export function linkEvent(current: Postmortem, place: ClaimPlace, event: EventId, now: Iso): Postmortem {
  const id = `${place} ${event}`;
  const before = current.linked ?? [];
  if (before.some((one) => one.id === id)) return current;
  return { ...current, linked: [...before, { id, place, event }], updatedAt: now };
}

/** A figure that was let stand for the sake of this entry is asked about again. */
export function unlinkEvent(current: Postmortem, place: ClaimPlace, event: EventId, now: Iso): Postmortem {
  const { linked = [] } = current;
  return {
    ...current,
    linked: linked.filter((one) => one.place !== place || one.event !== event),
    knownClaims: current.knownClaims.filter((one) => one.section !== place || one.event !== event),
    updatedAt: now,
  };
}
