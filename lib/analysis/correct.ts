/** The corrections a person can make with one click, as edits of the overlay. Each can be taken back by the same click. */
import type { EventId } from '../ticket/events';
import type { HandMadeEvent, MarkKind, Overlay } from './overlay';

type Edit = (overlay: Overlay) => Overlay;

/** Always among the key events, or not any more. What is pinned is no noise. */
export function togglePin(id: EventId): Edit {
  return (overlay) => {
    const pinned = toggled(overlay.pinned, id);
    return { ...overlay, pinned, noise: pinned.includes(id) ? without(overlay.noise, id) : overlay.noise };
  };
}

/** Never among the key events, or again by the rules. Nothing is hidden by it. */
export function toggleNoise(id: EventId): Edit {
  return (overlay) => {
    const noise = toggled(overlay.noise, id);
    return { ...overlay, noise, pinned: noise.includes(id) ? without(overlay.pinned, id) : overlay.pinned };
  };
}

/** Out of every number and sentence, or in again. The capture keeps it. */
export function toggleHidden(id: EventId): Edit {
  return (overlay) => ({ ...overlay, hidden: toggled(overlay.hidden, id) });
}

const opposites: Partial<Record<MarkKind, MarkKind>> = {
  escalation: 'not_escalation',
  not_escalation: 'escalation',
  wrong_answer: 'right_answer',
  right_answer: 'wrong_answer',
};

export function toggleMark(event: EventId, as: MarkKind): Edit {
  return (overlay) => {
    const isMarked = overlay.marks.some((mark) => mark.event === event && mark.as === as);
    const others = overlay.marks.filter(
      (mark) => mark.event !== event || (mark.as !== as && mark.as !== opposites[as]),
    );
    return { ...overlay, marks: isMarked ? others : [...others, { event, as }] };
  };
}

/** Undefined takes the correction back: the helpdesk's own time counts again. */
export function correctTime(event: EventId, at: string | undefined, why = ''): Edit {
  return (overlay) => {
    const others = overlay.corrected.filter((one) => one.event !== event);
    if (at === undefined) return { ...overlay, corrected: others };
    return { ...overlay, corrected: [...others, { event, at, ...(why === '' ? {} : { why }) }] };
  };
}

/** Something that happened off the ticket; one of the same id is replaced. */
export function addEvent(made: HandMadeEvent): Edit {
  return (overlay) => ({ ...overlay, added: [...overlay.added.filter(({ id }) => id !== made.id), made] });
}

/** With it goes everything that was said about it. */
export function removeAdded(id: EventId): Edit {
  return (overlay) => ({
    corrected: overlay.corrected.filter(({ event }) => event !== id),
    added: overlay.added.filter((made) => made.id !== id),
    hidden: without(overlay.hidden, id),
    noise: without(overlay.noise, id),
    pinned: without(overlay.pinned, id),
    marks: overlay.marks.filter(({ event }) => event !== id),
  });
}

function toggled(ids: readonly EventId[], id: EventId): EventId[] {
  return ids.includes(id) ? without(ids, id) : [...ids, id];
}

function without(ids: readonly EventId[], id: EventId): EventId[] {
  return ids.filter((one) => one !== id);
}
