import { metricName } from '../language/describe-event';
import { formatDuration } from '../language/duration';
import type { Facts } from './facts';
import { lengthText } from './length-text';
import { missed } from './missed';
import { isAfter } from './positions';
import { type Segment, timeWhere } from './segments';
import type { Analysis, Handoff, Phrase, PhrasePart, SlaOutcome, Wait } from './types';

type Found = Pick<Analysis, 'customer' | 'longestWait' | 'handoffs' | 'slas' | 'span'>;

/**
 * The first second of Debrief: one sentence, the customer's wait first, then where the hand-off lost time,
 * then the targets. Every number carries its events; teams are named, colleagues are not.
 */
export function writeHeadline(facts: Facts, found: Found, assignee: readonly Segment[]): Phrase {
  const parts = [waitPart(facts, found), handoffPart(facts, found, assignee), slaPart(found)].filter(
    (part) => part.length > 0,
  );
  const sentence = parts.flatMap((part, index) => (index === 0 ? part : [{ text: '; ' }, ...part]));
  return [...sentence, { text: '.' }];
}

/** The phrase as plain text. */
export function phraseText(phrase: Phrase): string {
  return phrase.map((part) => part.text).join('');
}

function waitPart(facts: Facts, { longestWait, customer }: Found): PhrasePart[] {
  if (!longestWait || longestWait.ms === 0) {
    if (facts.customerMessages.length > 0)
      return [{ text: `${customer} was never left waiting for an answer` }];
    return [{ text: 'There is no customer message on this ticket' }];
  }
  const verb = longestWait.end === 'open' ? 'has been waiting' : 'waited';
  return [
    { text: `${customer} ${verb} ` },
    { text: lengthText(longestWait), events: longestWait.events },
    {
      text: longestWait.end === 'solved' ? ' and was never answered' : ` for ${whatFor(facts, longestWait)}`,
    },
  ];
}

/** "A human" while nobody of the company had written yet, "an answer" after that. */
function whatFor(facts: Facts, wait: Wait): string {
  const first = facts.replies[0];
  const opening = facts.byId.get(wait.customerMessages[0] ?? '');
  return first && opening && isAfter(opening, first) ? 'an answer' : 'a human';
}

interface Loss {
  handoff: Handoff;
  ms: number;
  how: 'unassigned' | 'without action';
}

/** The hand-off that cost most inside the wait: by the time nobody was assigned, else by the time till an action. */
function handoffPart(facts: Facts, found: Found, assignee: readonly Segment[]): PhrasePart[] {
  const wait = found.longestWait;
  if (!wait || wait.ms === 0) return [];
  const losses = found.handoffs.flatMap((handoff) => lossesIn(facts, handoff, wait, assignee));
  const worst = mostOf(losses, 'unassigned', wait.ms / 10) ?? mostOf(losses, 'without action', wait.ms / 4);
  if (!worst) return [];
  return [
    { text: formatDuration(worst.ms), events: worst.handoff.gap.events },
    { text: ` of it ${worst.how} after ${moveWords(worst.handoff)}` },
  ];
}

function lossesIn(facts: Facts, handoff: Handoff, wait: Wait, assignee: readonly Segment[]): Loss[] {
  const { gap } = handoff;
  const from = gap.from > wait.from ? gap.from : wait.from;
  const ends = [gap.to ?? facts.now, wait.to ?? facts.now] as const;
  const to = ends[0] < ends[1] ? ends[0] : ends[1];
  if (from >= to) return [];
  const ms = Date.parse(to) - Date.parse(from);
  return [
    { handoff, ms: timeWhere(assignee, from, to, (value) => value === null), how: 'unassigned' },
    { handoff, ms, how: 'without action' },
  ];
}

function mostOf(losses: readonly Loss[], how: Loss['how'], atLeastMs: number): Loss | undefined {
  let most: Loss | undefined;
  for (const loss of losses) if (loss.how === how && (!most || loss.ms > most.ms)) most = loss;
  return most && most.ms > 0 && most.ms >= atLeastMs ? most : undefined;
}

function moveWords({ what, from, to }: Handoff): string {
  if (what === 'group') return `${from?.label ?? 'another team'} → ${to?.label ?? 'no team'}`;
  return to === null ? 'it went back to the queue' : 'a change of assignee';
}

function slaPart({ slas, span }: Found): PhrasePart[] {
  const late = missed(slas);
  const worst = late[0];
  if (worst) {
    const others = late.slice(1);
    if (others.length === 0) return latePart(worst);
    const more = `${others.length} more ${others.length === 1 ? 'target' : 'targets'}`;
    return [
      ...latePart(worst),
      { text: ' and ' },
      { text: more, events: [...new Set(others.flatMap((outcome) => outcome.events))] },
      { text: ' missed' },
    ];
  }
  const counted = slas.filter((outcome) => outcome.state !== 'cancelled' && outcome.state !== 'unknown');
  const met = counted.filter((outcome) => outcome.state === 'achieved');
  if (met.length === 0) return [];
  const events = [...new Set(met.flatMap((outcome) => outcome.events))];
  if (met.length === counted.length) {
    return [{ text: met.length === 1 ? 'the target was met' : 'every target was met', events }];
  }
  const soFar = span.open ? ' so far' : '';
  return [{ text: `${met.length} of ${counted.length} targets`, events }, { text: ` met${soFar}` }];
}

function latePart(outcome: SlaOutcome): PhrasePart[] {
  const verb = outcome.state === 'breached' ? 'was' : 'is';
  const name = outcome.metric === 'other' ? 'the due date' : metricName(outcome.metric).toLowerCase();
  if (outcome.overMs === undefined || outcome.overMs <= 0) {
    const target = outcome.metric === 'other' ? name : `the ${name} target`;
    return [{ text: `${target} ${verb} ` }, { text: 'missed', events: outcome.events }];
  }
  const over = { text: formatDuration(outcome.overMs), events: outcome.events };
  if (outcome.metric === 'other') return [{ text: `${name} ${verb} missed by ` }, over];
  return [{ text: `${name} ${verb} ` }, { ...over, text: `${over.text} late` }];
}
