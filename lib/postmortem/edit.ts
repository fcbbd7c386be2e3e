/**
 * A person's changes to a postmortem, as pure steps. What a person wrote is marked as edited from then on, and
 * nothing generated replaces it.
 */
import type { Iso } from '../ticket/basics';
import { statusAfter } from './actions';
import { isOwnQuestion } from './kinds';
import type { SectionOffer } from './merge';
import { blankAction } from './plan';
import {
  type Action,
  isDay,
  OPEN_QUESTION,
  type Postmortem,
  type SectionState,
  type TextSectionName,
  type TimelineEntry,
  type Why,
} from './schema';

export function editSection(current: Postmortem, name: TextSectionName, text: string, now: Iso): Postmortem {
  const section = current.sections[name];
  return touched(current, now, {
    sections: { ...current.sections, [name]: { ...section, text, state: stateOf(text) } },
  });
}

/** What the draft would say in its place, by a person's choice, and the evidence behind that. */
export function takeOffer(
  current: Postmortem,
  { section: name, fresh, claims }: SectionOffer,
  now: Iso,
): Postmortem {
  return touched(current, now, {
    sections: { ...current.sections, [name]: { text: fresh, claims, state: stateOf(fresh) } },
  });
}

export function confirmSection(current: Postmortem, name: TextSectionName, now: Iso): Postmortem {
  const section = current.sections[name];
  return touched(current, now, {
    sections: { ...current.sections, [name]: { ...section, state: 'confirmed' } },
  });
}

export function editTimelineText(current: Postmortem, event: string, text: string, now: Iso): Postmortem {
  return touched(current, now, {
    timeline: current.timeline.map((entry) =>
      entry.event === event ? { ...entry, text, state: 'edited' } : entry,
    ),
  });
}

/** Somebody has read every row as it stands. */
export function confirmTimeline(current: Postmortem, now: Iso): Postmortem {
  const timeline = current.timeline.map((entry): TimelineEntry => ({ ...entry, state: 'confirmed' }));
  return touched(current, now, { timeline });
}

export function removeTimelineEntry(current: Postmortem, event: string, now: Iso): Postmortem {
  return touched(current, now, {
    timeline: current.timeline.filter((entry) => entry.event !== event),
    dropped: [...new Set([...current.dropped, event])],
  });
}

export function editWhy(
  current: Postmortem,
  index: number,
  change: Partial<Pick<Why, 'question' | 'answer'>>,
  now: Iso,
): Postmortem {
  return touched(current, now, {
    whys: current.whys.map((why, at) => {
      if (at !== index) return why;
      // What a machine wrote quotes the ticket, also in what is left of it.
      const said = why.state === 'generated' && why.answer !== '' ? { said: why.answer } : {};
      const next = { ...why, ...said, ...change };
      // A person's question stays, whether or not it has an answer yet.
      const isOpen = next.answer.trim() === '' && isOwnQuestion(next.question);
      return { ...next, state: isOpen ? 'empty' : 'edited' };
    }),
  });
}

export function addWhy(current: Postmortem, now: Iso): Postmortem {
  const why: Why = { question: OPEN_QUESTION, answer: '', events: [], state: 'empty' };
  return touched(current, now, { whys: [...current.whys, why] });
}

/** A figure that no event bears out and the writer knows; it is asked about no more. */
export function knowClaim(
  current: Postmortem,
  claim: Postmortem['knownClaims'][number],
  now: Iso,
): Postmortem {
  const isKnown = current.knownClaims.some(
    ({ section, text }) => section === claim.section && text === claim.text,
  );
  return isKnown ? current : touched(current, now, { knownClaims: [...current.knownClaims, claim] });
}

export function addAction(current: Postmortem, id: string, now: Iso): Postmortem {
  return touched(current, now, { actions: [...current.actions, { ...blankAction, id }] });
}

/**
 * A due date that is no day is left out: a record with one could not be read again. What lacks nothing any more is
 * committed (`statusAfter`); `teams` are the helpdesk's own, and none of them is one person.
 */
export function editAction(
  current: Postmortem,
  id: string,
  change: Partial<Omit<Action, 'id' | 'state'>>,
  now: Iso,
  teams: readonly string[] = [],
): Postmortem {
  const due = change.due === undefined ? {} : { due: isDay(change.due) ? change.due : ('' as const) };
  return touched(current, now, {
    actions: current.actions.map((action) => {
      if (action.id !== id) return action;
      const next: Action = { ...action, ...change, ...due, state: 'edited' };
      return { ...next, status: statusAfter(action, next, teams) };
    }),
  });
}

export function removeAction(current: Postmortem, id: string, now: Iso): Postmortem {
  return touched(current, now, {
    actions: current.actions.filter((action) => action.id !== id),
    dropped: [...new Set([...current.dropped, id])],
  });
}

function stateOf(text: string): SectionState {
  return text.trim() === '' ? 'empty' : 'edited';
}

function touched(current: Postmortem, now: Iso, change: Partial<Postmortem>): Postmortem {
  return { ...current, ...change, updatedAt: now };
}
