import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../lib/analysis/analyse';
import type { Capture } from '../../../../lib/ticket/schema';
import { elena, jonas, standardPolicy, tierOne, tierTwo, tom } from '../../../helpdesks/zendesk/cast';
import type { WireMetricEvent } from '../../../helpdesks/zendesk/wire';
import { askedBy, captureOf, ofKind, partOf, plainStory } from './harness';

type Told = Partial<WireMetricEvent> & { at: string };

/** A ticket opened at 09:00 whose clocks say what is told here, as of noon. */
async function clocksOf(events: readonly Told[], slas?: object): Promise<Capture> {
  const told = plainStory({ me: elena }).after(60).reply(jonas, 'Hello.').asOf('2026-11-20T12:00:00Z');
  const metric_events = events.map(({ at, ...event }, index) => ({
    id: index + 1,
    ticket_id: 77,
    metric: 'reply_time',
    instance_id: 1,
    time: `2026-11-20T${at}:00Z`,
    ...event,
  }));
  Object.assign(told.ticket, {
    metric_events,
    slas,
    generated_timestamp: Date.parse('2026-11-20T12:00:00Z') / 1_000,
  });
  return captureOf(told);
}

const policy = (id: number | string, title: string, target: number | null, business_hours = false) => ({
  target,
  business_hours,
  policy: { id, title, description: '' },
});

function phases(capture: Capture): string[] {
  return ofKind(capture, 'sla').map(
    ({ time, instance, phase }) => `${time.at.slice(11, 16)} ${instance} ${phase}`,
  );
}

function outcomes(capture: Capture) {
  return analyse(capture, { now: capture.capturedAt }).slas;
}

describe('group targets', () => {
  it('count each group’s hold on the ticket for itself, between teams and beside the customer’s', async () => {
    const capture = await clocksOf([
      { at: '09:00', type: 'activate' },
      { at: '09:00', type: 'apply_sla', sla: policy(5, 'Gold', 90) },
      { at: '09:00', type: 'activate', metric: 'group_ownership_time' },
      {
        at: '09:00',
        type: 'apply_group_sla',
        metric: 'group_ownership_time',
        group_sla: policy('01HQ', 'Tier 1 holds', 30),
      },
      { at: '09:30', type: 'breach', metric: 'group_ownership_time' },
      { at: '09:45', type: 'fulfill', metric: 'group_ownership_time' },
      { at: '09:45', type: 'activate', metric: 'group_ownership_time', instance_id: 2 },
      {
        at: '09:45',
        type: 'apply_group_sla',
        metric: 'group_ownership_time',
        instance_id: 2,
        group_sla: policy('01HR', 'Tier 2 holds', 60),
      },
      { at: '10:00', type: 'fulfill' },
    ]);
    const scopes = new Map(ofKind(capture, 'sla').map(({ instance, scope }) => [instance, scope]));
    expect([...scopes]).toEqual([
      ['5/reply_time/1', 'ticket'],
      ['01HQ/group_ownership_time/1', 'group'],
      ['01HR/group_ownership_time/2', 'group'],
    ]);
    expect(outcomes(capture).map(({ instance, state, policy: name }) => [instance, state, name])).toEqual([
      ['5/reply_time/1', 'achieved', 'Gold'],
      ['01HQ/group_ownership_time/1', 'breached', 'Tier 1 holds'],
      ['01HR/group_ownership_time/2', 'active', 'Tier 2 holds'],
    ]);
  });
});

describe('several policies', () => {
  it('after one another move one clock, which is judged by the last', async () => {
    const capture = await clocksOf([
      { at: '09:00', type: 'activate' },
      { at: '09:00', type: 'apply_sla', sla: policy(5, 'Standard', 240) },
      { at: '09:20', type: 'apply_sla', sla: policy(6, 'Gold', 45) },
      { at: '09:45', type: 'breach' },
      { at: '10:00', type: 'fulfill' },
    ]);
    expect(phases(capture)).toEqual([
      '09:00 5/reply_time/1 started',
      '09:00 5/reply_time/1 applied',
      '09:20 5/reply_time/1 retargeted',
      '09:45 5/reply_time/1 breached',
      '10:00 5/reply_time/1 achieved',
    ]);
    expect(capture.ticket.slas[0]).toMatchObject({
      policy: { id: '6', name: 'Gold' },
      targetMs: 45 * 60_000,
    });
    expect(outcomes(capture)).toMatchObject([{ policy: 'Gold', state: 'breached', overMs: 15 * 60_000 }]);
  });

  it('a policy taken away ends the promise, and one put back makes it again', async () => {
    const removed: Told[] = [
      { at: '09:00', type: 'activate' },
      { at: '09:00', type: 'apply_sla', sla: policy(5, 'Standard', 30) },
      { at: '09:10', type: 'apply_sla', sla: null },
    ];
    const capture = await clocksOf([...removed, { at: '10:00', type: 'fulfill' }]);
    expect(phases(capture).at(2)).toBe('09:10 5/reply_time/1 removed');
    expect(capture.ticket.slas[0]?.stage).toBe('cancelled');
    expect(outcomes(capture).map(({ state }) => state)).not.toContain('breached');
    const again = await clocksOf([
      ...removed,
      { at: '09:20', type: 'apply_sla', sla: policy(6, 'Gold', 60) },
    ]);
    expect(phases(again).at(3)).toBe('09:20 5/reply_time/1 applied');
    expect(again.ticket.slas[0]?.stage).toBe('active');
  });

  it('a raised priority moves the target from then on', async () => {
    const told = plainStory({ policy: standardPolicy })
      .after(1)
      .edit(jonas, { priority: 'normal', group: tierOne })
      .after(29)
      .edit(tom, { priority: 'urgent', group: tierTwo })
      .asOf('2026-11-20T12:00:00Z');
    const rows = ofKind(await captureOf(told), 'sla').filter(
      ({ metric, targetMs }) => metric === 'first_reply' && targetMs,
    );
    expect(
      rows.map(({ time, phase, targetMs }) => [time.at.slice(11, 16), phase, (targetMs ?? 0) / 60_000]),
    ).toEqual([
      ['09:01', 'applied', 480],
      ['09:30', 'retargeted', 60],
    ]);
  });
});

describe('a breach taken back', () => {
  const start: Told[] = [
    { at: '09:00', type: 'activate' },
    { at: '09:00', type: 'apply_sla', sla: policy(5, 'Standard', 30) },
  ];

  it('is told and does not count', async () => {
    const capture = await clocksOf([
      ...start,
      { at: '09:30', type: 'breach', deleted: true },
      { at: '09:40', type: 'apply_sla', sla: policy(5, 'Standard', 240) },
      { at: '10:00', type: 'fulfill' },
    ]);
    expect(phases(capture)).toContain('09:30 5/reply_time/1 breach_cancelled');
    expect(outcomes(capture)).toMatchObject([{ state: 'achieved' }]);
  });

  it('does not take back another that stands', async () => {
    const capture = await clocksOf([
      ...start,
      { at: '09:30', type: 'breach' },
      { at: '09:50', type: 'breach', deleted: true },
      { at: '10:00', type: 'fulfill' },
    ]);
    expect(outcomes(capture)).toMatchObject([{ state: 'breached', breachedAt: '2026-11-20T09:30:00.000Z' }]);
    expect(ofKind(capture, 'other').at(-1)).toMatchObject({ label: 'Second miss taken back' });
  });

  it('put down for later has not happened', async () => {
    const capture = await clocksOf([...start, { at: '13:00', type: 'breach' }]);
    expect(phases(capture).join()).not.toContain('breached');
  });
});

describe('an account without SLAs', () => {
  it('keeps clocks for everybody and promises nothing', async () => {
    const capture = await clocksOf(
      [
        { at: '09:00', type: 'activate' },
        { at: '09:00', type: 'apply_sla', sla: null },
        { at: '10:00', type: 'fulfill' },
        { at: '10:00', type: 'update_status', status: { calendar: 60, business: 60 } },
      ],
      { policy_metrics: [] },
    );
    expect(phases(capture)).toEqual([]);
    expect(capture.ticket.slas).toEqual([]);
    expect(partOf(capture, 'slas')).toEqual({ part: 'slas', state: 'absent', note: 'no policy applied' });
    expect(capture.coverage.complete).toBe(true);
  });

  it('is not asked for its schedules', async () => {
    const asked = await askedBy(plainStory().asOf('2026-11-20T12:00:00Z'));
    expect(asked.some((path) => path.includes('business_hours'))).toBe(false);
  });
});

it('a next reply that nobody promised is no clock beside a first reply that was', async () => {
  const capture = await clocksOf([
    { at: '09:00', type: 'activate' },
    { at: '09:00', type: 'apply_sla', sla: policy(5, 'Standard', 90) },
    { at: '10:00', type: 'fulfill' },
    { at: '10:05', type: 'activate', instance_id: 2 },
    { at: '10:30', type: 'fulfill', instance_id: 2 },
  ]);
  expect(new Set(ofKind(capture, 'sla').map(({ instance }) => instance))).toEqual(
    new Set(['5/reply_time/1']),
  );
});
