/**
 * Undo and redo of a session, step by step. A step is what one edit changed, not how the whole document was: taking it
 * back leaves what another window or a pull wrote since, and where that is in the way, nothing happens.
 */
import { changedPlaces, placeName } from './changed-places';
import { mergeWindows } from './merge-windows';
import type { Postmortem } from './schema';
import type { Fields } from './values';

/** How many steps can be taken back. */
export const MOST_STEPS = 100;

/** Typing on in one place within this time is one step. */
export const BURST_MS = 1_000;

export interface Step {
  before: Postmortem;
  after: Postmortem;
  places: readonly string[];
  /** When it was last typed into, milliseconds since 1970. */
  atMs: number;
}

export interface UndoStack {
  /** The newest last. */
  done: readonly Step[];
  undone: readonly Step[];
}

export const emptyStack: UndoStack = { done: [], undone: [] };

export type StepResult =
  | { kind: 'stepped'; stack: UndoStack; postmortem: Postmortem }
  /** Somebody else wrote there since; the step is left where it is. */
  | { kind: 'in_the_way'; name: string }
  | { kind: 'nothing' };

/** Notes an edit of this window; what had been taken back cannot be brought again after it. */
export function recordEdit(
  stack: UndoStack,
  before: Postmortem,
  after: Postmortem,
  nowMs: number,
): UndoStack {
  const places = changedPlaces(before, after);
  if (places.length === 0) return stack;
  const last = stack.done.at(-1);
  const goesOn =
    last !== undefined &&
    stack.undone.length === 0 &&
    last.after === before &&
    nowMs - last.atMs < BURST_MS &&
    places.length === 1 &&
    last.places.length === 1 &&
    last.places[0] === places[0] &&
    hasSameRows(before, after, places[0]) &&
    hasSameRows(last.before, last.after, places[0]);
  const step = goesOn ? { ...last, after, atMs: nowMs } : { before, after, places, atMs: nowMs };
  const earlier = goesOn ? stack.done.slice(0, -1) : stack.done;
  return { done: [...earlier, step].slice(-MOST_STEPS), undone: [] };
}

/** Whether a row came or went: two of these are two steps, however quickly they follow each other. */
function hasSameRows(before: Postmortem, after: Postmortem, place = ''): boolean {
  const [top = ''] = place.split('.');
  // One of its own keys.
  const [old, now] = [(before as Fields)[top], (after as Fields)[top]];
  return !Array.isArray(old) || !Array.isArray(now) || old.length === now.length;
}

/** The field is left: what is typed there from now on is a step of its own. */
export function endBurst(stack: UndoStack): UndoStack {
  const last = stack.done.at(-1);
  if (!last || last.atMs === 0) return stack;
  return { ...stack, done: [...stack.done.slice(0, -1), { ...last, atMs: 0 }] };
}

export function undo(stack: UndoStack, current: Postmortem): StepResult {
  const step = stack.done.at(-1);
  if (!step) return { kind: 'nothing' };
  const postmortem = without(current, step.after, step.before);
  if (!postmortem) return { kind: 'in_the_way', name: stepName(step) };
  const taken = { ...step, atMs: 0 };
  return {
    kind: 'stepped',
    postmortem,
    stack: { done: stack.done.slice(0, -1), undone: [...stack.undone, taken] },
  };
}

export function redo(stack: UndoStack, current: Postmortem): StepResult {
  const step = stack.undone.at(-1);
  if (!step) return { kind: 'nothing' };
  const postmortem = without(current, step.before, step.after);
  if (!postmortem) return { kind: 'in_the_way', name: stepName(step) };
  return {
    kind: 'stepped',
    postmortem,
    stack: { done: [...stack.done, step], undone: stack.undone.slice(0, -1) },
  };
}

/** What the step changed, as a person would call it. */
export function stepName({ places }: Step): string {
  const all = [...new Set(places.map(placeName))];
  return all.length > 2 ? `${all.length} parts` : all.join(' and ');
}

/** `current` with what leads from `from` to `to`; undefined where it has something else in one of those places. */
function without(current: Postmortem, from: Postmortem, to: Postmortem): Postmortem | undefined {
  const places = new Set(changedPlaces(from, to));
  const isTouched = changedPlaces(from, current).some((place) => places.has(place));
  if (isTouched) return undefined;
  const { merged, conflicts } = mergeWindows(from, current, to);
  return conflicts.length === 0 ? merged : undefined;
}
