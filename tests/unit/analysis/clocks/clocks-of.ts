/** A ticket's clocks by metric, with segments short enough to read: "running 0–60" in minutes since creation. */
import { type AnalyseOptions, analyse } from '../../../../lib/analysis/analyse';
import type { Clock, ClockMetric, MetricName } from '../../../../lib/analysis/clocks/types';
import { at, type CaptureBuilder, START } from '../../support/capture-builder';

type Options = Partial<AnalyseOptions>;

export function clocksOf(builder: CaptureBuilder, metric: ClockMetric, options: Options = {}): Clock[] {
  const { clocks } = analyse(builder.build(), { now: at('+10h'), ...options });
  return clocks.filter((clock) => clock.metric === metric);
}

export function clockOf(builder: CaptureBuilder, metric: ClockMetric, options: Options = {}): Clock {
  const [clock, ...more] = clocksOf(builder, metric, options);
  if (!clock || more.length > 0) throw new Error(`${more.length + (clock ? 1 : 0)} clocks of ${metric}`);
  return clock;
}

export function metricOf(
  builder: CaptureBuilder,
  name: MetricName,
  options: Options = {},
): number | undefined {
  const { metrics } = analyse(builder.build(), { now: at('+10h'), ...options });
  return metrics.find((metric) => metric.name === name)?.value;
}

export function drawn({ segments }: Clock): string[] {
  const minute = (instant: string) => (Date.parse(instant) - Date.parse(START)) / 60_000;
  return segments.map(
    ({ from, to, state, opened, closed }) =>
      `${state} ${minute(from)}–${minute(to)} ${opened}${closed === undefined ? '' : `→${closed}`}`,
  );
}
