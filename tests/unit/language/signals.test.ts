import { describe, expect, it } from 'vitest';
import { readSignals, type SignalKind } from '../../../lib/language/signals';

const AT = '2026-03-05T15:00:00.000Z'; // a Thursday

function kinds(text: string, side: 'customer' | 'agent'): SignalKind[] {
  return [...new Set(readSignals({ text, side, at: AT }).map(({ kind }) => kind))];
}

describe('who speaks', () => {
  it('makes a promise only of the company’s word', () => {
    expect(kinds('We will run the test tonight.', 'customer')).toEqual([]);
    expect(kinds('We will run the test tonight.', 'agent')).toEqual(['promise']);
  });

  it('hears annoyance only in the customer’s own words', () => {
    expect(kinds('The customer is furious and wants a manager.', 'agent')).toEqual([]);
    expect(kinds('I am furious.', 'customer')).toEqual(['frustration']);
  });

  it('hears a wrong answer from both sides', () => {
    expect(kinds('My earlier instructions were wrong, sorry.', 'agent')).toEqual(['wrong_solution']);
    expect(kinds('The fix you sent does not work.', 'customer')).toEqual(['wrong_solution']);
  });

  it('takes a role for a side, and reads everything where neither is known', () => {
    expect(readSignals({ text: 'Any news?', role: 'customer', at: AT })).toHaveLength(1);
    expect(
      readSignals({ text: 'Any news? We will call you tomorrow.', at: AT }).map(({ kind }) => kind),
    ).toEqual(['chaser', 'promise']);
  });
});

describe('what is not the writer’s own', () => {
  it.each([
    [
      'a quoted mail',
      'Thank you, it works now.\n\nOn Tue, 3 Mar 2026, Bo Reyes wrote:\n> Any news? This is unacceptable.',
    ],
    ['quoted lines', '> Please escalate this.\nIt works now, thank you.'],
    [
      'a forwarded header',
      'It works now, thanks.\n\nFrom: Ada Lund\nSent: Monday\nAny update? I want a manager.',
    ],
    ['a signature', 'It works now, thanks.\n-- \nAda Lund, manager, please escalate'],
    ['a sign-off', 'It works now, thanks.\nKind regards,\nStill Waiting Ltd'],
  ])('%s is not read', (_, text) => {
    expect(kinds(text, 'customer').sort()).toEqual(['resolution_confirm', 'thanks']);
  });

  it('a promise in quotation marks is somebody else’s', () => {
    expect(kinds('You wrote “we will call you by noon”.', 'agent')).toEqual([]);
  });
});

describe('places', () => {
  it('are the sentences in the text as it was given', () => {
    const text = 'Hi Arno,\nthe log is attached. I’ll get back to you by 4pm.\nBest regards\nCleo';
    const [promise] = readSignals({ text, side: 'agent', at: AT });
    expect(text.slice(promise?.start, promise?.end)).toBe('I’ll get back to you by 4pm.');
  });

  it('come in order, each kind of the customer’s once', () => {
    const found = readSignals({
      text: 'Any news? Any update? This is ridiculous.',
      side: 'customer',
      at: AT,
    });
    expect(found.map(({ kind }) => kind)).toEqual(['chaser', 'frustration']);
  });
});

describe('a promise', () => {
  it.each([
    ['I’ll call you by 4pm.', { precision: 'time', dueAt: '2026-03-05T16:00:00.000Z', dueDay: '2026-03-05' }],
    [
      'We will ship it tomorrow.',
      { precision: 'day', dueAt: '2026-03-06T23:59:59.999Z', dueDay: '2026-03-06' },
    ],
    ['We’ll be in touch soon.', { precision: 'none' }],
  ])('%j says when', (text, due) => {
    const [found] = readSignals({ text, side: 'agent', at: AT });
    expect(found).toMatchObject({ kind: 'promise', ...due });
    if (due.precision === 'none') expect(found).not.toHaveProperty('dueAt');
  });

  it('is due in the writer’s zone, else in that of their working hours', () => {
    const dueAt = (zone: {
      zone?: string;
      calendar?: { id: string; zone: string; weekly: []; holidays: [] };
    }) => readSignals({ text: 'I’ll call you by 5pm.', side: 'agent', at: AT, ...zone })[0]?.dueAt;
    expect(dueAt({ zone: 'Europe/Berlin' })).toBe('2026-03-05T16:00:00.000Z');
    expect(dueAt({ calendar: { id: 'c', zone: 'America/New_York', weekly: [], holidays: [] } })).toBe(
      '2026-03-05T22:00:00.000Z',
    );
  });

  it.each([
    'Please send us the form by Friday.',
    'The shop opens at 9 am tomorrow.',
    'If you send the log, we will look at it.',
    'We will not be able to deliver before Monday.',
    'You should receive it in 3–5 days.',
    'I have forwarded this to billing.',
    'Shall we call you tomorrow?',
    'I will be out of office until Monday.',
  ])('is not %j', (text) => {
    expect(kinds(text, 'agent')).toEqual([]);
  });
});

it('reads whatever it is given, and long texts only at their start', () => {
  expect(readSignals({ text: '', side: 'customer', at: AT })).toEqual([]);
  expect(readSignals({ text: '\u0000\ud800 🙂 ((([[[', side: 'agent', at: AT })).toEqual([]);
  const log = '2026 WARN want want want the the the manager '.repeat(20_000);
  expect(kinds(`Please escalate this.\n${log}`, 'customer')).toContain('escalation_request');
});
