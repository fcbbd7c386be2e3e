/**
 * Who or what a sentence is about. The same verb is a fact about a system ("the alert failed to fire") and blame of a
 * person, so every rule asks for the subject first.
 */

import {
  adverbs,
  customers,
  determiners,
  joints,
  masses,
  modals,
  nobodies,
  nounlike,
  openers,
  ourselves,
  prepositions,
  products,
  pronouns,
  roles,
  systems,
  teams,
  tierWords,
  twoWords,
} from './people-words';
import type { Sentence, Word } from './sentences';
import { isPast } from './verbs';

export type Subject = 'person' | 'team' | 'nobody' | 'customer' | 'system' | 'unknown' | 'implied';

export interface Found {
  kind: Subject;
  /** Where the noun begins, its article included; absent where the subject stands with an earlier verb. */
  start?: number;
}

export function isHuman({ kind }: Found): boolean {
  return kind === 'person' || kind === 'team';
}

/** The noun that ends at word `at`, or undefined where that word is none. */
export function nounAt(sentence: Sentence, at: number): Found {
  const { words } = sentence;
  const word = words[at];
  if (!word || word.isMark) return { kind: 'unknown' };
  const kind = kindOf(words, at);
  return { kind, start: startOfNoun(words, at) };
}

export function kindOf(words: readonly Word[], at: number): Subject {
  const word = words[at];
  if (!word) return 'unknown';
  const { low } = word;
  const before = words[at - 1];
  if (low === 'one' && before?.low === 'no') return 'nobody';
  if (nobodies.has(low)) return 'nobody';
  if (word.raw === 'IT') return 'team';
  if (ourselves.has(low)) return 'team';
  if (pronouns.has(low)) return 'person';
  if (/^(?:\d{1,2}|[a-z]|two|one|three|i{1,3})$/.test(low) && before && tierWords.has(before.low))
    return /^(?:agent|engineer|operator|person|technician|rep|analyst)$/.test(before.low) ? 'person' : 'team';
  if (before && twoWords.test(`${before.low} ${low}`)) return 'team';
  if (customers.has(low)) return 'customer';
  if (before && ['no'].includes(before.low) && isPersonWord(low)) return 'nobody';
  if (teams.has(low)) return 'team';
  if (isPersonWord(low)) {
    // "the customer's admin"
    if (before?.low === "'s" && customers.has(words[at - 2]?.low ?? '')) return 'customer';
    return plural(low) ? 'team' : 'person';
  }
  if (systems.has(low) || systems.has(singular(low))) return 'system';
  return isName(words, at) ? 'person' : 'unknown';
}

function isPersonWord(low: string): boolean {
  return roles.has(low) || roles.has(singular(low));
}

function plural(low: string): boolean {
  return !roles.has(low) || low === 'people' || low === 'folks' || low === 'humans';
}

function singular(low: string): string {
  if (low.endsWith('men')) return `${low.slice(0, -2)}an`;
  return low.endsWith('s') ? low.slice(0, -1) : low;
}

function isName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || !/^@?\p{Lu}[\p{Ll}'’.-]+(?:\p{Lu}\p{Ll}+)?$/u.test(word.raw.replace(/['’]s$/, '')))
    return word?.raw.startsWith('@') ?? false;
  const { low } = word;
  if (
    products.has(low) ||
    adverbs.has(low) ||
    openers.has(low) ||
    prepositions.has(low) ||
    determiners.has(low)
  )
    return false;
  const before = words[at - 1];
  if (before && determiners.has(before.low) && !/^(?:our|night|day)$/.test(before.low)) return false;
  const opens = before === undefined || before.isMark;
  // "Mei-Ling", and what no thing is called.
  if (!opens || nounlike.has(low) || /-\p{Lu}/u.test(word.raw)) return true;
  const next = words[at + 1];
  // A thing that is counted has an article before it.
  const isCounted = /(?:er|or|al|age|ure|sis|ata)s?$|(?:ent|ant|ry|ty|et|ic|ck|th|ss)s$/.test(low);
  const isMass = /(?:ent|ant|ry|ty|et|ic|ck|th|ss)$/.test(low) && !isPast(next?.low ?? '');
  if ((isCounted || isMass || masses.has(low)) && !/^\p{Lu}/u.test(next?.raw ?? '')) return false;
  // The first word of a sentence is written large whatever it is.
  return (
    !/(?:tion|ment|ing|ity|ness|ance|ics|ware|ship|ism|less|ful|ous|ive|able)s?$/.test(low) &&
    !(isPast(low) && next?.low !== 'and' && !isPast(next?.low ?? ''))
  );
}

function startOfNoun(words: readonly Word[], at: number): number {
  let from = at;
  for (let steps = 0; steps < 5; steps++) {
    const before = words[from - 1];
    if (!before || before.isMark) break;
    // "Network and Security"
    const joint = words[from - 2];
    if (before.low === 'and' && joint && !joint.isMark && isHuman({ kind: kindOf(words, from - 2) })) {
      from -= 2;
      continue;
    }
    // "the project lead"
    const isDescribed =
      joint !== undefined &&
      determiners.has(joint.low) &&
      !(
        openers.has(before.low) ||
        joints.has(before.low) ||
        prepositions.has(before.low) ||
        modals.has(before.low) ||
        adverbs.has(before.low) ||
        isPast(before.low)
      );
    const isPart =
      isDescribed ||
      determiners.has(before.low) ||
      teams.has(before.low) ||
      isPersonWord(before.low) ||
      before.low === 's' ||
      before.low === "'s" ||
      (/^\p{Lu}/u.test(before.raw) &&
        !openers.has(before.low) &&
        !joints.has(before.low) &&
        !prepositions.has(before.low)) ||
      /^(?:on-call|on-duty|duty|shift|senior|junior|network|account|key|customer|database|backend|frontend|platform|infrastructure|responsible|assigned|previous|former|current|external|outsourced|remote|weekend|regional|local|whole|busy|own|success|field|service|poor|lazy|careless|rookie|young|inexperienced|overworked|tired|data|software|systems?|release|incident|quality|test|call|center|centre|chat|phone|retail|store|hotel|it|logistics|payments?|second|first|third|line|level|tier)$/.test(
        before.low,
      );
    if (!isPart || (openers.has(before.low) && before.low !== 'that')) break;
    from--;
  }
  return words[from]?.start ?? 0;
}

/** Whether anybody is named at all: half of the sentences of a postmortem are about things. */
export function namesPeople({ words }: Sentence): boolean {
  return words.some((word, index) => {
    if (word.isMark) return false;
    const kind = kindOf(words, index);
    return (
      kind === 'person' ||
      kind === 'team' ||
      kind === 'nobody' ||
      /^(?:whoever|his|her|their|your)$/.test(word.low)
    );
  });
}

/** "Engineering", "the night crew", "Support leads": not one person. */
export function isTeamName(name: string): boolean {
  const words = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .trim()
    .split(/\s+/);
  const last = words.at(-1) ?? '';
  if (/^(?:head|vp|director|chief|lead|manager) (?:of|for)\b/.test(words.join(' '))) return false;
  if (last === 'guild' || last === 'chapter' || last === 'tribe') return true;
  if (isPersonWord(last) && last !== 'sre') return plural(last) && last !== 'ops';
  if (teams.has(last) || twoWords.test(words.slice(-2).join(' '))) return true;
  return (
    /^(?:tier|level|line|team|squad|group|shift|l|t)$/.test(words.at(-2) ?? '') ||
    /\bIT$/.test(name.trim()) ||
    /^(?:dev|success|training|cx|people|accounts|workforce|production|it|planning|sre)$/.test(
      words.join(' '),
    ) ||
    words.includes('team')
  );
}
