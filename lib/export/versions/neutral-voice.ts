/**
 * Sentences of a reply as a guide would have them: "I have reset the cache for your account" is "Reset the cache".
 * Only verbs of the list are turned, whose forms are sure; what else an agent says of themselves is told of "the
 * agent", or stands as a quotation where that would need grammar.
 */
export interface Told {
  text: string;
  /** An instruction; anything else says how things stand. */
  isStep: boolean;
}

const regular =
  `activate add adjust allow approve apply assign attach authorise authorize block cancel change check clear close collect
  configure confirm connect convert copy correct create deactivate delete disable disconnect download edit empty enable
  enter exclude expand export extend fill fix flush generate grant import include increase install invite kill lift limit
  link load lower mark merge migrate modify move open patch post press purge raise re-authorise re-authorize re-create
  re-post re-sync reconnect recreate refresh refund register reinstall release reload remove rename renew replace replay
  repost request resolve restart restore resync retry revert revoke roll rotate save schedule select sign skip start stop
  submit swap switch sync transfer trigger turn type unblock uninstall unlink unlock update upgrade upload use verify visit
  wait wipe`.split(/\s+/);

/** Forms of the past, each with its instruction. */
const irregular = {
  built: 'build',
  cut: 'cut',
  gave: 'give',
  given: 'give',
  made: 'make',
  put: 'put',
  ran: 'run',
  rebuilt: 'rebuild',
  're-ran': 're-run',
  're-run': 're-run',
  resent: 'resend',
  reset: 'reset',
  sent: 'send',
  set: 'set',
  shut: 'shut',
  split: 'split',
  took: 'take',
  taken: 'take',
};

const instructions = new Map([
  ...regular.map((verb) => [pastOf(verb), verb] as const),
  ...Object.entries(irregular),
]);
const verbs = new Set([
  ...instructions.values(),
  'ask',
  'contact',
  'follow',
  'go',
  'log',
  'make',
  'note',
  'tell',
  'try',
]);

/** "stop" doubles its last letter, as every one-syllable verb of the list that ends so does. */
function pastOf(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return /^[^aeiou]*[aeiou][bgmpt]$/.test(verb) || /^(?:submit|swap|skip)$/.test(verb)
    ? `${verb}${verb.at(-1)}ed`
    : `${verb}ed`;
}

export function neutral(sentence: string): Told {
  const plain = withoutOccasion(sentence);
  const asked = /^(?:could|can|would|will) you (?:please |kindly )?(.+?)\?$/i.exec(plain)?.[1];
  const told = asked === undefined ? plain.replace(/^please\s+/i, '') : `${asked}.`;
  const isAsked = told !== plain;
  const wanted = /^(?:send|give|tell|show) (?:me|us) (.+)$/i.exec(told)?.[1];
  if (wanted !== undefined) return { text: `Ask the customer for ${wanted}`, isStep: true };
  const instruction = withoutMe(told) ?? told;
  const isStep = isAsked || verbs.has(firstWord(instruction));
  if (!firstPerson.test(instruction)) return { text: capital(instruction), isStep };
  return { text: toldOfAgent(told), isStep: false };
}

/** What was true of this customer and that day only. */
function withoutOccasion(sentence: string): string {
  return sentence
    .replace(
      /,? as (?:your colleague )?(?:you|\[[^\]]*\]) (?:\w+ )?(?:by|on the|over the) (?:phone|mail|e-mail|chat)/i,
      '',
    )
    .replace(
      / (?:this (?:morning|afternoon|evening)|tonight|yesterday|today|just now|right now|for now)(?=[\s,.;]|$)/gi,
      '',
    )
    .replace(/ (?:for|on|in) your (?:account|side|end|system|tenant)(?=[\s,.;]|$)/gi, '')
    .replace(/, please (?=\w)/i, ', then ')
    .replace(/\byour colleague (?=\[)/gi, '')
    .replace(/\byour(?= \p{L})/gu, 'the');
}

const me =
  /^(?:I|we)(?:['’]ve| have)? (?:(?:just|now|also|then|already|therefore|since) )*([a-z-]+)(?= |[.!]$)/i;

/** "I cleared the cache and restarted it." is "Clear the cache and restart it."; undefined where a verb is not known. */
function withoutMe(sentence: string): string | undefined {
  const said = me.exec(sentence);
  const verb = instructions.get(said?.[1]?.toLowerCase() ?? '');
  if (!said || verb === undefined) return undefined;
  const rest = sentence.slice(said[0].length);
  let isKnown = true;
  const turned = rest.replace(
    /(\band(?: then)? (?:(?:I|we) )?)([a-z-]+ed)\b/gi,
    (all, and: string, past: string) => {
      const next = instructions.get(past.toLowerCase());
      isKnown &&= next !== undefined;
      return next === undefined ? all : and.replace(/(?:I|we) $/i, '') + next;
    },
  );
  return isKnown ? verb + turned : undefined;
}

export const firstPerson =
  /(?<![\p{L}\p{N}])(?:I|I['’]\w+|me|my|mine|myself|we|we['’]\w+|ourselves)(?![\p{L}\p{N}])/iu;

const helpers: Readonly<Record<string, string>> = {
  am: 'is',
  have: 'has',
  are: 'is',
  were: 'was',
  do: 'does',
};

/** "I can see the entry." is "The agent can see the entry.": verbs that are the same for anybody, and their helpers. */
function toldOfAgent(sentence: string): string {
  const full = sentence
    .replace(/\b(I|we)['’]ve\b/gi, '$1 have')
    .replace(/\b(I|we)['’]ll\b/gi, '$1 will')
    .replace(/\b(?:I['’]m|we['’]re)\b/gi, 'I am');
  let isSure = true;
  const told = full.replace(/\b(?:I|we) ([a-z-]+)/gi, (all, verb: string) => {
    const word = verb.toLowerCase();
    const known = helpers[word] ?? (isTheSameForAll(word) ? word : undefined);
    isSure &&= known !== undefined;
    return known === undefined ? all : `the agent ${known}`;
  });
  return isSure && !firstPerson.test(told) ? capital(told) : `The agent wrote: “${sentence}”`;
}

function isTheSameForAll(verb: string): boolean {
  return (
    /^(?:can|could|will|would|had|did|was|found|saw|got|kept|left)$|(?<!e)ed$/.test(verb) ||
    instructions.has(verb)
  );
}

function firstWord(text: string): string {
  return /^[\p{L}-]+/u.exec(text)?.[0].toLowerCase() ?? '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
