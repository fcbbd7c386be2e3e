import type { SensitiveKind, Span } from './types';

interface Valued {
  token: string;
  kind: SensitiveKind;
  value: string;
}

const SHORTEST = 4;
const LONGEST = 80;
/** Found by the words around them, so that the value alone would not be seen again. */
const byContext: ReadonlySet<SensitiveKind> = new Set([
  'password',
  'key',
  'account',
  'national_id',
  'birth_date',
  'bank',
  'phone',
]);

/** Values that were told once, told again without the words that gave them away, or cut off by an ellipsis. */
export class Recurring {
  private readonly whole = new Map<string, Valued>();
  private readonly sorted: { lower: string; entry: Valued }[];

  constructor(entries: readonly Valued[]) {
    for (const entry of entries)
      if (
        byContext.has(entry.kind) &&
        !/\s/.test(entry.value) &&
        isTelling(entry) &&
        !this.whole.has(entry.value)
      )
        this.whole.set(entry.value, entry);
    this.sorted = entries
      .filter(({ value }) => value.length > SHORTEST)
      .map((entry) => ({ lower: entry.value.toLowerCase(), entry }))
      .sort((a, b) => (a.lower < b.lower ? -1 : Number(a.lower > b.lower)));
  }

  tokenOf(value: string): string | undefined {
    return this.whole.get(value)?.token ?? this.beginning(value.toLowerCase())?.token;
  }

  withRecurring(text: string, spans: Span[]): (Span | (Span & { token: string }))[] {
    const found = [...this.cutOff(text), ...this.again(text)];
    if (found.length === 0) return spans;
    const all = [...spans, ...found].sort((a, b) => a.start - b.start || b.end - a.end);
    const result: (Span | (Span & { token: string }))[] = [];
    for (const span of all) {
      const last = result.at(-1);
      if (!last || span.start >= last.end) result.push(span);
      else if (span.end > last.end) result[result.length - 1] = { ...last, end: span.end };
    }
    return result;
  }

  private again(text: string): (Span & { token: string })[] {
    if (this.whole.size === 0) return [];
    return Array.from(text.matchAll(/\S+/g)).flatMap(({ index, 0: written }) => {
      for (const part of partsOf(written)) {
        const entry = this.whole.get(part.text);
        if (entry)
          return [
            {
              start: index + part.at,
              end: index + part.at + part.text.length,
              kind: entry.kind,
              token: entry.token,
            },
          ];
      }
      return [];
    });
  }

  /** "… wrote to maya.lind…": what a known value begins with, right before an ellipsis. */
  private cutOff(text: string): (Span & { token: string })[] {
    const spans: (Span & { token: string })[] = [];
    for (const { index } of text.matchAll(/(?<=[^\s…])…/g)) {
      const from = Math.max(0, index - LONGEST);
      const part = text.slice(from, index).toLowerCase();
      for (const { index: at } of part.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}+(]/gu)) {
        const entry = part.length - at < SHORTEST ? undefined : this.beginning(part.slice(at));
        if (!entry) continue;
        spans.push({ start: from + at, end: index, kind: entry.kind, token: entry.token });
        break;
      }
    }
    return spans;
  }

  private beginning(start: string): Valued | undefined {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle]?.lower ?? '') < start) low = middle + 1;
      else high = middle;
    }
    const found = this.sorted[low];
    return found?.lower.startsWith(start) ? found.entry : undefined;
  }
}

/** A word that was somebody's password is still a word; a year was never only an account. */
function isTelling({ kind, value }: Valued): boolean {
  if (kind === 'password') return value.length > 5 && /[\d!@#$%^&*_+=-]/.test(value) && /\p{L}/u.test(value);
  return value.length > 5;
}

function partsOf(written: string): { at: number; text: string }[] {
  const core = /^["'`“‘(<[{]*(.*?)["'`”’)>\]},.;:!?…]*$/u.exec(written)?.[1] ?? written;
  const at = written.indexOf(core);
  return [
    { at: 0, text: written },
    { at, text: core },
    ...Array.from(core.slice(0, 400).matchAll(/[^=&?/:,;|"']+/g), ({ index, 0: text }) => ({
      at: at + index,
      text,
    })),
  ];
}
