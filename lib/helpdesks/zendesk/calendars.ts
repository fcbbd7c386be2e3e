/**
 * Working hours: the schedules an account keeps and which of them counts for this ticket. Vendor (Schedules
 * reference): `schedules[{id, name, time_zone (Rails name), intervals[{start_time, end_time}]}]` in minutes since
 * Sunday 00:00 of the schedule's own zone, `holidays[{id, name, start_date, end_date}]`, both days included.
 * Whether ordinary agents may read them is not documented, so a refusal is normal.
 */
import type { Iso } from '../../ticket/basics';
import type { Calendar, CalendarRef } from '../../ticket/ticket';
import type { Page } from '../contract';
import type { Audit, AuditEvent, Warn } from './audits';
import { countOf, type Fields, idOf, lineOf, objectsOf } from './fields';
import { getHolidays, getSchedules } from './part-requests';
import type { Part } from './requests';
import { zoneOf } from './zones';

export interface Calendars {
  refs: CalendarRef[];
  /** Schedules by the account's own names. */
  names: Map<string, string>;
  part: Part;
}

interface Assigned {
  schedule: string;
  from: Iso;
}

const PART = 'calendars';
const MOST_SCHEDULES = 5;

/** `business`: some target counts in business hours, without which no schedule changes anything that is shown. */
export async function readCalendars(
  page: Page,
  ticket: {
    audits: readonly Audit[];
    createdAt: Iso;
    business: boolean;
    /** The schedules, where they were asked for already. */
    asked: ReturnType<typeof getSchedules> | undefined;
    warn: Warn;
  },
): Promise<Calendars> {
  const { audits, createdAt, business, asked, warn } = ticket;
  const assigned = assignmentsIn(audits);
  if (!business && assigned.length === 0) {
    return {
      refs: [],
      names: new Map(),
      part: { part: PART, state: 'not_tried', note: 'nothing here counts in business hours' },
    };
  }
  const { value: schedules, state, note } = await (asked ?? getSchedules(page));
  if (!schedules) return { refs: [], names: new Map(), part: { part: PART, state, note } };
  const names = new Map(
    schedules
      .map((row) => [idOf(row.id) ?? '', lineOf(row.name) ?? ''])
      .filter(([id, name]) => id && name) as [string, string][],
  );
  const chosen = chosenOf(schedules, assigned, createdAt);
  if (chosen.length === 0) {
    const why =
      schedules.length === 0
        ? 'the account has none'
        : `the ticket does not tell which of ${schedules.length} schedules counts for it`;
    return {
      refs: [],
      names,
      part: { part: PART, state: schedules.length === 0 ? 'absent' : 'not_tried', note: why },
    };
  }
  const ids = [...new Set(chosen.map(({ schedule }) => schedule))].slice(0, MOST_SCHEDULES);
  const holidays = new Map(
    await Promise.all(ids.map(async (id) => [id, await getHolidays(page, id)] as const)),
  );
  const refs: CalendarRef[] = [];
  for (const { schedule, from } of chosen) {
    const row = schedules.find(({ id }) => idOf(id) === schedule);
    const calendar = row && calendarOf(row, schedule, holidays.get(schedule)?.value ?? [], warn);
    if (calendar) refs.push({ calendar, from });
  }
  const isPartial =
    refs.length < chosen.length || [...holidays.values()].some((read) => read.state !== 'read');
  return {
    refs,
    names,
    part: {
      part: PART,
      state: isPartial ? 'partial' : 'read',
      found: refs.length,
      note: noteOf(assigned.length > 0, refs.length < chosen.length, isPartial),
    },
  };
}

function noteOf(isAssigned: boolean, isShort: boolean, isPartial: boolean): string | undefined {
  if (isShort) return 'a schedule is no longer there, or in a time zone Debrief does not know';
  if (isPartial) return 'without their holidays';
  return isAssigned ? undefined : 'the account’s only schedule';
}

/** As the history assigns them; else the only one there is. Zendesk’s own rule for several is the admin's secret. */
function chosenOf(
  schedules: readonly Fields[],
  assigned: readonly Assigned[],
  createdAt: Iso,
): readonly Assigned[] {
  if (assigned.length > 0) return assigned;
  const only = schedules.length === 1 ? idOf(schedules[0]?.id) : undefined;
  return only ? [{ schedule: only, from: createdAt }] : [];
}

/** `new_schedule_id`, `previous_schedule_id`: the names connectors store them under, not seen on the wire. */
export function scheduleMove({ type, fields }: AuditEvent): { from?: string; to?: string } | undefined {
  if (type === 'ScheduleAssignment') {
    const from = idOf(fields.previous_schedule_id ?? fields.previous_value);
    return { from, to: idOf(fields.new_schedule_id ?? fields.schedule_id ?? fields.value) };
  }
  if (fields.field_name !== 'schedule_id') return undefined;
  return { from: idOf(fields.previous_value), to: idOf(fields.value) };
}

function assignmentsIn(audits: readonly Audit[]): Assigned[] {
  return audits.flatMap(({ at, events }) =>
    events
      .map((event) => scheduleMove(event)?.to)
      .filter((schedule) => schedule !== undefined)
      .map((schedule) => ({ schedule, from: at })),
  );
}

const DAY = 24 * 60;
const WEEK = 7 * DAY;

function calendarOf(row: Fields, id: string, holidays: readonly Fields[], warn: Warn): Calendar | undefined {
  const zone = zoneOf(row.iana_time_zone, row.time_zone);
  if (!zone) {
    warn('time_zone', 'not a zone Debrief knows', `schedule ${id}`);
    return undefined;
  }
  return {
    id,
    zone,
    weekly: objectsOf(row.intervals).slice(0, 100).flatMap(openHours),
    holidays: objectsOf(holidays).slice(0, 200).flatMap(holidayDays),
  };
}

/** Zendesk's week begins on Sunday, the model's days on Monday as 1; an interval over midnight is cut there. */
function openHours(interval: Fields): Calendar['weekly'] {
  const start = countOf(interval.start_time);
  const end = countOf(interval.end_time);
  if (start === undefined || end === undefined || end > WEEK || start >= end) return [];
  const found: Calendar['weekly'] = [];
  for (let from = start; from < end; from = (Math.floor(from / DAY) + 1) * DAY) {
    const midnight = (Math.floor(from / DAY) + 1) * DAY;
    const day = Math.floor(from / DAY) || 7;
    found.push({ day, from: wall(from % DAY), to: wall(Math.min(end, midnight) - (midnight - DAY)) });
  }
  return found;
}

function wall(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function holidayDays(holiday: Fields): Calendar['holidays'] {
  const [start, end] = [dayOf(holiday.start_date), dayOf(holiday.end_date)];
  if (start === undefined || end === undefined) return [];
  const days: Calendar['holidays'] = [];
  for (let at = start; at <= end && days.length < 366; at += 86_400_000) {
    days.push({ day: new Date(at).toISOString().slice(0, 10) });
  }
  return days;
}

function dayOf(value: unknown): number | undefined {
  const told = /^(\d{4}-\d\d-\d\d)(?:T|$)/.exec(lineOf(value) ?? '')?.[1];
  const at = Date.parse(told ?? '');
  return Number.isNaN(at) ? undefined : at;
}
