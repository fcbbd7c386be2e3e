import { describe, expect, it } from 'vitest';
import { enterprisePolicy, hours, jonas, standardPolicy } from '../../../helpdesks/zendesk/cast';
import type { WireEvent, WireSchedule, ZendeskStory } from '../../../helpdesks/zendesk/wire';
import { askedBy, captureOf, ofKind, partOf, plainStory } from './harness';

const DAY = 1_440;
const at = (day: number, from: number, to: number) => ({
  start_time: day * DAY + from * 60,
  end_time: day * DAY + to * 60,
});

const berlin: WireSchedule = {
  id: 501,
  name: 'Support Berlin',
  time_zone: 'Berlin',
  // Sunday is day 0: Monday in two parts, Saturday to midnight, and a Sunday.
  intervals: [at(1, 8, 12), at(1, 13, 18), at(6, 22, 24), at(0, 9, 11)],
  holidays: [{ id: 1, name: 'Christmas', start_date: '2026-12-25', end_date: '2026-12-26' }],
};
const kolkata: WireSchedule = {
  ...berlin,
  id: 502,
  name: 'Support Kolkata',
  time_zone: 'Chennai',
  holidays: [],
};

/** A ticket with a target in business hours, on an account with these schedules. */
function storyOf(schedules: WireSchedule[], ...raw: Omit<WireEvent, 'id'>[]): ZendeskStory {
  const told = plainStory({ policy: enterprisePolicy, hours })
    .after(1)
    .edit(jonas, { priority: 'high' })
    .after(9)
    .raw(jonas, raw)
    .asOf('2026-11-20T12:00:00Z');
  return { ...told, schedules };
}

const assign = (new_schedule_id: number, previous_schedule_id: number | null = null) => ({
  type: 'ScheduleAssignment',
  previous_schedule_id,
  new_schedule_id,
});

describe('the only schedule of an account', () => {
  it('is the ticket’s from its creation, in local hours of an IANA zone, from Monday as day 1', async () => {
    const capture = await captureOf(storyOf([berlin]));
    expect(capture.ticket.calendars).toEqual([
      {
        from: '2026-11-20T09:00:00.000Z',
        calendar: {
          id: '501',
          zone: 'Europe/Berlin',
          weekly: [
            { day: 1, from: '08:00', to: '12:00' },
            { day: 1, from: '13:00', to: '18:00' },
            { day: 6, from: '22:00', to: '24:00' },
            { day: 7, from: '09:00', to: '11:00' },
          ],
          holidays: [{ day: '2026-12-25' }, { day: '2026-12-26' }],
        },
      },
    ]);
    expect(partOf(capture, 'calendars')).toEqual({
      part: 'calendars',
      state: 'read',
      found: 1,
      note: 'the account’s only schedule',
    });
  });

  it('around the clock is cut at every midnight', async () => {
    const always = { ...berlin, intervals: [{ start_time: 0, end_time: 7 * DAY }] };
    const weekly = (await captureOf(storyOf([always]))).ticket.calendars[0]?.calendar.weekly ?? [];
    expect(weekly.map(({ day }) => day)).toEqual([7, 1, 2, 3, 4, 5, 6]);
    expect(weekly.every(({ from, to }) => from === '00:00' && to === '24:00')).toBe(true);
  });

  it('costs two requests, and none where nothing counts in business hours', async () => {
    const asks = async (told: ZendeskStory) =>
      (await askedBy(told)).filter((path) => path.includes('business_hours')).map((path) => path.slice(7));
    expect(await asks(storyOf([berlin]))).toEqual(
      ['business_hours/schedules.json', 'business_hours/schedules/501/holidays.json'].map(
        (path) => `/${path}`,
      ),
    );
    const calendar = plainStory({ policy: standardPolicy }).after(1).edit(jonas, { priority: 'high' });
    expect(await asks({ ...calendar.asOf('2026-11-20T12:00:00Z'), schedules: [berlin] })).toEqual([]);
  });
});

describe('several schedules', () => {
  it('count as the history assigns them, one after another, by their names', async () => {
    const capture = await captureOf(storyOf([berlin, kolkata], assign(501), assign(502, 501)));
    expect(capture.ticket.calendars.map(({ calendar, from }) => [calendar.zone, from.slice(11, 16)])).toEqual(
      [
        ['Europe/Berlin', '09:10'],
        ['Asia/Kolkata', '09:10'],
      ],
    );
    expect(ofKind(capture, 'change').filter(({ field }) => field === 'calendar')).toMatchObject([
      { to: { id: '501', label: 'Support Berlin' } },
      { from: { label: 'Support Berlin' }, to: { label: 'Support Kolkata' } },
    ]);
    expect(partOf(capture, 'calendars')).toEqual({ part: 'calendars', state: 'read', found: 2 });
  });

  it('without a word in the history are none, and that is said', async () => {
    const capture = await captureOf(storyOf([berlin, kolkata]));
    expect(capture.ticket.calendars).toEqual([]);
    expect(partOf(capture, 'calendars')).toEqual({
      part: 'calendars',
      state: 'not_tried',
      note: 'the ticket does not tell which of 2 schedules counts for it',
    });
  });

  it('one of which is gone, or in a zone nobody knows, are read in part', async () => {
    const mars = { ...kolkata, time_zone: 'Olympus Mons' };
    const capture = await captureOf(storyOf([berlin, mars], assign(501), assign(502, 501), assign(503, 502)));
    expect(capture.ticket.calendars).toHaveLength(1);
    expect(partOf(capture, 'calendars')).toMatchObject({ state: 'partial', found: 1 });
    expect(capture.coverage.warnings).toContainEqual(expect.objectContaining({ field: 'time_zone' }));
  });
});

it.each([
  ['schedules', { state: 'refused' }],
  ['holidays', { state: 'partial', found: 1, note: 'without their holidays' }],
] as const)('refused %s are told, and the capture stays complete', async (part, expected) => {
  const capture = await captureOf(storyOf([berlin]), { refused: [part] });
  expect(partOf(capture, 'calendars')).toMatchObject(expected);
  expect(capture.coverage.complete).toBe(true);
});

it('an account without schedules has none', async () => {
  expect(partOf(await captureOf(storyOf([])), 'calendars')).toMatchObject({
    state: 'absent',
    note: 'the account has none',
  });
});

it.each([
  [{ start_time: 600, end_time: 500 }],
  [{ start_time: -1, end_time: 500 }],
  [{ start_time: 0, end_time: 99_999 }],
  [{ start_time: '0', end_time: null }],
  [null],
])('hours that cannot be, %j, are left out', async (interval) => {
  const odd = { ...berlin, intervals: [interval, at(2, 9, 10)] as never };
  const [ref] = (await captureOf(storyOf([odd]))).ticket.calendars;
  expect(ref?.calendar.weekly).toEqual([{ day: 2, from: '09:00', to: '10:00' }]);
});
