import {
  type Action,
  type Claim,
  type Postmortem,
  type SectionState,
  type TextSection,
  type TextSectionName,
  type TimelineEntry,
  textSectionNames,
  type Why,
} from './schema';

/** A section a person wrote, beside what the draft would say now. */
export interface SectionOffer {
  section: TextSectionName;
  current: string;
  fresh: string;
  /** Behind `fresh`. */
  claims: Claim[];
}

/**
 * After another pull: what nobody touched follows the new evidence, what a person wrote, emptied or confirmed
 * stays as it is, and where the new draft differs it is offered, not taken.
 */
export function mergeDraft(
  current: Postmortem,
  fresh: Postmortem,
): { next: Postmortem; offers: SectionOffer[] } {
  const offers: SectionOffer[] = [];
  const sections = { ...current.sections };
  for (const name of textSectionNames) {
    const mine = current.sections[name];
    const theirs = fresh.sections[name];
    if (isUntouched(mine)) sections[name] = theirs;
    else if (theirs.text !== mine.text && !saysWhatItSaid(theirs, mine)) {
      offers.push({ section: name, current: mine.text, fresh: theirs.text, claims: theirs.claims });
    }
  }
  return {
    next: {
      ...current,
      ...whatWasSuggested(current, fresh),
      captureId: fresh.captureId,
      ticket: fresh.ticket,
      sections,
      timeline: mergeTimeline(current, fresh),
      whys: current.whys.map((why, index) => mergeWhy(why, fresh.whys[index])),
      actions: mergeActions(current, fresh),
    },
    offers,
  };
}

/** Kind, severity, facts and causes follow the new evidence until somebody has chosen. */
function whatWasSuggested(current: Postmortem, fresh: Postmortem): Partial<Postmortem> {
  const { facts, flags } = current;
  return {
    ...(isOpen(current.kindState) ? { kind: fresh.kind, kindState: fresh.kindState } : {}),
    ...(isOpen(current.severityState)
      ? { severity: fresh.severity, severityState: fresh.severityState }
      : {}),
    ...(isOpen(current.causes.state) ? { causes: fresh.causes } : {}),
    ...(isOpen(flags.state) ? { flags: fresh.flags } : {}),
    facts: {
      usersAffected: isOpen(facts.usersAffected.state) ? fresh.facts.usersAffected : facts.usersAffected,
      servicesDisrupted: isOpen(facts.servicesDisrupted.state)
        ? fresh.facts.servicesDisrupted
        : facts.servicesDisrupted,
    },
  };
}

function isOpen(state: SectionState): boolean {
  return state === 'generated' || state === 'empty';
}

/**
 * In order of time, and of one instant as the new draft has it; rows it no longer has come after those. Words stay as a
 * person left them; when it happened and who could see it are the evidence's to say.
 */
function mergeTimeline(current: Postmortem, fresh: Postmortem): TimelineEntry[] {
  const rows = new Map(fresh.timeline.map((entry) => [entry.event, entry]));
  for (const entry of current.timeline) {
    if (entry.state === 'generated') continue;
    const { at, lane } = rows.get(entry.event) ?? entry;
    rows.set(entry.event, { ...entry, at, lane });
  }
  return [...rows.values()]
    .filter((entry) => entry.state !== 'generated' || !current.dropped.includes(entry.event))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** A person's order stands; each new suggestion comes after the one it follows in the new draft. */
function mergeActions(current: Postmortem, fresh: Postmortem): Action[] {
  const suggested = new Map(fresh.actions.map((action) => [action.id, action]));
  for (const id of current.dropped) suggested.delete(id);
  const merged = current.actions.flatMap((mine) => {
    if (mine.state !== 'generated') return [mine];
    return suggested.get(mine.id) ?? [];
  });
  let place = 0;
  for (const [id, action] of suggested) {
    const at = merged.findIndex((known) => known.id === id);
    if (at === -1) merged.splice(place, 0, action);
    place = (at === -1 ? place : at) + 1;
  }
  return merged;
}

function mergeWhy(mine: Why, fresh: Why | undefined): Why {
  const isUntouchedWhy = mine.state === 'generated' || (mine.state === 'empty' && mine.events.length === 0);
  return isUntouchedWhy && fresh ? fresh : mine;
}

/** Generated, or empty because the draft had nothing to say: a person who emptied a section left its claims. */
function isUntouched(section: TextSection): boolean {
  return section.state === 'generated' || (section.state === 'empty' && section.claims.length === 0);
}

/** The new draft is the one that the person has already decided about. */
function saysWhatItSaid(theirs: TextSection, mine: TextSection): boolean {
  const texts = mine.claims.map((claim) => claim.text);
  return theirs.text === texts.join('\n') || theirs.text === texts.join(' ');
}
