/** What people are said not to have done: did not read, never answers, nobody bothered. */

import type { Hit } from './hit';
import type { Sentence } from './sentences';
import { blamed, fallen, hit, isUs } from './subject-verb';
import { baseOf, isPast } from './verbs';

const negation = /\b(?:(?:did|do|does|has|have|had)(?: not|n't|nt)|never)\s+/g;
const undoneDeeds =
  /^(?:(?:so much as|at all|in any way|care enough to|bother even to|go to the trouble of|even|really|actually|properly|fully|carefully|also|ever|once|just|simply|yet|at any point|adequately|correctly|proactively|immediately|promptly|truly|seem to|bother(?:ed)? to|think (?:to|of)|thought (?:to|of)|care(?:d)? to|want(?:ed)? to|try to|tried to|manage to|managed to|remember to|remembered to|take the time to|took the time to|make (?:any|an|the) effort to)\s+)*([a-z-]+)/;
export const duties = new Set(
  `open touch visit read check verify test follow escalate inform tell notify update document communicate coordinate ask listen care bother try look review investigate call inspect consult alert warn
page assign triage validate monitor share confirm pass forward own take pay do bring involve think stop help act log record write leave set raise flag report finish complete fix
prepare plan handle respect prioritise prioritize answer reply respond return pick learn keep explain mention attach chase question engage collaborate cooperate double-check recheck proofread
research examine scan study consider bothered remember show want make give speak talk hand notice understand realise realize recognise recognize acknowledge announce publish apologise apologize
clarify close relay loop brief anticipate consider spot detect appreciate grasp foresee heed observe obey stick compare reproduce dig drill sound say intervene react prevent mind count clean lock tick sign object challenge escort probe back chair rehearse reconcile cross-check document label sanitise sanitize solicit seek query pursue manage lift pull live measure profile benchmark roll revert isolate come ring circle practise practice value sync train supervise watch control deliver honour honor meet comply adhere perform submit provide ensure use add send`.split(
    /\s+/,
  ),
);
const soft =
  /^(?:answer|reply|respond|return|pick|notice|realise|realize|understand|recogni[sz]e|act|send|update|meet|provide|add|use|make|give|set|show|want|close|speak|talk|stop|acknowledge|perform|deliver|hand|learn|finish|complete|receive|mention|include|see)$/;
const ofEffort = /^(?:care|bother|listen|try|take|pay|do|respect|want)$/;
const withTime =
  /\b(?:until|till|for (?:\d|an?|two|three|four|five|six|seven|eight|nine|ten|several|almost|more)|within|before|by|at) ?(?:\d|an?\b|the|mon|tue|wed|thu|fri|sat|sun|next|noon|hours?|days?|two|three|\w+ (?:hours?|days?))/;

export function missingDeeds(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  const hits: Hit[] = [];
  for (const match of sentence.low.matchAll(negation)) {
    const at = sentence.start + match.index;
    const after = match.index + match[0].length;
    const said = undoneDeeds.exec(sentence.low.slice(after));
    const verb = said?.[1] ?? '';
    const base = baseOf(verb) ?? (duties.has(verb) ? verb : undefined);
    const isEven = /\beven\s/.test(said?.[0] ?? '');
    if (
      !said ||
      base === undefined ||
      !(duties.has(base) || isEven) ||
      /^(?:know|have|see|get|receive)$/.test(base) ||
      /\b(?:was|were|been|be|is|are) $/.test(sentence.low.slice(0, match.index))
    )
      continue;
    const subject = blamed(sentence, at, earlier, /bother|care\b/.test(said[0]), false);
    if (
      /^(?:come|ring|circle|report)$/.test(base) &&
      !/^\s+back\b/.test(sentence.low.slice(after + said[0].length))
    )
      continue;
    if (!subject) continue;
    const tail = sentence.low.slice(after);
    const lead = said[0].slice(0, said[0].length - verb.length);
    const ofWill = /bother|care|effort|even|think|time to|want/.test(lead + base);
    if (
      !ofWill &&
      /\b(?:because|since|as|due to|owing to) (?!(?:he|she|they|of (?:his|her|their|laziness))\b)/.test(
        tail.slice(said[0].length),
      )
    )
      continue;
    if (!ofWill && soft.test(base) && (subject.kind === 'nobody' || withTime.test(tail))) continue;
    if (
      base === 'take' &&
      !/^\w+\s+(?:any\s+|the\s+|full\s+|this\s+|it\s+|care|action|ownership|responsib|serious|time|charge|step|into|\w+ serious|\w+ \w+ serious)/.test(
        said[1] + tail.slice(said[0].length),
      )
    )
      continue;
    if (
      base === 'make' &&
      !/^\w+\s+(?:any effort|an effort|sure|it clear|the effort|time|(?:the|a|any) (?:follow|call|update|check|note|test|backup|handover))/.test(
        said[1] + tail.slice(said[0].length),
      )
    )
      continue;
    if (
      base === 'do' &&
      !/^\w+\s+(?:his|her|their|its|anything|enough|a proper|the|what|so)/.test(
        said[1] + tail.slice(said[0].length),
      )
    )
      continue;
    if (isUs(sentence, subject) && !ofEffort.test(base) && !ofWill) continue;
    const isNow =
      /^(?:do|does)(?:n't|nt| not)/.test(match[0]) || (match[0].startsWith('never') && !isPast(verb));
    const end = sentence.start + after + said[0].length;
    if (/^(?:care|bother|want|try)$/.test(base) && !isNow) {
      hits.push(fallen(sentence, subject, at, end));
      continue;
    }
    hits.push(
      isNow
        ? hit(sentence, subject, at, end, `nothing in the process leads anyone to ${base}`)
        : hit(sentence, subject, at, end, `no check caught the missing step to ${properly(lead)}${base}`),
    );
  }
  return [...hits, ...nobodyDid(sentence), ...neverDoes(sentence, earlier), ...barely(sentence, earlier)];
}

const properly = (lead: string) =>
  /\b(?:properly|fully|carefully|adequately|correctly)\s/.exec(lead)?.[0] ?? '';

const nobody =
  /\b(?:nobody|no one|no-one|none of (?:the |them|us|you)?\s?[a-z]*|not (?:a single|one) (?:agent|person|engineer|colleague|manager|reviewer|soul|one)|not a soul|not one of (?:the |us|them|our )?(?:\w+ )?[a-z]*|no (?:agent|engineer|developer|manager|one in \w+|person|technician|colleague))\s+(?:(?:in|at|on|from|of) (?:\w+ ){1,3}?)?(?:even |ever |really |actually |seems to have |seemed to |seems to |seem to )?(care[ds]?|bother(?:ed|s)?|could be bothered|(?:was|were) (?:paying|minding|listening|thinking|awake|bothering)|lifted|raised|spoke|reacted|reviewed|noticed|spotted|questioned|challenged|owned|learned|learnt|volunteered|stopped|thinks|took|takes|take|check(?:ed|s)?|read|reads|test(?:ed|s)?|followed|follows|thought|listen(?:ed|s)?|feels?|felt|looked|looks|ask(?:ed|s)?|told|informed|communicated|tried|paid|stepped|verified|double-checked|wanted|did|warned|escalated)\b/g;

function nobodyDid(sentence: Sentence): Hit[] {
  if (!/\bno|none/.test(sentence.low)) return [];
  return [...sentence.low.matchAll(nobody)].flatMap((match) => {
    const at = sentence.start + match.index;
    const end = at + match[0].length;
    const verb = match[1] ?? '';
    const tail = sentence.low.slice(match.index + match[0].length);
    if (
      /^(?:took|takes|take)$/.test(verb) &&
      !/^\s+(?:any\s+|the\s+)?(?:ownership|responsib|action|care|charge|time|lead|it|this|initiative|trouble|effort|notice|interest|step|pain)/.test(
        tail,
      )
    )
      return [];
    if (
      /^(?:felt|feels?)$/.test(verb) &&
      !/^\s+(?:respons|account|the need|like|any|in charge|obliged)/.test(tail)
    )
      return [];
    if (verb === 'did' && !/^\s+(?:anything|their|the|a |his|it)/.test(tail)) return [];
    if (
      !/^(?:care|bother|feel|felt|took)/.test(verb) &&
      /\b(?:because|since|as the|as no|due to)\b/.test(tail)
    )
      return [];
    if (verb === 'read' && /\bcould\b/.test(match[0])) return [];
    if (
      /^(?:lifted|raised|noticed|spotted|stopped|spoke|owned)$/.test(verb) &&
      !/^\s+(?:a (?:finger|hand|flag|concern|question)|any|up\b|to (?:think|ask|check)|the (?:obvious|problem|mistake|error)|it\b|$|[.,;])/.test(
        tail,
      )
    )
      return [];
    if (verb === 'told' && /\boff\b/.test(tail)) return [];
    const then = /bother/.test(verb) ? /^\s+to ([a-z-]+)/.exec(tail) : null;
    if (then?.[1])
      return [
        hit(
          sentence,
          { kind: 'nobody', start: at },
          at,
          end + then[0].length,
          `nothing in the process led anyone to ${then[1]}`,
        ),
      ];
    const base = baseOf(verb);
    const isNow = verb !== 'read' && !isPast(verb);
    return [
      hit(
        sentence,
        { kind: 'nobody', start: at },
        at,
        end,
        base && `nothing in the process ${isNow ? 'leads' : 'led'} anyone to ${base}`,
      ),
    ];
  });
}

const scarcely = /\b(?:barely|hardly|scarcely)\s+([a-z-]+)\b/g;

/** "barely glanced at the diff" */
function barely(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  return [...sentence.low.matchAll(scarcely)].flatMap((match) => {
    const base = baseOf(match[1] ?? '');
    if (!base || !(duties.has(base) || /^(?:glance|skim|touch|reply|work|try|lift)$/.test(base))) return [];
    const at = sentence.start + match.index;
    const subject = blamed(sentence, at, earlier, false);
    if (!subject) return [];
    return [
      fallen(sentence, subject, at, at + match[0].length, 'nothing in the process asked for more than this'),
    ];
  });
}

const habit = /\b(?:never|always|constantly|rarely|seldom|hardly ever)\s+([a-z]+)\b/g;

/** "The network team never answers", "Sales always promises": a habit as a trait. */
function neverDoes(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  return [...sentence.low.matchAll(habit)].flatMap((match) => {
    const at = sentence.start + match.index;
    const verb = match[1] ?? '';
    const base = baseOf(verb);
    const isNever = !/^(?:always|constantly)/.test(match[0]);
    const isBlame = isNever
      ? base !== undefined && duties.has(base) && !(match[0].startsWith('never') && isPast(verb))
      : /^(?:ignores?|forgets?|misses|miss|blames?|complains?|promises?|oversells?|delays?|skips?|breaks?|late|slow|fails?|rush(?:es)?|refuses?|finds? (?:an )?excuse|pushes|dumps?|throws?|needs? to be|waits?|blaming|complaining)$/.test(
          verb,
        );
    if (!isBlame) return [];
    const subject = blamed(sentence, at, earlier, false, false);
    if (!subject || isUs(sentence, subject)) return [];
    const words =
      base && (isNever ? `nothing in the process leads anyone to ${base}` : `it is possible to ${base}`);
    return [hit(sentence, subject, at, at + match[0].length, words)];
  });
}
