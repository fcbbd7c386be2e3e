/**
 * Many regular expressions that are held against one sentence after another. Each is looked for only in sentences
 * with the words it needs, and compiled when the first such sentence comes: of the many ways to say something a ticket
 * knows few.
 */
import { neededStarts, startsOf } from './needed-words';

/** Phrases that a sentence of `plainForm` can be held against. */
export interface Phrases {
  test(plain: string): boolean;
}

/** Each source has to begin at the start of a word or at `^`. */
export function expressions(sources: readonly string[]): Phrases {
  const all = new Expressions(sources);
  made.push(all);
  return all;
}

/**
 * Has the words looked up before they are needed, a few expressions' with each step, for whoever has time to spare: all
 * together they take as long as reading hundreds of messages.
 */
export function* compileAhead(): Generator<void, void, undefined> {
  for (const one of made) {
    one.test('');
    yield;
  }
}

const made: Expressions[] = [];

interface Expression {
  of: Expressions;
  source: string;
  compiled?: RegExp;
  /** Beside the words by which it is found; undefined where there is only one such list. */
  also?: ReadonlySet<number>;
  /** The sentence it was last found for. */
  turn: number;
}

const byStart = new Map<number, Expression[]>();

/** A sentence is held against all phrases before the next one comes. */
let sentence: { plain: string | undefined; turn: number; starts: readonly number[] } = {
  plain: undefined,
  turn: 0,
  starts: [],
};

class Expressions implements Phrases {
  private always: readonly Expression[] | undefined;
  /** Those whose words the sentence of `turn` has. */
  private found: Expression[] = [];
  private turn = 0;

  constructor(private readonly sources: readonly string[]) {}

  test(plain: string): boolean {
    this.always ??= this.enter();
    if (plain !== sentence.plain) lookThrough(plain);
    return (
      this.always.some(matches, plain) || (this.turn === sentence.turn && this.found.some(matches, plain))
    );
  }

  add(expression: Expression, turn: number): void {
    if (expression.turn === turn) return;
    expression.turn = turn;
    if (this.turn !== turn) this.found = [];
    this.turn = turn;
    this.found.push(expression);
  }

  /** What needs no word in particular is all that is left. */
  private enter(): Expression[] {
    sentence = { ...sentence, plain: undefined };
    return this.sources.map((source) => ({ of: this, source, turn: 0 })).filter((one) => !isEntered(one));
  }
}

function isEntered(expression: Expression): boolean {
  const [first, second] = neededStarts(expression.source);
  if (!first) return false;
  if (second) expression.also = new Set(second);
  for (const start of first) {
    const list = byStart.get(start);
    if (list) list.push(expression);
    else byStart.set(start, [expression]);
  }
  return true;
}

function lookThrough(plain: string): void {
  const starts = startsOf(plain);
  const turn = sentence.turn + 1;
  sentence = { plain, turn, starts };
  for (const start of starts) {
    const found = byStart.get(start);
    if (found) for (const one of found) one.of.add(one, turn);
  }
}

function matches(this: string, expression: Expression): boolean {
  const { also } = expression;
  if (also && !sentence.starts.some(isIn, also)) return false;
  expression.compiled ??= new RegExp(expression.source);
  return expression.compiled.test(this);
}

function isIn(this: ReadonlySet<number>, start: number): boolean {
  return this.has(start);
}
