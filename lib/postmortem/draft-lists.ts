import { missed } from '../analysis/slas';
import type { Analysis } from '../analysis/types';
import { metricName } from '../language/describe-event';
import { formatDuration } from '../language/duration';
import { claim, handoffWords, plural, slaWords } from './facts-in-words';
import type { Claim } from './schema';

const QUICK_MS = 30 * 60_000;
const LONG_MS = 30 * 60_000;
const MOST_LINES = 6;

/** Only what the evidence shows; an empty list stays empty for people to fill. */
export function wentWell(analysis: Analysis): Claim[] {
  const met = analysis.slas.filter((outcome) => outcome.state === 'achieved');
  const quick = analysis.handoffs.filter(
    (handoff) => handoff.gap.to !== undefined && handoff.gap.ms <= QUICK_MS,
  );
  const told = analysis.escalations.filter(
    (escalation) => escalation.firstUpdate.to !== undefined && escalation.firstUpdate.ms <= QUICK_MS,
  );
  const found: Claim[] = [
    ...met.map((outcome) =>
      claim(
        `${metricName(outcome.metric)} met its target${outcome.targetMs === undefined ? '' : ` of ${formatDuration(outcome.targetMs)}`}.`,
        outcome.events,
      ),
    ),
    ...quick.map((handoff) =>
      claim(
        `The hand-off ${handoffWords(handoff)} was picked up within ${formatDuration(handoff.gap.ms)}.`,
        handoff.gap.events,
      ),
    ),
    ...told.map((escalation) =>
      claim(
        `${escalation.label}: the customer heard from us within ${formatDuration(escalation.firstUpdate.ms)}.`,
        escalation.firstUpdate.events,
      ),
    ),
  ];
  if (!analysis.span.open && analysis.reopens === 0) {
    found.push(claim('The solution held: the ticket was not reopened.', analysis.span.events));
  }
  return unique(found).slice(0, MOST_LINES);
}

export function wentBadly(analysis: Analysis): Claim[] {
  const { longestSilence } = analysis;
  const chasers = analysis.waits.flatMap((wait) => wait.customerMessages.slice(1));
  const found: Claim[] = missed(analysis.slas).map((outcome) =>
    claim(`${slaWords(outcome)}.`, outcome.events),
  );
  if (longestSilence && longestSilence.ms >= LONG_MS) {
    const notes = longestSilence.notes.length;
    found.push(
      claim(
        `Nothing reached the customer for ${formatDuration(longestSilence.ms)}${notes > 0 ? `, while ${plural(notes, 'internal note')} ${notes === 1 ? 'was' : 'were'} written` : ''}.`,
        [...longestSilence.events, ...longestSilence.notes],
      ),
    );
  }
  for (const handoff of analysis.handoffs.filter((candidate) => candidate.gap.ms > LONG_MS)) {
    const owner =
      handoff.unassignedMs > 0 ? `, ${formatDuration(handoff.unassignedMs)} without an owner` : '';
    found.push(
      claim(
        `The hand-off ${handoffWords(handoff)} lay untouched for ${formatDuration(handoff.gap.ms)}${owner}.`,
        handoff.gap.events,
      ),
    );
  }
  if (chasers.length > 0) {
    found.push(
      claim(
        `The customer had to ask again ${chasers.length === 1 ? 'once' : `${chasers.length} times`}.`,
        chasers,
      ),
    );
  }
  for (const escalation of analysis.escalations.filter((candidate) => candidate.firstUpdate.ms > LONG_MS)) {
    const { firstUpdate } = escalation;
    const told = firstUpdate.to === undefined ? 'no update yet' : 'the first update came';
    found.push(
      claim(`${escalation.label}: ${told} after ${formatDuration(firstUpdate.ms)}.`, firstUpdate.events),
    );
  }
  return unique(found).slice(0, MOST_LINES);
}

function unique(claims: readonly Claim[]): Claim[] {
  return [...new Map(claims.map((part) => [part.text, part])).values()];
}
