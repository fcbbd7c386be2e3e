// @vitest-environment jsdom
import { textOf } from '../support/text-of';
import '../support/panel-browser';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Targets } from '../../../../components/what-happened/Targets';
import type { Analysis, SlaOutcome } from '../../../../lib/analysis/types';
import { escalated, showPart } from '../support/evidence';

const HOUR = 3_600_000;

/** Outcomes laid over a real analysis: which clock ends how is the analysis' own matter. */
function show(...slas: Partial<SlaOutcome>[]) {
  const outcomes = slas.map((sla, index) => ({ ...plain, instance: `p/${index}`, ...sla }));
  const given = (analysis: Analysis) => ({ ...analysis, slas: outcomes });
  return showPart(escalated().build(), (analysis) => <Targets analysis={given(analysis)} />);
}

const plain: SlaOutcome = {
  instance: 'p',
  metric: 'resolution',
  state: 'achieved',
  unit: 'calendar',
  source: 'helpdesk',
  certainty: 'exact',
  events: [],
};

const lines = () =>
  screen.queryAllByRole('listitem').map((item) => [...(item.firstElementChild?.children ?? [])].map(textOf));

describe('targets', () => {
  it('says that there is none', () => {
    show();
    expect(screen.getByText('No SLA target is on this ticket.')).toBeTruthy();
  });

  it('shows the real one: what it took, by how much it was missed, and on what that rests', async () => {
    const { onEvidence } = showPart(escalated().build(), (analysis) => <Targets analysis={analysis} />);
    expect(lines()).toEqual([['First reply', '9 h 12 min of 1 h', '8 h 12 min over']]);
    expect(screen.getByText('1 of 1 missed')).toBeTruthy();
    expect(screen.getByText('Gold, all hours, due 16 Nov 09:00 UTC')).toBeTruthy();
    await userEvent.click(screen.getByRole('link', { name: /breached/ }));
    expect(onEvidence.mock.lastCall?.[0].id).toBe('breach');
  });

  it('puts the missed first, the worst of them on top, then what runs, then the rest', () => {
    show(
      { metric: 'resolution', state: 'cancelled' },
      { metric: 'next_reply', state: 'active' },
      { metric: 'agent_work', state: 'breached', overMs: HOUR },
      { metric: 'first_reply', state: 'achieved' },
      { metric: 'requester_wait', state: 'active_breached', overMs: 3 * HOUR },
    );
    expect(lines().map(([name]) => name)).toEqual([
      'Requester wait',
      'Agent work',
      'Next reply',
      'Resolution',
      'First reply',
    ]);
    expect(screen.getByText('2 of 5 missed')).toBeTruthy();
  });

  it.each<[SlaOutcome['state'], number | undefined, string]>([
    ['breached', 2 * HOUR, '2 h over'],
    ['breached', undefined, 'missed'],
    ['breached', 0, 'missed'],
    ['active_breached', 2 * HOUR, '2 h over, running'],
    ['paused_breached', undefined, 'missed, paused'],
    ['achieved', -2 * HOUR, 'met, 2 h to spare'],
    ['achieved', 0, 'met'],
    ['achieved', undefined, 'met'],
    ['active', -2 * HOUR, 'running'],
    ['paused', undefined, 'paused'],
    ['cancelled', undefined, 'cancelled'],
    ['unknown', undefined, 'not known'],
  ])('says of %s by %s ms: %s', (state, overMs, verdict) => {
    show({ state, ...(overMs === undefined ? {} : { overMs }) });
    expect(lines()[0]?.at(-1)).toBe(verdict);
  });

  it.each([
    [{ targetMs: HOUR, actualMs: 2 * HOUR }, '2 h of 1 h'],
    [{ targetMs: HOUR }, 'target 1 h'],
    [{ actualMs: HOUR }, '1 h'],
    [{}, ''],
  ])('says how long it took as far as that is known: %j', (known, took) => {
    show(known);
    expect(lines()[0]?.[1]).toBe(took);
  });

  it('says which hours count, when it was due, and when Debrief worked it out', () => {
    show({ unit: 'business', dueAt: '2026-11-17T09:30:00.000Z', source: 'computed' });
    expect(
      screen.getByText('business hours, due 17 Nov 09:30 UTC. Worked out from the deadline in force then'),
    ).toBeTruthy();
  });

  it('shows a single met target, and folds several away while no missed one ever is', async () => {
    show({ metric: 'resolution' }, { metric: 'first_reply', state: 'breached' });
    expect(lines().map(([name]) => name)).toEqual(['First reply', 'Resolution']);
    cleanup();
    show({ metric: 'resolution' }, { metric: 'first_reply', state: 'breached' }, { metric: 'next_reply' });
    expect(lines().map(([name]) => name)).toEqual(['First reply']);
    const fold = screen.getByRole('group');
    await userEvent.click(screen.getByText('2 met'));
    expect(await within(fold).findAllByRole('listitem')).toHaveLength(2);
    expect(fold.textContent).not.toContain('First reply');
  });

  it('says "none missed" where none was', () => {
    show({ metric: 'resolution' }, { metric: 'first_reply' });
    expect(screen.getByText('none missed')).toBeTruthy();
  });

  it('shows the eight worst of many and the others on request', async () => {
    show(...Array.from({ length: 11 }, (_, n) => ({ state: 'breached' as const, overMs: n * HOUR + 1 })));
    expect(lines()).toHaveLength(8);
    expect(lines()[0]?.at(-1)).toBe('10 h over');
    await userEvent.click(screen.getByRole('button', { name: '3 more targets' }));
    expect(lines()).toHaveLength(11);
  });

  it('draws the target and what lies over it inside the meter, also for a target of nothing', () => {
    const { container } = show(
      { state: 'breached', targetMs: HOUR, actualMs: 3 * HOUR },
      { state: 'active', targetMs: 0, actualMs: 0 },
      { state: 'breached', targetMs: 0, actualMs: HOUR },
      { state: 'paused', targetMs: 10 * HOUR, actualMs: HOUR },
    );
    const meters = [...container.querySelectorAll('li svg[width="100%"]')];
    expect(meters).toHaveLength(4);
    for (const box of meters.flatMap((meter) => [...meter.querySelectorAll('rect[height="6"]')])) {
      const [x, width] = ['x', 'width'].map((name) => Number.parseFloat(box.getAttribute(name) ?? '0'));
      expect(width).toBeGreaterThanOrEqual(0);
      expect((x ?? 0) + (width ?? 0)).toBeLessThanOrEqual(100.1);
    }
  });
});
