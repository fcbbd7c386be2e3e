import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { at, type CaptureBuilder, ms, ticket } from '../support/capture-builder';

function promisesOf(builder: CaptureBuilder, now = '+5d') {
  return analyse(builder.build(), { now: at(now) }).promises;
}

/** Said at 09:00 on the Monday; due at 12:00, four hours after the creation. */
function promising(text = 'I’ll get back to you by noon.') {
  return ticket().customer('+0', 'The import fails.').reply('+1h', text);
}

describe('a promise', () => {
  it('is kept by the next word to the customer before it is due', () => {
    expect(promisesOf(promising().reply('+3h', 'Here it is.'))).toMatchObject([
      { event: 'e2', state: 'kept', quote: 'I’ll get back to you by noon.', dueAt: at('+4h'), keptBy: 'e3' },
    ]);
  });

  it('is kept by a solve as well, and by a word a few minutes late', () => {
    expect(promisesOf(promising().status('+3h', 'open', 'solved'))).toMatchObject([
      { state: 'kept', keptBy: 'e3' },
    ]);
    expect(promisesOf(promising().reply('+4h3m'))).toMatchObject([{ state: 'kept' }]);
  });

  it('is late where it came after its time and nobody had to ask', () => {
    expect(promisesOf(promising().reply('+4h40m'))).toMatchObject([{ state: 'late', overMs: ms('40m') }]);
  });

  it('is broken where the customer had to ask first, where it came much too late, or never', () => {
    expect(promisesOf(promising().customer('+4h10m', 'Any news?').reply('+4h40m'))).toMatchObject([
      { state: 'broken', askedBy: 'e3', events: ['e2', 'e4', 'e3'] },
    ]);
    expect(promisesOf(promising().reply('+9h'))).toMatchObject([{ state: 'broken', overMs: ms('5h') }]);
    expect(promisesOf(promising(), '+1d')).toMatchObject([{ state: 'broken', overMs: ms('20h') }]);
  });

  it('is open until its time, and undated without one', () => {
    expect(promisesOf(promising(), '+2h')).toMatchObject([{ state: 'open' }]);
    expect(promisesOf(promising('We’ll be in touch soon.'))).toMatchObject([
      { state: 'undated', precision: 'none' },
    ]);
  });

  it('is not broken by the customer’s thanks', () => {
    const builder = promising().customer('+4h10m', 'Thank you!').reply('+4h40m');
    expect(promisesOf(builder)).toMatchObject([{ state: 'late' }]);
  });

  it('counts only where the customer can have read it', () => {
    const builder = ticket().customer('+0', 'Down.').note('+1h', 'I’ll look by noon.');
    builder.reply('+2h', 'I’ll call by noon.', { delivery: 'failed' });
    expect(promisesOf(builder)).toEqual([]);
  });

  it('has limits that can be changed', () => {
    const capture = promising().reply('+4h40m').build();
    const { promises } = analyse(capture, { now: at('+5d'), thresholds: { promiseGraceMs: ms('1h') } });
    expect(promises).toMatchObject([{ state: 'kept' }]);
  });
});
