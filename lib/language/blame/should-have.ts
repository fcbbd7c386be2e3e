/** "should have", "could have been": the norm in a modal verb. */
import { blameOf, clauseEnd, type Hit, sentenceEnd, sentenceStart } from './hit';
import { isHuman } from './people';
import type { Sentence } from './sentences';
import { subjectBefore } from './subject';
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

export function shouldHave(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
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

export function open(sentence: Sentence, from: number, end: number) {
  return { from, to: clauseEnd(sentence, end), words: 'what made this possible is not established yet' };
}

/** After the last mark or joint before `at`. */
export function clauseStart(sentence: Sentence, at: number): number {
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
