/**
 * Words that a phrase cannot go without. Most sentences have none of them, and then the phrase need not be looked
 * for: finding that out costs far less than a search. A word is known by its first letters.
 */
import { type Node, takeApart } from './pattern';

/**
 * For each word of a plain sentence, numbers that stand for its first four letters, all of it if it has fewer, and
 * for its first three.
 */
export function startsOf(plain: string): number[] {
  const starts: number[] = [];
  let [key, length] = [0, 0];
  for (let at = 0; at <= plain.length; at++) {
    const code = at < plain.length ? plain.charCodeAt(at) : 0;
    if (isWordCode(code)) {
      length += 1;
      if (length <= LETTERS) key = key * RADIX + code;
      if (length === SHORT) starts.push(-key);
    } else if (length > 0) {
      for (; length < LETTERS; length++) key *= RADIX;
      starts.push(key);
      [key, length] = [0, 0];
    }
  }
  return starts;
}

const LETTERS = 4;
const SHORT = 3;
/** Plain word characters are ASCII, so that four of them fit in one small number. */
const RADIX = 128;

function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95
  );
}

function isWordChar(char: string): boolean {
  return isWordCode(char.charCodeAt(0));
}

/**
 * Up to two lists of numbers as of `startsOf`: of each, every sentence in which the expression matches has at least
 * one. The rarer list comes first. The expression has to begin at the start of a word.
 */
export function neededStarts(source: string): number[][] {
  const found: Needed[] = [];
  gather(found, takeApart(source), undefined, true);
  return found
    .sort((a, b) => a.frequency - b.frequency)
    .slice(0, 2)
    .map(({ starts }) => [...starts].map(numberOf));
}

/** What is still to come: the nodes of this level from `at` on, then those of the levels around it. */
interface Rest {
  nodes: readonly (Node & { since?: string })[];
  at: number;
  outer: Rest | undefined;
}

/** Spelled starts: `canc`, `any$` for a whole short word, `mov` for whatever begins so. */
type Starts = ReadonlySet<string>;

interface Needed {
  starts: Starts;
  frequency: number;
}

/** A list for each place that a match cannot leave out. */
function gather(found: Needed[], nodes: readonly Node[], outer: Rest | undefined, atStart: boolean): void {
  let begins = atStart;
  for (const [index, node] of nodes.entries()) {
    const after = { nodes, at: index + 1, outer };
    for (const starts of wordsOf(node, after, begins)) found.push({ starts, frequency: frequency(starts) });
    const branches = node.kind === 'repeated' && !node.optional ? branchesOf(node.node) : branchesOf(node);
    const inEach = branches && rarestOfEach(branches, after, begins);
    if (inEach) found.push(inEach);
    begins = beginsAfter(node, begins);
  }
}

function branchesOf(node: Node): readonly (readonly Node[])[] | undefined {
  return node.kind === 'either' ? node.branches : undefined;
}

/** Every branch has to have one. */
function rarestOfEach(
  branches: readonly (readonly Node[])[],
  outer: Rest,
  begins: boolean,
): Needed | undefined {
  const starts = new Set<string>();
  for (const branch of branches) {
    const found: Needed[] = [];
    gather(found, branch, outer, begins);
    const rarest = found.reduce((a, b) => (b.frequency < a.frequency ? b : a), nothing);
    if (rarest === nothing) return undefined;
    for (const start of rarest.starts) starts.add(start);
  }
  return { starts, frequency: frequency(starts) };
}

const nothing: Needed = { starts: new Set(), frequency: Number.POSITIVE_INFINITY };

/** For each word that begins in the node, the ways it can start. */
function* wordsOf(node: Node, after: Rest, begins: boolean): Generator<Starts> {
  const starts = new Set<string>();
  if (node.kind !== 'letters') {
    if (begins && spell({ nodes: [node], at: 0, outer: after }, '', starts)) yield starts;
    return;
  }
  for (const { index } of node.text.matchAll(/\w+/g)) {
    const found = new Set<string>();
    if ((index > 0 || begins) && spellLetters(node.text.slice(index), after, '', found)) yield found;
  }
}

/** Adds every way in which the word that begins here can start; false where there are ways that cannot be told. */
function spell(rest: Rest | undefined, word: string, starts: Set<string>): boolean {
  if (word.length === LETTERS) return Boolean(starts.add(word));
  if (!rest) return begun(word, starts);
  const node = rest.nodes[rest.at];
  if (!node) return spell(rest.outer, word, starts);
  const after: Rest = { nodes: rest.nodes, at: rest.at + 1, outer: rest.outer };
  switch (node.kind) {
    case 'letters':
      return spellLetters(node.text, after, word, starts);
    case 'some':
      return begun(word, starts);
    case 'look':
      return node.boundary && word !== '' ? whole(word, starts) : spell(after, word, starts);
    case 'either':
      return node.branches.every((nodes) => spell({ nodes, at: 0, outer: after }, word, starts));
    case 'repeated': {
      // What was repeated without a letter more is not repeated again.
      if (node.since === word) return spell(after, word, starts);
      const again: Rest = { nodes: [{ ...node, optional: true, since: word }], at: 0, outer: after };
      const taken = spell({ nodes: [node.node], at: 0, outer: again }, word, starts);
      return taken && (!node.optional || spell(after, word, starts));
    }
  }
}

function spellLetters(text: string, after: Rest, before: string, starts: Set<string>): boolean {
  let word = before;
  for (const char of text) {
    if (!isWordChar(char)) return whole(word, starts);
    word += char;
    if (word.length === LETTERS) break;
  }
  return spell(after, word, starts);
}

function whole(word: string, starts: Set<string>): boolean {
  return word !== '' && Boolean(starts.add(`${word}$`));
}

function begun(word: string, starts: Set<string>): boolean {
  return word.length >= SHORT && Boolean(starts.add(word.slice(0, SHORT)));
}

function beginsAfter(node: Node, before: boolean): boolean {
  switch (node.kind) {
    case 'letters':
      return !isWordChar(node.text.at(-1) ?? '');
    case 'some':
      return false;
    case 'look':
      return node.boundary || before;
    case 'either':
      return node.branches.every((branch) =>
        branch.reduce((begins, one) => beginsAfter(one, begins), before),
      );
    case 'repeated':
      return beginsAfter(node.node, before) && (before || !node.optional);
  }
}

function frequency(starts: Starts): number {
  let sum = 0;
  for (const start of starts) sum += frequent.has(start) ? 1 : start.length <= SHORT ? 0.06 : 0.02;
  return sum;
}

/** Starts that a good part of all sentences has. */
const frequent = new Set(
  'the$ the you$ you your i$ we$ it$ is$ are$ was$ were be$ been have has$ has had$ not$ not no$ to$ of$ in$ on$ at$ for$ for with and$ and or$ but$ a$ an$ any$ my$ our$ this that do$ does did$ will can$ can could me$ us$ so$ if$ from all$ all just what when they ther here plea one$ out$ up$ now$ by$ as$ very only still stil than than'.split(
    ' ',
  ),
);

function numberOf(start: string): number {
  const letters = start.endsWith('$') ? start.slice(0, -1) : start;
  const isBegun = start.length === SHORT && letters === start;
  let key = 0;
  for (let at = 0; at < (isBegun ? SHORT : LETTERS); at++)
    key = key * RADIX + (at < letters.length ? letters.charCodeAt(at) : 0);
  return isBegun ? -key : key;
}
