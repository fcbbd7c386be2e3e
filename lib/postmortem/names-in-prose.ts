/**
 * Names and subjects come from a ticket and can hold anything. Before they go into a sentence they are one
 * line, not too long, and in quotation marks where they would otherwise end the sentence.
 */
import { countSentences } from '../language/sentences';
import type { Value } from '../ticket/basics';

const LONGEST_NAME = 60;
const LONGEST_SUBJECT = 120;

export function nameInProse(text: string | undefined, fallback: string): string {
  const name = clip(oneLine(text ?? ''), LONGEST_NAME);
  if (name === '') return fallback;
  const isPlain =
    !/[“”„"«»]/.test(name) && countSentences(`For ${name} it, ${name} (at ${name}) and ${name} wrote.`) === 1;
  return isPlain ? name : quoted(name);
}

export function teamInProse(team: Value | undefined, fallback: string): string {
  return nameInProse(team?.label, fallback);
}

/** The subject in quotation marks, or words for a ticket that has none. */
export function subjectInProse(subject: string): string {
  const line = clip(oneLine(subject), LONGEST_SUBJECT);
  return line === '' ? 'something without a subject' : quoted(line);
}

/** In quotation marks, with those inside made single. */
export function quoted(text: string): string {
  const inner = text.replace(/[“„«]|(?<=^|[\s([])"/g, '‘').replace(/[”»"]/g, '’');
  return `“${inner}”`;
}

export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Cut at a word where there is one near the limit; never through a character. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  const kept = space > limit / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replace(/[\s,;:]+$/, '')}…`;
}

/** A full stop, unless the text brings its own. */
export function ended(text: string): string {
  return /[.!?…]”?$/.test(text) ? text : `${text}.`;
}
