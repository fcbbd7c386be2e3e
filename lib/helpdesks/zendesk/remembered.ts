/** What can be looked up by id: a map, or one that remembers what it answered. */
export interface LookUp<V> {
  get(id: string): V | undefined;
  has(id: string): boolean;
}

/**
 * Remembers what it was asked and answered, so that whoever worked with less than everything can learn in the end
 * whether everything would have told them the same.
 */
export class Remembered<V> implements LookUp<V> {
  private readonly source: LookUp<V>;
  private readonly answers = new Map<string, V | undefined>();
  private isContradicted = false;

  constructor(source: LookUp<V>) {
    this.source = source;
  }

  get(id: string): V | undefined {
    const value = this.source.get(id);
    if (!this.answers.has(id)) this.answers.set(id, value);
    else if (!isSame(this.answers.get(id), value)) this.isContradicted = true;
    return value;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  isTrueOf(known: LookUp<V>): boolean {
    return !this.isContradicted && [...this.answers].every(([id, value]) => isSame(known.get(id), value));
  }
}

/** What is told twice is read into two objects of plain values. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
