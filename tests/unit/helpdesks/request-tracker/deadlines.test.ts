import { describe, expect, it } from 'vitest';
import { deadlinesOf, type Save } from '../../../../lib/helpdesks/request-tracker/deadlines';
import type { TicketEvent } from '../../../../lib/ticket/events';

const none = '1970-01-01 00:00:00';

/** A save at the hour, told in the letters: c = customer wrote, r = we replied. */
function save(hour: number, who: '' | 'c' | 'r', due?: string, more: Partial<Save> = {}): Save {
  const event: TicketEvent = {
    id: `txn:${hour}`,
    kind: 'other',
    label: '',
    data: {},
    time: { at: `2026-03-24T${String(hour).padStart(2, '0')}:00:00.000Z`, precision: 's' },
    seq: hour * 10,
    actor: { id: 'user:1', side: 'system' },
    source: { rule: 'Set Due' },
  };
  return {
    event,
    customerWrote: who === 'c',
    weReplied: who === 'r',
    ...(due ? { due: { to: due } } : {}),
    ...more,
  };
}

const day = (text: string) => `2026-03-${text}:00:00`;

function told(saves: Save[], level = 'Standard', status = 'open') {
  const { events, now } = deadlinesOf(
    saves,
    { due: none, level },
    { due: saves.findLast((one) => one.due)?.due?.to ?? none, level, isOver: status === 'resolved' },
  );
  return {
    rows: events.map(
      (event) =>
        `${event.id} ${event.instance} ${event.metric} ${event.phase} ${event.due?.slice(8, 13) ?? '-'}`,
    ),
    now,
  };
}

describe('deadlinesOf', () => {
  it('takes a Due that our reply ended for an answer deadline, and the next for the resolution', () => {
    const { rows } = told([save(8, 'c', day('24 12')), save(10, 'r', day('26 08'))]);
    expect(rows).toEqual([
      'txn:8/sla Standard/reply/1 first_reply applied 24T12',
      'txn:10/sla Standard/rest/1 resolution applied 26T08',
    ]);
  });

  it('takes a Due that our reply did not move for the resolution', () => {
    const { rows } = told([save(8, 'c', day('26 08')), save(10, 'r'), save(12, 'c'), save(13, 'r')]);
    expect(rows).toEqual(['txn:8/sla Standard/rest/1 resolution applied 26T08']);
  });

  it('opens an answer deadline for each new wait, and says nothing when the resolution stands again unchanged', () => {
    const { rows } = told([
      save(8, 'c', day('24 12')),
      save(9, 'r', day('26 08')),
      save(10, 'c', day('24 14')),
      save(11, 'r', day('26 08')),
    ]);
    expect(rows).toEqual([
      'txn:8/sla Standard/reply/1 first_reply applied 24T12',
      'txn:9/sla Standard/rest/1 resolution applied 26T08',
      'txn:10/sla Standard/reply/2 next_reply applied 24T14',
    ]);
  });

  it('moves the deadline in force when the level changes', () => {
    const { rows } = told([
      save(8, 'c', day('24 12')),
      save(9, '', day('24 10'), { level: { to: 'Urgent' } }),
      save(11, 'r', day('25 08')),
    ]);
    expect(rows[1]).toBe('txn:9/sla Standard/reply/1 first_reply retargeted 24T10');
  });

  it('has a Due without a level as a plain deadline', () => {
    expect(told([save(8, 'c'), save(9, '', day('25 08'))], '').rows).toEqual([
      'txn:9/sla Due/rest/1 other applied 25T08',
    ]);
  });

  it('pauses and resumes where the status takes the Due away', () => {
    const stalled = save(10, '', none, { status: { isOver: false } });
    const opened = save(12, '', day('25 10'), { status: { isOver: false } });
    expect(told([save(8, 'c', day('25 08')), stalled, opened]).rows.slice(1)).toEqual([
      'txn:10/sla Standard/reply/1 first_reply paused -',
      'txn:12/sla Standard/reply/1 first_reply resumed 25T10',
    ]);
  });

  it('says that a deadline was taken away', () => {
    expect(told([save(8, 'c', day('25 08')), save(9, '', none)]).rows[1]).toBe(
      'txn:9/sla Standard/reply/1 first_reply removed -',
    );
  });

  it('starts anew after the ticket was solved', () => {
    const solved = save(9, 'r', day('26 08'), { status: { isOver: true } });
    const { rows } = told([
      save(8, 'c', day('24 12')),
      solved,
      save(10, 'c', day('24 14'), { status: { isOver: false } }),
      save(11, 'r', day('26 08')),
    ]);
    expect(rows.at(-1)).toBe('txn:11/sla Standard/rest/2 resolution applied 26T08');
  });

  it('tells the deadline now apart, and nothing when there is none', () => {
    expect(told([save(8, 'c', day('24 12'))]).now).toEqual([
      {
        instance: 'Standard/reply/1',
        metric: 'first_reply',
        policy: { name: 'Standard' },
        due: '2026-03-24T12:00:00.000Z',
        stage: 'active',
        unit: 'calendar',
      },
    ]);
    expect(told([save(8, 'c', day('24 12'))], 'Standard', 'resolved').now[0]?.stage).toBe('unknown');
    expect(told([save(8, 'c')], '')).toEqual({ rows: [], now: [] });
  });
});
