import { describe, expect, it } from 'vitest';
import type { Transaction } from '../../../../lib/helpdesks/request-tracker/history';
import { statusesOf } from '../../../../lib/helpdesks/request-tracker/statuses';

/** Statuses a ticket went through, one an hour; `resolved` is RT's date of that name. */
function through(names: readonly string[], resolved?: string) {
  const changes = names.slice(1).map(
    (name, index): Transaction => ({
      id: index + 1,
      ticketKey: '7',
      type: 'Status',
      field: 'Status',
      oldValue: names[index] ?? '',
      newValue: name,
      data: '',
      at: `2026-03-24T${String(index + 9).padStart(2, '0')}:00:00.000Z`,
      raw: '',
      creator: 'user:20',
      minutes: 0,
      save: index + 1,
    }),
  );
  const statuses = statusesOf(
    { Status: names.at(-1), Resolved: resolved ?? '1970-01-01T00:00:00Z' },
    changes,
  );
  return statuses.map().map(({ label, common, from }) => `${label}: ${common}, ${from}`);
}

describe('statuses', () => {
  it('knows those of RT’s own lifecycle', () => {
    expect(through(['new', 'open', 'stalled', 'rejected', 'deleted', 'resolved'])).toEqual([
      'new: new, helpdesk',
      'open: open, helpdesk',
      'stalled: pending, helpdesk',
      'rejected: closed, helpdesk',
      'deleted: deleted, helpdesk',
      'resolved: solved, helpdesk',
    ]);
  });

  it.each([
    ['wartet auf Kunde', 'pending'],
    ['Waiting_for_reply', 'pending'],
    ['on hold', 'hold'],
    ['waiting for parts', 'hold'],
    ['In Bearbeitung', 'open'],
    ['gelöst', 'solved'],
    ['erledigt', 'solved'],
    ['closed unpaid', 'closed'],
    ['cancelled', 'closed'],
    ['eingegangen', 'new'],
    ['gelöscht', 'deleted'],
    ['not resolved', 'unknown'],
    ['nicht erledigt', 'unknown'],
    ['ungelöst', 'unknown'],
    ['depot 7', 'unknown'],
    ['renewed', 'unknown'],
  ])('takes “%s” on the way for %s', (name, common) => {
    expect(through(['new', name, 'open'])[1]).toBe(`${name}: ${common}, heuristic`);
  });

  it('believes RT’s date of resolution before the words', () => {
    const atTheChange = '2026-03-24T09:00:00Z';
    expect(through(['new', 'depot 7'], atTheChange)[1]).toContain('depot 7: solved');
    expect(through(['new', 'nicht erstattet'], atTheChange)[1]).toContain('solved');
    expect(through(['new', 'closed unpaid'], atTheChange)[1]).toContain('closed unpaid: closed');
    expect(through(['new', 'done with triage'])[1]).toContain('done with triage: open');
    // Resolved an hour earlier, and opened again since: RT keeps the date.
    expect(through(['new', 'refunded', 'depot 7'], atTheChange)[2]).toContain('depot 7: open');
  });

  it('takes what a ticket began with for new, whatever its name', () => {
    expect(through(['depot 7', 'open'])[0]).toBe('depot 7: new, heuristic');
  });
});
