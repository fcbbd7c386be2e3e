/** Fault that is given to somebody: "Petra's fault", "is to blame", "this one is on Cho". */
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
import { subjectBefore } from './subject';

/** A quick look before the long one. */
const guiltWords =
  /fault|blame|guilt|wrong|liable|culp|responsib|account|problem|link|bottleneck|reason|cause|one who|mistake|failure|error|verdict|blaming/;

const guilt =
  /\b(?:(?:is|was|are|were|be|been) (?:\w+ly |once again |once more |again |yet again |always |as usual |as always )?(?:(?:entirely |solely |clearly |partly |fully |also |all |the one |the ones |the person |the people )*(?:at fault|to blame|guilty|in the wrong|liable|culpable|(?:responsible|accountable) for (?:this |the |that |these |losing |missing |all )?(?:\w+ ){0,3}?(?:outage|breach|delay|incident|mistake|error|failure|loss|problem|mess|damage|miss|breakage|disaster|complaint|escalation|churn|fiasco|confusion|leak|blunder|silence)\w*|(?:solely|entirely|fully|clearly|personally|squarely|directly) responsible|the (?:\w+ )?(?:culprit|problem|weak(?:est)? link|bottleneck|reason|root cause|cause|one who)))|(?:has|have|had) (?:only |nobody but |no one but )?(?:itself|himself|herself|themselves|ourselves|myself) to blame|(?:bears?|bore|carries|carry|takes?|holds?|deserves?) (?:the |full |all |most of the |some |sole |entire |total |complete )*(?:blame|(?<=full |sole |entire |total |complete |all )responsibility|responsibility for (?:the |this )?(?:outage|breach|delay|incident|mistake|failure|loss|problem|mess)|guilt|fault))\b/g;
const fault =
  /\b(?:the |all |entire |whole |real |main |single )*(?:weak(?:est)? (?:link|point|spot)|bottleneck|culprit|common denominator|hold-?up|fault|blame|responsibility|root cause|problem|mistake|failure|error)(?: for (?:this|the \w+|that))? (?:lies|lay|rests|sits|falls|goes|was|is|belongs)(?: squarely| clearly| entirely| fully| here| really| simply| solely)* (?:with|on|to|at|in)? ?/g;
const whoseFault =
  /(?:'s|s'|\b(?:his|her|their|your|my|our)) (?:own )?faults?\b|\bfault of (?=[a-z@])|\b(?:blame|blames|blamed|blaming) (?=(?:the |our )?[a-z@])/g;

const helping =
  /^ (?:\w+ly |first |then )?(?:found|fixed|noticed|reported|saved|spotted|solved|caught|answered|helped|called|escalated|knows|knew|owns|is|has|had|will|can|should|does|took|takes|works|told|asked|raised|opened|started|wrote)\b/;

/** "Petra's fault", "is to blame", "the blame lies with". */
export function guilty(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  const hits: Hit[] = [];
  if (!guiltWords.test(sentence.low)) return [...onWhom(sentence), ...poorWork(sentence)];
  for (const match of sentence.low.matchAll(guilt)) {
    const at = sentence.start + match.index;
    const subject = subjectBefore(sentence, at, earlier);
    if (!isHuman(subject) || isDenied(sentence, at) || /\b(?:not|no one|nobody|never)\b/.test(match[0]))
      continue;
    const end = at + match[0].length;
    if (/one who$/.test(match[0]) && helping.test(sentence.low.slice(end - sentence.start))) continue;
    const from = subject.start ?? at;
    const tail = sentence.raw.slice(end - sentence.start, clauseEnd(sentence, end) - sentence.start);
    const what =
      /^ (?:for|in|of|behind|that|why) (.+)$/.exec(tail)?.[1] ??
      /responsible for (.+)$/.exec(
        sentence.raw.slice(at - sentence.start, clauseEnd(sentence, end) - sentence.start),
      )?.[1];
    const isNoun =
      what !== undefined &&
      /^(?:the|this|that|our|a|an|his|her|their|losing|missing)\b/.test(what) &&
      what.split(' ').length < 9;
    hits.push({
      start: from,
      end,
      kind: blameOf(subject),
      rewrite: {
        from,
        to: clauseEnd(sentence, end),
        words: `what made ${isNoun ? what : 'this'} possible ${UNKNOWN}`,
      },
    });
  }
  for (const match of sentence.low.matchAll(fault)) {
    const at = sentence.start + match.index;
    const people = humanAfter(sentence, at + match[0].length);
    if (
      !people ||
      isDenied(sentence, at) ||
      /^\s*(?:'s|’s)/.test(sentence.low.slice(people.to - sentence.start))
    )
      continue;
    const after = sentence.low.slice(people.to - sentence.start);
    if (/(?:was|is)\s+(?:in|to|at)\s*$/.test(match[0])) continue;
    if (/(?:was|is) $/.test(match[0]) && !/^\s*(?:[.,;!]|$|who\b|and\b|again\b)/.test(after)) continue;
    hits.push({
      start: at,
      end: people.to,
      kind: 'person-blame',
      rewrite: { from: at, to: clauseEnd(sentence, people.to), words: `what made this possible ${UNKNOWN}` },
    });
  }
  for (const match of sentence.low.matchAll(whoseFault)) {
    const at = sentence.start + match.index;
    const end = at + match[0].length;
    if (isDenied(sentence, at) && !/^fault of/.test(match[0])) continue;
    if (isDenied(sentence, at)) continue;
    const isBlaming = /^blam/.test(match[0]);
    if (
      /^fault of|^blam/.test(match[0]) &&
      !humanAfter(sentence, end) &&
      !(isBlaming && /^(?:the )?(?:customer|client|user)/.test(sentence.low.slice(end - sentence.start)))
    )
      continue;
    if (
      isBlaming &&
      /\b(?:to|not|without|don't|customer|client|who|they|log)\s*$/.test(
        sentence.low.slice(0, match.index),
      ) &&
      !/\b(?:have to|i) $/.test(sentence.low.slice(0, match.index))
    )
      continue;
    if (/^(?:'s|s')/.test(match[0])) {
      const index = sentence.words.findLastIndex((word) => word.end <= at + 2);
      const noun = nounAt(sentence, sentence.words[index]?.low === "'s" ? index - 1 : index);
      if (!isHuman(noun) && noun.kind !== 'customer') continue;
    }
    const tail = sentence.raw.slice(end - sentence.start, clauseEnd(sentence, end) - sentence.start).trim();
    const said = /^(?:that )?((?:the|this|our|we|it|they|a|an)\b.+)$/i.exec(tail)?.[1];
    const words =
      said && !isBlaming && !/^fault of/.test(match[0])
        ? `what made it possible that ${said} ${UNKNOWN}`
        : `what made this possible ${UNKNOWN}`;
    hits.push({
      start: at,
      end,
      kind: 'person-blame',
      rewrite: {
        from: opening(sentence, at),
        to: said || isBlaming ? clauseEnd(sentence, end) : clauseEnd(sentence, end),
        words,
      },
    });
  }
  return [...hits, ...onWhom(sentence), ...poorWork(sentence), ...namedCauses(sentence)];
}

const onOne =
  /\b(?:it|this|that|this one|that one|the whole thing|(?:this|the) (?:mess|delay|outage|breach|incident|one|failure|loss|escalation)|the blame|all of this)(?:'s| is| was) (?:all |entirely |squarely |clearly |totally )?(?:on|down to) (?=[a-z@])/g;

/** "This one is on Cho." */
function onWhom(sentence: Sentence): Hit[] {
  return [...sentence.low.matchAll(onOne)].flatMap((match) => {
    const at = sentence.start + match.index;
    const people = humanAfter(sentence, at + match[0].length);
    if (!people || isDenied(sentence, at)) return [];
    const after = sentence.low.slice(people.to - sentence.start);
    if (!/^\s*(?:$|[.!,;]|that\b|alone\b|and\b)/.test(after)) return [];
    return [
      {
        start: at,
        end: people.to,
        kind: 'person-blame' as const,
        rewrite: { from: at, to: sentenceEnd(sentence), words: `what made this possible ${UNKNOWN}` },
      },
    ];
  });
}

const work =
  /(?:'s|\b(?:his|her|their|your)) (?:\w+ )?(?:reply|response|answer|handling|work|attitude|behaviou?r|tone|communication|approach|performance|instincts?|call|decision|choice|assumptions?|guess|hunch|advice|diagnosis|estimate|idea|plan|logic|reasoning|priorities|excuses?|explanations?|contribution|competence|grasp|commitment|leadership|timing|command|interpretation|reading|troubleshooting|follow-through|handover|hand-over|handoff|hand-off|notes?|message|email|mail|follow-up|summary|documentation|effort|judge?ment|preparation|reaction|conduct|updates?|manner|triage|explanation|planning|management)(?: (?:to|of|with|for|towards?|on|in|from) (?:(?!was|were|is)[\w-]+ ){1,5}?| )(?:was|were|is|are) (?:\w+ly |very |just |so |too |again |simply |far too |full of |beyond |below |not )*(late|poor|bad|flawed|off|misguided|reckless|rash|foolish|stupid|short-sighted|naive|laughable|pathetic|weak|half-hearted|lukewarm|shoddy|clumsy|botched|tone-deaf|condescending|patronising|patronizing|all wrong|plain wrong|hopeless|shocking|shameful|disgraceful|abysmal|dire|woeful|thin|flimsy|questionable|embarrassing|nonexistent|non-existent|absent|careless|sloppy|unprofessional|rude|errors|mistakes|dismissive|inadequate|insufficient|unacceptable|terrible|awful|appalling|disappointing|lazy|wrong|useless|unhelpful|incompetent|good enough|acceptable|up to (?:standard|scratch)|inexcusable|substandard|cold|arrogant|disgraceful|slow|vague|misleading|lacking|below standard|standard|hasty|thoughtless|chaotic|amateurish|professional|helpful)\b/g;

/** "Your reply was full of errors." */
function poorWork(sentence: Sentence): Hit[] {
  if (!/'s |\b(?:his|her|their|your) /.test(sentence.low)) return [];
  return [...sentence.low.matchAll(work)].flatMap((match) => {
    const at = sentence.start + match.index;
    if (
      /^(?:good enough|acceptable|professional|helpful|up to|standard)/.test(match[1] ?? '') &&
      !/ (?:not|below) /.test(match[0])
    )
      return [];
    if (/ not (?:\w+ )*(?:late|poor|bad|careless|sloppy|rude|wrong|slow|errors)\b/.test(match[0])) return [];
    const isOwn = match[0].startsWith("'s");
    const index = sentence.words.findLastIndex((word) => word.end <= at + 2);
    const noun = isOwn
      ? nounAt(sentence, sentence.words[index]?.low === "'s" ? index - 1 : index)
      : { kind: 'person' as const, start: at };
    if (!isHuman(noun)) return [];
    const from = noun.start ?? at;
    return [
      {
        start: from,
        end: at + match[0].length,
        kind: blameOf(noun),
        rewrite: {
          from,
          to: sentenceEnd(sentence),
          words: 'something in the process made this hard to get right',
        },
      },
    ];
  });
}

function opening(sentence: Sentence, at: number): number {
  const index = sentence.words.findLastIndex(
    (word) =>
      word.end <= at && (word.isMark || /^(?:and|but|because|so|that|although|since|while)$/.test(word.low)),
  );
  return sentence.words[index + 1]?.start ?? sentenceStart(sentence);
}

const named =
  /\b(?:root cause|cause|reason|culprit|guilty party|problem|responsible|fault|verdict)(?: of (?:the|this) \w+)?\s*(?::|\bwas\b|\bis\b)\s*(?:simply |just |clearly |mainly |again )?/g;

/** "Root cause: the night shift." */
function namedCauses(sentence: Sentence): Hit[] {
  return [...sentence.low.matchAll(named)].flatMap((match) => {
    const end = sentence.start + match.index + match[0].length;
    const people = humanAfter(sentence, end);
    if (!people || isDenied(sentence, sentence.start + match.index)) return [];
    const after = sentence.low.slice(people.to - sentence.start);
    if (!/^\s*(?:$|[.!?;,]|\(|who\b)/.test(after)) return [];
    if (/^responsible/.test(match[0])) return [];
    return [
      {
        start: people.from,
        end: people.to,
        kind: 'person-blame' as const,
        rewrite: { from: people.from, to: clauseEndOr(sentence, people.to), words: 'not established yet' },
      },
    ];
  });
}

function clauseEndOr(sentence: Sentence, at: number): number {
  return /^\s*who\b/.test(sentence.low.slice(at - sentence.start)) ? sentenceEnd(sentence) : at;
}
