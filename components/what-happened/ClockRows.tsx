import type { ClockLane, ClockStretch } from '../../lib/analysis/clock-lanes';
import { isMissed } from '../../lib/analysis/missed';
import { slaStateName } from '../../lib/analysis/names';
import { formatMoment } from '../../lib/language/dates';
import { metricName } from '../../lib/language/describe-event';
import { formatDuration } from '../../lib/language/duration';
import { useEvidence } from '../ui/Evidence';
import styles from './Picture.module.css';
import type { TimeAxis } from './time-axis';

export const CLOCK_HEIGHT = 38;

/** Stretches stand in the middle of what is left of a row below its name. */
const ROW_HEIGHT = 52;
const heights: Record<ClockStretch['state'], number> = {
  running: 10,
  paused: 10,
  over: 14,
  outside: 2,
  uncertain: 6,
};

/** One row a metric: running, paused, and hatched where it was over its target, with the verdict in words. */
export function ClockRows({
  clocks,
  axis,
  chosen,
}: {
  clocks: readonly ClockLane[];
  axis: TimeAxis;
  /** Is pointed out. */
  chosen: ClockStretch | undefined;
}) {
  return clocks.map((lane, index) => (
    <Clock key={lane.metric} lane={lane} axis={axis} y={index * CLOCK_HEIGHT} chosen={chosen} />
  ));
}

const stateWords: Record<ClockStretch['state'], string> = {
  running: 'running',
  paused: 'paused',
  outside: 'outside hours',
  over: 'over target',
  uncertain: 'state not known',
};

/** What the pointer is told over a stretch, and who steps from one to the next; "Every clock" has the same as rows. */
export function stretchWords(
  { metric }: ClockLane,
  { state, from, to }: ClockStretch,
  begun?: string,
): string {
  const span = `${formatMoment(from)} to ${formatMoment(to)} UTC`;
  return `${metricName(metric)}, ${stateWords[state]}, ${span}${begun ? `. Begun by ${begun}` : ''}`;
}

interface ClockProps {
  lane: ClockLane;
  axis: TimeAxis;
  y: number;
  chosen: ClockStretch | undefined;
}

function Clock({ lane, axis, y, chosen }: ClockProps) {
  const { outcome } = lane;
  const { event, nameOf } = useEvidence();
  const nameOfId = (id: string | undefined) => {
    const opened = id === undefined ? undefined : event(id);
    return opened && `${formatMoment(opened.time.at)} ${nameOf(opened)}`;
  };
  const took = outcome.actualMs === undefined ? '' : formatDuration(outcome.actualMs);
  const target = outcome.targetMs === undefined ? '' : ` of ${formatDuration(outcome.targetMs)}`;
  const late = isMissed(outcome.state);
  const over =
    late && outcome.overMs !== undefined && outcome.overMs > 0
      ? `${formatDuration(outcome.overMs)} over`
      : 'missed';
  const verdict = late ? over : slaStateName(outcome.state);
  return (
    <svg y={y} overflow="visible">
      {lane.stretches.map((stretch, index) => {
        const x = axis.x(stretch.from);
        const width = Math.max(0.4, axis.x(stretch.to) - x);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: two clocks of one metric can have the very same stretch
            key={index}
            className={
              stretch === chosen ? `${styles[stretch.state]} ${styles.chosen}` : styles[stretch.state]
            }
            x={`${x}%`}
            y={(ROW_HEIGHT - heights[stretch.state]) / 2}
            width={`${width}%`}
            height={heights[stretch.state]}
          >
            <title>{stretchWords(lane, stretch, nameOfId(stretch.opened))}</title>
          </rect>
        );
      })}
      {[...new Set(lane.missedAt)].map((at) => (
        <svg key={at} x={`${axis.x(at)}%`} y="19" overflow="visible">
          <path className={styles.flag} d="M0 16V-6h7l-2 2.5L7-1H0" />
        </svg>
      ))}
      <text className={`${styles.strong} ${styles.halo}`} y="12">
        {metricName(lane.metric)}
      </text>
      <text className={styles.halo} x="100%" y="12" textAnchor="end">
        <tspan className={`${styles.soft} ${styles.length}`}>{`${took}${target}`}</tspan>
        <tspan dx="8" className={late ? styles.late : undefined}>
          {verdict}
        </tspan>
      </text>
    </svg>
  );
}
