import type { CountFigure, CountNoun, Nearness, QuantityFigure } from './figure';
import { numberOf, numberSource } from './number-words';

/** What a ticket can count, the more particular first. */
const nouns: readonly (readonly [CountNoun, string])[] = [
  ['note', '(?:internal |private )?notes?'],
  ['customer_message', 'customer messages?|messages? (?:from|by) the customer'],
  ['reply', '(?:public |human )?repl(?:y|ies)'],
  ['message', 'messages?'],
  ['handoff', 'hand-?offs?|handovers?|transfers?|reassignments?'],
  ['escalation', 'escalations?'],
  ['reopening', 'reopenings?|reopens?'],
  ['chaser', 'chasers?|reminders?'],
  ['target', '(?:missed )?(?:SLA )?targets?|SLAs?|(?:SLA )?breach(?:es)?'],
  ['promise', '(?:broken )?promises?'],
];

const near =
  '(?:(?<near>about|around|roughly|approximately|some|nearly|almost|under|less than|fewer than|up to|over|more than|at least|~)\\s*)?';
const edge = '(?<![\\p{L}\\p{N}#.,:/+€$£–-])';
const counts = nouns.map(
  ([noun, source]) =>
    [
      noun,
      new RegExp(`${edge}${near}(?<number>${numberSource})\\s+(?:${source})(?![\\p{L}\\p{N}-])`, 'giu'),
    ] as const,
);

/** "asked again twice", "was reopened 3 times". */
const verbs: readonly (readonly [CountNoun, string])[] = [
  ['customer_message', 'wrote'],
  ['chaser', '(?:asked|chased|wrote) again|chased|asked|(?:had|has had) to ask(?: again)?'],
  ['reopening', 'reopened'],
  ['escalation', 'escalated'],
  ['handoff', 'moved(?: between teams)?|handed (?:on|over)|reassigned'],
];
const often = verbs.map(
  ([noun, source]) =>
    [
      noun,
      new RegExp(
        `(?<=\\b(?:${source})\\s)(?:(?<word>once|twice|thrice)|(?<number>${numberSource})\\s+times)(?![\\p{L}\\p{N}-])(?!\\s+(?:the|it|we|they|he|she)\\b)`,
        'giu',
      ),
    ] as const,
);

const wordCounts: { [word: string]: number } = { once: 1, twice: 2, thrice: 3 };

export function readCounts(text: string): CountFigure[] {
  const found = counts.flatMap(([noun, shape]) =>
    [...text.matchAll(shape)].map((match) => toCount(match, noun, numberOf(match.groups?.['number'] ?? ''))),
  );
  const times = often.flatMap(([noun, shape]) =>
    [...text.matchAll(shape)].map((match) => {
      const { word, number = '' } = match.groups ?? {};
      return toCount(
        match,
        noun,
        word === undefined ? numberOf(number) : (wordCounts[word.toLowerCase()] ?? 0),
      );
    }),
  );
  return [...found, ...times];
}

function toCount(match: RegExpMatchArray, noun: CountNoun, value: number): CountFigure {
  return {
    kind: 'count',
    start: match.index ?? 0,
    end: (match.index ?? 0) + match[0].length,
    text: match[0],
    near: nearness(match.groups?.['near']),
    value,
    noun,
  };
}

const money = '(?:[€$£]\\s?)?';
/** The two words after it say what of; a preposition or a verb does not. */
const quantity = new RegExp(
  `(?<![\\p{L}\\p{N}#.,:/+–-])${near}${money}(?<number>${numberSource})(?<percent>\\s?(?:%|percent\\b|per cent\\b))?(?![\\p{L}\\p{N}:/–-]|[.,]\\d)(?<words>(?:\\s+[\\p{L}][\\p{L}’'-]*){0,3})`,
  'giu',
);
const notOf =
  /^(?:of|to|and|or|in|on|at|by|from|for|with|more|less|was|were|is|are|has|have|had|so|later|ago|that|which|who|when|while|after|before|until|then|but|the|a|an|as|per|into|times?|once|business|further|out|than|it|we|they)$/i;
/** Names of things, and not how many: "Tier 2", "step 3", "error 500". */
const named =
  /(?:tier|level|line|sev|severity|priority|prio|version|ticket|step|section|part|question|answer|why|phase|stage|error|code|http|status|room|team|group|case|order|invoice|number|no\.|nr\.|id|day|week|q|chapter|item|point|option|appendix|organisation|customer|agent|person|port|page|line|row)\s*#?$/i;

/** Numbers of things that no ticket counts: digits, and words from "twenty" on; "two" is too often no claim. */
export function readQuantities(text: string): QuantityFigure[] {
  return [...text.matchAll(quantity)].flatMap((match) => {
    const { near: nearWord, number = '', percent, words = '' } = match.groups ?? {};
    const start = match.index ?? 0;
    const value = numberOf(number);
    if (!/\d/.test(number) && value < 20) return [];
    if (named.test(text.slice(Math.max(0, start - 14), start).trimEnd())) return [];
    const after = words.trim().split(/\s+/);
    const until = after.findIndex((word) => word === '' || notOf.test(word));
    const kept = percent === undefined ? upToNoun(after.slice(0, until === -1 ? undefined : until)) : [];
    const rest = kept.length === 0 ? 0 : wordsLength(words, kept.length);
    if (percent === undefined && kept.length === 0 && isYearOrOrder(text, value, number, match)) return [];
    const end = start + match[0].length - words.length + rest;
    return [
      {
        kind: 'quantity',
        start,
        end,
        text: text.slice(start, end),
        near: nearness(nearWord),
        value,
        words: percent === undefined ? kept.map((word) => word.toLowerCase()) : ['%'],
      },
    ];
  });
}

/** "other accounts", not "other accounts saw": up to the first plural, else one word. */
function upToNoun(words: string[]): string[] {
  const plural = words.findIndex((word) => /[^s]s$/i.test(word));
  return words.slice(0, plural === -1 ? 1 : plural + 1);
}

/** A bare number is a claim only where it can be one: no year, no "1 of 4", no item of a list. */
function isYearOrOrder(text: string, value: number, number: string, match: RegExpMatchArray): boolean {
  const start = match.index ?? 0;
  const isYear = /^(?:19|20)\d\d$/.test(number);
  const isPart = /^\s+(?:of|further|more|business|were|was|is|are)\b/i.test(match.groups?.['words'] ?? '');
  const isOf = /\bof\s+$/i.test(text.slice(Math.max(0, start - 4), start));
  return isYear || isPart || isOf || value < 10;
}

function wordsLength(words: string, count: number): number {
  return new RegExp(`^(?:\\s+\\S+){${count}}`).exec(words)?.[0].length ?? 0;
}

function nearness(word: string | undefined): Nearness {
  const low = word?.toLowerCase() ?? '';
  if (low === '') return 'exact';
  if (/nearly|almost|under|less|fewer|up to/.test(low)) return 'below';
  return /over|more|least/.test(low) ? 'above' : 'about';
}
