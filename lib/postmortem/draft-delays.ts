import { causeName } from '../analysis/causes';
import type { Clock } from '../analysis/clocks/types';
import type { SlaOutcome, Span } from '../analysis/types';
import { metricName } from '../language/describe-event';
import { formatDuration } from '../language/duration';
import type { Iso } from '../ticket/basics';
import type { EventId } from '../ticket/events';
import { claim, listOf, period } from './facts-in-words';
import { handoffName } from './handoffs-in-words';
import { nameInProse } from './names-in-prose';
import type { Claim } from './schema';
import type { Story } from './story';

const MINUTE = 60_000;
/** A part of less than a fifth of the time explains little of it; ours. */
const LEAST_SHARE = 0.2;
const MOST_BREACHES = 6;
const MOST_STAGES = 4;

/** For every missed target the stretch in which most of its time went, and what that may be a sign of. */
export function draftDelays(story: Story): Claim[] {
  const { late } = story;
  const found = late.slice(0, MOST_BREACHES).map((outcome) => breachLine(story, outcome));
  return [...found, ...stageLine(story)];
}

/** A stretch in which the ticket stood still, as the end of "most of that time". */
interface Delay {
  from: Iso;
  to: Iso;
  words: string;
  cause: Parameters<typeof causeName>[0];
  events: EventId[];
}

function breachLine(story: Story, outcome: SlaOutcome): Claim {
  const clock = story.analysis.clocks.find(({ instance }) => instance === outcome.instance);
  const name = metricName(outcome.metric);
  const over =
    outcome.overMs === undefined ? 'missed its target' : `was over by ${formatDuration(outcome.overMs)}`;
  const main = clock && mainDelay(story, clock);
  if (!main) {
    return claim(`${name} ${over}; no single stretch of the history explains most of it.`, outcome.events);
  }
  const { delay, ms } = main;
  // The clock may have counted fewer hours than went by: then how long it was says nothing about how far over.
  const counted =
    ms <= (outcome.actualMs ?? 0) ? `${formatDuration(ms)} of it went by ` : 'most of it went by ';
  return claim(
    `${name} ${over}: ${counted}${period(delay.from, delay.to)}, while ${delay.words} (${causeName(delay.cause)}).`,
    [...outcome.events, ...delay.events],
  );
}

/** The stretch that shares the most time with the clock's running parts. */
export function mainDelay(story: Story, clock: Clock): { delay: Delay; ms: number } | undefined {
  const running = clock.segments.filter(({ state }) => state === 'running');
  const shared = delaysOf(story).map((delay) => ({
    delay,
    ms: running.reduce((sum, segment) => sum + overlapMs(segment, delay), 0),
  }));
  const best = shared.reduce<(typeof shared)[number] | undefined>(
    (most, one) => (one.ms > (most?.ms ?? 0) ? one : most),
    undefined,
  );
  return best && best.ms >= Math.max(MINUTE, clock.valueMs * LEAST_SHARE) ? best : undefined;
}

/** Hand-offs first: of two that share as much, the one that says more about why. */
function delaysOf(story: Story): readonly Delay[] {
  const before = known.get(story);
  if (before) return before;
  const found = findDelays(story);
  known.set(story, found);
  return found;
}

/** Every late target asks, and a long ticket has hundreds. */
const known = new WeakMap<Story, readonly Delay[]>();

function findDelays(story: Story): Delay[] {
  const { analysis } = story;
  const end = ({ to }: Pick<Span, 'to'>) => to ?? analysis.now;
  const gaps = analysis.handoffs.map(
    (handoff): Delay => ({
      from: handoff.at,
      to: end(handoff.gap),
      words: `the ticket lay untouched after ${handoffName(handoff, story)}`,
      cause: handoff.unassignedMs > handoff.untouchedMs ? 'ownership' : 'handoff_context',
      events: [handoff.event, ...handoff.gap.events],
    }),
  );
  const silences = analysis.silences
    .filter(({ notes }) => notes.length > 0)
    .map(
      (silence): Delay => ({
        from: silence.from,
        to: end(silence),
        words: `work went on in internal notes and nothing was sent to ${story.customer}`,
        cause: 'update_rhythm',
        events: [...silence.events, ...silence.notes],
      }),
    );
  const waits = analysis.waits.map(
    (wait): Delay => ({
      from: wait.from,
      to: end(wait),
      words: `a message from ${story.customer} waited for its answer`,
      cause: 'missed_alert',
      events: wait.events,
    }),
  );
  return [...gaps, ...silences, ...waits];
}

/** "Where the time went: 13 h with Tier 2, 4 h without an owner and 1 h waiting for the customer." */
function stageLine({ analysis }: Story): Claim[] {
  const stages = analysis.stages.filter(({ ms }) => ms >= MINUTE).slice(0, MOST_STAGES);
  if (stages.length === 0) return [];
  const where = {
    unassigned: 'without an owner',
    waiting_for_customer: 'waiting for the customer',
    on_hold: 'on hold',
    no_group: 'with an owner outside any team',
    group: '',
  };
  const words = stages.map(
    ({ stage, group, ms }) =>
      `${formatDuration(ms)} ${stage === 'group' ? `with ${nameInProse(group, 'a team')}` : where[stage]}`,
  );
  return [
    claim(
      `Where the time went: ${listOf(words)}.`,
      stages.flatMap(({ events }) => events),
    ),
  ];
}

function overlapMs(a: { from: Iso; to: Iso }, b: { from: Iso; to: Iso }): number {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return Math.max(0, Date.parse(to) - Date.parse(from));
}
