/** What somebody should have done: a norm that is known only now. */

import { blameOf, clauseEnd, type Hit, sentenceEnd, sentenceStart } from './hit';
import { isHuman, nounAt, subjectBefore } from './people';
import type { Sentence } from './sentences';
import { isUs } from './subject-verb';
import { baseOf } from './verbs';

const modal =
  /\b(should|could|ought|might|would|must|needed)((?:\s+(?:not|never|to|at least|just|also|still|already|then|well|instead|all|\w+ly)|n't|nt)*)(?:\s+(?:have|of)|'ve|ve|\s+had)\s+/g;
const adverb =
  /^(?:(?:\w+ly|at least|just|also|already|never|not|easily|instead|all|both|simply|long|well)\s+)*/;
const avoided =
  /^(?:have )?been\s+(?:\w+ly\s+)?(?:avoided|prevented|spared|averted|avoidable|preventable|avoid|prevent)\b/;
const handled =
  /^been\s+(?:\w+ly\s+|much\s+|more\s+)*(?:escalated|checked|tested|reviewed|documented|told|informed|notified|noticed|caught|read|updated|communicated|handled|assigned|spotted|detected|answered|replied|dealt|done|verified|raised|flagged|treated|taken|asked|warned|paged|called|contacted|followed|seen|recogni[sz]ed|picked|closed|solved|resolved|prioriti[sz]ed|given|consulted|involved|shared|triaged|investigated|identified|found|addressed|fixed|clarified|explained|looked|acknowledged|sent|passed|routed|discussed|planned|known|kept|set|logged|written|reopened|monitored|staffed|trained|anticipated|foreseen|on|more|better|quicker|faster|clearer|aware|careful|there|obvious|clear|proactive|attentive|honest|transparent|able to|stopped|reported|corrected|mentioned|reassigned|transferred|forwarded|called out|questioned|double-checked|challenged|approved|rolled|deployed|merged|made|left|put)\b/;
const doable =
  /^been\s+(?:\w+ly\s+|much\s+|more\s+)*(?:solved|resolved|caught|escalated|handled|detected|noticed|answered|spotted|communicated|picked up|dealt with|fixed|done)\b/;
const byMachine =
  /\b(?:automatically|by (?:the |a |an )?(?:rule|system|trigger|job|script|automation|scheduler|monitor|webhook|bot|server|router|sync|workflow|alert|api|cron)\w*)\b/;
const condition = /\bif (?:only )?|\bhad\s+/g;
const meantTo =
  /\b(?:(?:was|were) (?:supposed|meant|expected|required|obliged) to|had a duty to|had (?:every|ample|plenty of) (?:chance|opportunity|occasion|warning|reason|means) to|(?:was|were) in a position to (?=stop|prevent|avoid|act|know|see|catch|intervene)|had (?:plenty of|ample|enough|all the) time to|had been told to|(?:(?:should|ought to|must) know|knew|knows|(?:really |surely )know) better|(?:only|just|merely|simply) (?:had|needed) to|needed only to|had only to|(?:was|were) (?:\S+ ){0,3}?(?:'s|s') (?:job|duty|responsibility|task) to|had no excuse|has no excuse|had every reason to|was paid to|were paid to|(?:was|is) (?:his|her|their) job to)\b/g;

const owed =
  /\b(?:needed|was|were|had|meant|promised|agreed|asked|told|expected) to [^.;]{2,80}?(?:, )?(?:but|and|yet|which) (?:then |simply |still |he |she |they |it |never )*(?:(?:did|had|has|have)(?:n't| not)|never (?:did|has|had|happened))(?=\s*(?:$|[.,;!]))/g;

/** "needed to verify the address, and she didn't" */
function duties(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  if (!/n't|not|never/.test(sentence.low) || !sentence.low.includes(' to ')) return [];
  return [...sentence.low.matchAll(owed)].flatMap((match) => {
    const at = sentence.start + match.index;
    const subject = subjectBefore(sentence, at, earlier);
    if (!isHuman(subject)) return [];
    const from = subject.start ?? at;
    return [
      {
        start: from,
        end: at + match[0].length,
        kind: 'counterfactual',
        rewrite: {
          from,
          to: at + match[0].length,
          words: 'what stood in the way of this is not established yet',
        },
      },
    ];
  });
}

export function hindsight(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  return [
    ...modalHits(sentence, earlier),
    ...conditions(sentence, earlier),
    ...expectations(sentence, earlier),
    ...wishes(sentence),
    ...duties(sentence, earlier),
  ];
}

function modalHits(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  if (!/ould|ought|might|must|needed/.test(sentence.low)) return [];
  return [...sentence.low.matchAll(modal)].flatMap((match) => {
    const at = sentence.start + match.index;
    const after = match.index + match[0].length;
    const rest = sentence.low.slice(after);
    const lead = adverb.exec(rest)?.[0] ?? '';
    const tail = rest.slice(lead.length);
    const word = match[1] ?? '';
    const isNot = /not|n't|nt\b|never/.test(match[0]) || /\b(?:not|never)\b/.test(lead);
    if (/\bthe (?:very |bare )?least [^,;]*$/.test(sentence.low.slice(0, match.index))) return [];
    if (/\b(?:not|never) (?:what|who|that|how)\b[^,;]*$/.test(sentence.low.slice(0, match.index))) return [];
    if (avoided.test(tail))
      return isNot
        ? []
        : [
            preventable(
              sentence,
              at,
              sentence.start + after + lead.length + (avoided.exec(tail)?.[0].length ?? 0),
            ),
          ];
    const subject = subjectBefore(sentence, at, earlier);
    if (
      word === 'would' &&
      /^(?:known better|(?:noticed|seen|caught|spotted|known|asked|checked|read|tested|escalated|called|acted|handled|done) )/.test(
        tail,
      ) &&
      isHuman(subject) &&
      !isUs(sentence, subject) &&
      !/\bif\b[^,]*$/.test(sentence.low.slice(0, match.index))
    ) {
      const from = clauseStart(sentence, at);
      return [
        {
          start: from,
          end: at + match[0].trimEnd().length,
          kind: 'counterfactual',
          rewrite: open(sentence, from, at),
        },
      ];
    }
    // "would not have happened if …" needs the condition to be a person's.
    if (
      word === 'must' &&
      isHuman(subject) &&
      /^(?:\w+ly |just )?(?:forgotten|missed|overlooked|ignored|skipped|misread|mixed|fallen asleep|slept|dozed|been (?:asleep|careless|distracted|sleeping|lazy|drunk)|clicked|pressed|typed|deleted|confused|slipped|screwed|messed|fat-fingered)\b/.test(
        tail,
      )
    )
      return [
        {
          start: subject.start ?? at,
          end: at + match[0].trimEnd().length,
          kind: blameOf(subject),
          rewrite: open(sentence, subject.start ?? at, at),
        },
      ];
    if (word === 'would' || word === 'must') return [];
    if (
      word === 'might' &&
      !(
        isHuman(subject) &&
        /\bif |earlier|sooner|\bby (?:\w+ly |just )?\w+ing\b|^(?:\w+ly )?(?:prevented|saved|avoided|averted|caught|spotted|stopped|asked|checked|called|thought to|bothered)\b/.test(
          tail,
        )
      )
    )
      return [];
    const isOfPeople = isHuman(subject) || subject.kind === 'nobody' || subject.kind === 'customer';
    if (word === 'could' && subject.kind === 'customer') return [];
    if (word === 'could' && subject.kind === 'nobody') return [];
    const verb = /^[a-z-]+/.exec(tail)?.[0] ?? '';
    const end = sentence.start + after + lead.length + verb.length;
    if (isOfPeople && !(/^been\b/.test(tail) && isNot && word === 'could')) {
      const base = verb === 'been' ? undefined : baseOf(verb);
      const from = subject.start ?? at;
      const kind = 'counterfactual' as const;
      if (verb === 'been') return [passive(sentence, at, after, lead, isNot)];
      const words = isNot ? `it was possible to ${base}` : `nothing in the process led anyone to ${base}`;
      return [
        { start: from, end, kind, rewrite: base ? { from, to: end, words } : open(sentence, from, end) },
      ];
    }
    if (word === 'could')
      return (handled.test(tail) &&
        /\b(?:sooner|earlier|better|faster|quicker|differently|quickly|if )/.test(tail)) ||
        doable.test(tail)
        ? [passive(sentence, at, after, lead, isNot)]
        : [];
    if (
      handled.test(tail) &&
      !byMachine.test(tail) &&
      subject.kind !== 'implied' &&
      !(subject.kind === 'system' && machines.test(nameOf(sentence, at)))
    )
      return [passive(sentence, at, after, lead, isNot)];
    if (subject.kind === 'implied' && baseOf(verb) && !byMachine.test(tail)) {
      const base = baseOf(verb);
      return [
        {
          start: at,
          end,
          kind: 'counterfactual',
          rewrite: {
            from: at,
            to: end,
            words: isNot ? `it was possible to ${base}` : `nothing in the process led anyone to ${base}`,
          },
        },
      ];
    }
    if (
      /^(?:happened|come to this|gone (?:wrong|differently)|gone better)\b/.test(tail) &&
      /^(?:this|it|that|things|these|mistakes?|which)\b/.test(nameOf(sentence, at))
    )
      return [passive(sentence, at, after, lead, isNot)];
    return [];
  });
}

const machines =
  /\b(?:alerts?|alarms?|webhooks?|jobs?|scripts?|events?|requests?|retry|retries|sync|cron|cache|triggers?|rules?)$/;

function nameOf(sentence: Sentence, at: number): string {
  const before = sentence.words.filter((word) => word.end <= at && !word.isMark);
  return before.at(-1)?.low ?? '';
}

/** "The ticket should have been escalated" → "Nothing in the process led to the ticket being escalated". */
function passive(sentence: Sentence, at: number, after: number, lead: string, isNot: boolean): Hit {
  const from = clauseStart(sentence, at);
  const name = sentence.raw.slice(from - sentence.start, at - sentence.start).trim();
  const isBe = sentence.low.slice(after + lead.length).startsWith('been');
  const end = sentence.start + after + lead.length + (isBe ? 'been'.length : 0);
  const isPlain = name !== '' && name.split(' ').length < 9 && isBe;
  const words = isNot
    ? `nothing in the process kept ${asObject(name)} from being`
    : `nothing in the process led to ${asObject(name)} being`;
  return {
    start: from,
    end,
    kind: 'counterfactual',
    rewrite: isPlain ? { from, to: end, words } : open(sentence, from, end),
  };
}

/** "The breach could have been avoided by a call" → "Nothing in the process prevented the breach". */
function preventable(sentence: Sentence, at: number, end: number): Hit {
  const from = clauseStart(sentence, at);
  const name = sentence.raw
    .slice(from - sentence.start, at - sentence.start)
    .replace(/\b(?:easily|probably|clearly|surely|all|certainly)\b/g, '')
    .trim();
  const words = `nothing in the process prevented ${asObject(name) || 'this'}`;
  const isPlain = name.split(' ').length < 9;
  return {
    start: from,
    end,
    kind: 'counterfactual',
    rewrite: isPlain
      ? { from, to: sentenceEnd(sentence), words }
      : open(sentence, from, sentenceEnd(sentence)),
  };
}

const objects: Readonly<Record<string, string>> = {
  he: 'him',
  she: 'her',
  we: 'us',
  they: 'them',
  i: 'me',
  which: 'this',
};

function asObject(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  const low = first.toLowerCase();
  const isCommon =
    /^(?:the|a|an|this|that|these|those|it|our|all|he|she|we|they|i|which|my|his|her|their|both|some|any|one|two|three|customers?|nobody|everyone|someone|somebody|everything|nothing|such|everybody|support|tickets?|things|each|every|no|most|many)$/.test(
      low,
    );
  return [isCommon ? (rest.length === 0 ? (objects[low] ?? low) : low) : first, ...rest].join(' ');
}

function open(sentence: Sentence, from: number, end: number) {
  return { from, to: clauseEnd(sentence, end), words: 'what made this possible is not established yet' };
}

/** After the last mark or joint before `at`. */
function clauseStart(sentence: Sentence, at: number): number {
  const index = sentence.words.findLastIndex(
    (word) =>
      word.end <= at &&
      (word.isMark ||
        (/^(?:and|but|because|so|that|although|though|since|while|when|if|as|or|which|however)$/.test(
          word.low,
        ) &&
          word.start > sentence.start + 3)),
  );
  const relative = sentence.words[index];
  if (relative?.low === 'which') return relative.start;
  return sentence.words[index + 1]?.start ?? sentenceStart(sentence);
}

/** "If the engineer had tested it", "had Sam told them": whatever would then have been. */
function conditions(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  return [...sentence.low.matchAll(condition)].flatMap((match) => {
    const isIf = match[0].startsWith('if');
    const opens =
      match.index === 0 ||
      /(?:^|[,;:—–-]\s*|\b(?:and|but|that|occurred|happened|avoided|prevented|worse|better|now|today|fine)\s+)$/.test(
        sentence.low.slice(0, match.index),
      );
    if (!isIf && !opens) return [];
    const clause = sentence.low.slice(match.index + match[0].length);
    const had = isIf
      ? (/^((?:[\w'’.@-]+\s+|\([^)]*\)\s*){1,9}?)(?:had|'d|would have|would've)\s*(?:not|n't|never)?\s+/.exec(
          clause,
        ) ??
        /^((?:[\w'’.@-]+\s+){0,6}?[\w.@-]+)(?:'d)\s+(?:not\s+|never\s+)?/.exec(clause) ??
        /^((?:[\w'’.@-]+\s+){1,6}?)hadn't\s+/.exec(clause))
      : /^((?:[\w'’.@-]+\s+){1,6}?)(?=[a-z-]+)/.exec(clause);
    if (!had) return [];
    const people = isIf ? match.index + match[0].length + (had[1]?.trimEnd().length ?? 0) : undefined;
    const noun = firstNoun(sentence, match.index + match[0].length);
    const found = people === undefined ? noun : subjectBefore(sentence, sentence.start + people, earlier);
    const end =
      people === undefined ? noun.after : sentence.start + match.index + match[0].length + had[0].length;
    if (!isHuman(found) && found.kind !== 'nobody') return [];
    const verbs = sentence.low
      .slice(end - sentence.start)
      .trimStart()
      .replace(
        /^(?:in|on|at|from|of) (?:the |our )?[\w-]+ (?=\S+ \S)(?:(?:desk|team|shift|side|floor|line|queue|project|call|crew|night|support|office) )?/,
        '',
      );
    const lead = /^(?:(?:only|just|simply|at least|even|\w+ly|not|never)\s+)*/.exec(verbs)?.[0] ?? '';
    const verb = /^[a-z-]+/.exec(verbs.slice(lead.length))?.[0] ?? '';
    if (
      /^(?:had|known|been (?:told|informed|given|trained|warned|able|notified))/.test(
        verbs.slice(lead.length),
      ) &&
      !/^known better/.test(verbs.slice(lead.length))
    )
      return [];
    // "If the desk had a second line": what was lacking, unless it is a virtue.
    if (isIf && holding.test(verbs.slice(lead.length)) && !virtue.test(verbs.slice(lead.length))) return [];
    const base = verb === 'been' ? undefined : baseOf(verb);
    if (!isIf && base === undefined && verb !== 'been') return [];
    const isNot = /\b(?:not|never)\b|n't/.test(had[0] + lead);
    const [from, to] = [sentenceStart(sentence), sentenceEnd(sentence)];
    const start = sentence.start + match.index;
    const verbAt = sentence.low.indexOf(verb, end - sentence.start + lead.length) + verb.length;
    const stop =
      sentence.words.find((word) => word.start >= sentence.start + verbAt && /^[,—–]$/.test(word.low))
        ?.start ?? to;
    const kept = sentence.raw.slice(verbAt, Math.min(stop, to) - sentence.start).replace(mainClause, '');
    const words = /\bas $/.test(sentence.low.slice(0, match.index))
      ? 'something in the process made this hard to get right'
      : base
        ? `${isNot ? 'it was possible to' : 'nothing in the process led anyone to'} ${base}${kept.replace(/\s+$/, '')}`
        : 'what made this possible is not established yet';
    return [
      {
        start,
        end: Math.min(sentence.start + verbAt, to),
        kind: 'counterfactual',
        rewrite: { from, to, words },
      },
    ];
  });
}

/** "… the runbook the failover would have been clean": where no comma ends the condition. */
const mainClause =
  /\s+(?:then |the |we |this |it |that |they |there |our |nothing |none |i )(?:[\w-]+ ){0,3}?(?:would|could|might)\b.*$/is;

const holding =
  /^(?:an?|the|two|three|one|more|no|any|some|his|her|their|its|enough|access|time|this|that|both|all|another|rights|better (?:tools?|access|data))\b(?! (?:\w+ly )?\w+ed\b)/;
const virtue =
  /^\S+ (?:\S+ ){0,3}?(?:discipline|sense|care|decency|courtesy|courage|interest|backbone|brains?|clue|idea|patience|respect|empathy|initiative|attention|curiosity|honesty|guts|foresight|competence|wit|wits|manners|pride|shame)\b/;

function firstNoun(sentence: Sentence, offset: number) {
  const { words } = sentence;
  const first = words.findIndex((word) => word.start >= sentence.start + offset);
  for (let at = first; at >= 0 && at < Math.min(words.length, first + 5); at++) {
    const noun = nounAt(sentence, at);
    const next = words[at + 1];
    if (noun.kind !== 'unknown' && next && !next.isMark && nounAt(sentence, at + 1).kind === 'unknown')
      return { ...noun, after: words[at]?.end ?? 0 };
  }
  return { kind: 'unknown' as const, after: 0 };
}

/** "was supposed to check", "knew better", "had no excuse". */
function expectations(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  if (!/ to |better|excuse/.test(sentence.low)) return [];
  return [...sentence.low.matchAll(meantTo)].flatMap((match) => {
    const at = sentence.start + match.index;
    const subject = subjectBefore(sentence, at, earlier);
    if (isHindered(sentence, at + match[0].length)) return [];
    const isJob = /(?:job|duty|responsibility|task) to/.test(match[0]);
    if (!isHuman(subject) && !isJob) return [];
    if (/required|expected/.test(match[0]) && subject.kind === 'team' && !/\bbut\b/.test(sentence.low))
      return [];
    const from = subject.start ?? sentenceStart(sentence);
    const end = at + match[0].length;
    const kind = /better|excuse/.test(match[0]) ? blameOf(subject) : 'counterfactual';
    if (!/to$/.test(match[0]))
      return [
        {
          start: from,
          end,
          kind,
          rewrite: {
            from,
            to: clauseEnd(sentence, end),
            words: 'something in the process made this hard to get right',
          },
        },
      ];
    return [
      {
        start: from,
        end,
        kind,
        rewrite: {
          from: isJob ? sentenceStart(sentence) : from,
          to: end,
          words: 'nothing in the process led anyone to',
        },
      },
    ];
  });
}

/** "was meant to hand over at six, but the system logged her out" */
function isHindered(sentence: Sentence, from: number): boolean {
  const index = sentence.words.findIndex(
    ({ low, start }) => start >= from && /^(?:but|because|until)$/.test(low),
  );
  const next = sentence.words[index + 1];
  return (
    index >= 0 && next !== undefined && firstNoun(sentence, next.start - sentence.start).kind === 'system'
  );
}

const wished =
  /\bwith (?:just |only |even )?(?:a (?:bit|little|touch|shred|modicum|minimum|ounce|dash|grain) (?:of |more )?|some |any |the |half the )?(?:more |better |proper |minimal |basic |ordinary |slightest |least |plain |common )?(?:\w+ )?(?:effort|care|attention|diligence|discipline|goodwill|thought|common sense|communication|will)\b|\b(?:was|were|is|are) (?:\w+ly )?(?:avoidable|preventable)\b|\b(?:i|we) wish (?:the |our |that )?(?=[a-z@])|\bif only\b|\bit was up to (?=[a-z@])|\b(?:more |a |any |every )?(?:careful|competent|experienced|senior|decent|attentive|diligent|trained|smarter|better|good|professional|responsible) (?:\w+ )?(?:agent|engineer|reader|developer|person|colleague|operator|manager|team|reviewer|technician|rep|admin|analyst|one|eye|worker|supervisor|lead)s? (?:would|could|might|should)(?: never| not|n't)? (?:have )?(?=[a-z])|\bwhy (?:on earth )?not (?:just|simply)\b/g;

/** A quick look before the long one. */
const wishWords = /ould|might|ventable|voidable|wish|if only|up to|why /;

/** "With a little more care …", "this was avoidable", "I wish Sam had asked". */
function wishes(sentence: Sentence): Hit[] {
  if (!wishWords.test(sentence.low)) return [];
  return [...sentence.low.matchAll(wished)].flatMap((match) => {
    const at = sentence.start + match.index;
    const end = at + match[0].trimEnd().length;
    const tail = sentence.low.slice(match.index + match[0].length);
    if (/^with/.test(match[0]) && !/\b(?:would|could|might)\b/.test(sentence.low)) return [];
    if (
      /wish/.test(match[0]) &&
      !(/\b(?:had|would)\b/.test(tail) && /^(?:\S+ ){1,4}?(?:had|would)\b/.test(tail))
    )
      return [];
    if (/^(?:if only)/.test(match[0]) && !/\bhad\b|'d\b/.test(tail)) return [];
    if (/able$/.test(match[0]) && /\bnot (?:\w+ly )?\w+able$/.test(match[0])) return [];
    if (/up to/.test(match[0]) && !isHuman(firstNoun(sentence, match.index + match[0].length))) return [];
    const from = sentenceStart(sentence);
    return [
      {
        start: at,
        end,
        kind: 'counterfactual',
        rewrite: { from, to: sentenceEnd(sentence), words: 'what made this possible is not established yet' },
      },
    ];
  });
}
