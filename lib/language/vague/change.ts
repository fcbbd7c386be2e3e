/** Does an action name a change that one could check? */
import {
  concreteVerbs,
  generalNouns,
  hedges,
  investigating,
  measure,
  outcome,
  personFix,
  personFixWithin,
  vagueVerbs,
} from './words';

/** What is wrong with an action's words; nothing where it names a checkable change. */
export type Vagueness = 'direction' | 'investigate' | 'person-fix' | 'bare';

export function isVague(text: string, doneWhen: string): Vagueness | undefined {
  const { rest } = strip(text);
  const isMeasured = measure.test(text) || doneWhen.trim() !== '';
  if (isPersonFix(text, rest)) return isTaught(text) ? undefined : 'person-fix';
  if (isMeasured && !/\?\s*$/.test(text) && words(rest).length > 3) return undefined;
  const [first = ''] = words(rest);
  const specific = specificWords(rest).length;
  if (/^close (?:monitoring|cooperation|contact|collaboration)\b/i.test(rest)) return 'direction';
  if (
    /^(?:do not|don['’]t|never|no longer) /i.test(rest) &&
    concreteVerbs.has(
      words(rest).find((word) => !/^(?:do|not|don't|don’t|never|no|longer|let)$/.test(word)) ?? '',
    ) &&
    !/\blet\b|\bagain\b/i.test(rest) &&
    specific >= 2
  )
    return undefined;
  const isConcrete = concreteVerbs.has(first) && !vaguePair.test(rest);
  if (isConcrete) {
    if (/\?\s*$/.test(text)) return 'bare';
    if (hedges.test(rest) && specific < 4) return 'direction';
    return specific >= (halfway.has(first) ? 2 : 1) ? undefined : 'bare';
  }
  const follows = urging.test(rest) ? null : outcome.exec(rest);
  if (follows && specificWords(rest.slice(follows.index)).length >= 1 && specific >= 2) return undefined;
  if (
    investigating.test(first) ||
    /^(?:\S+ ){0,5}?(?:root cause analysis|analysis|investigation|deep dive|looked at|look at|look into)\b/i.test(
      rest,
    )
  )
    return /^find (?:a|the) (?:solution|way)/i.test(rest) ? 'direction' : 'investigate';
  if (vagueVerbs.test(first)) return 'direction';
  return isStateReached(rest) || (specific >= 4 && !hedges.test(rest)) ? undefined : 'bare';
}

/** Concrete only with an object that says which: "update", "fix", "document". */
const halfway = new Set(
  'update fix document define implement build introduce create test check make automate measure verify validate track report use provide configure integrate change start present offer test tell inform ask answer'.split(
    ' ',
  ),
);
/** What others are to do is no outcome yet. */
const urging = /^(?:get|persuade|convince|encourage|urge|nudge) (?:\S+ ){1,4}?to\b/i;
const vaguePair =
  /^(?:(?:push|press|chase|ask|move|turn) (?:\S+ ){1,5}?to (?:be|become|do|act|respond|improve|try|work|react|communicate|cooperate)\b|make (?:sure|it (?:better|easier|clearer)|things|\w+ (?:better|easier|clearer|faster))|give (?:more|better|it)|put (?:more|better|in place|focus|emphasis)|set (?:expectations|up (?:a )?(?:better|proper)|clear|better)|raise (?:awareness|the bar|quality|standards)|open (?:communication|up)|check (?:if|whether|why|in|with|things|everything)|start (?:to|thinking|being)|stop (?:being|making|doing)|use (?:common|more|better)|report (?:better|more)|write better|add (?:more|better|some|proper|additional|further)|provide (?:more|better|additional|clear|timely)|introduce (?:more|better|proper|some)|define (?:a )?(?:better|clear|proper)|create (?:a )?(?:better|culture|awareness|more)|build (?:a )?(?:better|culture|trust|more)|implement (?:a |some |the )?(?:better|proper|more|best|necessary|appropriate|learnings?|lessons?|improvements?|measures|changes)|update (?:as|where|when) |track (?:better|more)|agree (?:on )?(?:a )?(?:way|better|how)|decide (?:what|how|later|whether|if)|change (?:the )?(?:culture|mindset|way)|hand(?:le| over) (?:better|more)|ask (?:around|whether)|tell (?:better|more)|(?:hire|test|write|check|hold|ask|send|show|share|train|have|do|build|buy|publish) (?:more|better)\b(?! than))\b/i;
const states =
  /\b(?:approved|published|stored|merged|deployed|live|in place|enabled|disabled|signed|documented|removed|added|sent|linked|archived|deleted|closed|tested|installed|migrated|set|renamed|configured|visible|mandatory|required|available|rolled out|filled|assigned|shown|blocked|switched|moved|written|named|listed|agreed with|replaced|delivered|notified|paged|alerts?|pages|fires|opens|shows)\b/i;

/** "Notice template approved by legal and stored in the macro folder". */
function isStateReached(rest: string): boolean {
  if (
    /^\S+(?: \S+){0,6}? (?:gets|includes|has|shows|goes|runs|ends|opens|lists|sends|asks|requires|links|carries|contains|answers|comes|joins|starts|stops|closes|names|fires|turns|blocks|points|tells|warns|allows)\s+\S+/i.test(
      rest,
    ) &&
    specificWords(rest).length >= 2 &&
    !hedges.test(rest)
  )
    return true;
  if (
    /^(?:daily|weekly|monthly|quarterly|nightly|hourly) (?:report|list|export|mail|digest|check|job|count)\b/i.test(
      rest,
    ) &&
    specificWords(rest).length >= 2
  )
    return true;
  return states.test(rest) && specificWords(rest).length >= 2 && !hedges.test(rest);
}

function isPersonFix(text: string, rest: string): boolean {
  // "Warn the assignee when a target is nearly missed" is a rule for a machine.
  if (
    /^(?:remind|warn|tell|notify)\b.* (?:when|if|once|before|after) (?:an?|the|no|its?|one|\d+)\b/i.test(rest)
  )
    return false;
  if (
    /^remind(?:er)? (?:for|in|when|the (?:assignee|owner) (?:when|if|after)|(?:the )?\w+ (?:when|if|after|by bot|automatically))\b/i.test(
      rest,
    )
  )
    return false;
  if (
    /\b(?:automatic(?:ally)?|auto-|trigger|rule|bot|macro|form|field|checklist|pop-?up|banner)\b/i.test(
      text,
    ) &&
    !/^(?:remind|retrain|train|coach|educate|tell|warn|urge|stress|emphasi[sz]e|reiterate|reinforce|lecture)\b/i.test(
      rest,
    )
  )
    return false;
  if (personFix.test(rest))
    return !/^train(?:ing)? (?:data|the (?:model|classifier|bot)|a model)\b/i.test(rest);
  const [first = ''] = words(rest);
  if (concreteVerbs.has(first) && !/^(?:ask|tell|make|use|pay)$/.test(first)) return false;
  return personFixWithin.test(text);
}

/** A training with a test behind it changes something one can see. */
function isTaught(text: string): boolean {
  return (
    /\b(?:quiz|exam|pass(?:es)? (?:the|a)|certif\w+|sign(?:ed)?[- ]off|scor(?:e|ing)|attendance|drill|exercise with)\b/i.test(
      text,
    ) && /\d/.test(text)
  );
}

const preface =
  /^(?:[-*•\d.)\s[\]]+)?(?:action(?: item)?:\s*)?(?:@\w+[:,]?\s+|(?:the |our )?(?:\p{L}[\p{L}.'-]*)(?: (?!to\b)[\p{L}.'-]+){0,2}? (?:to|will(?: try to| have to| be)?|should|must|needs? to|has to|have to|is going to|are going to|shall|ought to|can) |\p{Lu}\p{Ll}+: |let'?s |please |we |need to |try to |to )/iu;

/** Without who does it: "Bo to add …" → "add …". */
function strip(text: string): { rest: string } {
  let rest = text.trim();
  for (let step = 0; step < 3; step++) {
    const [first = ''] = words(rest);
    if (concreteVerbs.has(first) && !/^\S+(?: \S+)? (?:to|will|should|must) /i.test(rest)) break;
    if (
      vagueVerbs.test(first) &&
      !/^(?:we|support|engineering|team|agents)\b/i.test(rest) &&
      !/^\S+ (?:will|should|must) /i.test(rest)
    )
      break;
    const shorter = rest.replace(preface, '');
    if (shorter === rest || shorter === '') break;
    if (
      !startsWithVerb(shorter) &&
      step === 0 &&
      !/^(?:let|please|we|need|try|to|@)/i.test(rest) &&
      !/^\p{L}+(?: \p{L}+)? (?:will|should|must|shall)\b/u.test(rest)
    )
      break;
    rest = shorter;
  }
  return {
    rest: rest.replace(
      /^(?:also|again|now|just|first|finally|over the next [\w ]+? (?=\w+ leads|we))\s+/i,
      '',
    ),
  };
}

function startsWithVerb(text: string): boolean {
  const [first = ''] = words(text);
  return concreteVerbs.has(first) || vagueVerbs.test(first) || personFix.test(text);
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
}

/** The words that could not stand in any other action. */
function specificWords(text: string): string[] {
  return words(text)
    .slice(1)
    .filter(
      (word) =>
        !generalNouns.has(word) &&
        !/^(?:be|is|are|by|at|from|into|about|it's|its|their|his|her|not|no|than|also|so|do|does|has|have|who|what|how|very|really|each|every|per|via|them|they|you|us|i|me|my|make|get)$/.test(
          word,
        ),
    );
}

/** The verb as it stands in the text, and what it is about, for the question. */
export function opening(text: string): { verb: string; object: string } {
  const { rest } = strip(text);
  const match = /^([\p{L}-]+(?: (?:up|into|at|on|out|after|sure|care|about)\b)?)\s*(.*)$/su.exec(
    rest.replace(/[.!?]+$/, ''),
  );
  const object = (match?.[2] ?? '')
    .replace(/\s+/g, ' ')
    .replace(/^(?:to|that|about) /, '')
    .replace(/[,;:—–].*$/, '')
    .replace(
      /\s+(?:by|until|before|till) (?:the )?(?:end|next|this|mon|tue|wed|thu|fri|sat|sun|\d|tomorrow).*$/i,
      '',
    );
  return {
    verb: match?.[1] ?? '',
    object:
      object.length > 60 || /^(?:better|more|faster|be|further|it|this|that)\b/i.test(object) ? '' : object,
  };
}
