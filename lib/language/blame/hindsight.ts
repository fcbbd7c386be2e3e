/** What somebody should have done: a norm that is known only now. */
import { conditions, firstNoun } from './conditions';
import { blameOf, clauseEnd, type Hit, sentenceEnd, sentenceStart } from './hit';
import { isHuman } from './people';
import type { Sentence } from './sentences';
import { shouldHave } from './should-have';
import { subjectBefore } from './subject';

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
    ...shouldHave(sentence, earlier),
    ...conditions(sentence, earlier),
    ...expectations(sentence, earlier),
    ...wishes(sentence),
    ...duties(sentence, earlier),
  ];
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
