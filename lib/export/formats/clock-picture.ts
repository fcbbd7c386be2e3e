/**
 * The SLA clocks as a picture for documents. Its only words are names of metrics, states and times, never a word of
 * the ticket, so that it may stand in every version of a document.
 */
import { type ClockLane, type ClockStretch, clockLanes } from '../../analysis/clock-lanes';
import { isMissed } from '../../analysis/missed';
import { slaStateName } from '../../analysis/names';
import type { Analysis } from '../../analysis/types';
import { formatStamp } from '../../language/dates';
import { metricName } from '../../language/describe-event';
import { formatDuration } from '../../language/duration';
import type { Record } from '../record';

/** More would not be read. */
const MOST_STRETCHES = 60;

export const stateWords: { [state in ClockStretch['state']]: string } = {
  running: 'Running',
  over: 'Over the target',
  paused: 'Paused',
  outside: 'Outside hours',
  uncertain: 'Not known',
};

/** Lanes with something to draw, each cut to its first stretches. */
export function shownLanes(analysis: Analysis): ClockLane[] {
  return clockLanes(analysis)
    .map((lane) => ({
      ...lane,
      stretches: lane.stretches.filter(({ from, to }) => to > from).slice(0, MOST_STRETCHES),
      missedAt: lane.missedAt.slice(0, MOST_STRETCHES),
    }))
    .filter(({ stretches }) => stretches.length > 0);
}

const WIDTH = 720;
const LABEL = 150;
const EDGE = 12;
const ROW = 34;
const BAR = 14;
const TOP = 30;
const FOOT = 52;

const fills: { [state in ClockStretch['state']]: string } = {
  running: '#2f6f9f',
  over: '#b3261e',
  paused: '#ffffff',
  outside: '#e4e7ea',
  uncertain: '#f4efdf',
};

/**
 * The same as an SVG image that stands alone: no script, no style sheet, nothing to fetch, 720 pixels wide, on white.
 * Undefined where the ticket has no clock.
 */
export function clockSvg({ analysis }: Pick<Record, 'analysis'>): string | undefined {
  const lanes = shownLanes(analysis);
  if (lanes.length === 0) return undefined;
  const axis = axisOf(lanes);
  const height = TOP + lanes.length * ROW + FOOT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t d" font-family="system-ui, -apple-system, Segoe UI, Roboto, sans-serif" font-size="12">`,
    `<title id="t">SLA clocks</title>`,
    `<desc id="d">${clockWords({ analysis })}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(EDGE, 19, 'SLA clocks', '600'),
    ...lanes.flatMap((lane, index) => laneParts(lane, TOP + index * ROW, axis)),
    ...axisParts(axis, TOP + lanes.length * ROW),
    ...keyParts(lanes, height - 12),
    '</svg>',
    '',
  ].join('\n');
}

/** What the picture shows, in words: its text alternative. */
export function clockWords({ analysis }: Pick<Record, 'analysis'>): string {
  const lanes = shownLanes(analysis);
  if (lanes.length === 0) return 'No SLA clock on this ticket.';
  const { from, to } = axisOf(lanes);
  return [
    `From ${formatStamp(instant(from))} to ${formatStamp(instant(to))} UTC.`,
    ...lanes.map(({ metric, outcome }) => `${metricName(metric)}: ${outcomeWords(outcome)}.`),
  ].join(' ');
}

export function outcomeWords({ state, overMs }: ClockLane['outcome']): string {
  const over =
    isMissed(state) && overMs !== undefined && overMs > 0 ? `, ${formatDuration(overMs)} over` : '';
  return `${slaStateName(state)}${over}`;
}

interface Axis {
  from: number;
  to: number;
  x(at: string): number;
}

function axisOf(lanes: readonly ClockLane[]): Axis {
  const stretches = lanes.flatMap((lane) => lane.stretches);
  const from = Math.min(...stretches.map((stretch) => Date.parse(stretch.from)));
  const to = Math.max(...stretches.map((stretch) => Date.parse(stretch.to)));
  const span = Math.max(1, to - from);
  const width = WIDTH - LABEL - EDGE;
  return {
    from,
    to,
    x: (at) => LABEL + (Math.min(Math.max(Date.parse(at) - from, 0), span) / span) * width,
  };
}

function laneParts({ metric, stretches, missedAt, outcome }: ClockLane, y: number, axis: Axis): string[] {
  return [
    text(EDGE, y + 13, metricName(metric)),
    text(EDGE, y + 27, outcomeWords(outcome), '400', isMissed(outcome.state) ? '#b3261e' : '#5b6570'),
    ...stretches.map(({ from, to, state }) => bar(axis.x(from), axis.x(to), y + 4, state)),
    ...missedAt.map(
      (at) =>
        `<path d="M${fixed(axis.x(at))} ${y}v${BAR + 8}" stroke="#1b1f23" stroke-width="2"><title>Target missed</title></path>`,
    ),
  ];
}

function bar(from: number, to: number, y: number, state: ClockStretch['state']): string {
  const stroke =
    state === 'paused' || state === 'uncertain' ? ' stroke="#5b6570" stroke-dasharray="3 2"' : '';
  return `<rect x="${fixed(from)}" y="${y}" width="${fixed(Math.max(1, to - from))}" height="${BAR}" fill="${fills[state]}"${stroke}/>`;
}

function axisParts({ from, to }: Axis, y: number): string[] {
  const end = WIDTH - EDGE;
  return [
    `<path d="M${LABEL} ${y}H${end}" stroke="#9aa4ae"/>`,
    text(LABEL, y + 15, formatStamp(instant(from)), '400', '#5b6570'),
    `<text x="${end}" y="${y + 15}" text-anchor="end" fill="#5b6570">${formatStamp(instant(to))} UTC</text>`,
  ];
}

/** Only the states that occur. */
function keyParts(lanes: readonly ClockLane[], y: number): string[] {
  const states = new Set(lanes.flatMap((lane) => lane.stretches.map(({ state }) => state)));
  let x = LABEL;
  return (Object.keys(stateWords) as ClockStretch['state'][]) // keys of a closed type
    .filter((state) => states.has(state))
    .flatMap((state) => {
      const at = x;
      x += 30 + stateWords[state].length * 7;
      return [bar(at, at + 14, y - 11, state), text(at + 19, y, stateWords[state], '400', '#5b6570')];
    });
}

function text(x: number, y: number, words: string, weight = '400', fill = '#1b1f23'): string {
  return `<text x="${x}" y="${y}" font-weight="${weight}" fill="${fill}">${words}</text>`;
}

function fixed(value: number): string {
  return value.toFixed(1);
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
