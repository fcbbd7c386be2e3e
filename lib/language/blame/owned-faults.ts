/** Faults that belong to somebody: "Sam's mistake", "ignored by the night shift", "because of Sam". */
import { blameOf, clauseEnd, type Hit, humanAfter, isDenied, STEP } from './hit';
import { isHuman, nounAt } from './people';
import type { Sentence } from './sentences';

const faults =
  'mistakes?|errors?|failures?|failings?|negligence|carelessness|oversights?|inaction|incompetence|laziness|attitude|haste|misjudge?ments?|misunderstandings?|ignorance|inattention|slips?|blunders?|lapses?|refusal|neglect|sloppiness|inability|wrongdoing|bad habits?|poor \\w+|careless \\w+|sloppy \\w+|lack of \\w+|slow (?:response|reply|reaction)s?|late (?:response|reply|reaction)s?|inexperience|indifference|stubbornness|impatience|arrogance|forgetfulness|absent-mindedness|unwillingness|reluctance|bad \\w+|decision to \\w+|wrong \\w+|silence|typos?|misconfiguration|misreading|screw-?up|mess|ego|fumbles?|confusion|disinterest|overconfidence|complacency|mishandling|mismanagement|procrastination|recklessness|dishonesty|omissions?';
const owned = new RegExp(
  `(?:'s|s'|\\b(?:his|her|their|your|my|our)) (?:own |repeated |obvious |careless |gross |complete |total |constant |usual |simple |poor |silly |stupid |honest |many |big |serious |initial |early )*(?:${faults})\\b`,
  'g',
);
const madeBy =
  /\b(?:an? |the |this |that )?(?:\w+ )?(mistakes?|errors?|blunders?|failures?|faults?|oversights?|typos?|slips?|misjudge?ments?|screw-?ups?|misconfigurations?|negligence|carelessness|inaction|misunderstandings?|lapses?|(?:poor|sloppy|careless|bad|lazy|slow|late|terrible|weak|incompetent|unprofessional|unacceptable|rude) (?:\w+ )?(?:communication|handling|work|reply|response|handover|hand-over|handoff|triage|support|job|coordination|planning|judge?ment|decisions?|follow-up|documentation|reaction|behaviou?r|testing|attitude|service)) (?:was |were |that was |made |committed |caused |introduced )*(?:by|of|from|on the part of|made by|in) /g;

/** Quick looks before the long ones. */
const made =
  /mistake|error|blunder|fail|fault|oversight|typo|slip|judg|screw|config|neglig|careless|inaction|misunder|lapse|poor|slopp|bad|lazy|slow|late|terrible|weak|incomp|unprof|unacc|rude/;
const due = / to |caused|because of|account|blame|introduced|triggered|created|pinned/;

/** "due to Sam's mistake", "a mistake by the agent". */
export function ownedFaults(sentence: Sentence): Hit[] {
  const hits: Hit[] = [];
  for (const match of sentence.low.matchAll(owned)) {
    const at = sentence.start + match.index;
    const end = at + match[0].length;
    if (isDenied(sentence, at)) continue;
    const isPronoun = !/^(?:'s|s')/.test(match[0]);
    if (
      isPronoun &&
      (/^(?:our|your)/.test(match[0]) ||
        (/\b(?:error|confusion|silence|misunderstanding|failure|typo|late|slow|mess)s?\b/.test(match[0]) &&
          !/\b(?:because of|due to|through|caused by|was|result of|thanks to)\s*$/.test(
            sentence.low.slice(0, match.index),
          )))
    )
      continue;
    const index = isPronoun
      ? -1
      : sentence.words.findLastIndex((word) => word.end <= at + (match[0].startsWith("'") ? 2 : 1));
    const holder = sentence.words[index]?.low === "'s" ? index - 1 : index;
    const noun = isPronoun ? { kind: 'person' as const, start: at } : nounAt(sentence, holder);
    if (!isHuman(noun)) continue;
    if (
      /'s (?:poor|bad|wrong|late|slow|error|failure|silence|confusion)/.test(match[0]) &&
      /\b(?:about|of|on|fixed|fix|found) (?:the )?$/.test(
        sentence.low.slice(0, (noun.start ?? at) - sentence.start),
      ) &&
      !/\b(?:because of|result of|consequence of)/.test(sentence.low)
    )
      continue;
    const from = noun.start ?? at;
    const isWith = /^ (?:to|in) \w+/.test(sentence.low.slice(end - sentence.start));
    const to =
      isWith && /refusal|inability|failure|unwillingness|reluctance/.test(match[0])
        ? clauseEnd(sentence, end)
        : end;
    hits.push({
      start: from,
      end,
      kind:
        /\b(?:because of|due to|cause|caused by|result of|reason|owing to|down to|thanks to|stems? from|came from|comes? from)\b/.test(
          sentence.low.slice(0, from - sentence.start),
        ) && /mistake|error|negligence|carelessness|oversight|laziness|incompetence/.test(match[0])
          ? 'human-error-cause'
          : blameOf(noun),
      rewrite: {
        from,
        to,
        words: /(?:takes|lapses|failures|errors|slips|oversights|blunders|replies|responses|typos)$/.test(
          match[0],
        )
          ? 'steps without a safeguard'
          : STEP,
      },
    });
  }
  for (const match of made.test(sentence.low) ? sentence.low.matchAll(madeBy) : []) {
    const at = sentence.start + match.index;
    if (isDenied(sentence, at)) continue;
    const people = humanAfter(sentence, at + match[0].length);
    if (!people) continue;
    if (
      / (?:in|of|from) $/.test(match[0]) &&
      /^(?:errors?|failures?|faults?)$/.test(match[1] ?? '') &&
      !/\bof $/.test(match[0])
    )
      continue;
    if (/ in $/.test(match[0])) continue;
    const lead = /^(?:\w+ )?(?=was|were)/.test(match[0]) ? 0 : 0;
    const isSaid = /\b(?:was|were) (?:made |caused )?(?:by|of|from)/.test(match[0]);
    const word = /^(?:an? |the |this |that )/.exec(match[0])?.[0];
    const first = word ? at : at + match[0].indexOf(match[1] ?? '');
    hits.push({
      start: first + lead,
      end: people.to,
      kind: 'human-error-cause',
      rewrite: isSaid
        ? { from: first, to: people.to, words: `there was ${STEP}` }
        : { from: first, to: people.to, words: STEP },
    });
  }
  return hits;
}

const deedsPast =
  'ignored|overlooked|missed|forgotten|neglected|mishandled|botched|bungled|misread|misunderstood|misrouted|misconfigured|dismissed|disregarded|skipped|bypassed|broken|abandoned|brushed off|messed up|screwed up|mistyped|misjudged|misdiagnosed|misplaced|mislabel+ed|mixed up|lost|dropped|misinterpreted|miscommunicated|ruined|wiped|downplayed|let down|misinformed|misled|caused|left (?:\\w+ ){0,3}|deleted|botched up|fat-fingered|confused|mistaken|mis-tagged|mis-sent|stonewalled|ghosted|handled (?:badly|poorly|carelessly|wrongly|incorrectly)|(?:badly|poorly|carelessly|wrongly|incorrectly|mistakenly|accidentally|erroneously|prematurely|improperly|sloppily|inadvertently|negligently) \\w+|\\w+ (?:too (?:late|early|soon)|by mistake|by accident|in error|carelessly|wrongly|incorrectly|prematurely|without \\w+)';
const notDone =
  '(?:not|never) (?:\\w+ly )?(?:followed|checked|read|tested|escalated|answered|informed|handled|picked|updated|verified|reviewed|documented|told|acknowledged|communicated|looked|touched|opened|assigned|triaged|noticed|raised|passed|forwarded|monitored|done|taken|closed|called|asked)(?: (?:up|on|at|over|seriously))?';
const byHuman = new RegExp(
  `\\b(?:was|were|been|being|got|is|are|get|gets)(?:n't)?\\s+(?:\\w+ly\\s+|again\\s+|then\\s+|simply\\s+|just\\s+)*(?:${deedsPast}|${notDone})\\s+(?:\\w+ly\\s+)?by\\s+`,
  'g',
);
const dueTo =
  /\b(?:because of|due to|owing to|attributable to|attributed to|traceable to|traced to|put down to|pinned on|caused by|on account of|down to|blamed on|blame on|introduced by|triggered by|created by)\s+/g;

/** "was ignored by the night shift", "because of Sam". */
export function byPeople(sentence: Sentence): Hit[] {
  const hits: Hit[] = [];
  for (const match of / by\b/.test(sentence.low) ? sentence.low.matchAll(byHuman) : []) {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const people = humanAfter(sentence, end);
    if (!people || /\b(?:caught|found|spotted)\b/.test(match[0])) continue;
    const by = end - (/by\s+$/.exec(match[0])?.[0].length ?? 3);
    const isWithout = /without \w+\s+by/.test(match[0]);
    if (isWithout) continue;
    const isCaused = /\bcaused\s+by\s+$/.test(match[0]);
    const isTeam =
      nounAt(
        sentence,
        sentence.words.findIndex((word) => word.end === people.to),
      ).kind === 'team';
    hits.push({
      start,
      end: people.to,
      kind: isTeam ? 'team-blame' : 'person-blame',
      rewrite: isCaused
        ? { from: people.from, to: people.to, words: STEP }
        : { from: by, to: people.to, words: `at ${STEP}` },
    });
  }
  for (const match of due.test(sentence.low) ? sentence.low.matchAll(dueTo) : []) {
    const at = sentence.start + match.index;
    const people = humanAfter(sentence, at + match[0].length);
    if (!people || isDenied(sentence, at)) continue;
    const isCreation = /^(?:introduced|triggered|created)/.test(match[0]);
    if (
      isCreation &&
      !/\b(?:problem|bug|outage|incident|delay|confusion|mess|error|fault|defect|regression|issue)\b/.test(
        sentence.low.slice(0, match.index),
      )
    )
      continue;
    const after = sentence.low.slice(people.to - sentence.start);
    if (/'s?$/.test(sentence.low.slice(0, people.to - sentence.start))) continue;
    // "because of the agent's missing rights" goes on with something else; so does "the support portal".
    if (
      /^\s*(?:'s|’s|')|^\s+(?:being|not being|having|having to|who (?:had|was|were) (?:not|no)|\w+ (?:shortage|capacity|availability|workload))\b/.test(
        after,
      ) ||
      (/^\s+[a-z]+(?:\s|$)/.test(after) &&
        !/^\s+(?:who|in|on|at|from|and|again|,|not|for|we|our|the|this|ignoring|failing|forgetting|missing|refusing|making|closing|sending|deploying|pushing|skipping)\b/.test(
          after,
        ))
    )
      continue;
    if (
      /^\s+(?:ignoring|failing|forgetting|missing|refusing|making|closing|sending|deploying|pushing|skipping|not \w+ing)\b/.test(
        after,
      )
    ) {
      hits.push({
        start: people.from,
        end: people.to,
        kind: 'person-blame',
        rewrite: { from: people.from, to: clauseEnd(sentence, people.to), words: STEP },
      });
      continue;
    }
    const who = /^\s+who\b/.test(after) ? clauseEnd(sentence, people.to) : people.to;
    const isTeam =
      nounAt(
        sentence,
        sentence.words.findIndex((word) => word.end === people.to),
      ).kind === 'team';
    hits.push({
      start: at,
      end: people.to,
      kind: isTeam ? 'team-blame' : 'person-blame',
      rewrite: { from: people.from, to: who, words: STEP },
    });
  }
  return hits;
}
