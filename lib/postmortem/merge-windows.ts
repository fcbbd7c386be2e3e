/**
 * Two windows that wrote into one postmortem, made one. It knows hardly a field by name, so that a field added later
 * is merged too: a section by its text, a list by the `id` or `event` of its rows, anything else as a whole.
 */
import { mergeRows } from './merge-rows';
import type { Exported, Postmortem } from './schema';
import { type Fields, isFields, isSame } from './values';

/** A place that both wrote since the revision both had seen. */
export interface WindowConflict {
  /** Where in the postmortem: `['sections', 'summary']`, or `['actions', 'a1', 'text']`; rows by name, else by place. */
  path: readonly string[];
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

export interface MergedWindows {
  /** With this window's words in each place that is in conflict. */
  merged: Postmortem;
  conflicts: WindowConflict[];
}

/** `base` is the revision both windows had seen last. Pure; none of the three is changed. */
export function mergeWindows(base: Postmortem, mine: Postmortem, theirs: Postmortem): MergedWindows {
  const conflicts: WindowConflict[] = [];
  const call: Call = { path: [], conflicts };
  // Each field is merged into a value that one of the two had, or into rows and sections of both.
  const merged = mergeFields(base, mine, theirs, call) as Fields & Postmortem;
  const updatedAt = mine.updatedAt > theirs.updatedAt ? mine.updatedAt : theirs.updatedAt;
  const settled = { ...evidence(base, mine, theirs), ...exportsOf(mine, theirs) };
  return { merged: { ...merged, ...settled, updatedAt }, conflicts };
}

/** Which capture it rests on and what that says of the ticket go together, and nobody typed them. */
function evidence(base: Postmortem, mine: Postmortem, theirs: Postmortem) {
  const { captureId, ticket } = mine.captureId === base.captureId ? theirs : mine;
  return { captureId, ticket };
}

/** What has left has left, from whichever window: of two exports of one version the later counts. */
function exportsOf(mine: Postmortem, theirs: Postmortem): Pick<Postmortem, 'exports'> {
  if (!mine.exports || !theirs.exports)
    return mine.exports || theirs.exports ? { exports: mine.exports ?? theirs.exports } : {};
  const latest = new Map<string, Exported>();
  for (const one of [...mine.exports, ...theirs.exports])
    if (one.at > (latest.get(one.version)?.at ?? '')) latest.set(one.version, one);
  return { exports: [...latest.values()] };
}

interface Call {
  path: readonly string[];
  conflicts: WindowConflict[];
}

const settledByItself = new Set(['captureId', 'ticket', 'updatedAt', 'exports']);

function mergeFields(base: object, mine: object, theirs: object, call: Call): Fields {
  const all = { base: { ...base } as Fields, mine: { ...mine } as Fields, theirs: { ...theirs } as Fields };
  const merged: Fields = {};
  for (const key of new Set([...Object.keys(all.mine), ...Object.keys(all.theirs)])) {
    const value =
      call.path.length === 0 && settledByItself.has(key)
        ? all.mine[key]
        : mergeValue(all.base[key], all.mine[key], all.theirs[key], below(call, key));
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

/** One place: who left it alone follows the other; what both changed is merged inside it or a conflict. */
function mergeValue(base: unknown, mine: unknown, theirs: unknown, call: Call): unknown {
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const rows = mergeRows(Array.isArray(base) ? base : [], mine, theirs, (name, before, ours, others) =>
      mergeRow(before, ours, others, below(call, name)),
    );
    if (rows) return rows;
  }
  if (isFields(mine) && isFields(theirs)) {
    if (isSection(mine) && isSection(theirs)) return mergeSection(base, mine, theirs, call);
    if (isRecordOfRecords(mine) && isRecordOfRecords(theirs))
      return mergeFields(isFields(base) ? base : {}, mine, theirs, call);
  }
  return conflicting(base, mine, theirs, call);
}

function conflicting(base: unknown, mine: unknown, theirs: unknown, { path, conflicts }: Call) {
  conflicts.push({ path, base, mine, theirs });
  return mine;
}

function below(call: Call, name: string): Call {
  return { ...call, path: [...call.path, name] };
}

interface Section extends Fields {
  text: string;
}

function isSection(value: Fields): value is Section {
  return typeof value.text === 'string' && typeof value.state === 'string';
}

function isRecordOfRecords(value: Fields): boolean {
  return Object.values(value).every(isFields);
}

/** What a draft said gives way to what a person wrote; a confirmation holds for the words it was given for. */
function mergeSection(base: unknown, mine: Section, theirs: Section, call: Call): unknown {
  if (theirs.state === 'generated') return mine;
  if (mine.state === 'generated') return theirs;
  const before = isFields(base) ? base.text : undefined;
  if (mine.text === before || mine.text === theirs.text) return theirs;
  if (theirs.text === before) return mine;
  return conflicting(base, mine, theirs, call);
}

/** A row that both changed: field by field, for one may have set the owner and the other the day. */
function mergeRow(base: Fields, mine: Fields, theirs: Fields, call: Call): Fields {
  if (mine.state === 'generated' && theirs.state !== 'generated') return theirs;
  if (theirs.state === 'generated' && mine.state !== 'generated') return mine;
  const { state: mineState, ...mineRest } = mine;
  const { state: theirState, ...theirRest } = theirs;
  const merged = mergeFields(base, mineRest, theirRest, call);
  const state = isSame(mineState, base.state) ? theirState : mineState;
  return state === undefined ? merged : { ...merged, state };
}
