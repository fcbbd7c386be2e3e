/** "If they had …": what would then have been. */
import { type Hit, sentenceEnd, sentenceStart } from './hit';
import { isHuman, nounAt } from './people';
import type { Sentence } from './sentences';
import { subjectBefore } from './subject';
import { baseOf } from './verbs';

const condition = /\bif (?:only )?|\bhad\s+/g;

/** "If the engineer had tested it", "had Sam told them": whatever would then have been. */
export function conditions(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
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

export function firstNoun(sentence: Sentence, offset: number) {
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
