import type { ReportedMetric } from '../../ticket/ticket';
import type { Clock, ClockMetric } from '../clocks/types';
import { type Again, byReply, bySchedule, otherUnit, type Unit } from './again';
import { compare } from './compare';
import type { Reconciliation, Variant } from './types';

/** The helpdesk's name of a time, ours, and whether it is a sum that still grows on an unsolved ticket. */
const times: Readonly<Record<string, { metric: ClockMetric; sum: boolean }>> = {
  reply_time: { metric: 'first_reply_native', sum: false },
  first_resolution_time: { metric: 'first_resolution', sum: false },
  full_resolution_time: { metric: 'full_resolution', sum: false },
  requester_wait_time: { metric: 'requester_wait', sum: true },
  agent_wait_time: { metric: 'agent_wait', sum: true },
  on_hold_time: { metric: 'on_hold', sum: true },
};

/** A time in all hours and, where a calendar is known or nothing else is told, in business hours. */
export function compareTime(clocks: readonly Clock[], told: ReportedMetric, again: Again): Reconciliation[] {
  const known = Object.hasOwn(times, told.name) ? times[told.name] : undefined;
  const clock = known && clocks.find(({ metric, source }) => metric === known.metric && source === 'debrief');
  // Up to when the helpdesk has counted a sum on an open ticket, it does not say.
  if (!known || !clock || (known.sum && clock.state !== 'achieved')) return [];
  const rows: Reconciliation[] = [];
  const isOver = clock.state === 'achieved';
  const add = (unit: Unit, theirs: number, ours: number) =>
    rows.push(
      compare({ name: told.name, unit, theirs, events: clock.events }, isOver ? ours : undefined, () =>
        variants(clock, unit, again, told.name),
      ),
    );
  if (told.calendarMs !== undefined) add('calendar', told.calendarMs, clock.calendarMs);
  const isComparable = clock.unit === 'business' || told.calendarMs === undefined;
  if (told.businessMs !== undefined && isComparable) add('business', told.businessMs, clock.valueMs);
  return rows;
}

function* variants(clock: Clock, unit: Unit, again: Again, name: string): Generator<Variant> {
  yield otherUnit(clock, unit);
  yield* bySchedule(again, clock, unit);
  if (name === 'reply_time') yield* byReply(again, unit);
}
