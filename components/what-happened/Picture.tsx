import { useMemo } from 'react';
import { type ClockLane, clockLanes } from '../../lib/analysis/clock-lanes';
import { isMissed } from '../../lib/analysis/slas';
import type { Analysis, Handoff, Silence } from '../../lib/analysis/types';
import { formatDay, formatMoment, formatTime } from '../../lib/language/dates';
import { metricName } from '../../lib/language/describe-event';
import { formatDuration } from '../../lib/language/duration';
import type { Capture } from '../../lib/ticket/schema';
import { EvidenceLink, useEvidence } from '../ui/Evidence';
import { Section } from '../ui/Section';
import { fewHandoffs } from './few-handoffs';
import { type GroupLane, type Lanes, lanesOf, type Mark } from './lanes';
import styles from './Picture.module.css';
import { PictureKey } from './PictureKey';
import { type TimeAxis, timeAxis } from './time-axis';

const CLOCK = 38;
const AXIS = 46;
const CUSTOMER = 64;
const GROUP = 56;
const SYSTEM = 44;
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
  const clocks = useMemo(() => clockLanes(capture, analysis).slice(0, MOST_CLOCKS), [capture, analysis]);
  const silences = shownSilences(analysis);
  const top = clocks.length * CLOCK;
  const talk = top + AXIS;
  const height = talk + CUSTOMER + lanes.groups.length * GROUP + SYSTEM;
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
          <Axis axis={axis} top={top} height={height} />
          {clocks.map((lane, index) => (
            <Clock key={lane.metric} lane={lane} axis={axis} y={index * CLOCK} />
          ))}
          <svg y={talk} overflow="visible">
            <Conversation lanes={lanes} analysis={analysis} axis={axis} silences={silences} />
          </svg>
        </svg>
        <Readout analysis={analysis} />
        <PictureKey clocks={clocks.length > 0} />
      </figure>
    </Section>
  );
}

function Axis({ axis, top, height }: { axis: TimeAxis; top: number; height: number }) {
  return (
    <g>
      {axis.ticks.map((tick) => (
        <g key={tick.x}>
          <line className={styles.grid} x1={`${tick.x}%`} x2={`${tick.x}%`} y1="0" y2={top} />
          <line className={styles.grid} x1={`${tick.x}%`} x2={`${tick.x}%`} y1={top + AXIS} y2={height} />
          <line className={styles.edge} x1={`${tick.x}%`} x2={`${tick.x}%`} y1={top} y2={top + 6} />
          <text className={styles.soft} x={`${tick.x}%`} y={top + 18} textAnchor="middle">
            {tick.label}
          </text>
        </g>
      ))}
      <line className={styles.edge} x1="0" x2="100%" y1={top} y2={top} />
      {axis.days.map((day, index) => (
        <g key={day.x}>
          {index > 0 && (
            <line className={styles.edge} x1={`${day.x}%`} x2={`${day.x}%`} y1={top} y2={top + 34} />
          )}
          <svg x={`${day.x}%`} y={top + 32} overflow="visible">
            <text className={styles.strong} x={index === 0 ? 0 : 5}>
              {day.label}
            </text>
          </svg>
        </g>
      ))}
      <text className={styles.soft} x="100%" y={top + 32} textAnchor="end">
        UTC
      </text>
    </g>
  );
}

function Clock({ lane, axis, y }: { lane: ClockLane; axis: TimeAxis; y: number }) {
  const { outcome } = lane;
  const took = outcome.actualMs === undefined ? '' : formatDuration(outcome.actualMs);
  const target = outcome.targetMs === undefined ? '' : ` of ${formatDuration(outcome.targetMs)}`;
  const late = isMissed(outcome.state);
  const over =
    late && outcome.overMs !== undefined && outcome.overMs > 0
      ? `${formatDuration(outcome.overMs)} over`
      : 'missed';
  const verdict = late ? over : outcome.state === 'achieved' ? 'met' : 'running';
  return (
    <svg y={y} overflow="visible">
      {lane.stretches.map((stretch) => {
        const x = axis.x(stretch.from);
        const width = Math.max(0.4, axis.x(stretch.to) - x);
        return (
          <rect
            key={`${stretch.from} ${stretch.state}`}
            className={styles[stretch.state]}
            x={`${x}%`}
            y={stretch.state === 'over' ? 19 : 21}
            width={`${width}%`}
            height={stretch.state === 'over' ? 14 : 10}
          />
        );
      })}
      {lane.missedAt.map((at) => (
        <svg key={at} x={`${axis.x(at)}%`} y="19" overflow="visible">
          <path className={styles.flag} d="M0 16V-6h7l-2 2.5L7-1H0" />
        </svg>
      ))}
      <text className={`${styles.strong} ${styles.halo}`} y="12">
        {metricName(lane.metric)}
      </text>
      <text className={styles.halo} x="100%" y="12" textAnchor="end">
        <tspan className={styles.soft}>{`${took}${target}`}</tspan>
        <tspan dx="8" className={late ? styles.late : undefined}>
          {verdict}
        </tspan>
      </text>
    </svg>
  );
}

function Conversation({
  lanes,
  analysis,
  axis,
  silences,
}: {
  lanes: Lanes;
  analysis: Analysis;
  axis: TimeAxis;
  silences: readonly Silence[];
}) {
  const lineOf = (index: number) => CUSTOMER + index * GROUP + 34;
  const systemLine = CUSTOMER + lanes.groups.length * GROUP + 30;
  const laneIndex = (name: string | undefined) => lanes.groups.findIndex((lane) => lane.name === name);
  return (
    <>
      {lanes.groups.map((lane, index) => (
        <Joins key={lane.name} lane={lane} from={24} to={lineOf(index)} />
      ))}
      <line className={styles.lane} x1="0" x2="100%" y1="24" y2="24" />
      {silences.map((silence) => (
        <SilenceBar key={silence.from} silence={silence} axis={axis} now={analysis.now} />
      ))}
      <LaneName name={analysis.customer} y={12} note={messages(analysis)} />
      <Marks marks={lanes.customer} y={24} shape="customer" />
      {lanes.groups.map((lane, index) => (
        <g key={lane.name}>
          <line className={styles.lane} x1="0" x2="100%" y1={lineOf(index)} y2={lineOf(index)} />
          <LaneName name={lane.name} y={lineOf(index) - 12} />
          <Marks marks={lane.replies} y={lineOf(index)} shape="reply" />
          <Marks marks={lane.notes} y={lineOf(index) + 10} shape="note" />
        </g>
      ))}
      {fewHandoffs(analysis.handoffs, MOST_ARROWS).map((handoff) => (
        <HandoffArrow
          key={handoff.event}
          handoff={handoff}
          axis={axis}
          now={analysis.now}
          from={lineOf(laneIndex(handoff.from?.label))}
          to={lineOf(laneIndex(handoff.to?.label))}
          drawn={
            handoff.what === 'group' &&
            laneIndex(handoff.from?.label) >= 0 &&
            laneIndex(handoff.to?.label) >= 0
          }
        />
      ))}
      <line className={styles.lane} x1="0" x2="100%" y1={systemLine} y2={systemLine} />
      <LaneName name="System" y={systemLine - 12} />
      <Marks marks={lanes.system} y={systemLine} shape="system" />
    </>
  );
}

function LaneName({ name, y, note }: { name: string; y: number; note?: string }) {
  return (
    <>
      <text className={`${styles.strong} ${styles.halo}`} y={y}>
        {name.length > 30 ? `${name.slice(0, 29)}…` : name}
      </text>
      {note && (
        <text className={styles.soft} x="100%" y={y} textAnchor="end">
          {note}
        </text>
      )}
    </>
  );
}

/** A reply is joined to the customer's line; a note is joined to nothing. */
function Joins({ lane, from, to }: { lane: GroupLane; from: number; to: number }) {
  return lane.replies.map((mark) => (
    <line key={mark.x} className={styles.join} x1={`${mark.x}%`} x2={`${mark.x}%`} y1={from} y2={to} />
  ));
}

function Marks({
  marks,
  y,
  shape,
}: {
  marks: readonly Mark[];
  y: number;
  shape: 'customer' | 'reply' | 'note' | 'system';
}) {
  return marks.map((mark) => (
    <svg key={mark.x} x={`${mark.x}%`} y={y} overflow="visible">
      {shape === 'customer' && <circle className={styles.customer} r={mark.count > 1 ? 7.5 : 4.5} />}
      {shape === 'reply' && <rect className={styles.reply} x="-4.5" y="-4.5" width="9" height="9" />}
      {shape === 'note' && <rect className={styles.note} x="-3.25" y="-3.25" width="6.5" height="6.5" />}
      {shape === 'system' && <path className={styles.system} d="M0-3.6 3.6 0 0 3.6-3.6 0z" />}
      {shape === 'customer' && mark.count > 1 && (
        <text className={styles.count} y="4" textAnchor="middle">
          {mark.count}
        </text>
      )}
    </svg>
  ));
}

function SilenceBar({ silence, axis, now }: { silence: Silence; axis: TimeAxis; now: string }) {
  const x = axis.x(silence.from);
  const width = axis.x(silence.to ?? now) - x;
  const label = `${formatDuration(silence.ms)}${width > 34 ? ' silent' : ''}`;
  return (
    <g>
      <rect x={`${x}%`} y="36" width={`${width}%`} height="18" fill="var(--bg)" />
      <rect className={styles.silence} x={`${x}%`} y="36" width={`${width}%`} height="18" />
      {width > 17 && (
        <text className={`${styles.late} ${styles.halo}`} x={`${x + width / 2}%`} y="49" textAnchor="middle">
          {label}
        </text>
      )}
    </g>
  );
}

/** More would cover the lanes. */
const MOST_ARROWS = 6;

interface ArrowProps {
  handoff: Handoff;
  axis: TimeAxis;
  now: string;
  from: number;
  to: number;
  drawn: boolean;
}

/** Dashed, as long as the ticket lay untouched on the new side. */
function HandoffArrow({ handoff, axis, now, from, to, drawn }: ArrowProps) {
  if (!drawn) return null;
  const start = axis.x(handoff.at);
  const end = axis.x(handoff.gap.to ?? now);
  return (
    <g>
      <line className={styles.handoff} x1={`${start}%`} x2={`${start}%`} y1={from} y2={to} />
      <line
        className={`${styles.handoff} ${styles.dashed}`}
        x1={`${start}%`}
        x2={`${end}%`}
        y1={to}
        y2={to}
      />
      <svg x={`${end}%`} y={to} overflow="visible">
        <path className={styles.arrow} d="M-4-4.5 3 0-4 4.5z" />
      </svg>
      {end - start > 10 && (
        <svg x={`${start}%`} y={to - 6} overflow="visible">
          <text className={`${styles.strong} ${styles.halo}`} x="5">
            {formatDuration(handoff.gap.ms)}
          </text>
        </svg>
      )}
    </g>
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
        <b>
          {formatMoment(silence.from)} to {end}.
        </b>{' '}
        No reply reached {analysis.customer} for {formatDuration(silence.ms)}
        {notes > 0 ? `; ${notes} internal ${notes === 1 ? 'note was' : 'notes were'} written` : ''}.{' '}
        {first && <EvidenceLink event={first}>Show in ticket</EvidenceLink>}
      </span>
    </p>
  );
}

function messages(analysis: Analysis): string {
  const { customerMessages } = analysis.counts;
  return `${customerMessages} ${customerMessages === 1 ? 'message' : 'messages'}`;
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
        : outcome.state.replaceAll('_', ' ');
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
