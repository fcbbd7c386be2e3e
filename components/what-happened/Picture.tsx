import { useMemo, useState } from 'react';
import { type ClockLane, clockLanes } from '../../lib/analysis/clock-lanes';
import { isMissed } from '../../lib/analysis/missed';
import { slaStateName } from '../../lib/analysis/names';
import type { Analysis, Silence } from '../../lib/analysis/types';
import { formatDay, formatMoment, formatTime } from '../../lib/language/dates';
import { metricName } from '../../lib/language/describe-event';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import type { Capture } from '../../lib/ticket/schema';
import { EvidenceLink, useEvidence } from '../ui/Evidence';
import { Section } from '../ui/Section';
import { CLOCK_HEIGHT, ClockRows } from './ClockRows';
import { ClockSteps } from './ClockSteps';
import { Conversation, conversationHeight } from './Conversation';
import { fewHandoffs, MOST_ARROWS } from './few-handoffs';
import { lanesOf } from './lanes';
import styles from './Picture.module.css';
import { PictureKey } from './PictureKey';
import { AXIS_HEIGHT, TimeScale } from './TimeScale';
import { timeAxis } from './time-axis';

const MOST_CLOCKS = 4;
const HOUR = 60 * 60_000;

/**
 * Clocks and conversation on one time axis. Filled marks are what the customer saw, hollow ones are not; text
 * keeps its size at any width, because x is in per cent and y in pixels.
 */
export function Picture({ capture, analysis }: { capture: Capture; analysis: Analysis }) {
  const axis = useMemo(
    () => timeAxis(analysis.span.from, lastMoment(capture, analysis)),
    [capture, analysis],
  );
  const lanes = useMemo(() => lanesOf(capture, analysis, axis), [capture, analysis, axis]);
  const clocks = useMemo(() => clockLanes(analysis).slice(0, MOST_CLOCKS), [analysis]);
  const steps = useMemo(
    () => clocks.flatMap((lane) => lane.stretches.map((stretch) => ({ lane, stretch }))),
    [clocks],
  );
  const [at, setAt] = useState<number>();
  const silences = shownSilences(analysis);
  const top = clocks.length * CLOCK_HEIGHT;
  const talk = top + AXIS_HEIGHT;
  const height = talk + conversationHeight(lanes);
  return (
    <Section title="Clocks and conversation">
      <figure>
        <svg
          className={styles.picture}
          width="100%"
          height={height}
          role="img"
          aria-label={describe(analysis, clocks, silences)}
        >
          <TimeScale axis={axis} top={top} height={height} />
          <ClockRows clocks={clocks} axis={axis} chosen={at === undefined ? undefined : steps[at]?.stretch} />
          <svg y={talk} overflow="visible">
            <Conversation lanes={lanes} analysis={analysis} axis={axis} silences={silences} />
          </svg>
        </svg>
        <ClockSteps steps={steps} at={at} onStep={setAt} />
        <Readout analysis={analysis} />
        <PictureKey
          clocks={clocks.length > 0}
          outside={clocks.some((lane) => lane.stretches.some(({ state }) => state === 'outside'))}
        />
      </figure>
    </Section>
  );
}

/** The longest silence in a sentence, with the way to it. */
function Readout({ analysis }: { analysis: Analysis }) {
  const { event } = useEvidence();
  const silence = analysis.longestSilence;
  if (!silence) return null;
  const end = silence.to === undefined ? 'now' : formatMoment(silence.to);
  const notes = silence.notes.length;
  const first = silence.events.map(event).find((found) => found !== undefined);
  return (
    <p className={styles.readout}>
      <span>
        <b>{unbroken(`${formatMoment(silence.from)} to ${end}.`)}</b> No reply reached {analysis.customer} for{' '}
        {unbroken(formatDuration(silence.ms))}
        {notes > 0 ? `; ${notes} internal ${notes === 1 ? 'note was' : 'notes were'} written` : ''}.{' '}
        {first && <EvidenceLink event={first}>Show in ticket</EvidenceLink>}
      </span>
    </p>
  );
}

/** Silences long enough to see: an hour, and an eighth of the whole. */
function shownSilences(analysis: Analysis): Silence[] {
  return analysis.silences.filter((silence) => silence.ms >= HOUR && silence.ms * 8 >= analysis.span.ms);
}

function lastMoment(capture: Capture, analysis: Analysis): string {
  const end = analysis.span.to ?? analysis.now;
  const last = capture.ticket.events.reduce(
    (at, event) => (event.kind === 'message' && event.time.at > at ? event.time.at : at),
    end,
  );
  // A thank-you weeks later must not squeeze the days that matter.
  return Date.parse(last) - Date.parse(end) > 0.2 * analysis.span.ms ? end : last;
}

/** The same facts for those who do not see the picture. */
function describe(analysis: Analysis, clocks: readonly ClockLane[], silences: readonly Silence[]): string {
  const { span } = analysis;
  const until = span.to ?? analysis.now;
  const parts = [
    `SLA clocks and messages from ${formatDay(span.from)} ${formatTime(span.from)} to ${formatDay(until)} ${formatTime(until)} UTC.`,
    ...clocks.map(({ metric, outcome }) => {
      const over = isMissed(outcome.state)
        ? `${outcome.overMs ? formatDuration(outcome.overMs) : 'some time'} over`
        : slaStateName(outcome.state);
      return `${metricName(metric)}: ${over}.`;
    }),
    ...silences.map(
      (silence) => `Silence of ${formatDuration(silence.ms)} from ${formatMoment(silence.from)}.`,
    ),
    ...fewHandoffs(analysis.handoffs, MOST_ARROWS).map(
      (handoff) =>
        `Hand-off from ${handoff.from?.label ?? 'unknown'} to ${handoff.to?.label ?? 'nobody'}, untouched for ${formatDuration(handoff.gap.ms)}.`,
    ),
  ];
  return parts.join(' ');
}
