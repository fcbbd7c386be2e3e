import type { Analysis, Handoff, Silence } from '../../lib/analysis/types';
import { formatDuration } from '../../lib/language/duration';
import { fewHandoffs, MOST_ARROWS } from './few-handoffs';
import type { GroupLane, Lanes, Mark } from './lanes';
import styles from './Picture.module.css';
import type { TimeAxis } from './time-axis';

const CUSTOMER = 64;
const GROUP = 56;
const SYSTEM = 44;

export function conversationHeight(lanes: Lanes): number {
  return CUSTOMER + lanes.groups.length * GROUP + SYSTEM;
}

/** The customer's line, a line for each group and one for the system; silences and hand-offs between them. */
export function Conversation({
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

function messages(analysis: Analysis): string {
  const { customerMessages } = analysis.counts;
  return `${customerMessages} ${customerMessages === 1 ? 'message' : 'messages'}`;
}
