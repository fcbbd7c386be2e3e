/** A person's choices about the whole: kind, severity, facts, causes, state, checks and meeting, as pure steps. */
import type { Iso } from '../ticket/basics';
import type { Checkpoint, Meeting } from './plan';
import type {
  Attachment,
  CustomKind,
  FirstUpdateTargets,
  KindId,
  Postmortem,
  SectionState,
  Severity,
  Status,
} from './schema';

/** Every word stays; what this kind has no part for is shown among the other notes. */
export function chooseKind(current: Postmortem, kind: KindId | CustomKind, now: Iso): Postmortem {
  const { customKind: _before, ...rest } = current;
  const chosen = typeof kind === 'string' ? { kind } : { kind: kind.base, customKind: kind };
  return { ...rest, ...chosen, kindState: 'edited', updatedAt: now };
}

/** With the user's own targets as they are now; without any the defaults count. */
export function chooseSeverity(
  current: Postmortem,
  severity: Severity,
  now: Iso,
  targets?: FirstUpdateTargets,
): Postmortem {
  const { firstUpdateTargets: _before, ...rest } = current;
  const chosen = targets ? { firstUpdateTargets: targets } : {};
  return { ...rest, ...chosen, severity, severityState: 'edited', updatedAt: now };
}

export function setFlags(
  current: Postmortem,
  change: Partial<Omit<Postmortem['flags'], 'state'>>,
  now: Iso,
): Postmortem {
  return { ...current, flags: { ...current.flags, ...change, state: 'edited' }, updatedAt: now };
}

/** Why no postmortem is written; empty takes it back. */
export function setExempt(current: Postmortem, exempt: string, now: Iso): Postmortem {
  return { ...current, exempt, updatedAt: now };
}

/** Undefined goes back to what the ticket suggests. */
export function setKeywords(
  current: Postmortem,
  keywords: readonly string[] | undefined,
  now: Iso,
): Postmortem {
  const { keywords: _before, ...others } = current;
  return { ...others, ...(keywords === undefined ? {} : { keywords: [...keywords] }), updatedAt: now };
}

export function setFact(
  current: Postmortem,
  name: keyof Postmortem['facts'],
  change: { text?: string; source?: string },
  now: Iso,
): Postmortem {
  const next = { ...current.facts[name], ...change };
  const state: SectionState = next.text.trim() === '' && next.source.trim() === '' ? 'empty' : 'edited';
  return { ...current, facts: { ...current.facts, [name]: { ...next, state } }, updatedAt: now };
}

export function setCategory(current: Postmortem, category: string, now: Iso): Postmortem {
  return { ...current, causes: { ...current.causes, category, state: 'edited' }, updatedAt: now };
}

export function toggleCause(current: Postmortem, detail: string, now: Iso): Postmortem {
  const { details } = current.causes;
  const next = details.includes(detail) ? details.filter((one) => one !== detail) : [...details, detail];
  return { ...current, causes: { ...current.causes, details: next, state: 'edited' }, updatedAt: now };
}

/**
 * Whether it may is for the caller to ask (`holding`); going back is always allowed. What gets past a draft was whole by
 * then: that is what the 24-hour clock asks. Whoever sends it on agrees with the kind and severity that were suggested.
 */
export function setStatus(current: Postmortem, status: Status, now: Iso): Postmortem {
  if (status === current.status) return current;
  const isNoted = status === 'draft' || current.log.some(({ what }) => what === 'drafted');
  const drafted = isNoted ? [] : [{ at: now, what: 'drafted' as const }];
  return {
    ...current,
    status,
    ...(status === 'draft'
      ? {}
      : { kindState: agreed(current.kindState), severityState: agreed(current.severityState) }),
    log: [...current.log, ...drafted, { at: now, what: status }],
    updatedAt: now,
  };
}

function agreed(state: SectionState): SectionState {
  return state === 'generated' ? 'confirmed' : state;
}

export function editCheckpoint(
  current: Postmortem,
  days: number,
  change: Partial<Omit<Checkpoint, 'days'>>,
  now: Iso,
): Postmortem {
  const checkpoints = current.checkpoints.map((check) =>
    check.days === days ? { ...check, ...change } : check,
  );
  return { ...current, checkpoints, updatedAt: now };
}

/** `undefined` takes a time away again. */
export function editMeeting(
  current: Postmortem,
  change: { [field in keyof Meeting]?: Meeting[field] | undefined },
  now: Iso,
): Postmortem {
  const { startsAt, heldAt, ...rest } = { ...current.meeting, ...change };
  const meeting = {
    ...current.meeting,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  };
  const { startsAt: _start, heldAt: _held, ...timeless } = meeting;
  return {
    ...current,
    meeting: {
      ...timeless,
      ...(startsAt === undefined ? {} : { startsAt }),
      ...(heldAt === undefined ? {} : { heldAt }),
    },
    updatedAt: now,
  };
}

export function addAttachment(current: Postmortem, attachment: Attachment, now: Iso): Postmortem {
  return { ...current, attachments: [...current.attachments, attachment], updatedAt: now };
}

export function removeAttachment(current: Postmortem, id: string, now: Iso): Postmortem {
  return { ...current, attachments: current.attachments.filter((one) => one.id !== id), updatedAt: now };
}

export function setCaption(current: Postmortem, id: string, caption: string, now: Iso): Postmortem {
  const attachments = current.attachments.map((one) => (one.id === id ? { ...one, caption } : one));
  return { ...current, attachments, updatedAt: now };
}
