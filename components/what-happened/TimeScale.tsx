import styles from './Picture.module.css';
import type { TimeAxis } from './time-axis';

export const AXIS_HEIGHT = 46;

/** Hours and days between the clocks and the conversation, with hairlines through both. */
export function TimeScale({ axis, top, height }: { axis: TimeAxis; top: number; height: number }) {
  return (
    <g>
      {axis.ticks.map((tick) => (
        <g key={tick.x}>
          <line className={styles.grid} x1={`${tick.x}%`} x2={`${tick.x}%`} y1="0" y2={top} />
          <line
            className={styles.grid}
            x1={`${tick.x}%`}
            x2={`${tick.x}%`}
            y1={top + AXIS_HEIGHT}
            y2={height}
          />
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
