import { findCards } from './cards';
import { findEmails } from './emails';
import { fold } from './fold';
import { findIbans } from './ibans';
import { findIds } from './ids';
import { findIps } from './ips';
import { findKeys } from './keys';
import type { NameFinder } from './names';
import { digitGroups } from './numbers';
import { findPasswords } from './passwords';
import { findPhones } from './phones';
import { findAddresses } from './postal';
import { startsIn } from './starts';
import { findToldSecrets } from './told-secrets';
import type { SensitiveKind, Span } from './types';

/** Where two readings of the same characters differ, the earlier one here is the surer one. */
const surest: readonly SensitiveKind[] = [
  'key',
  'password',
  'email',
  'iban',
  'card',
  'card_code',
  'site',
  'ip',
  'national_id',
  'bank',
  'birth_date',
  'account',
  'phone',
  'company',
  'person',
  'address',
];

/** All that is sensitive in a text, sorted and without overlap. Time grows with the length of the text alone. */
export function findIn(given: string, names?: NameFinder): Span[] {
  const { text, origin } = fold(given);
  const starts = startsIn(text);
  const groups = digitGroups(text);
  const found = [
    ...findKeys(starts),
    ...findPasswords(starts),
    ...findToldSecrets(text),
    ...findEmails(text),
    ...findIbans(text),
    ...findCards(text, groups),
    ...findIps(text),
    ...findIds(starts),
    ...findPhones(text, groups),
    ...(groups.length === 0 ? [] : findAddresses(text)),
    ...(names?.find(text) ?? []),
  ].filter(({ start, end }) => end > start);
  return withoutOverlap(found).map((span) => ({
    ...span,
    start: origin(span.start),
    end: withMarks(given, origin(span.end - 1) + 1),
  }));
}

/** An accent written as a character of its own belongs to the letter before it. */
function withMarks(text: string, end: number): number {
  let at = end;
  while (/[\u0300-\u036f]/.test(text.charAt(at))) at++;
  return at;
}

/** Of those that share characters, one is left: the longest reach, with the kind of the surest. */
function withoutOverlap(found: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (!last || span.start >= last.end) {
      result.push({ ...span });
      continue;
    }
    const isSurer =
      surest.indexOf(span.kind) < surest.indexOf(last.kind) &&
      !(last.kind === 'address' && last.end >= span.end);
    result[result.length - 1] = {
      ...(isSurer ? span : last),
      start: last.start,
      end: Math.max(last.end, span.end),
    };
  }
  return result;
}
