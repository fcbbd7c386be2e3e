/** Who-questions: they look for a person where the chain needs what made it possible. */
import type { Hit } from './hit';
import { sentenceEnd, sentenceStart } from './hit';
import { isHuman, nounAt } from './people';
import type { Sentence } from './sentences';
import { baseOf, isPast } from './verbs';

const asking =
  /^(?:so |and |but |then |ok |okay |first |next |now |well )*(?:\d+[.)] )?((?:by |to |on )?who(?:m|se)?|who (?:among|amongst|of|in) (?:us|you|them|(?:the |our )?\w+)|which (?:\w+ )?(?:agent|engineer|person|team|developer|operator|manager|shift|colleague|admin|technician|lead|genius|idiot|clown|joker|bright spark|muppet|hero|wizard|fool|department|group|of (?:us|them|you|(?:the|our) (?:\w+ )?(?:agents|engineers|people|teams|developers|operators|shifts|managers|colleagues|admins|technicians|reps|desks|groups|vendors|leads))|one of (?:us|you|them))|what (?:idiot|genius|clown|fool|moron|agent|engineer|person|bright spark))\b/;
const seeking =
  /\b(?:find out|found out|figure out|figured out|determined?|establish(?:ed)?|identify|identified|clarify|clarified|remember|recall|guess|bet|remains|remain|to be seen|matter of|know|ask|asked|see|check|learn|find|unclear|unknown|not clear|question is|wonder|wondering|tell (?:us|me)|investigate|name|trace|look into|track down)\s+(?:exactly |again )?(who|whose|which (?:agent|engineer|person|developer|operator|manager|colleague))\b/g;
const harmlessAfter =
  /^(?:\s+(?:is|are|was|were|will|would|should|can|could|shall|needs?|has|have|had|owns?|does|do|to|else|might|may|must|gets?|takes|receives?|else's|turn|name)\b)/;
const accusing =
  /^\s+(?:was|were) on (?:shift|duty|call|watch)\b|^\s+(?:do|did|can|should|must) (?:we|i|you) (?:have to )?(?:thank|blame)\b|^\s+(?:will|would|gets to|has to|wants to|is willing to|'s going to) (?:own|explain|answer|apologi|take the|pay for|face|carry the)|^\s+had (?:his|her|their|its) (?:\w+ )?(?:hands?|fingers?)\b|^\s+(?:\w+ )?(?:bright |brilliant |great |stupid |genius |clever |dumb )+(?:idea|plan)\b|^\s+(?:neck|head|job|desk|doing|call|screw-up|mess|watch|error|typo) (?:is|was|will)\b|^\s+(?:was|were) (?:this|that|it|the \w+|these|those) (?:\w+ed|done|made|sent|given|left|broken|let|written|taken|pushed)\b|^\s+(?:fault|mistake|error|blame|job (?:was|is) it|responsibility (?:was|is) it|idea (?:was|is)|decision (?:was|is)|negligence|ticket was)|^(?:\s+(?:is|was|are|were)|'s)\s+(?:\w+ly )?(?:(?:to )?(?:blame|responsible|accountable|at fault|guilty|behind|careless|supposed|meant|asleep|in charge(?! of)|minding|watching|at the (?:controls|wheel|helm|keyboard|console|switch)|the last|last to|paying attention|awake|driving|thinking|kidding|fooling|going to (?:own|explain|answer|apologi|take the|pay|face|carry|be held)|the (?:culprit|one|idiot|person)|working (?:that|on)|handling|looking after|not|answerable|sleeping|(?:logged|signed) (?:in|on))\b)|^\s+(?:did(?:n't| not)?|does(?:n't| not)|should(?:n't| not)?(?: have|'ve)|could(?:n't| not)? have|had(?:n't| not)? (?:\w+ )?(?:forgotten|ignored|approved|access|the ticket|been)|has not|(?:has|have|had)(?: not|n't)? (?!access|been told|been informed|seen|read access|time|questions|the (?:right|permission|keys?))(?:\w+ed|given|told|sent|made|done|left|put|broken|forgotten|taken|written|let|cut|set|chosen|got|gotten|said|paid|lost)\b|let|put|cut|set|hit|read|told|keeps?|never|actually|really)\b/;

export function whoQuestions(sentence: Sentence): Hit[] {
  const opening = sentenceStart(sentence);
  const low = sentence.low.slice(opening - sentence.start);
  const isQuestion =
    /\?\s*["”')]*\s*$/.test(sentence.low) || (/^(?:who|whose)\b/.test(low) && !/[.!]\s*$/.test(sentence.low));
  const direct = asking.exec(low);
  const hits: Hit[] = [];
  if (direct?.[1] && (isQuestion || /^(?:whose fault|who)\b/.test(low))) {
    const at = opening + direct[0].length - direct[1].length;
    const found = asked(sentence, at, direct[1].length, true);
    if (found) hits.push(found);
  }
  if (isQuestion) {
    for (const match of sentence.low
      .slice(opening - sentence.start + 3)
      .matchAll(/[,:—–-]\s*(?:and |so |but )?(who|whose)\b/g)) {
      const who = match[1] ?? '';
      const found = asked(
        sentence,
        opening + 3 + match.index + match[0].length - who.length,
        who.length,
        true,
      );
      if (found) hits.push(found);
    }
  }
  for (const match of sentence.low.matchAll(seeking)) {
    const who = match[1] ?? '';
    const at = sentence.start + match.index + match[0].length - who.length;
    const before = sentence.low.slice(0, match.index);
    if (
      /\b(?:not|never|n't|no need to|without|customer|client|customers|user|rather than|instead of|they|caller|agents?|can|to see|could not|button|view|field|log shows?)\s+(?:\w+\s+){0,3}$/.test(
        before,
      ) &&
      !/\b(?:(?:can|could|will|would) (?:some|any)(?:one|body)|(?:can|could|will|would) you|do(?:n't| not)|still(?: do)? not|need to|have to|must|we (?:can|could)n't|we cannot)\s+(?:\w+\s+){0,2}$/.test(
        before,
      )
    )
      continue;
    const found = asked(sentence, at, who.length, false);
    if (found) hits.push(found);
  }
  return [...hits, ...whyDidThey(sentence), ...rhetorical(sentence)];
}

function asked(sentence: Sentence, at: number, length: number, isDirect: boolean): Hit | undefined {
  const after = sentence.low.slice(at + length - sentence.start);
  const isAccusing = accusing.test(after);
  const said =
    /^\s+(?:(?:\w+ly|even|again|just|the hell|on earth|then|first|exactly|actually)\s+)*([a-z-]+)/.exec(
      after,
    );
  const verb = said?.[1] ?? '';
  const isPastDeed =
    (isPast(verb) &&
      !/^(?:was|were|had|owned|needed|used|wanted|worked|reported|noticed|found|saw|received|benefited|depended)$/.test(
        verb,
      )) ||
    /^(?:approves|fails|breaks|forgets)$/.test(verb);
  if (!isAccusing && (!isPastDeed || harmlessAfter.test(after))) return undefined;
  const base = isPastDeed && !harmlessAfter.test(after) ? baseOf(verb) : undefined;
  const end = at + length + (said?.[0].length ?? 0);
  if (/^(?:forgot|failed|neglected|omitted)$/.test(verb) && / to /.test(after)) {
    const to = end + 3;
    return {
      start: at,
      end,
      kind: 'who-question',
      rewrite: {
        from: at,
        to,
        words: verb === 'forgot' ? 'what left it to memory to' : 'what made it hard to',
      },
    };
  }
  if (
    base &&
    !/^(?:forget|fail|drop|mess|screw|say|be)$/.test(base) &&
    !/^\s*(?:$|\?)/.test(after.slice(said?.[0].length))
  )
    return {
      start: at,
      end,
      kind: 'who-question',
      rewrite: { from: at, to: end, words: `what made it possible to ${base}` },
    };
  return {
    start: at,
    end,
    kind: 'who-question',
    rewrite: {
      from: at,
      to: Math.max(end, sentenceEnd(sentence)),
      words: `what made this possible${isDirect ? '' : ''}`,
    },
  };
}

const rhetoric =
  /^(?:so |and |but |well )*(?:when will (.{1,40}?) (?:ever |finally |start |stop |at last )?(?:learn|grow|read|listen|understand|wake|get (?:it|round|around)|do (?:its|their|his|her)|take|own)|why (?:can|does|do|did|will|would|is|are|was|were)(?:n't| not) (?!we\b|the (?:customer|client|user|system|alert|alarm|check|process)|it\b|this\b|that\b|there\b)|what (?:on earth |the hell |in the world )?(?:was|were|is|are) (.{1,30}?) (?:thinking|playing at|doing when|smoking|waiting for|up to)\b|what (?:on earth )?(?:possessed|got into|were (?:they|you) smoking|came over|made (?!it\b|this\b|that\b))|how could (?!the (?:check|process|form|rule|system|alert)|we\b|this|it\b|that\b)|was it (.{1,30}?) (?:who|that)\b|(?:did|does|has|have|had|was|could|would)(?:n't| not)? (?:really )?(?:any(?:one|body)|no(?:body| one|-one)|some(?:one|body)|a single \w+)(?: (?:on|in|at) (?:the |our )?\w+(?: \w+)?)?(?: (?:even|ever|really|actually|not|just|bother(?:ed)? to|think(?: to| of)?|thought|care[ds]?|look(?:ed)?|read|check(?:ed)?|test(?:ed)?|notice[ds]?|learn(?:ed|t)?|ask(?:ed)?|see[ns]?|saw|tell|told|speak|listen|call(?:ed)?|try|tried|follow(?:ed)?|verif(?:y|ied)|answer(?:ed)?|reply|replied|step(?:ped)?|escalate[ds]?|get|take|paying|watching|awake|have))+|(?:could|did|should|would|has|had)(?:n't| not) (?!we\b|the (?:customer|client|user)|it\b|this\b|that\b)|(?:is|was) it (?:really )?(?:too much|asking too much)|who(?:'s| is) (?:kidding|fooling))/;

/** "What was the agent thinking?", "Did anybody even read it?": no answer is asked for. */
function rhetorical(sentence: Sentence): Hit[] {
  if (!/\?\s*["”')]*\s*$/.test(sentence.low)) return [];
  const from = sentenceStart(sentence);
  const match = rhetoric.exec(sentence.low.slice(from - sentence.start));
  if (!match) return [];
  const subject = match[1] ?? match[2] ?? match[3];
  const first = sentence.words.findIndex((word) => word.start >= from + match[0].length);
  const isOpen =
    subject === undefined &&
    !/(?:one|body|single \w+)\b|much|possessed|into|over|kidding|fooling|smoking/.test(match[0]);
  const people =
    subject === undefined
      ? isOpen
        ? nounsFrom(sentence, first)
        : true
      : nounsFrom(
          sentence,
          sentence.words.findIndex((word) => word.start >= from + match[0].indexOf(subject)),
        );
  return people ? [openQuestion(sentence, from, from + match[0].length)] : [];
}

/** Whether one of the next words is somebody, before anything else is named. */
function nounsFrom(sentence: Sentence, first: number): boolean {
  for (let index = first; index >= 0 && index < first + 4; index++) {
    const word = sentence.words[index];
    if (!word || word.isMark) return false;
    const noun = nounAt(sentence, index);
    const next = sentence.words[index + 1];
    if (noun.kind === 'unknown' || (next && !next.isMark && nounAt(sentence, index + 1).kind !== 'unknown'))
      continue;
    return isHuman(noun) && word.low !== 'we' && word.low !== 'you';
  }
  return false;
}

const why =
  /\b(why|how come|how could|how did)\s+(did(?:n't| not)?|was(?:n't| not)?|were(?:n't| not)?|has(?:n't)?|had(?:n't)?|could(?:n't| not)?|does(?:n't)?|would|is(?:n't| not)?|are(?:n't| not)?)?\s*/g;

/** "Why did Sam close the ticket?" asks Sam; "why was the ticket closed?" asks the process. */
function whyDidThey(sentence: Sentence): Hit[] {
  if (!/\?/.test(sentence.low.slice(-4))) return [];
  const match = [...sentence.low.matchAll(why)][0];
  if (!match || match.index > 12) return [];
  const at = sentence.start + match.index;
  const { words } = sentence;
  const first = words.findIndex((word) => word.start >= at + match[0].length);
  for (let index = first; index >= 0 && index < Math.min(words.length, first + 6); index++) {
    const noun = nounAt(sentence, index);
    const next = words[index + 1];
    const person = words[index];
    if (!person || person.isMark || noun.kind === 'customer' || noun.kind === 'system') return [];
    if (noun.kind === 'nobody' && /^(?:nobody|no-one|one|noone)$/.test(person.low))
      return next &&
        /^(?:care|bother|check|read|test|tell|told|ask|think|thought|notice|noticed|look|looked|react|reacted|answer|reply|call|step|speak|cared|bothered|checked|asked|escalate|escalated|tell)/.test(
          next.low,
        )
        ? [openQuestion(sentence, at, next.end)]
        : [];
    if (!isHuman(noun) || !next) continue;
    const isVerb = baseOf(next.low) === next.low && /^\p{Lu}/u.test(person.raw);
    if (!isVerb && (nounAt(sentence, index + 1).kind !== 'unknown' || next.low === "'s")) continue;
    if (/^we$/.test(person.low)) return [];
    let at2 = index + 1;
    let isNot = /n't|not/.test(match[2] ?? '');
    while (
      words[at2] &&
      /^(?:not|never|just|even|simply|only|actually|still|so|\w+ly)$/.test(words[at2]?.low ?? '')
    ) {
      if (/^(?:not|never)$/.test(words[at2]?.low ?? '')) isNot = true;
      at2++;
    }
    const verb = words[at2];
    if (
      !verb ||
      /^(?:told|given|informed|allowed|able|on|in|at|from|wait|waiting|been|unable|missing|have|need|see|know|trained|notified|paged|involved|asked|assigned|receive|get|unavailable|out|away|away|still)$/.test(
        verb.low,
      )
    )
      return [];
    // "Why was Sam not told?": something was not done to them.
    if (/^(?:was|were|is|are)/.test(match[2] ?? '') && isPast(verb.low)) return [];
    const base = baseOf(verb.low);
    const isActive = /^(?:did|could|does|would|has|had)/.test(match[2] ?? '') || match[2] === undefined;
    if (!isActive || !base || base === 'be') return [openQuestion(sentence, at, verb.end)];
    const plain = /^(?:forget|fail|neglect)$/.test(base) && words[at2 + 1]?.low === 'to';
    const end = plain ? (words[at2 + 1]?.end ?? verb.end) : verb.end;
    const phrase = plain ? 'what made it hard to' : `what made it ${isNot ? 'hard' : 'possible'} to ${base}`;
    return [{ start: at, end, kind: 'who-question', rewrite: { from: at, to: end, words: phrase } }];
  }
  return [];
}

function openQuestion(sentence: Sentence, at: number, end: number): Hit {
  return {
    start: at,
    end,
    kind: 'who-question',
    rewrite: { from: at, to: sentenceEnd(sentence), words: 'what made this possible' },
  };
}
