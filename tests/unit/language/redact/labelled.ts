/**
 * Texts with their sensitive parts marked by hand, one a line: `Call ⟦phone|020 7946 0018⟧ today`. `\n` is a line
 * break; a value `@name` is a pretend key of that name. No person or company in them exists.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { pretendSecrets } from './pretend-secrets';

export interface Labelled {
  id: string;
  text: string;
  spans: { start: number; end: number; kind: string }[];
}

const folder = 'tests/fixtures/language/redact';

export function labelledSets(): string[] {
  return readdirSync(folder).map((name) => name.replace(/\.txt$/, ''));
}

export function labelled(set: string): Labelled[] {
  const lines = readFileSync(`${folder}/${set}.txt`, 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => read(`${set}:${index + 1}`, line.replaceAll('\\n', '\n')));
}

function read(id: string, line: string): Labelled {
  const spans: Labelled['spans'] = [];
  let text = '';
  for (const [part, mark, kind, written] of line.matchAll(/⟦((\w+)\|([^⟧]*))⟧|[^⟦]+/g)) {
    if (mark === undefined) text += part;
    else {
      const value = written?.startsWith('@') ? pretend(written.slice(1)) : (written ?? '');
      spans.push({ start: text.length, end: text.length + value.length, kind: kind ?? '' });
      text += value;
    }
  }
  return { id, text, spans };
}

function pretend(name: string): string {
  const make = pretendSecrets[name];
  if (!make) throw new Error(`there is no pretend secret called ${name}`);
  return make();
}

/** A span counts as found when 90 % of its characters are; what touches no span is found wrongly. */
export function score(items: readonly Labelled[], find: (text: string) => { start: number; end: number }[]) {
  const result = { found: 0, missed: [] as string[], wrong: [] as string[], clean: 0, touched: 0 };
  for (const { id, text, spans } of items) {
    const given = find(text);
    if (spans.length === 0) result.clean++;
    if (spans.length === 0 && given.length > 0) result.touched++;
    for (const span of spans) {
      const covered = given.reduce(
        (sum, { start, end }) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
        0,
      );
      if (covered / (span.end - span.start) >= 0.9) result.found++;
      else result.missed.push(`${id} ${span.kind}: ${text.slice(span.start, span.end)}`);
    }
    for (const { start, end } of given)
      if (!spans.some((span) => start < span.end && span.start < end))
        result.wrong.push(`${id}: ${text.slice(start, end)} in ${text}`);
  }
  const recall = result.found / (result.found + result.missed.length);
  const precision = result.found / (result.found + result.wrong.length);
  return { ...result, recall, precision };
}
