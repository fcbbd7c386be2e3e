/** What somebody is said to be: careless, lazy, not paying attention. */

import { gated } from './gated';
import { blameOf, clauseEnd, type Hit, isDenied, sentenceEnd, sentenceStart } from './hit';
import { isHuman } from './people';
import type { Sentence } from './sentences';
import { subjectBefore } from './subject';
import { fallen, isUs } from './subject-verb';

const bad =
  'abrupt|abusive|aloof|argumentative|belligerent|biased|bossy|cavalier|clumsy|cocky|combative|condescending|curt|deaf to|defiant|derelict|disengaged|dishonest|disloyal|disrespectful|erratic|flippant|greedy|haphazard|hasty|heedless|hostile|hysterical|idle|ill-prepared|immature|impolite|imprudent|inadequate|inconsiderate|inconsistent|indecisive|inefficient|inept|inflexible|insensitive|insincere|lackadaisical|lethargic|mistaken|myopic|nasty|nonchalant|obstinate|obstructive|overbearing|passive|patroni[sz]ing|petty|pushy|rash|remiss|secretive|self-centred|selfish|short-?sighted|sluggish|tactless|tardy|unaccountable|uncaring|uncommitted|unconcerned|undisciplined|unfair|unfriendly|unorgani[sz]ed|unsympathetic|untrustworthy|unwilling|wrong|missing in action|out to lunch|no help|notorious|known for|careless|negligent|sloppy|lazy|inattentive|incompetent|irresponsible|unprofessional|reckless|rude|distracted|asleep|complacent|overconfident|over-confident|unprepared|clueless|ignorant|incapable|unfit|useless|unhelpful|hopeless|forgetful|thoughtless|indifferent|uncooperative|unresponsive|arrogant|dismissive|defensive|stubborn|disorgani[sz]ed|impatient|unreliable|absent-minded|oblivious|uninterested|disinterested|unmotivated|inexcusable|amateurish|slow|late|stupid|dumb|naive|foolish|neglectful|lax|apathetic|chaotic|evasive|not up to|in (?:too much of |such )?a (?:rush|hurry)|out of (?:his|her|their) depth|sleeping|slacking|half asleep|on (?:his|her|their) phone|playing|cutting corners|passing the buck|pointing fingers|hiding behind|ignoring|sitting on|dragging (?:his|her|their|its) feet|making excuses|guessing|too (?:lazy|slow|busy|late|proud|careless|passive|relaxed|optimistic|trusting|confident|quick to|eager to|focused on|distracted|comfortable|hasty|stubborn|arrogant|junior|inexperienced)|overwhelmed by a simple';
const able =
  '(?:suited|cut out|made for|qualified|fit for|up to it|the right person|paying attention|careful|attentive|thorough|diligent|professional|proactive|responsive|helpful|interested|focused|competent|listening|answering|replying|reacting|helping|escalating|informing|calling|bothered to|bothered|thinking|concentrating|reading|doing|taking|following|checking|bothered|willing|responsible enough|serious|up to|cooperative|honest|transparent|caring|committed|motivated|trying|communicating|engaged|responding|vigilant|alert|awake)';
const lacking = `(?:not|never) (?:\\w+ly |being |very |even |at all |really )*${able}`;
const trait = gated(
  `(?:was|were|is|are|am|been|being|seemed|seems|got|became|looked|looks|acted|appears|appeared)\\s+(?:(?:\\w+ly|so|very|just|too|once again|again|clearly|a bit|rather|quite|also|still|all|always|being|to be|simply|often|as usual) )*(?:${bad}|${lacking})\\b|(?:was|were|is|are)n't (?:\\w+ly |being |very |even |at all |really )*${able}\\b`,
);
const judged =
  /\b(?:careless|sloppy|sloppily|carelessly|negligent|negligently|lazy|incompetent|unprofessional|irresponsible|inexcusable|unforgivable|half-hearted|amateurish|shoddy)(?:ly)? (?!(?:of|to|and|with|when|while|in|about|enough)\b)([a-z-]+)/g;
const judgedAlone =
  /\b(?:careless|negligent|sloppy|lazy|incompetent|unprofessional|irresponsible)(?=\s*(?:[,.;!)]|$|(?:of|to|and|with|when|while|in|about|enough)\b))/g;
const shrugs = gated(
  String.raw`could(?:n't| not) (?:even )?(?:see the (?:wood|forest)|get (?:its|their|his|her|our) act|organi[sz]e a|find (?:its|their|his|her) (?:own )?(?:way|arse|backside)|be (?:arsed|trusted|relied)|agree on (?:who|whose|anything)|keep (?:a promise|his|her|their|quiet)|follow (?:a|the) simple|read (?:a|the) simple|tell one)|could(?:n't| not) [a-z]+ [^.;]{0,40}?(?:with (?:a map|both hands|two hands|a flashlight)|(?:his|her|their|its) li(?:fe|ves) depended|to save (?:his|her|their|its) li)|had(?:n't| not) (?:a clue|the (?:faintest|foggiest|slightest|first))|never (?:seem to |seems to )?learns?(?= *[.,;!]|$| from)|can(?:n't|not| not|'t) be (?:trusted|relied)|ma[dk]es? (?:a )?fools? of|had other priorities|left us (?:with|to)|(?:stay|stays|stayed|remained) (?:passive|idle|inactive)|turn(?:ed|s)? a (?:deaf|blind) (?:ear|eye)|(?:brush|push|wave|shrug)(?:ed|es|s)? (?:\w+ ){1,5}?(?:aside|off|away)\b|(?:has|have|had) a (?:history|habit|record|tendency|pattern) (?:of|to)|has it in for|dug (?:in )?(?:his|her|their) heels|(?:goes|went|gone) (?:silent|dark|quiet|missing|awol|rogue)|took (?:his|her|their) eyes? off|lost the plot|do(?:es)? whatever|did whatever|bothered to|(?:has|have|had) been (?:told|warned|reminded|asked|trained) (?:a (?:hundred|thousand|dozen|million) times|repeatedly|(?:many|several|three|four|five|countless|enough) times|more than once|often enough|time and (?:time )?again|over and over|again and again|twice)|(?:did|do|does|made) an? (?:poor|bad|terrible|lousy|sloppy|half-hearted|careless|shoddy|awful) (?:job|work)|(?:tell|told) no(?: |-)one|let (?:the|a|an|his|her) \w+ (?:rot|expire|breach|slide|slip|sit|lapse|drag|go cold)|pretended|bluffed|cheated|badmouthed|insulted|mocked|belittled|patroni[sz]ed|berated|swore at|raised (?:his|her|their) voice|was short with|talked over|threatened the|exaggerated|made up|could(?:n't| not) (?:even )?(?:be bothered|care less)|can(?:'t|not| not) be bothered|had no (?:idea|clue|interest)|has no (?:idea|clue|interest)|did nothing|does nothing|do nothing|did the (?:bare )?minimum|gave up|got it (?:all )?wrong|got (?:this|that|everything|things) wrong|(?:paid|pays?|gave|gives?) no (?:attention|thought|heed)|show(?:ed|s)? (?:very )?(?:no|little|zero) (?:real |any )?(?:interest|care|concern|respect|empathy|initiative|urgency)|ha[ds] no (?:sense of|respect|regard|discipline|excuse|empathy)|made (?:no|little|zero) (?:effort|attempt)|took (?:no|zero|little) (?:action|notice|ownership|interest|responsibility|care)|knew (?:about it|this|that|it|perfectly well|full well|exactly)[^.;]{0,20}\b(?:but|and (?:still|did nothing|said nothing))|do(?:es)? ?n[o']t care|do(?:es)? not care|don't care|doesn't care|lack(?:s|ed)? (?:the )?(?:skill|skills|competence|discipline|attention|motivation|interest|empathy|common sense|initiative|professionalism|commitment|basic \w+)|let (?:us|everyone|everybody|the (?:customer|client|team|company)|him|her|them|it|this|things) (?:down|slip|slide|wait|hang|sit|rot|drag)|left (?:a|an|such a) (?:\w+ )?mess|left (?:us|the (?:customer|client|ticket|case|user)|(?:his|her|their) (?:colleagues|customer)|him|her|them|[A-Za-z]+) (?:hanging|waiting|in the dark|without (?:an? |any )?(?:answer|reply|update|response|word|information|info)|alone|stranded|to rot|unanswered|open and|untouched|sitting)|kept (?:us|the (?:customer|client)|everyone|him|her|them|[a-z]+) (?:waiting|in the dark|on hold)|turned? a blind eye|looked the other way|hid behind|washed (?:his|her|their) hands|passed the buck|threw? (?:it|them|us|him|her|the \w+) (?:over the (?:wall|fence)|under the bus)|covered (?:it|this|that) up|covered up|kept (?:quiet|silent)|took (?:\w+ ){0,5}for granted|refuses? to|refused (?:any|all|the request|help|to)|blames?|blamed|made excuses|makes? excuses|finger-pointing|slept (?:through|on)|went (?:home|to lunch|on holiday|on vacation|to bed|off|on leave|dark|silent|missing) (?:and left|leaving|without|instead)|wandered off|walked away|looked away|made (?:a |an |the |another |some |several |many |two |that |his |her )*(?:\w+ ){0,2}(?:mistakes?|errors?|blunders?|typos?|wrong \w+|bad (?:call|decision|choice)s?|poor (?:call|decision|choice)s?|mess)|(?:is|was|were|are) the (?:weak(?:est)? link|problem here)|(?:take|took|takes|taking) (?:far |way |much |ages|forever|hours|\w+ )?(?:too long|forever|ages|(?:his|her|their) (?:sweet |own )?time)|wait(?:ed|s)? (?:far |way |much )?too long|respond(?:ed|s)? (?:far |way |much )?too (?:late|slowly)|react(?:ed|s)? (?:far |way |much )?too (?:late|slowly)|acted (?:far |way |much )?too (?:late|slowly|hastily)|sleeping (?:at|on)|asleep at|(?:was|were) nowhere to be (?:found|seen)|talked down|yelled|snapped at|hung up|copy-pasted|(?:was|were) (?:just )?(?:copy-pasting|guessing)|fell short|came up short|underperformed|underdelivered|under-delivered|dropped (?:the ball|it|this|the case|the ticket|the request)|sat (?:on|idle)|stood by|dragged (?:his|her|their|its) (?:feet|heels)|buried|swept`,
);

export function traits(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  const hits: Hit[] = [];
  for (const found of [trait.matchesIn(sentence), shrugs.matchesIn(sentence)]) {
    for (const match of found) {
      const at = sentence.start + match.index;
      const end = at + match[0].length;
      if (
        /\b(?:late|slow)$/.test(match[0]) &&
        /^\s*(?:because|since|as\b|due|on the|by \d)/.test(sentence.low.slice(end - sentence.start))
      )
        continue;
      const subject = subjectBefore(sentence, at, earlier);
      const before = sentence.low.slice(0, match.index);
      if (
        /\b(?:not|never|n't|nobody|no one|can|could|may|might|would|if|when|to)\s+(?:\w+ly\s+)?$/.test(before)
      )
        continue;
      if (
        !isHuman(subject) &&
        !(onlyHuman.test(match[0]) && subject.kind === 'unknown' && subject.start !== undefined)
      )
        continue;
      if (
        isUs(sentence, subject) &&
        !/careless|negligent|sloppy|lazy|let|left|wrong|mistake|nothing|attention|care|buck|ball|complacent|unprofessional/.test(
          match[0],
        )
      )
        continue;
      if (isOnlyReal(match[0], sentence.low.slice(end - sentence.start))) continue;
      hits.push(fallen(sentence, subject, at, end));
    }
  }
  return [...hits, ...judgements(sentence)];
}

/** "Sloppy work": somebody is meant, named or not. */
export function judgements(sentence: Sentence): Hit[] {
  const hits: Hit[] = [];
  for (const match of sentence.low.matchAll(judgedAlone)) {
    const at = sentence.start + match.index;
    if (isDenied(sentence, at)) continue;
    hits.push({
      start: at,
      end: at + match[0].length,
      kind: 'person-blame',
      rewrite: {
        from: sentenceStart(sentence),
        to: sentenceEnd(sentence),
        words: 'something in the process made this hard to get right',
      },
    });
  }
  for (const match of sentence.low.matchAll(judged)) {
    const at = sentence.start + match.index;
    if (
      /^(?:load|loaded|loading|eval|evaluation|init|initiali[sz]ation|queue|queues|import|imports|mode|pulling|fetch|connect|delete|write)/.test(
        match[1] ?? '',
      ) ||
      isDenied(sentence, at)
    )
      continue;
    const to = clauseEnd(sentence, at);
    const words = { from: at, to: at + (match[0].length - (match[1]?.length ?? 0)), words: 'unchecked ' };
    // "a sloppy answer", "an unchecked answer"
    const isAfterA = /\ba $/.test(sentence.low.slice(0, match.index));
    if (isAfterA) Object.assign(words, { from: at - 2, words: 'an unchecked ' });
    const isAdverb = /ly /.test(match[0]);
    hits.push({
      start: at,
      end: at + match[0].length,
      kind: blameOf({ kind: 'person' }),
      rewrite: isAdverb ? undefined : words.to < to ? words : undefined,
    });
  }
  return hits;
}

const onlyHuman =
  /careless|negligent|lazy|bothered|incompetent|blamed|attention|unprofessional|pretended|bluffed|cheated|insulted|mocked|excuses|blind eye|do(?:es)?(?:n't| not) care/;

/** "was late because of …", "had no idea that …" tells what a person could not know. */
function isOnlyReal(found: string, after: string): boolean {
  if (/no (?:idea|clue)$/.test(found))
    return /^\s*(?:that|which|of the|where the|because|about the|the|it|what)\b/.test(after);
  if (/blames?$|blamed$/.test(found)) return /^\s*(?:on\b|$)/.test(after);
  if (/\b(?:slow|late)$/.test(found))
    return /^\s*(?:to the|for the meeting|on|in the|shift)\b/.test(after) || (/^\s*$/.test(after) && false);
  return /\bgave up$/.test(found) && /^\s+(?:his|her|their|the seat)/.test(after);
}
