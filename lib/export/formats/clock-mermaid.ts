/**
 * The clock picture as Mermaid, in the forms that Mermaid 10 and 11 draw alike: GitHub, GitLab and Obsidian bring one
 * of them. One row for each clock, as in the image; what is too narrow for its words has none, because Mermaid would
 * write them over the next bar.
 */
import type { ClockLane, ClockStretch } from '../../analysis/clock-lanes';
import { metricName } from '../../language/describe-event';
import type { Record } from '../record';
import { clockWords, outcomeWords, shownLanes, stateWords } from './clock-picture';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What a page as wide as GitHub's leaves for the bars. */
const BARS_PX = 700;
const LETTER_PX = 7;
const LABEL_PX = 150;
const MOST_TICKS = 8;
/** Mermaid wants a name for every bar that is no white space; a Braille cell without dots is not seen. */
const NO_WORDS = '\u2800';

const ticks: readonly [interval: string, ms: number][] = [
  ['10minute', HOUR_MS / 6],
  ['30minute', HOUR_MS / 2],
  ['1hour', HOUR_MS],
  ['3hour', 3 * HOUR_MS],
  ['6hour', 6 * HOUR_MS],
  ['12hour', 12 * HOUR_MS],
  ['1day', DAY_MS],
  ['2day', 2 * DAY_MS],
  ['1week', 7 * DAY_MS],
  ['1month', 30 * DAY_MS],
];

const tags: { [state in ClockStretch['state']]: string } = {
  running: 'active, ',
  over: 'crit, ',
  paused: 'done, ',
  outside: 'done, ',
  uncertain: 'done, ',
};

/** A gantt chart without its fence; undefined where the ticket has no clock. Times are UTC. */
export function clockMermaid({ analysis }: Pick<Record, 'analysis'>): string | undefined {
  const lanes = shownLanes(analysis);
  if (lanes.length === 0) return undefined;
  const spanMs = spanOf(lanes);
  return [
    '---',
    'displayMode: compact',
    'config:',
    '  gantt:',
    `    leftPadding: ${LABEL_PX}`,
    // Two lines of words beside each row.
    '    barHeight: 26',
    '    barGap: 8',
    '---',
    'gantt',
    '  accTitle: SLA clocks',
    `  accDescr: ${clockWords({ analysis })}`,
    '  title SLA clocks (UTC)',
    '  dateFormat YYYY-MM-DD HH:mm:ss',
    ...axis(spanMs),
    '  todayMarker off',
    ...lanes.flatMap((lane) => section(lane, spanMs)),
    '',
  ].join('\n');
}

function spanOf(lanes: readonly ClockLane[]): number {
  const all = lanes.flatMap(({ stretches }) => stretches);
  const from = Math.min(...all.map((stretch) => Date.parse(stretch.from)));
  return Math.max(...all.map((stretch) => Date.parse(stretch.to))) - from;
}

function axis(spanMs: number): string[] {
  const [interval, ms] = ticks.find((tick) => spanMs / tick[1] <= MOST_TICKS) ?? ['3month', 90 * DAY_MS];
  return [`  axisFormat ${ms < DAY_MS ? '%d %b %H:%M' : '%d %b'}`, `  tickInterval ${interval}`];
}

function section({ metric, stretches, missedAt, outcome }: ClockLane, spanMs: number): string[] {
  // A red bar begins where the target was missed; only a miss without one is a mark of its own.
  const overFrom = new Set(stretches.filter(({ state }) => state === 'over').map(({ from }) => from));
  return [
    `  section ${metricName(metric)}<br>${outcomeWords(outcome)}`,
    ...stretches.map(
      (stretch) =>
        `  ${barWords(stretch, spanMs)} :${tags[stretch.state]}${time(stretch.from)}, ${time(stretch.to)}`,
    ),
    ...missedAt
      .filter((at) => !overFrom.has(at))
      .map((at) => `  Target missed :milestone, crit, ${time(at)}, 0s`),
  ];
}

function barWords({ from, to, state }: ClockStretch, spanMs: number): string {
  const words = stateWords[state];
  const widthPx = ((Date.parse(to) - Date.parse(from)) / spanMs) * BARS_PX;
  return widthPx >= (words.length + 2) * LETTER_PX ? words : NO_WORDS;
}

function time(at: string): string {
  return at.slice(0, 19).replace('T', ' ');
}
