import { describe, expect, it } from 'vitest';
import type { Sla } from '../../../../lib/ticket/events';
import { escalationStory, metStory, unansweredStory } from '../../../helpdesks/zendesk/stories';
import type { WireMetricEvent, ZendeskStory } from '../../../helpdesks/zendesk/wire';
import { captureOf, ofKind } from './harness';

function phases(events: readonly Sla[], instance: string): string[] {
  return events
    .filter((event) => event.instance === instance)
    .map(({ time, phase }) => `${time.at.slice(11, 16)} ${phase}`);
}

describe('the escalation', () => {
  it('tells each reply cycle as a clock of its own, with the one that ran over', async () => {
    const events = ofKind(await captureOf(escalationStory()), 'sla');
    expect(phases(events, '6500001/reply_time/1')).toEqual([
      '08:12 started',
      '08:12 applied',
      '09:12 breached',
      '09:36 achieved',
    ]);
    expect(phases(events, '6500001/reply_time/3')).toEqual([
      '14:32 started',
      '14:32 applied',
      '16:32 breached',
      '17:31 achieved',
    ]);
    const [first] = events;
    expect(first).toMatchObject({
      metric: 'first_reply',
      scope: 'ticket',
      policy: { name: 'Enterprise' },
      computed: false,
    });
    expect(events.find(({ instance }) => instance.endsWith('reply_time/2'))?.metric).toBe('next_reply');
    expect(events.filter(({ phase }) => phase === 'breached')).toHaveLength(2);
  });

  it('tells pauses and goings-on of the wait', async () => {
    const events = ofKind(await captureOf(escalationStory()), 'sla');
    expect(phases(events, '6500001/requester_wait_time/1')).toEqual([
      '08:12 started',
      '08:12 applied',
      '09:36 paused',
      '09:58 resumed',
      '10:52 paused',
      '13:20 resumed',
      '13:58 paused',
      '15:38 resumed',
      '15:41 achieved',
    ]);
  });

  it('reports the elapsed time Zendesk counted, in the hours it counted in', async () => {
    const { slas } = (await captureOf(escalationStory())).ticket;
    expect(slas.find(({ instance }) => instance === '6500001/reply_time/3')).toEqual({
      instance: '6500001/reply_time/3',
      metric: 'next_reply',
      policy: { id: '6500001', name: 'Enterprise' },
      targetMs: 120 * 60_000,
      stage: 'achieved',
      breachedAt: '2026-11-17T16:32:40.000Z',
      elapsedMs: 179 * 60_000,
      unit: 'business',
    });
  });

  it('puts a clock that stopped with a reply behind that reply', async () => {
    const { events } = (await captureOf(escalationStory())).ticket;
    const at = events.filter(({ time }) => time.at === '2026-11-17T17:31:50.000Z');
    const seq = (kind: string) => at.find((event) => event.kind === kind)?.seq ?? Number.NaN;
    expect(seq('sla')).toBeGreaterThan(seq('message'));
  });
});

describe('open and met tickets', () => {
  it('show a clock that is over and still runs, with its deadline', async () => {
    const { slas } = (await captureOf(unansweredStory())).ticket;
    expect(slas.find(({ metric }) => metric === 'first_reply')).toMatchObject({
      stage: 'active',
      due: '2026-11-23T10:04:12.000Z',
      breachedAt: '2026-11-23T10:04:12.000Z',
      unit: 'calendar',
    });
  });

  it('show every target met', async () => {
    const { slas } = (await captureOf(metStory())).ticket;
    expect(slas.every(({ stage, breachedAt }) => stage === 'achieved' && !breachedAt)).toBe(true);
  });
});

describe('the forms Zendesk tells them in', () => {
  const tolds: [string, (told: ZendeskStory) => void][] = [
    [
      'one list inside the ticket',
      ({ ticket }) => Object.assign(ticket, { metric_events: allEvents(ticket) }),
    ],
    [
      'numbers instead of an object',
      ({ ticket }) =>
        Object.assign(ticket, { metric_events: { ...Object.values(ticket.metric_events ?? {}) } }),
    ],
  ];
  it.each(tolds)('%s gives the same clocks', async (_name, change) => {
    const told = escalationStory();
    change(told);
    const [plain, other] = [await captureOf(escalationStory()), await captureOf(told)];
    const ids = (capture: typeof plain) =>
      ofKind(capture, 'sla')
        .map(({ id }) => id)
        .sort();
    expect(ids(other)).toEqual(ids(plain));
    expect(other.ticket.slas).toHaveLength(plain.ticket.slas.length);
  });

  it('no policy and no events is a part that is absent, not a failure', async () => {
    const told = metStory();
    Object.assign(told.ticket, { metric_events: undefined, slas: undefined });
    const capture = await captureOf(told);
    expect(ofKind(capture, 'sla')).toEqual([]);
    expect(capture.coverage.complete).toBe(true);
  });

  it('targets without events are reported as they stand', async () => {
    const told = unansweredStory();
    Object.assign(told.ticket, { metric_events: {} });
    const { slas } = (await captureOf(told)).ticket;
    expect(slas[0]).toEqual({
      instance: 'sla/first_reply/1',
      metric: 'first_reply',
      due: '2026-11-23T10:04:12.000Z',
      stage: 'active',
      unit: 'calendar',
    });
  });
});

describe('single events', () => {
  async function clocksOf(...events: Partial<WireMetricEvent>[]): Promise<Sla[]> {
    const told = metStory();
    const rows = events.map((event, index) => ({
      id: index + 1,
      ticket_id: 1,
      metric: 'agent_work_time',
      instance_id: 1,
      time: `2026-11-19T10:0${index}:00Z`,
      ...event,
    }));
    Object.assign(told.ticket, { metric_events: rows, slas: undefined });
    return ofKind(await captureOf(told), 'sla');
  }
  const sla = (target: number) => ({ target, business_hours: false, policy: { id: 5, title: 'Gold' } });

  it('a new target moves the clock, the same one does not', async () => {
    const rows = await clocksOf(
      { type: 'activate' },
      { type: 'apply_sla', sla: sla(60) },
      { type: 'apply_sla', sla: sla(60) },
      { type: 'apply_sla', sla: { ...sla(30), policy: { id: 6, title: 'Platinum' } } },
    );
    expect(rows.map(({ phase }) => phase)).toEqual(['started', 'applied', 'applied', 'retargeted']);
    expect(new Set(rows.map(({ instance }) => instance))).toEqual(new Set(['5/agent_work_time/1']));
    expect(rows.at(-1)).toMatchObject({ targetMs: 30 * 60_000, policy: { name: 'Platinum' } });
  });

  it('a breach that was taken back stays, as taken back', async () => {
    const rows = await clocksOf({ type: 'apply_sla', sla: sla(1) }, { type: 'breach', deleted: true });
    expect(rows.map(({ phase }) => phase)).toEqual(['applied', 'breach_cancelled']);
  });

  it('seconds win over minutes, because they are finer', async () => {
    const [row] = await clocksOf({ type: 'apply_sla', sla: { ...sla(1), target_in_seconds: 90 } });
    expect(row?.targetMs).toBe(90_000);
  });

  it('a group’s target is a target between teams', async () => {
    const [row] = await clocksOf({
      metric: 'group_ownership_time',
      type: 'apply_group_sla',
      ...{ group_sla: sla(45) },
    });
    expect(row).toMatchObject({ scope: 'group', metric: 'group_ownership', targetMs: 45 * 60_000 });
  });

  it('clocks nobody promised anything about are counted, not shown', async () => {
    expect(await clocksOf({ type: 'activate' }, { type: 'pause' }, { type: 'measure' })).toEqual([]);
  });
});

function allEvents(ticket: ZendeskStory['ticket']): WireMetricEvent[] {
  return Object.values(ticket.metric_events ?? {}).flat();
}
