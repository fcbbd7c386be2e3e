import type { Handoff, SlaOutcome } from '../analysis/types';
import { metricName } from '../language/describe-event';
import { formatDuration } from '../language/duration';
import { claim, length, plural, stamp, times, upperFirst } from './facts-in-words';
import { gapWords, handoffName, LONG_GAP_MS } from './handoffs-in-words';
import type { Claim } from './schema';
import { alike, lateWords } from './sla-in-words';
import type { Story } from './story';

const QUICK_MS = 30 * 60_000;
const LATE_UPDATE_MS = 60 * 60_000;
const MOST_LINES = 7;
const MOST_OF_A_KIND = 2;

/** Only what the evidence shows; an empty list stays empty for people to fill. */
export function wentWell(story: Story): Claim[] {
  const { analysis, customer, reopenings } = story;
  const quick = analysis.handoffs.filter(
    ({ gap, end }) => end === 'action' && gap.ms < QUICK_MS && gap.certainty === 'exact',
  );
  const told = analysis.escalations.find(
    ({ firstUpdate }) => firstUpdate.to !== undefined && firstUpdate.ms <= QUICK_MS,
  );
  const found = [
    ...metTargets(analysis.slas),
    ...(isTossed(story) ? [] : quick.slice(0, MOST_OF_A_KIND)).map((handoff) => pickedUp(handoff, story)),
  ];
  if (told) {
    found.push(
      claim(
        `After the escalation on ${stamp(told.at)} ${customer} heard from us within ${length(told.firstUpdate)}.`,
        told.firstUpdate.events,
      ),
    );
  }
  if (!analysis.span.open && analysis.span.to !== undefined && reopenings.length === 0) {
    found.push(claim('The ticket was not reopened after it had been solved.', analysis.span.events));
  }
  return unique(found).slice(0, MOST_LINES);
}

export function wentBadly(story: Story): Claim[] {
  const { analysis, Customer, customer, late, chasers, silence, reopenings } = story;
  const found = alike(late).map((group) =>
    claim(
      `${group.length === 1 ? 'Target' : 'Targets'} missed: ${lateWords(group)}.`,
      group.flatMap((outcome) => outcome.events),
    ),
  );
  if (silence) found.push(silenceLine(story, silence));
  found.push(...brokenPromises(story));
  const slow = analysis.handoffs
    .filter(({ gap }) => gap.ms >= LONG_GAP_MS)
    .sort((a, b) => b.gap.ms - a.gap.ms);
  for (const handoff of slow.slice(0, MOST_OF_A_KIND)) {
    found.push(
      claim(`After ${handoffName(handoff, story)} the ticket ${gapWords(handoff)}.`, [
        handoff.event,
        ...handoff.gap.events,
      ]),
    );
  }
  if (isTossed(story)) {
    const moves = teamMoves(story);
    found.push(
      claim(
        `The ticket moved between teams ${times(moves.length)}.`,
        moves.map((handoff) => handoff.event),
      ),
    );
  }
  if (chasers.length > 0) {
    const asked = analysis.span.open ? 'has had to ask' : 'had to ask';
    found.push(claim(`${Customer} ${asked} again ${times(chasers.length)}.`, chasers));
  }
  if (reopenings.length > 0) {
    found.push(
      claim(
        `The first solution did not hold: the ticket was reopened ${times(reopenings.length)}.`,
        reopenings.flatMap((reopening) => reopening.events),
      ),
    );
  }
  found.push(...slowUpdates(story, customer));
  return unique(found).slice(0, MOST_LINES);
}

/** "First reply: the target of 8 h was met." Of several alike: "Next reply: 4 of 5 targets of 2 h were met." */
function metTargets(outcomes: readonly SlaOutcome[]): Claim[] {
  const ended = outcomes.filter(({ state }) => state === 'achieved' || state === 'breached');
  const groups = new Map<string, SlaOutcome[]>();
  for (const outcome of ended) {
    const key = `${outcome.metric}/${outcome.targetMs}`;
    groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  return [...groups.values()].flatMap((group) => {
    const met = group.filter(({ state }) => state === 'achieved');
    const [first] = met;
    if (!first) return [];
    const of = first.targetMs === undefined ? '' : ` of ${formatDuration(first.targetMs)}`;
    const share =
      met.length === group.length
        ? group.length === 2
          ? 'both'
          : `all ${group.length}`
        : `${met.length} of ${group.length}`;
    const words =
      group.length === 1
        ? `the target${of} was met`
        : `${share} targets${of} ${met.length === 1 ? 'was' : 'were'} met`;
    return [
      claim(
        `${metricName(first.metric)}: ${words}.`,
        met.flatMap((outcome) => outcome.events),
      ),
    ];
  });
}

function pickedUp(handoff: Handoff, story: Story): Claim {
  return claim(`${upperFirst(handoffName(handoff, story))} ${gapWords(handoff)}.`, [
    handoff.event,
    ...handoff.gap.events,
  ]);
}

function silenceLine({ analysis, customer }: Story, silence: NonNullable<Story['silence']>): Claim {
  const count = silence.notes.length;
  const running = silence.to === undefined && analysis.span.open;
  const was = count === 1 ? 'was' : 'were';
  const been = count === 1 ? 'has been' : 'have been';
  const notes =
    count === 0 ? '' : `, while ${plural(count, 'internal note')} ${running ? been : was} written`;
  const text = running
    ? `Nothing has been sent to ${customer} for ${length(silence)}${notes}.`
    : `Nothing was sent to ${customer} for ${length(silence)}${notes}.`;
  return claim(text, [...silence.events, ...silence.notes]);
}

/** A promised time that passed is what a customer remembers longest. */
function brokenPromises({ analysis, customer }: Story): Claim[] {
  return analysis.promises
    .filter(({ state, dueAt }) => state === 'broken' && dueAt !== undefined)
    .slice(0, MOST_OF_A_KIND)
    .map(({ dueAt = '', overMs, keptBy, events }) => {
      const end =
        keptBy === undefined
          ? 'was not kept'
          : `was followed by a message ${formatDuration(overMs ?? 0)} later`;
      return claim(`What was promised to ${customer} for ${stamp(dueAt)} ${end}.`, events);
    });
}

/** Only an escalation that no line above covers: the longest silence holds the updates that came after it. */
function slowUpdates({ analysis, silence }: Story, customer: string): Claim[] {
  const slow = analysis.escalations.filter(
    ({ at, firstUpdate }) =>
      firstUpdate.ms >= LATE_UPDATE_MS &&
      !(silence && at >= silence.from && (silence.to === undefined || at <= silence.to)),
  );
  const [first] = slow;
  if (!first) return [];
  const { firstUpdate } = first;
  const told =
    firstUpdate.to === undefined
      ? `no update to ${customer} had followed ${length(firstUpdate)} later`
      : `the next update to ${customer} came ${length(firstUpdate)} later`;
  return [claim(`After the escalation on ${stamp(first.at)} ${told}.`, [first.event, ...firstUpdate.events])];
}

function teamMoves({ analysis }: Story): Handoff[] {
  return analysis.handoffs.filter(({ what, to }) => what === 'group' && to !== null);
}

/** Three moves are a ticket that nobody took: how fast each was noticed is no merit then. */
function isTossed(story: Story): boolean {
  return teamMoves(story).length >= 3;
}

function unique(claims: readonly Claim[]): Claim[] {
  return [...new Map(claims.map((part) => [part.text, part])).values()];
}
