/** The smallest pieces of a draft's sentences: claims with their evidence, instants, periods, counts, lists. */
import type { Span } from '../analysis/types';
import { formatStamp } from '../language/dates';
import { formatDuration } from '../language/duration';
import type { Iso } from '../ticket/basics';
import type { EventId } from '../ticket/events';
import type { Claim } from './schema';

/** More chips than this under one sentence help nobody: the first and the last stand for the rest. */
const MOST_EVENTS = 12;

export function claim(text: string, events: readonly (EventId | undefined)[] = []): Claim {
  const known = [...new Set(events.filter((id) => id !== undefined))];
  const half = MOST_EVENTS / 2;
  return {
    text,
    events: known.length <= MOST_EVENTS ? known : [...known.slice(0, half), ...known.slice(-half)],
  };
}

/** "17 Nov 08:12 UTC". */
export function stamp(at: Iso): string {
  return `${formatStamp(at)} UTC`;
}

/** "17 Nov 2026 at 08:12 UTC", for the sentence that opens a document. */
export function fullStamp(at: Iso): string {
  return `${datePart(at)} ${at.slice(0, 4)} at ${at.slice(11, 16)} UTC`;
}

/** "on 13 Nov from 07:55 to 10:05 UTC", "from 17 Nov 17:52 to 18 Nov 07:33 UTC". */
export function period(from: Iso, to: Iso): string {
  if (from.slice(0, 10) === to.slice(0, 10)) {
    return `on ${datePart(from)} from ${from.slice(11, 16)} to ${to.slice(11, 16)} UTC`;
  }
  const years = from.slice(0, 4) === to.slice(0, 4) ? ['', ''] : [from, to].map((at) => ` ${at.slice(0, 4)}`);
  const [first, last] = [from, to].map((at, index) => `${datePart(at)}${years[index]} ${at.slice(11, 16)}`);
  return `from ${first} to ${last} UTC`;
}

/** "13 h 40 min", with what is not certain about it. */
export function length({ ms, certainty }: Pick<Span, 'ms' | 'certainty'>): string {
  const words = formatDuration(ms);
  return certainty === 'exact' ? words : certainty === 'lower_bound' ? `at least ${words}` : `about ${words}`;
}

/** "1 reply", "3 replies". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "once", "twice", "5 times". */
export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A count that opens a sentence. */
export function countWord(count: number): string {
  const word = smallNumbers[count];
  return word === undefined ? String(count) : upperFirst(word);
}

/** "a", "a and b", "a, b and c". */
export function listOf(parts: readonly string[]): string {
  const last = parts.at(-1);
  if (last === undefined) return '';
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function datePart(at: Iso): string {
  return formatStamp(at).replace(/ \d\d:\d\d$/, '');
}
