/**
 * What a support person asks most and a customer often has told before: which version, which order, which browser.
 * English, from rules, and only where the answer has a form of its own, so that "told" can be seen and not guessed.
 */
import { blankForeignWords, sentencesOf } from './reading/own-words';

interface Topic {
  /** As in "asked for …". */
  name: string;
  asks: RegExp;
  tells: RegExp;
}

const number = String.raw`(?: ?(?:number|no\.?|id|nr\.?))?(?: is|:)? ?#?[a-z]{0,4}-?\d[\w-]{2,}`;

const numbered = ['order', 'invoice', 'booking', 'serial', 'customer', 'account'].map(
  (noun): Topic => ({
    name: `the ${noun} number`,
    asks: new RegExp(String.raw`\b${noun} (?:number|no\b|id\b)|\b(?:which|what) ${noun}\b`, 'i'),
    tells: new RegExp(String.raw`\b${noun}${number}`, 'i'),
  }),
);

const topics: readonly Topic[] = [
  ...numbered,
  {
    name: 'the version',
    asks: /\b(?:which|what)(?: \w+){0,2} versions?\b|\bversion (?:number|are you|do you|is (?:it|this|installed))/i,
    tells: /\bv(?:ersion)? ?\d+(?:\.\d+)+\b|\bversion \d+\b/i,
  },
  {
    name: 'the browser',
    asks: /\b(?:which|what) browsers?\b/i,
    tells: /\b(?:chrome|firefox|safari|microsoft edge|opera)\b/i,
  },
  {
    name: 'the operating system',
    asks: /\b(?:which|what) (?:operating system|os)\b/i,
    tells: /\b(?:windows(?: \d+| server)|mac ?os|linux|ubuntu|debian|ios \d+|android \d+)\b/i,
  },
  {
    name: 'the time it began',
    asks: /\b(?:since when|when did (?:this|it|the \w+(?: \w+)?) (?:start|begin|first|stop))/i,
    tells:
      /\b(?:since|started|began|stopped)(?: working)?(?: (?:on|at|in|this|last))? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|morning|week|month|\d)/i,
  },
  {
    name: 'the number of people affected',
    asks: /\bhow many (?:of your )?(?:users|people|colleagues|employees|accounts|customers)\b/i,
    tells: /\b\d[\d,.]* (?:of (?:our|my) )?(?:users|people|colleagues|employees|accounts|customers)\b/i,
  },
];

const question =
  /\?\s*$|\b(?:please|kindly|could you|can you|would you|let (?:me|us) know|we need|i need)\b/i;

/** What the writer asks for, by name; quoted mails and signatures are not read. */
export function topicsAsked(text: string): string[] {
  const asking = sentencesOf(blankForeignWords(text)).filter((sentence) => question.test(sentence.text));
  return topics
    .filter(({ asks }) => asking.some((sentence) => asks.test(sentence.text)))
    .map(({ name }) => name);
}

/** Whether the writer has told what goes by that name; a name of `topicsAsked`. */
export function tellsTopic(text: string, name: string): boolean {
  const topic = topics.find((one) => one.name === name);
  return topic?.tells.test(blankForeignWords(text)) ?? false;
}
