/**
 * Phrases as people write them, one a line, and the plain form of a sentence that they are compared with. A line is
 * a regular expression over whole words with three conveniences: `{name}` stands for a list of words, ` … ` for a
 * few words of any kind, and `~` for any ending of a word.
 */

/** Word lists by name; a list may use the names of lists before it. */
export type Words = Readonly<Record<string, string>>;

/** Phrases that a sentence of `plainForm` can be held against. */
export interface Phrases {
  test(plain: string): boolean;
}

// Each piece is tried at every word of a sentence, so fewer are quicker to read with (customers' messages: 74 µs in
// pieces of 1.5 kB, 62 µs in these). But compiling one, at its first use, costs more the longer it is, and beyond 20 kB
// V8 would not compile it at all. A wide list behind a short gap is compiled once for each way to it; a gap of up to
// four words is a loop, behind which it is compiled once.
const LONGEST_SOURCE = 2_500;

const made: RegExp[] = [];

/**
 * Has the browser compile every expression before it is needed, one with each step, for whoever has time to spare:
 * all together they take as long as reading hundreds of messages.
 */
export function* compileAhead(): Generator<void, void, undefined> {
  for (const expression of made) {
    // The first use compiles to something slow, the second to something fast.
    expression.test('');
    expression.test('');
    yield;
  }
}

/** Throws on a word list it does not know. */
export function phrases(lines: string, words: Words = {}): Phrases {
  const listed = lines.split('\n').flatMap((line) => line.trim() || []);
  const atStart = listed.filter((line) => line.startsWith('^')).map((line) => compile(line.slice(1), words));
  const anywhere = listed.filter((line) => !line.startsWith('^')).map((line) => compile(line, words));
  // One mark of where a phrase may begin for many: most places in a sentence are none, and are left at once.
  const expressions = [
    ...inPieces(atStart).map((source) => new RegExp(`^(?:${source})`)),
    ...inPieces(anywhere).map((source) => new RegExp(`\\b(?:${source})`)),
  ];
  made.push(...expressions);
  return { test: (plain) => expressions.some((expression) => expression.test(plain)) };
}

function inPieces(sources: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const source of sources) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + source.length < LONGEST_SOURCE)
      pieces[pieces.length - 1] = `${last}|${source}`;
    else pieces.push(source);
  }
  return pieces;
}

// Few enough words that a match is still one thought, and bounded, so that no sentence can make the search slow.
const GAP = "(?: [\\w'’,:#€$%@&/-]+){0,6}? ";

function compile(line: string, words: Words): string {
  const source = expand(line, words)
    .replaceAll(' … ', GAP)
    .replaceAll('~', '\\w*')
    .replaceAll(/\((?!\?)/g, '(?:');
  return `(?:${source})${endsInWord(line) ? '\\b' : ''}`;
}

/** A line whose last part can be a mark or the end of the sentence says itself where it ends. */
function endsInWord(line: string): boolean {
  return !/[$?!\]]$|\$\)$/.test(line.replace(/\)\?$/, ')')) && !line.includes('|$|');
}

function expand(line: string, words: Words): string {
  return line.replace(/\{(\w+)\}/g, (_found, name: string) => {
    const list = words[name];
    if (list === undefined) throw new Error(`No words are called ${name}`);
    return `(?:${expand(list, words)})`;
  });
}

/**
 * The sentence in lower case with its contractions written out ("we’ll" is "we will", "didn't" is "did not") and
 * without commas, so that a phrase has one spelling.
 */
export function plainForm(sentence: string): string {
  const spelled = sentence.toLowerCase().replace(marks, (mark) => (isApostrophe(mark) ? "'" : ' '));
  const written = shortened.test(spelled)
    ? contractions.reduce((text, [short, long]) => text.replace(short, long), spelled)
    : spelled;
  return written.replace(/\s+/g, ' ').trim();
}

const marks = /[’‘`´“”„«»"()[\]*_,;–—]| - /g;

function isApostrophe(mark: string): boolean {
  return mark === '’' || mark === '‘' || mark === '`' || mark === '´';
}

/** Whether anything in a sentence may have to be written out: most have nothing, and looking costs little. */
const shortened =
  /'|nt\b|\b(?:can(?:no)?t|im|gonna|pl[sz]|u|(?:i|we|you|they)ve|(?:what|that|there|here|where|how|who)s)\b|e-mail/;

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan(?:'t|not|t)\b/g, 'can not'],
  [/\bwon'?t\b(?! have)/g, 'will not'],
  [/\bshan't\b/g, 'shall not'],
  [/\b(do|does|did|have|has|had|is|are|was|were|could|would|should|must|need)n'?t\b/g, '$1 not'],
  [/\blet's\b/g, 'let us'],
  [
    /\b(it|that|what|there|where|here|who|how|he|she|this|when|why|everything|nothing|nobody|one|someone)'s\b/g,
    '$1 is',
  ],
  [/\b(what|that|there|here|where|how|who)s\b/g, '$1 is'],
  [/\bi'?m\b/g, 'i am'],
  [/\b(i|we|you|they)ve\b/g, '$1 have'],
  [/\b(\w+)'re\b/g, '$1 are'],
  [/\b(\w+)'ve\b/g, '$1 have'],
  [/\b(\w+)'ll\b/g, '$1 will'],
  [/\b(\w+)'d\b/g, '$1 would'],
  [/\bgonna\b/g, 'going to'],
  [/\b(?:pls|plz)\b/g, 'please'],
  [/\bu\b/g, 'you'],
  [/\be-mail/g, 'email'],
];
