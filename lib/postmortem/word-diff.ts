/** What changed between two texts, word by word (Myers, "An O(ND) difference algorithm", 1986). */

export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/**
 * Beyond this many different words a diff is of no use to a reader, and its time grows with the square: what is
 * between the common beginning and end is then one removal and one addition.
 */
const MOST_CHANGES = 1_000;

/** `same` and `removed` together are `before`, `same` and `added` together are `after`, in order. */
export function diffWords(before: string, after: string): DiffPart[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  const rest = Math.min(a.length, b.length) - head;
  while (tail < rest && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return joined([
    { kind: 'same', text: a.slice(0, head).join('') },
    ...between(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ]);
}

/** Words, runs of white space, and each other sign for itself. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}_'’]+|\s+|[^\s\p{L}\p{N}\p{M}_'’]/gu) ?? [];
}

function between(a: string[], b: string[]): DiffPart[] {
  const steps = a.length === 0 || b.length === 0 ? undefined : shortestEdit(a, b);
  if (steps) return steps;
  return [
    { kind: 'removed', text: a.join('') },
    { kind: 'added', text: b.join('') },
  ];
}

/**
 * `furthest` keeps, per diagonal, how far into `a` one gets with as many changes as there were turns; each turn's
 * copy is what the way back is found by. Undefined where more than `MOST_CHANGES` are needed.
 */
function shortestEdit(a: string[], b: string[]): DiffPart[] | undefined {
  const most = Math.min(a.length + b.length, MOST_CHANGES);
  let furthest = new Map<number, number>([[1, 0]]);
  const turns: Map<number, number>[] = [];
  for (let changes = 0; changes <= most; changes++) {
    turns.push(furthest);
    const next = new Map<number, number>();
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = startOf(furthest, diagonal, changes);
      let y = x - diagonal;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      next.set(diagonal, x);
      if (x >= a.length && y >= b.length) return wayBack(a, b, turns);
    }
    furthest = next;
  }
  return undefined;
}

/** Into `a` on this diagonal before any word is walked over: a word of `b` added, or one of `a` removed. */
function startOf(furthest: Map<number, number>, diagonal: number, changes: number): number {
  return isAdded(furthest, diagonal, changes)
    ? (furthest.get(diagonal + 1) ?? 0)
    : (furthest.get(diagonal - 1) ?? 0) + 1;
}

function isAdded(furthest: Map<number, number>, diagonal: number, changes: number): boolean {
  if (diagonal === -changes) return true;
  if (diagonal === changes) return false;
  return (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1);
}

function wayBack(a: string[], b: string[], turns: Map<number, number>[]): DiffPart[] {
  const back: DiffPart[] = [];
  let x = a.length;
  let y = b.length;
  for (let changes = turns.length - 1; changes >= 0; changes--) {
    const furthest = turns[changes] ?? new Map();
    const diagonal = x - y;
    const start = changes === 0 ? 0 : startOf(furthest, diagonal, changes);
    while (x > start && y > start - diagonal) {
      x--;
      y--;
      back.push({ kind: 'same', text: a[x] ?? '' });
    }
    if (changes === 0) break;
    if (isAdded(furthest, diagonal, changes)) {
      y--;
      back.push({ kind: 'added', text: b[y] ?? '' });
    } else {
      x--;
      back.push({ kind: 'removed', text: a[x] ?? '' });
    }
  }
  return back.reverse();
}

/**
 * Neighbours of one kind as one; between two unchanged parts, what was removed before what was added. A space between two
 * changes is part of both: else every single word of a new sentence would stand beside one of the old.
 */
function joined(parts: DiffPart[]): DiffPart[] {
  const all: DiffPart[] = [];
  let changed = { removed: '', added: '' };
  let gap = '';
  const settle = () => {
    for (const kind of ['removed', 'added'] as const)
      if (changed[kind]) all.push({ kind, text: changed[kind] });
    changed = { removed: '', added: '' };
  };
  const stay = (text: string) => {
    const last = all.at(-1);
    if (last?.kind === 'same') last.text += text;
    else if (text) all.push({ kind: 'same', text });
  };
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind !== 'same') {
      changed.removed += gap;
      changed.added += gap;
      gap = '';
      changed[kind] += text;
    } else if (text.trim() === '' && (changed.removed || changed.added)) {
      gap += text;
    } else {
      settle();
      stay(gap + text);
      gap = '';
    }
  }
  settle();
  stay(gap);
  return all;
}
