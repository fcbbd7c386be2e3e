/**
 * The regular expressions that phrases are written in, taken apart: literals, classes, groups, repetitions and what
 * only looks around. Nothing else of the language is known here; a phrase that uses more is refused.
 */
export type Node =
  | { kind: 'letters'; text: string }
  /** Some one character: a class, a dot, an escape. */
  | { kind: 'some' }
  | { kind: 'either'; branches: readonly (readonly Node[])[] }
  /** Not at all, once or more often; or at least once. */
  | { kind: 'repeated'; node: Node; optional: boolean }
  /** Takes no room; `boundary` is `\b`, or the end. */
  | { kind: 'look'; boundary: boolean };

/** Throws on what it does not know. */
export function takeApart(source: string): Node[] {
  const reader = { source, at: 0 };
  const [only, ...more] = readBranches(reader);
  if (reader.at < source.length) throw new Error(`A bracket too many in ${source}`);
  return more.length === 0 ? [...(only ?? [])] : [{ kind: 'either', branches: [only ?? [], ...more] }];
}

interface Reader {
  source: string;
  at: number;
}

function readBranches(reader: Reader): Node[][] {
  let branch: Node[] = [];
  const branches = [branch];
  while (reader.at < reader.source.length && reader.source[reader.at] !== ')') {
    if (reader.source[reader.at] === '|') {
      reader.at += 1;
      branch = [];
      branches.push(branch);
    } else branch.push(readLetters(reader) ?? repeated(reader, readOne(reader)));
  }
  return branches;
}

const plain = /[^\\()[\]{}|?*+.^$]+(?![?*+{])/y;

/** As many as nothing is said about. */
function readLetters(reader: Reader): Node | undefined {
  plain.lastIndex = reader.at;
  const text = plain.exec(reader.source)?.[0];
  if (text === undefined) return undefined;
  reader.at += text.length;
  return { kind: 'letters', text };
}

function readOne(reader: Reader): Node {
  const char = reader.source[reader.at] ?? '';
  if (char === '(') return readGroup(reader);
  reader.at += 1;
  if (char === '[') return readClass(reader);
  if (char === '.') return { kind: 'some' };
  if (char === '$' || char === '^') return { kind: 'look', boundary: true };
  if (char !== '\\') return { kind: 'letters', text: char };
  const escaped = reader.source[reader.at] ?? '';
  reader.at += 1;
  if (escaped === 'b') return { kind: 'look', boundary: true };
  if (/[dwsDWS]/.test(escaped)) return { kind: 'some' };
  if (/\w/.test(escaped)) throw new Error(`Not known in a phrase: \\${escaped} in ${reader.source}`);
  return { kind: 'letters', text: escaped };
}

function readClass(reader: Reader): Node {
  while (reader.source[reader.at] !== ']') {
    if (reader.at >= reader.source.length) throw new Error(`A class without an end in ${reader.source}`);
    reader.at += reader.source[reader.at] === '\\' ? 2 : 1;
  }
  reader.at += 1;
  return { kind: 'some' };
}

const opening = /\((?:\?(?::|<?[=!]))?/y;

function readGroup(reader: Reader): Node {
  opening.lastIndex = reader.at;
  const open = opening.exec(reader.source)?.[0] ?? '(';
  reader.at += open.length;
  const branches = readBranches(reader);
  if (reader.source[reader.at] !== ')') throw new Error(`A group without an end in ${reader.source}`);
  reader.at += 1;
  return open === '(' || open === '(?:' ? { kind: 'either', branches } : { kind: 'look', boundary: false };
}

const times = /(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/y;

function repeated(reader: Reader, node: Node): Node {
  times.lastIndex = reader.at;
  const found = times.exec(reader.source);
  if (!found) return node;
  reader.at += found[0].length;
  const optional = found[1] === undefined ? !found[0].startsWith('+') : Number(found[1]) === 0;
  return { kind: 'repeated', node, optional };
}
