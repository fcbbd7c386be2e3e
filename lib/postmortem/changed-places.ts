/** Which places of a postmortem differ between two of its states, and what a person calls them. */
import type { Postmortem } from './schema';
import { type Fields, isFields, isSame } from './values';

/** Said of a document and not written into it. */
const notWritten = new Set([
  'updatedAt',
  'createdAt',
  'captureId',
  'ticket',
  'dropped',
  'v',
  'id',
  'exports',
]);

/** Paths such as `sections.summary`, `actions.a1`, `whys.0`; sorted, each once. */
export function changedPlaces(before: Postmortem, after: Postmortem): string[] {
  const places: string[] = [];
  for (const key of keysOf(before, after)) {
    if (notWritten.has(key)) continue;
    // One of its own keys.
    const [old, now] = [(before as Fields)[key], (after as Fields)[key]];
    if (!isSame(old, now)) places.push(...inside(key, old, now));
  }
  return places.sort();
}

function inside(key: string, old: unknown, now: unknown): string[] {
  const [before, after] = [partsOf(old), partsOf(now)];
  if (!before || !after) return [key];
  const changed = [...keysOf(before, after)].filter((name) => !isSame(before[name], after[name]));
  return changed.length === 0 ? [key] : changed.map((name) => `${key}.${name}`);
}

/** A list of rows, or a record of records, by the name of each; undefined for what is one value. */
function partsOf(value: unknown): Fields | undefined {
  if (Array.isArray(value))
    return value.every(isFields)
      ? Object.fromEntries(value.map((row, index) => [String(row.id ?? row.event ?? index), row]))
      : undefined;
  return isFields(value) && Object.values(value).every(isFields) ? value : undefined;
}

function keysOf(a: object, b: object): Set<string> {
  return new Set([...Object.keys(a), ...Object.keys(b)]);
}

/** The words in one of those places, a field a line; empty where there is nothing. */
export function wordsAt(postmortem: Postmortem, place: string): string {
  const [top = '', ...rest] = place.split('.');
  const name = rest.join('.');
  // One of its own keys, or absent.
  const value = (postmortem as Fields)[top];
  return wordsIn(name === '' ? value : partsOf(value)?.[name]);
}

/** Not read by anybody: what names a row, how it came to be, and what it rests on. */
const notWords = new Set(['id', 'event', 'events', 'claims', 'said', 'state', 'lane', 'blob', 'place']);

function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const inner = Array.isArray(value)
    ? value
    : isFields(value)
      ? Object.keys(value)
          .filter((key) => !notWords.has(key))
          .map((key) => value[key])
      : [];
  return inner.map(wordsIn).filter(Boolean).join('\n');
}

const names: Record<string, string> = {
  'sections.title': 'Title',
  'sections.summary': 'Summary',
  'sections.impact': 'Impact',
  'sections.externalMessages': 'What reached the customer',
  'sections.internalMessages': 'What stayed inside',
  'sections.delays': 'Delays',
  'sections.answers': 'Wrong and right answers',
  'sections.symptom': 'Symptom',
  'sections.cause': 'What broke',
  'sections.systemic': 'Why it broke',
  'sections.factors': 'Contributing factors',
  'sections.resolution': 'How it was resolved',
  'sections.wentWell': 'What went well',
  'sections.wentBadly': 'What went badly',
  'sections.lucky': 'Where we got lucky',
  'sections.learnings': 'Learnings',
  'sections.risks': 'Risks',
  'sections.dependencies': 'Knowledge dependencies',
  'sections.notes': 'Other notes',
  status: 'State',
  log: 'State',
  severity: 'Severity',
  severityState: 'Severity',
  kind: 'Kind',
  kindState: 'Kind',
  customKind: 'Kind',
  knownClaims: 'Claims',
  meeting: 'Meeting',
  facts: 'Users and services affected',
  causes: 'Cause category',
  flags: 'Customers, data and security',
  exempt: 'Not required, because',
  checkpoints: 'Follow-ups',
  timeline: 'Timeline',
  attachments: 'Evidence',
  linked: 'Linked evidence',
  firstUpdateTargets: 'Severity',
  whys: 'Whys',
  actions: 'Actions',
};

/** What is above the field on screen; of a field this list does not know, its own name in words. */
export function placeName(place: string): string {
  const [top = '', below = ''] = place.split('.');
  const known = names[place] ?? names[top];
  if (known !== undefined) return known;
  const own = top === 'sections' ? below : top;
  const words = own.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
