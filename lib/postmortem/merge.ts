import {
  type Postmortem,
  type SectionState,
  type TextSection,
  type TextSectionName,
  textSectionNames,
  type Why,
} from './schema';

/** A section a person wrote, beside what the draft would say now. */
export interface SectionOffer {
  section: TextSectionName;
  current: string;
  fresh: string;
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
    else if (theirs.text !== mine.text && theirs.text !== generatedText(mine)) {
      offers.push({ section: name, current: mine.text, fresh: theirs.text });
    }
  }
  return {
    next: {
      ...current,
      captureId: fresh.captureId,
      ticket: fresh.ticket,
      sections,
      timeline: mergeRows(current.timeline, fresh.timeline, current.dropped, (entry) => entry.event).sort(
        (a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0),
      ),
      whys: current.whys.map((why, index) => mergeWhy(why, fresh.whys[index])),
      actions: mergeRows(current.actions, fresh.actions, current.dropped, (action) => action.id),
    },
    offers,
  };
}

/** A person's rows stay, rows a person took out stay out, and the rest follows the new draft. */
function mergeRows<T extends { state: SectionState }>(
  current: readonly T[],
  fresh: readonly T[],
  dropped: readonly string[],
  idOf: (row: T) => string,
): T[] {
  const mine = new Map(current.filter((row) => row.state !== 'generated').map((row) => [idOf(row), row]));
  const followed = fresh
    .filter((row) => !dropped.includes(idOf(row)))
    .map((row) => mine.get(idOf(row)) ?? row);
  const taken = new Set(followed.map(idOf));
  return [...followed, ...[...mine.values()].filter((row) => !taken.has(idOf(row)))];
}

function mergeWhy(mine: Why, fresh: Why | undefined): Why {
  const isOpen = mine.state === 'generated' || (mine.state === 'empty' && mine.events.length === 0);
  return isOpen && fresh ? fresh : mine;
}

/** Generated, or empty because the draft had nothing to say: a person who emptied a section left its claims. */
function isUntouched(section: TextSection): boolean {
  return section.state === 'generated' || (section.state === 'empty' && section.claims.length === 0);
}

function generatedText(section: TextSection): string {
  const texts = section.claims.map((claim) => claim.text);
  return section.text.includes('\n') ? texts.join('\n') : texts.join(' ');
}
