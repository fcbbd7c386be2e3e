/** What was done is no fault; how, or with what, makes it one: "closed the case too early", "sent the wrong invoice". */
import { type Hit, restOfClause } from './hit';
import type { Sentence, Word } from './sentences';
import { blamed, fallen, hit, isUs } from './subject-verb';
import { baseOf, isPast } from './verbs';

const doing = new Set(
  `deployed pushed sent shipped released merged gave quoted told posted published entered typed applied attached selected chose picked clicked set assigned routed forwarded configured wrote copied pasted
uploaded ran used closed deleted changed promised approved installed committed passed provided put added launched started made took escalated transferred responded replied answered reacted acted did
handled waited moved marked removed disabled turned switched edited updated issued billed charged refunded booked scheduled labelled labeled tagged classified categorised categorized addressed informed advised
called emailed mailed opened resolved rejected accepted granted revoked restarted rebooted shut stopped dropped executed scheduled ordered printed processed filed logged saved assumed concluded decided left kept rolled
created imported exported configured notified paged left jumped went came got pulled skipped signed overwrote mapped linked wired named dismissed submitted treated prioritised prioritized held delivered`.split(
    /\s+/,
  ),
);
const repaired = /\b(?:fix|correct|replace|revert|roll back|repair|undo|clean)\w*\b/;
const badThing =
  /\b(?:wrong|broken|bad|faulty|incorrect|untested|unreviewed|misleading|false|buggy|sloppy|half-baked|half-finished|half-done|careless|outdated|old price|last (?:year|month|week|season|quarter)'s|expired|superseded|invalid|malformed|bogus|nonsens\w+|incomplete|useless|unhelpful|rude|snarky|generic|vague|poor|irrelevant|premature|shoddy|inaccurate|inappropriate|unapproved|unauthori[sz]ed|corrupt(?:ed)?)\b/;
const badWay =
  /\b(?:too (?:late|early|soon|slowly|fast|quickly|hastily|long|little)|prematurely|in a hurry|by mistake|by accident|in error|out of (?:carelessness|laziness|ignorance|habit|spite)|before (?:checking|reading|testing|verifying|confirming|asking|thinking|looking|validating|having (?:read|checked|tested))|without (?!(?:any |a |an |the |further |much |major |\w+ )?(?:subject|delay|interruptions?|problems?|issues?|trouble|success|results?|access|downtime|loss|data loss|incidents?|difficult\w+|effect|luck|exception|hesitation|hitch|break|deputy|runbook|tools?|credentials|rights|power|internet|connection|login|laptop|console|loss|errors?|warning signs|seeing|knowing|being|needing|losing|interrupting|affecting|restarting|breaking|disturbing|stopping|hesitating|complaint)\b)(?:\w+ly )?\w+|as usual|as always|as ever|yet again|like always|(?:carelessly|sloppily|negligently|lazily|blindly|recklessly|hastily|incorrectly|wrongly|badly|poorly|improperly|rudely|unprofessionally|foolishly|stupidly|needlessly|mistakenly|half-heartedly)|instead of (?:reading|checking|asking|testing|escalating|following|helping|calling|listening|looking|investigating|replying|answering|fixing)|in the wrong|to the wrong|straight to (?:production|prod|all)|directly (?:in|on|to) prod\w*|and hoped|(?:just |only )?to look (?:good|busy|better)|on a (?:hunch|whim|guess)|off the cuff|on gut feeling|with a shrug|in bad faith|behind (?:our|his|her|their|my|the \w+'s) backs?|willy-nilly|half asleep|in a (?:huff|rush|panic|temper|mood|fit)|for no (?:good |apparent )?reason|out of (?:sheer |pure |plain )?(?:boredom|impatience|panic|pride|convenience|fear|arrogance|stubbornness|frustration|anger|complacency|negligence|spite)|for (?:the sake of )?convenience|to save (?:time|face|himself|herself|themselves|effort|the effort|the trouble)|to get (?:rid of|it off|them off|him off|her off)|to (?:meet|hit|make|boost|keep) (?:his|her|their|its) (?:targets?|quota|numbers|stats|kpis?|figures)|with (?:his|her|their) eyes (?:closed|shut)|(?:like|as) (?:an? )?(?:amateurs?|idiots?|cowboys?|headless)|back and forth|around in circles|from pillar to post|anyway\b|regardless\b|against (?:the |all |our |my )?(?:advice|policy|procedure|instructions?|rules?|protocol|process)|(?:despite|in spite of) (?:the |all |several |clear |my |our |repeated |three |two )*(?:warnings?|instructions?|reminders?|advice|rules?|requests?|policy)|with (?:no|little|zero|hardly any|not a word of) (?:warning|notice|heads-up|explanation|context|documentation|handover|sense of|care|regard|respect|interest|urgency|effort|thought|attention|empathy|preparation|consideration)|(?:no one|nobody)$|no one about|as (?:he|she|they) (?:pleased?|wanted)|their own way|it easy|hours to even|(?:his|her|their) sweet time|(?:his|her|their) time\b|no action|no notice|no ownership|no responsibility|for granted|the (?:easy|lazy) way|a shortcut|shortcuts|a (?:big |huge |serious |costly |silly |stupid |simple |careless |classic )?(?:mistake|error|blunder|mess|typo)|mistakes|an (?:error|assumption)|errors|assumptions|nothing (?:for|about|until|to)|the bare minimum|(?:it|this|that|things|everything) (?:wrong|slide|slip|drag|lie)|(?:a )?blind eye|the other way|quiet about|silent about|under the (?:rug|bus|carpet)|over the (?:wall|fence)|with (?:his|her|their) (?:life|weekend|coffee))\b/;
/** Why it was done, in another clause. */
const motive =
  /^[^.;]{0,80}\b(?:so (?:that )?(?:his|her|their|its) (?:\w+ )?(?:numbers|stats|figures|kpis?|queue|backlog|metrics|dashboard|bonus|shift|weekend) (?:would|will|could|might|looked?|was|were|stayed?)|so (?:that )?(?:he|she|they) (?:would|could|did)(?: not|n't)? have to|because (?:he|she|they) (?:(?:was|were) (?:too \w+|in a (?:hurry|rush|mood)|bored|lazy|tired of|keen|chatting|late for)|wanted (?:to go|to leave|it off|to look|a quiet|to finish early)|(?:did not|didn't) (?:feel like|want to|like|care)|could(?:n't| not) be|felt like|preferred|thought (?:he|she|they) knew))\b/;
/** Once was meant. */
const doubled =
  /^(?:(?:entered|submitted|pressed|clicked|billed|charged|refunded|booked|shipped|ordered|paid|issued|ran|posted|credited|processed|imported|created|invoiced|debited|applied|sent|deducted) )(?:[^.,;]{0,50} )?(?:twice|two times|three times|double)(?= *(?:$|[.,;!)]|and\b|by\b|because\b|instead\b))/;
const destructive =
  /^(?:deleted|dropped|wiped|overwrote|truncated|disabled|purged|erased|removed|killed|destroyed)$/;
const live = /^(?:the |our |a |half the |all )?(?:entire |whole )?(?:production|prod|live|primary|wrong)\b/;
const wrongly =
  /^(?:wrongly|incorrectly|mistakenly|erroneously|accidentally|inadvertently|carelessly|negligently|foolishly|stupidly|lazily|blindly|needlessly|improperly|hastily|prematurely|recklessly|unknowingly|thoughtlessly|falsely|conveniently|deliberately|knowingly|wilfully|willfully|simply|just|merely)$/;
const onlyLazy = /^(?:simply|just|merely)$/;

/** Who sees or says that something is wrong has not done it. */
const observed =
  /^(?:noticed|found|saw|seen|reported|spotted|detected|discovered|learned|learnt|flagged|corrected|fixed|heard|said|explained|mentioned|confirmed|described|noted|identified|realised|realized|admitted|recognised|recognized|suspected|warned|complained|pointed|apologised|apologized|reverted|caught|been|had|was|were|did|received|inherited|got|worked|joined|arrived|operated|managed|finished|completed|resolved|solved)$/;

export function badlyDone(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  const reasons = /\bso |because|to look/.test(sentence.low);
  const repeats = /twice|times|double/.test(sentence.low);
  return sentence.words.flatMap((word, index) => {
    if (!isPast(word.low)) return [];
    const before = sentence.words[index - 1];
    const isWrong =
      before !== undefined &&
      wrongly.test(before.low) &&
      (!onlyLazy.test(before.low) ||
        /^(?:assumed|closed|ignored|guessed|copied|shrugged|walked|left|gave|copy-pasted|forwarded)$/.test(
          word.low,
        ));
    if (observed.test(word.low)) return [];
    const rest = restOfClause(sentence, word.end);
    const tail = sentence.low.slice(word.end - sentence.start);
    const isBad =
      doing.has(word.low) &&
      !repaired.test(word.low) &&
      badThing.test(rest) &&
      !/\b(?:fix|correction|patch|workaround|report|ticket|alert)\b.* (?:for|about|of) /.test(rest);
    const isLive = destructive.test(word.low) && live.test(rest);
    if (
      !isWrong &&
      !isBad &&
      !isLive &&
      !badWay.test(rest) &&
      !(reasons && motive.test(tail)) &&
      !(repeats && doubled.test(sentence.low.slice(word.start - sentence.start))) &&
      !/, again[.!]?$/.test(sentence.low.trimEnd()) &&
      !/^[^:;]{0,60},? (?:again )?without (?:telling|asking|checking|reading|testing|informing)\b/.test(tail)
    )
      return [];
    if (isPassive(sentence.words, index)) return [];
    const subject = blamed(sentence, word.start, earlier, false);
    if (
      !subject ||
      (isUs(sentence, subject) && !isWrong && /\btoo (?:late|long|early|soon|slowly|little)\b/.test(rest)) ||
      (isUs(sentence, subject) && !/carel|slopp|lazi|careless/.test(rest))
    )
      return [];
    const base = baseOf(word.low);
    if (
      /^(?:made|took|left|kept|let|did|got|turned|held|went|came|waited|felt|thought|knew)$/.test(word.low) &&
      !isBad &&
      !/\bwithout\b|too (?:early|soon)/.test(rest)
    )
      return [fallen(sentence, subject, word.start, word.end)];
    return [hit(sentence, subject, word.start, word.end, base && `it was possible to ${base}`)];
  });
}

function isPassive(words: readonly Word[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const low = words[at]?.low ?? '';
    if (/^(?:was|were|been|be|is|are|being|got)$/.test(low)) return true;
    if (!/ly$|^not$|^never$/.test(low)) return false;
  }
  return false;
}

const keeping = /\b(keeps?|kept|keep) (?:on )?([a-z]+ing)\b/g;
/** Nobody says of these that somebody keeps at it, and means it badly. */
const steady =
  /^(?:watching|monitoring|working|updating|tracking|running|trying|checking|informing|getting|receiving|seeing|waiting|growing|learning|improving|helping|recording|being|having|looking|coming|going|adding|supporting|answering|reading)$/;

/** "keeps sending us incomplete data" */
export function badHabits(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  return [...sentence.low.matchAll(keeping)].flatMap((match) => {
    const at = sentence.start + match.index;
    const end = at + match[0].length;
    const rest = restOfClause(sentence, end);
    const isHabit = match[1] === 'keeps' && !steady.test(match[2] ?? '');
    if (!isHabit && !badThing.test(rest) && !badWay.test(rest)) return [];
    const subject = blamed(sentence, at, earlier, false);
    return subject
      ? [
          hit(
            sentence,
            subject,
            at,
            end,
            `it ${match[1] === 'kept' ? 'was' : 'is'} possible to keep ${match[2]}`,
          ),
        ]
      : [];
  });
}

const gerunds =
  /\b(?:of|for|by|from|into|about|than|and|from) (?:repeatedly |constantly |always |again )?(ignoring|forgetting|neglecting|overlooking|mishandling|skipping|dismissing|disregarding|blaming|misleading|failing to|refusing to|not \w+ing)\b/g;

/** "has a history of ignoring tickets" */
export function wrongHabits(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  return [...sentence.low.matchAll(gerunds)].flatMap((match) => {
    if (/not (?:being|having|knowing)/.test(match[0])) return [];
    const at = sentence.start + match.index;
    const verb = sentence.words.findLast(
      (word) => word.end <= at && (isPast(word.low) || /^(?:is|has|are|have)$/.test(word.low)),
    );
    const subject = verb && blamed(sentence, verb.start, earlier, false);
    return subject ? [fallen(sentence, subject, at, at + match[0].length)] : [];
  });
}
