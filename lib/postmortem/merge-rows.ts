/** Lists of two windows made one: rows by what names them, plain texts as a set. */
import { type Fields, isFields, isSame } from './values';

/** Merges one row that both changed. */
type MergeRow = (name: string, base: Fields, mine: Fields, theirs: Fields) => Fields;

/** Undefined where the rows cannot be told apart: then the list is one value. */
export function mergeRows(
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
  mergeRow: MergeRow,
): unknown[] | undefined {
  const all = [base, mine, theirs];
  if (all.every((list) => list.every((value) => typeof value === 'string')))
    return mergeSet(base, mine, theirs);
  if (!all.every((list) => list.every(isFields))) return undefined;
  const keyed = [base, mine, theirs].map(byName);
  const [named, mineNamed, theirsNamed] = keyed;
  if (named && mineNamed && theirsNamed) return mergeNamed(named, mineNamed, theirsNamed, mergeRow);
  // Rows without a name are only ever added at the end.
  if (mine.length < base.length || theirs.length < base.length) return undefined;
  return mergeByPlace(base as Fields[], mine as Fields[], theirs as Fields[], mergeRow);
}

function mergeSet(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const kept = mine.filter((value) => theirs.includes(value) || !base.includes(value));
  const added = theirs.filter((value) => !mine.includes(value) && !base.includes(value));
  return [...new Set([...kept, ...added])];
}

type Named = Map<string, Fields>;

function byName(list: readonly unknown[]): Named | undefined {
  const rows: Named = new Map();
  for (const row of list) {
    const name = isFields(row) ? (row.id ?? row.event) : undefined;
    if (typeof name !== 'string' || rows.has(name) || !isFields(row)) return undefined;
    rows.set(name, row);
  }
  return rows;
}

/** A row that one took out and the other wrote into stays, because words would go with it. */
function mergeNamed(base: Named, mine: Named, theirs: Named, mergeRow: MergeRow): Fields[] {
  const isMoved = !isSame([...mine.keys()], inOrderOf(base, mine));
  const [first, second] = isMoved ? [mine, theirs] : [theirs, mine];
  const names = [...first.keys()];
  let place = 0;
  for (const name of second.keys()) {
    const at = names.indexOf(name);
    if (at === -1) names.splice(place, 0, name);
    place = (at === -1 ? place : at) + 1;
  }
  return names.flatMap((name) => {
    const [before, ours, others] = [base.get(name), mine.get(name), theirs.get(name)];
    if (ours && others) return [merged(name, before ?? {}, ours, others, mergeRow)];
    const left = ours ?? others;
    return left && !isSame(before, left) ? [left] : [];
  });
}

/** The names `base` has, as far as they are in `list`, with what `list` has besides left where it is. */
function inOrderOf(base: Named, list: Named): string[] {
  const known = [...base.keys()].filter((name) => list.has(name));
  return [...list.keys()].map((name) => (base.has(name) ? (known.shift() ?? name) : name));
}

function mergeByPlace(base: Fields[], mine: Fields[], theirs: Fields[], mergeRow: MergeRow): Fields[] {
  const both = base.flatMap((before, index) => {
    const [ours, others] = [mine[index], theirs[index]];
    return ours && others ? [merged(String(index), before, ours, others, mergeRow)] : [];
  });
  const added = mine.slice(base.length);
  const others = theirs.slice(base.length).filter((row) => !added.some((one) => isSame(one, row)));
  return [...both, ...added, ...others];
}

function merged(name: string, base: Fields, mine: Fields, theirs: Fields, mergeRow: MergeRow): Fields {
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
  return isSame(base, mine) ? theirs : mergeRow(name, base, mine, theirs);
}
