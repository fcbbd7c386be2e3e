/** Taking one of two texts, or both, for a place that two windows wrote. */
import type { WindowConflict } from './merge-windows';
import { type Postmortem, parsePostmortem } from './schema';
import { isFields } from './values';

export type ConflictChoice = 'mine' | 'theirs' | 'both';

/** What is on one line on screen, so that two of them stand on one line as well. */
const oneLine = new Set(['title', 'owner']);

/**
 * `both` puts theirs below mine. What this window holds in the place by now counts as mine, so that nothing typed
 * since the conflict is lost. Undefined where the choice makes no postmortem, as both of two days.
 */
export function settleConflict(
  current: Postmortem,
  { path, mine, theirs }: WindowConflict,
  choice: ConflictChoice,
): Postmortem | undefined {
  if (choice === 'mine') return current;
  const value = choice === 'theirs' ? theirs : together(valueAt(current, path) ?? mine, theirs, path.at(-1));
  if (value === undefined) return undefined;
  const settled = parsePostmortem(withValue(current, path, value));
  return settled.ok ? settled.value : undefined;
}

/** The words of a value of a postmortem, for showing it. */
export function wordsOfValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isFields(value) && typeof value.text === 'string') return value.text;
  return value === undefined ? '' : JSON.stringify(value, undefined, 1);
}

function together(mine: unknown, theirs: unknown, name = ''): unknown {
  if (typeof mine === 'string' && typeof theirs === 'string')
    return [mine, theirs].filter((text) => text.trim() !== '').join(oneLine.has(name) ? ' / ' : '\n\n');
  if (!isFields(mine) || !isFields(theirs)) return undefined;
  const text = together(mine.text, theirs.text, name);
  return text === undefined ? undefined : { ...theirs, ...mine, text, state: 'edited' };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => {
    if (Array.isArray(inner)) return inner[rowOf(inner, name)];
    return isFields(inner) ? inner[name] : undefined;
  }, value);
}

function withValue(value: unknown, path: readonly string[], next: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return next;
  if (Array.isArray(value)) {
    const at = rowOf(value, name);
    return value.map((row, index) => (index === at ? withValue(row, rest, next) : row));
  }
  const fields = isFields(value) ? value : {};
  return { ...fields, [name]: withValue(fields[name], rest, next) };
}

function rowOf(rows: readonly unknown[], name: string): number {
  const named = rows.findIndex((row) => isFields(row) && (row.id ?? row.event) === name);
  return named === -1 && /^\d+$/.test(name) ? Number(name) : named;
}
