/** Verdicts on work and on whose it was, without a verb for what was done: "amateur hour", "has Anna written all over it". */
import { byWord, type Signed } from './by-word';
import { gated } from './gated';
import {
  blameOf,
  clauseEnd,
  type Hit,
  humanAfter,
  isDenied,
  sentenceEnd,
  sentenceStart,
  UNKNOWN,
} from './hit';
import { isHuman, nounAt } from './people';
import type { Sentence } from './sentences';

const HARD = 'something in the process made this hard to get right';
const POSSIBLE = `what made this possible ${UNKNOWN}`;

const shams = gated(
  String.raw`amateur hour|amateurs? at work|clown (?:show|car)|keystone cops?|comedy of errors|the blind leading the blind|a circus act|monkeys? (?:with|at) (?:a )?typewriters?|asleep at the (?:wheel|switch)|own[- ]goals?|self-inflicted(?: wounds?)?|(?:schoolboy|rookie|beginner'?s?|amateur|bonehead(?:ed)?|newbie|noob|silly|stupid|dumb|idiotic|foolish|unforced|basic|elementary|embarrassing|avoidable|inexcusable|unforgivable|costly|textbook|classic human) (?:errors?|mistakes?|blunders?|slips?)|textbook (?:case|example) of (?:not|how not|ignoring|failing|poor|bad|sloppy|lazy|careless)|how not to|(?:slapdash|slipshod|bonehead(?:ed)?|harebrained|ham-?fisted|ham-?handed|cack-?handed|half-?ars?sed|half-?ass(?:ed)?|perfunctory|ill-judged|lackadaisical|cavalier|thoughtless|reckless|inept|lazy|sloppy|careless|shoddy|hare-brained) (?:\w+ )?(?:work|job|handling|effort|attempt|reply|response|answer|fix|change|deploy|deployment|handover|hand-over|approach|attitude|attitudes|decision|move|command|edit|click|treatment|review|triage|communication|note|notes|planning|testing|migration|rollout|commit|merge)`,
);

const farces = gated(
  `shambles|farce|joke|disgrace|circus|embarrassment|mockery|insult|clown show|amateurish|slapdash|slipshod|bungled|botched|fumbled|mishandled|half-hearted|half-arsed|half-assed|lackluster|lacklustre|lukewarm|shameful|pathetic|woeful|abysmal|shocking|appalling|dire`,
  String.raw`(?:handover|hand-over|handoff|hand-off|response|handling|communication|triage|reply|coordination|roll-?out|cutover|cut-over|management|service|support|effort|release|launch|planning|testing|review|escalation|migration|follow-up|preparation|whole thing|work|performance|shift|change|installation|install|onboarding|documentation|docs|notes|paperwork|process|communications?|organi[sz]ation|scheduling) (?:was|were|is|are) (?:\w+ly |always |just |nothing but |nothing short of )*(?:an? |the )?(?:complete |total |utter |absolute |real |right |pure )*`,
);

const handled = gated(
  `swept under|brushed (?:aside|off|under)|shrugged off|waved (?:through|away|off|past)|nodded through|kicked (?:into the long|down the road|upstairs|into touch|around)|thrown (?:over the (?:wall|fence)|under (?:the|a) bus|to the wolves|in at the deep)|(?:lobbed|tossed|chucked) (?:over|back|to|at)|palmed off|fobbed off|put on the back ?-?burner|left to (?:rot|fester|die|languish|gather|wither|stew|fend|drown|pick up|clean up|sort out)|left (?:hanging|stranded|in the dark|in limbo|dangling|in the lurch|high and dry|holding the)|kept in the dark|hung out to dry|given (?:the (?:runaround|run-around|brush-off|cold shoulder)|short shrift|lip service|a cursory)|rubber-?stamped|bungled|fumbled|butchered|fat-fingered|swept aside|hushed up|covered up|stonewalled|ghosted|strung along|led (?:up|down) the garden|taken for (?:a ride|granted|fools?)|sent (?:from pillar|round the houses|around the houses|in circles|packing|on a wild)|passed (?:around like|from pillar|from desk to desk)|bounced (?:around|from pillar|from one|back and forth)|pushed (?:from pillar|from one)|treated (?:like an? (?:nuisance|joke|idiot|afterthought|number|fool|child|stranger|burden)|as an? (?:nuisance|afterthought|joke|annoyance|burden)|with (?:contempt|disdain|indifference))|(?:cobbled|thrown|slapped|lashed) together|rushed (?:out|through)|dropped on the floor|slept on|phoned in|asking for trouble|an? (?:shambles|farce|disgrace) (?:from|of)`,
  String.raw`(?:was|were|been|being|got|gets?|is|are)\s+(?:\w+ly |just |simply |again |then |once more |effectively |basically )*`,
);

interface Pointer extends Signed {
  pattern: RegExp;
  /** What the rest of the sentence has to hold. */
  after?: RegExp;
  /** Whether the sentence ends with whoever is named. */
  whole?: boolean;
}

/** What people are named for after the words, not before them. */
const pointers: readonly Pointer[] = [
  {
    signs: ['thanks', 'courtesy'],
    pattern: /\b(?:thanks|courtesy) (?:to|of) /g,
    after:
      /\b(?:lost|lose|down|broken?|outage|breach\w*|missed|late|delay\w*|churn\w*|mess|have to|had to|wrong|failed|angry|apologi\w+|cancel\w*|twice|weekend|nobody|never|worse|stuck|blind|out of|without|waited|waiting|chaos|crash\w*|complain\w*)\b/,
  },
  {
    signs: ['responsible', 'accountable', 'liable', 'account'],
    pattern: /\b(?:hold|holds|held|holding) (?=[^.;]{1,40}(?:responsible|accountable|liable|to account))/g,
  },
  {
    signs: ['stops', 'stop', 'lies', 'rests', 'sits', 'dropped'],
    pattern:
      /\b(?:buck stops?|blame (?:lies|rests|sits)|fault lies|ball was dropped|failure lies|problem lies) (?:squarely |here )?(?:with|at|by) /g,
  },
  {
    signs: ['door', 'feet'],
    pattern: /\b(?:laid?|lay|laying) (?:\S+ ){0,3}?at the (?:door|feet) of /g,
  },
  {
    signs: [
      'typical',
      'much',
      'trust',
      'count',
      'leave',
      'that',
      'shame',
      'once',
      'usual',
      'expect',
      'just',
      'credit',
    ],
    pattern:
      /\b(?:typical of|so much for|trust|count on|leave it to|that's|that is|shame on|once again it (?:was|is)|as usual,? (?:it (?:was|is) )?|what (?:else )?(?:did|do|would|can|could) (?:we|you|one) expect (?:from|of)|just like|credit (?:for (?:the|this) \w+ )?goes to) (?=[\p{L}@])/gu,
    whole: true,
  },
  {
    signs: [
      'classic',
      'typical',
      'vintage',
      'peak',
      'sheer',
      'pure',
      'again',
      'bravo',
      'clap',
      'nothing',
      'gem',
    ],
    pattern:
      /^\s*(?:classic|typical|vintage|peak|sheer|pure|(?:once|yet) again,?|bravo,?|slow clap,?|thanks for nothing,?|another classic from|another gem from) (?=[\p{L}@])/gu,
    whole: true,
  },
  {
    signs: ['another'],
    pattern:
      /\byet another (?:\w+ )?(?:mess|blunder|own goal|mistake|failure|fiasco|botch|disaster|gem|masterpiece|screw-up|promise|excuse|delay|no-show) (?:from|by|of|on the part of|courtesy of) /g,
  },
  {
    signs: [
      'common',
      'comes',
      'come',
      'came',
      'traces',
      'trace',
      'traced',
      'goes',
      'went',
      'leads',
      'lead',
      'led',
      'points',
      'point',
      'pointed',
      'boils',
      'boil',
      'boiled',
      'roads',
    ],
    pattern:
      /\b(?:common (?:denominator|factor|thread)(?: [^.;,]{1,30})? (?:is|was)|comes?|came|traces?|traced|goes|went|leads?|led|points?|pointed|boils?|boiled|all roads lead|finger points|fingers point) (?:straight |right |directly |squarely |back |down )*(?:(?:to|at|on) |(?<=(?:is|was) ))/g,
    whole: true,
  },
  {
    signs: ['watch'],
    pattern: /\b(?:happened|went wrong|slipped|broke) on (?=[\p{L}]+(?: \p{L}+)?'s watch)/gu,
  },
  {
    signs: [
      'died',
      'die',
      'rotted',
      'rot',
      'rotting',
      'languished',
      'languishing',
      'dust',
      'vanished',
      'disappeared',
      'lost',
      'hole',
    ],
    after:
      /^(?:'s|s'|')? (?:[\w-]+ )?(?:desk|inbox|queue|pile|plate|drawer|mailbox|backlog|court|lap|hands|watch|to-do|folder|in-tray|spam)/,
    pattern:
      /\b(?:died|die|rotted|rot|rotting|languished|languishing|gathered dust|gathering dust|vanished|disappeared|got lost|went to die|black hole) (?:in|on|at|under|of) /g,
  },
  {
    signs: [
      'dereliction',
      'negligence',
      'complacency',
      'carelessness',
      'ineptitude',
      'incompetence',
      'indifference',
      'laziness',
      'sloppiness',
      'bungling',
      'botched',
      'goal',
      'own-goal',
      'wound',
      'non-compliance',
      'blunder',
      'cock-up',
      'screw-up',
      'balls-up',
      'howler',
      'clanger',
      'gaffe',
      'faux',
      'brain',
      'call',
      'judgement',
      'judgment',
      'housekeeping',
      'planning',
      'show',
      'wishful',
      'failure',
      'lack',
    ],
    pattern:
      /\b(?:dereliction of duty|negligence|complacency|carelessness|ineptitude|incompetence|indifference|laziness|sloppiness|bungling|botched \w+|own[- ]goal|self-inflicted wound|non-compliance(?: with [^.;,]{1,40})?|blunder|cock-up|screw-up|balls-up|howler|clanger|gaffe|faux pas|brain fade|bad (?:judge?ment )?call|poor (?:judge?ment|housekeeping|call|planning|show)|wishful thinking|failure of (?:nerve|leadership|imagination|courage|will)|lack of [a-z -]{3,30}) (?:by|on the part of|on behalf of|from|on the side of|among|amongst|within|in|at) (?=[\p{L}@])/gu,
  },
];

const pointersIn = byWord(pointers);

const signsOfLament = [
  'doing',
  'handiwork',
  'alone',
  'mess',
  'typical',
  'classic',
  'written',
  'print',
  'dabs',
  'mind',
  'head',
  'thought',
  'heart',
  'thank',
];
const laments =
  /\b(?:is|was) (?:\w+ly |all )?(?:[a-z-]+ ){0,3}?[a-z-]+'s (?:own )?(?:doing|handiwork|mess|alone)(?= *(?:$|[.,;!)]|and\b))|^\s*(?:typical|classic) (?:[\w-]+ ){1,4}?(?:behaviou?r|attitude|style|move|response|stunt|excuse|mentality)\b|\b(?:his|her|their|[\p{L}]{2,20}'s) (?:minds?|heads?|thoughts|hearts?) (?:was|were|is|are) (?:\p{L}+ly |already |just )*(?:elsewhere|somewhere|on (?!the (?:ticket|case|customer))|in the clouds|not (?:in|on)|wandering)|\b(?:has|have|had|with) (?=[\p{L}.'-]+(?: [\p{L}.'-]+){0,2} written all over)|\b[\p{L}.-]+'s? (?:fingerprints|dabs|paw prints) (?:are|were) all over\b|\b(?:have|has|had) (?=[\p{L}.'-]+(?: [\p{L}.'-]+){0,3} to thank for (?:the|this|that|our|another|yet) (?:\w+ )?(?:outage|breach|mess|delay|loss|weekend|escalation|incident|complaint|churn|chaos|disaster|bill|downtime|failure))/gu;

export function verdicts(sentence: Sentence): Hit[] {
  const { low } = sentence;
  const hits: Hit[] = [];
  for (const [found, words, isHandled] of [
    [shams.matchesIn(sentence), HARD, false],
    [farces.matchesIn(sentence), HARD, false],
    [handled.matchesIn(sentence), `what led to this ${UNKNOWN}`, true],
    [signsOfLament.some((sign) => low.includes(sign)) ? [...low.matchAll(laments)] : [], POSSIBLE, false],
  ] as const) {
    for (const match of found) {
      const start = sentence.start + match.index;
      const end = start + match[0].trimEnd().length;
      if (isDenied(sentence, start) || (isHandled && hasReason(sentence, end))) continue;
      hits.push({
        start,
        end,
        kind: 'person-blame',
        rewrite: { from: clauseStart(sentence, start), to: clauseEnd(sentence, end), words },
      });
    }
  }
  return [...hits, ...pointed(sentence)];
}

/** With a reason beside it the words only say how it felt. */
function hasReason(sentence: Sentence, at: number): boolean {
  return /\b(?:because|since|as (?:the|no|there)|due to|owing to|by the (?:rule|filter|script|job|system|form))\b/.test(
    sentence.low.slice(at - sentence.start),
  );
}

function pointed(sentence: Sentence): Hit[] {
  const hits: Hit[] = [];
  for (const { pattern, after, whole } of pointersIn(sentence)) {
    for (const match of sentence.low.matchAll(pattern)) {
      const at = sentence.start + match.index;
      const people = humanAfter(sentence, at + match[0].length);
      if (!people || isDenied(sentence, at)) continue;
      const rest = sentence.low.slice(people.to - sentence.start);
      if (after && !after.test(rest)) continue;
      if (
        whole &&
        !/^\s*(?:$|[.,!;:]|to\b(?! (?:the|a)\b)|for you|again|who\b|then|alone|and (?:his|her|their)\b)/.test(
          rest,
        )
      )
        continue;
      const noun = nounAt(
        sentence,
        sentence.words.findIndex((word) => word.end === people.to),
      );
      hits.push({
        start: at,
        end: people.to,
        kind: isHuman(noun) ? blameOf(noun) : 'person-blame',
        rewrite: { from: sentenceStart(sentence), to: sentenceEnd(sentence), words: POSSIBLE },
      });
    }
  }
  return hits;
}

function clauseStart(sentence: Sentence, at: number): number {
  const index = sentence.words.findLastIndex(
    (word) =>
      word.end <= at &&
      (word.isMark ||
        /^(?:and|but|because|so|that|although|though|since|while|when|as|which)$/.test(word.low)) &&
      word.start > sentence.start,
  );
  return sentence.words[index + 1]?.start ?? sentenceStart(sentence);
}
