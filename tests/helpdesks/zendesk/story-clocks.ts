/**
 * Writes the metric events Zendesk would have written: clocks start, pause, are met and run over, in calendar
 * time and inside the account's hours. Kept apart from the reader's code, so that one does not prove the other.
 */
import type { WireMetricEvent, WirePolicyMetric } from './wire';

/** Working hours, Monday to Friday, in UTC. */
export interface Hours {
  from: number;
  to: number;
}

export interface Policy {
  id: number;
  title: string;
  businessHours: boolean;
  /** Minutes by priority, then by the policy's own metric names. */
  targets: Record<string, Record<string, number>>;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

interface Running {
  metric: string;
  instance: number;
  since: number | undefined;
  calendar: number;
  open: number;
  target?: number;
  breached: boolean;
  met: boolean;
}

export class StoryClocks {
  readonly events: WireMetricEvent[] = [];
  private readonly running: Running[] = [];
  private readonly ticket: number;
  private readonly hours: Hours;
  private readonly policy: Policy | undefined;

  constructor(ticket: number, hours: Hours, policy: Policy | undefined) {
    this.ticket = ticket;
    this.hours = hours;
    this.policy = policy;
  }

  /** Writes the breaches that time alone brought about until `at`. */
  pass(at: number): void {
    for (const clock of this.running) {
      if (clock.since === undefined || clock.target === undefined || clock.breached) continue;
      const left = clock.target * MINUTE - (this.policy?.businessHours ? clock.open : clock.calendar);
      const due = this.policy?.businessHours ? addOpen(this.hours, clock.since, left) : clock.since + left;
      if (due > at) continue;
      clock.breached = true;
      this.write(clock, 'breach', due, { deleted: false });
      this.report(clock, due);
    }
  }

  start(metric: string, at: number, priority: string | undefined): void {
    let clock = this.latest(metric);
    if (!clock || (clock.met && metric === 'reply_time')) {
      clock = {
        metric,
        instance: (clock?.instance ?? 0) + 1,
        since: undefined,
        calendar: 0,
        open: 0,
        breached: false,
        met: false,
      };
      this.running.push(clock);
    }
    if (clock.since !== undefined) return;
    clock.since = at;
    clock.met = false;
    this.write(clock, 'activate', at);
    this.apply(clock, at, priority);
  }

  stop(metric: string, at: number, how: 'pause' | 'fulfill'): void {
    const clock = this.latest(metric);
    if (!clock || clock.met) return;
    if (clock.since === undefined && how === 'pause') return;
    if (clock.since !== undefined) {
      clock.calendar += at - clock.since;
      clock.open += openMs(this.hours, clock.since, at);
      clock.since = undefined;
    }
    clock.met = how === 'fulfill';
    this.write(clock, how, at);
    this.report(clock, at);
  }

  /** A new priority brings new targets for every clock that is not met. */
  retarget(at: number, priority: string | undefined): void {
    for (const clock of this.running) if (!clock.met) this.apply(clock, at, priority);
  }

  /** Elapsed minutes of a metric's first or latest run. */
  minutes(metric: string, instance?: number): { calendar: number | null; business: number | null } {
    const clock = this.running.find((c) => c.metric === metric && (!instance || c.instance === instance));
    if (!clock?.met) return { calendar: null, business: null };
    return { calendar: whole(clock.calendar), business: whole(clock.open) };
  }

  policyMetrics(now: number): WirePolicyMetric[] {
    const rows = new Map<string, WirePolicyMetric>();
    for (const clock of this.running) {
      if (clock.target === undefined) continue;
      const metric = policyName(clock.metric, clock.instance);
      if (clock.met || clock.since === undefined) {
        rows.set(metric, { metric, stage: clock.met ? 'achieved' : 'paused', breach_at: null });
        continue;
      }
      const left = clock.target * MINUTE - (this.policy?.businessHours ? clock.open : clock.calendar);
      const due = this.policy?.businessHours ? addOpen(this.hours, clock.since, left) : clock.since + left;
      rows.set(metric, { metric, stage: 'active', breach_at: iso(due), minutes: whole(due - now) });
    }
    return [...rows.values()];
  }

  private latest(metric: string): Running | undefined {
    return this.running.filter((clock) => clock.metric === metric).at(-1);
  }

  private apply(clock: Running, at: number, priority: string | undefined): void {
    const target = this.policy?.targets[priority ?? '']?.[policyName(clock.metric, clock.instance)];
    if (!this.policy || target === undefined || clock.target === target) return;
    clock.target = target;
    this.write(clock, 'apply_sla', at, {
      sla: {
        target,
        target_in_seconds: target * 60,
        business_hours: this.policy.businessHours,
        policy: { id: this.policy.id, title: this.policy.title, description: null },
      },
    });
    this.pass(at);
  }

  private report(clock: Running, at: number): void {
    const run = clock.since === undefined ? 0 : at - clock.since;
    const open = clock.since === undefined ? 0 : openMs(this.hours, clock.since, at);
    this.write(clock, 'update_status', at, {
      status: { calendar: whole(clock.calendar + run), business: whole(clock.open + open) },
    });
  }

  private write(clock: Running, type: string, at: number, more: Partial<WireMetricEvent> = {}): void {
    this.events.push({
      id: this.ticket * 1_000 + this.events.length + 1,
      ticket_id: this.ticket,
      metric: clock.metric,
      instance_id: clock.instance,
      type,
      time: iso(at),
      ...more,
    });
  }
}

export function iso(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

export function openMs(hours: Hours, from: number, to: number): number {
  let sum = 0;
  for (let day = Math.floor(from / DAY) * DAY; day < to; day += DAY) {
    if (isWeekend(day)) continue;
    const start = Math.max(from, day + hours.from * 60 * MINUTE);
    const end = Math.min(to, day + hours.to * 60 * MINUTE);
    if (end > start) sum += end - start;
  }
  return sum;
}

function addOpen(hours: Hours, from: number, ms: number): number {
  let left = Math.max(0, ms);
  for (let day = Math.floor(from / DAY) * DAY; ; day += DAY) {
    if (isWeekend(day)) continue;
    const start = Math.max(from, day + hours.from * 60 * MINUTE);
    const span = day + hours.to * 60 * MINUTE - start;
    if (span <= 0) continue;
    if (left <= span) return start + left;
    left -= span;
  }
}

function isWeekend(day: number): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Policies speak of first and next replies where the events count instances of one metric. */
function policyName(metric: string, instance: number): string {
  if (metric !== 'reply_time') return metric;
  return instance === 1 ? 'first_reply_time' : 'next_reply_time';
}

function whole(ms: number): number {
  return Math.floor(ms / MINUTE);
}
