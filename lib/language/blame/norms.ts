/** What people ought to be or to have done, said of them by name: admonitions, expectations, "as usual". */
import { clauseEnd, type Hit, humanAfter, sentenceEnd, sentenceStart } from './hit';
import { isHuman } from './people';
import { SLOW, UNDONE, UNSEEN } from './remarks/remark';
import type { Sentence } from './sentences';
import { subjectBefore } from './subject';
import { fallen } from './subject-verb';
import { isPast } from './verbs';

const admonition =
  /\b(?:needs?|must|has|have|had|ought|should|would do well|better)(?: to| better)?(?: really| just| finally| at least| try to| learn to| start to| also| all)* (?:be (?:a (?:lot|bit|little) |much |far )?(?:more|less) (?:careful|attentive|responsible|diligent|thorough|professional|proactive|disciplined|honest|mindful|vigilant|alert|focused|conscientious|cautious|sloppy|careless|reckless|accountable|engaged|responsive|considerate|respectful|organi[sz]ed|competent|transparent|arrogant|emotional|stubborn)|pay (?:more|closer|better|proper) attention|try harder|do (?:a lot |much )?better|take more care|take (?:more |some |full )?(?:responsibility|ownership)|think (?:before|twice|first|harder)|get (?:\w+ )?act together|get a grip|wake up|pull (?:\w+ )(?:socks|weight|finger)|raise (?:\w+ )game|up (?:his|her|their|its|our) game|grow up|own up|look in the mirror|shape up|learn (?:from|how|to)|stop (?:\w+ing) (?!the (?:job|import|service|server|process))|read (?:more|properly|carefully|before)|listen (?:better|more)|answer for|explain (?:themselves|himself|herself|itself)|apologi[sz]e|be (?:held|reprimanded|disciplined|fired|sacked|retrained|spoken to|told off|ashamed|punished)|ask (?:themselves|himself|herself))\b/g;

/** "One would expect an engineer to know that." */
const expected =
  /\b(?:you|one|i|we)(?: would|'d) (?:have )?(?:expect|expected|think|thought|hope|hoped|assume|assumed) (?:that )?/g;
/** "It never occurred to anyone to ask." */
const unthought =
  /\b(?:(?:did|does)(?:n't| not)|never) (?:even |ever |seem(?:s|ed)? to )?(?:occur(?:red|s)?|dawn(?:ed|s)?) (?:to|on) /g;
const belated =
  /\b(?:only|not) (?:when|after|once|until|because|then) [^.;]{0,80}?\bdid (?:the |our |their )?/g;

export function expectedOf(sentence: Sentence): Hit[] {
  if (!/\b(?:did|occur|dawn)|(?:would|'d) /.test(sentence.low)) return [];
  return [expected, unthought, belated].flatMap((pattern) =>
    [...sentence.low.matchAll(pattern)].flatMap((match): Hit[] => {
      const start = sentence.start + match.index;
      const people = humanAfter(sentence, start + match[0].length);
      const isAny = /^any(?:one|body)\b/.test(sentence.low.slice(match.index + match[0].length));
      if ((!people && !isAny) || /\bwe $/.test(match[0])) return [];
      return [
        {
          start,
          end: people?.to ?? start + match[0].length,
          kind: pattern === belated ? 'team-blame' : 'counterfactual',
          rewrite: {
            from: sentenceStart(sentence),
            to: sentenceEnd(sentence),
            words: pattern === belated ? SLOW : UNSEEN,
          },
        },
      ];
    }),
  );
}

const admonishing = new Set(
  'more less attention harder better care responsibility ownership before twice act grip wake socks weight finger game grow own mirror shape learn stop listen answer explain apologise apologize held reprimanded disciplined fired sacked retrained spoken told ashamed punished ask read'.split(
    ' ',
  ),
);

/** "The agents must pay more attention": what people should be, where the question is what they had to work with. */
export function admonitions(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  if (!sentence.words.some(({ low }) => admonishing.has(low))) return [];
  return [...sentence.low.matchAll(admonition)].flatMap((match) => {
    const at = sentence.start + match.index;
    const subject = subjectBefore(sentence, at, earlier);
    if (!isHuman(subject)) return [];
    return [fallen(sentence, subject, at, at + match[0].length)];
  });
}

const instead =
  /^(?:instead of|rather than) (?:simply |just |even |actually )?(?:reading|checking|asking|testing|escalating|following|helping|calling|listening|looking|investigating|replying|answering|admitting|owning|taking|telling|informing|verifying|reviewing|documenting|communicating|thinking|talking|picking|raising|apologi[sz]ing|doing)\b[^,;]{0,60}, ?/;

/** "Instead of asking, the agent closed the case." */
export function insteads(sentence: Sentence): Hit[] {
  const from = sentenceStart(sentence);
  const match = instead.exec(sentence.low.slice(from - sentence.start));
  if (!match) return [];
  const people = humanAfter(sentence, from + match[0].length);
  if (!people || people.from > from + match[0].length) return [];
  return [
    {
      start: from,
      end: people.to,
      kind: 'person-blame',
      rewrite: {
        from,
        to: Math.max(people.to, clauseEnd(sentence, people.to)),
        words: UNDONE,
      },
    },
  ];
}

const sneer =
  /^(?:as (?:usual|always|ever|so often)|true to form|predictably|unsurprisingly|typically|inevitably|conveniently|not for the first time|in typical fashion|sure enough|no surprise|needless to say|of course)(?:,| that| then)? /;
const service =
  /^(?:sent|posted|updated|replied|answered|checked|started|ran|held|reviewed|opened|called|worked|helped|fixed|found|led|joined|reported|gave|handed|met|wrote|published|shared|picked|resolved|closed|took|asked|escalated|did|was|were|had)$/;

/** "As usual, Declan let the chat time out": the opening makes a deed a habit. */
export function sneers(sentence: Sentence): Hit[] {
  const from = sentenceStart(sentence);
  const match = sneer.exec(sentence.low.slice(from - sentence.start));
  if (!match) return [];
  const verb = sentence.words.find((word) => word.start >= from + match[0].length && isPast(word.low));
  if (!verb || service.test(verb.low)) return [];
  const subject = subjectBefore(sentence, verb.start);
  if (!isHuman(subject) || (subject.start ?? 0) > from + match[0].length) return [];
  return [{ ...fallen(sentence, subject, verb.start, verb.end), start: from }];
}
