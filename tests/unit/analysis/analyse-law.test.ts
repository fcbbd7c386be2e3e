import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalyseOptions, analyse } from '../../../lib/analysis/analyse';
import { phraseText } from '../../../lib/analysis/headline';
import { emptyOverlay, markKindSchema, throughOverlay } from '../../../lib/analysis/overlay';
import type { Analysis } from '../../../lib/analysis/types';
import type { Capture } from '../../../lib/ticket/schema';
import type { CalendarRef } from '../../../lib/ticket/ticket';
import { at, type CaptureBuilder, cast, START, ticket } from '../support/capture-builder';
import { calendar, officeHours } from './calendar/calendars';

/** Few instants, so that equal times are common; some before creation, some after now. */
const offset = fc.oneof(
  fc.constantFrom('+0', '+1h', '+1h1s', '+2h', '-1h', '+90d'),
  fc.integer({ min: 0, max: 172_800 }).map((seconds) => `+${seconds}s`),
);
const NOW = at('+2d');

const by = fc.constantFrom(...Object.keys(cast), 'stranger');
const how = fc.record(
  { by, seq: fc.integer({ min: 0, max: 9 }), save: fc.constantFrom('a', 'b', 'c') },
  { requiredKeys: ['by'] },
);
const text = fc.constantFrom(
  'It fails.',
  'Thanks, works now.',
  'Please escalate this.',
  '',
  'Any news?',
  '🖨️\nok',
);
const status = fc.constantFrom(
  'new',
  'open',
  'pending',
  'hold',
  'solved',
  'closed',
  'deleted',
  'unknown' as const,
);
const team = fc.option(fc.constantFrom('Tier 1', 'Tier 2', 'Engineering', ''));
const holder = fc.option(fc.constantFrom('ann', 'bo', 'stranger'));
const metric = fc.constantFrom(
  'first_reply',
  'next_reply',
  'resolution',
  'periodic_update',
  'other' as const,
);
const phase = fc.constantFrom(
  ...(['applied', 'retargeted', 'started', 'paused', 'resumed', 'warned', 'breached'] as const),
  ...(['breach_cancelled', 'achieved', 'cancelled', 'removed'] as const),
);
const slaFields = fc.record(
  {
    instance: fc.constantFrom('p/1', 'p/2'),
    computed: fc.boolean(),
    targetMs: fc.constantFrom(0, 3_600_000),
    businessHours: fc.boolean(),
    due: offset.map((when) => at(when)),
  },
  { requiredKeys: ['instance', 'computed'] },
);

type Step = (builder: CaptureBuilder) => CaptureBuilder;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(offset, text, how, fc.constantFrom('customer', 'internal', 'side' as const)).map(
    ([when, words, who, audience]): Step =>
      (b) =>
        b.message(when, words, { ...who, audience }),
  ),
  fc.tuple(offset, fc.option(status, { nil: undefined }), status, how).map(
    ([when, from, to, who]): Step =>
      (b) =>
        b.status(when, from, to, who),
  ),
  fc.tuple(offset, team, team, how).map(
    ([when, from, to, who]): Step =>
      (b) =>
        b.group(when, from, to, who),
  ),
  fc.tuple(offset, holder, holder, how).map(
    ([when, from, to, who]): Step =>
      (b) =>
        b.assignee(when, from, to, who),
  ),
  fc.tuple(offset, fc.constantFrom('Low', 'Urgent', 'Odd'), how).map(
    ([when, to, who]): Step =>
      (b) =>
        b.priority(when, undefined, to, who),
  ),
  fc.tuple(offset, metric, phase, slaFields).map(
    ([when, which, what, fields]): Step =>
      (b) =>
        b.sla(when, which, what, fields),
  ),
);

const reported = fc.record(
  {
    instance: fc.constantFrom('p/1', 'p/3'),
    metric,
    stage: fc.constantFrom('active', 'paused', 'achieved', 'breached', 'cancelled', 'unknown' as const),
    unit: fc.constantFrom('business', 'calendar' as const),
    due: offset.map((when) => at(when)),
    breachedAt: offset.map((when) => at(when)),
    targetMs: fc.constant(3_600_000),
    elapsedMs: fc.integer({ min: 0, max: 9_000_000 }),
    remainingMs: fc.integer({ min: -9_000_000, max: 9_000_000 }),
  },
  { requiredKeys: ['instance', 'metric', 'stage', 'unit'] },
);

const told = fc.record(
  {
    name: fc.constantFrom(
      'reply_time',
      'full_resolution_time',
      'requester_wait_time',
      'on_hold_time',
      'replies',
      'odd',
    ),
    calendarMs: fc.integer({ min: 0, max: 9_000_000 }),
    businessMs: fc.integer({ min: 0, max: 9_000_000 }),
    count: fc.integer({ min: 0, max: 4 }),
  },
  { requiredKeys: ['name'] },
);

/** None, one that is sound, one that never opens, one in no known zone, and two in turn. */
const calendars = fc.constantFrom<CalendarRef[][]>(
  [],
  [{ calendar: officeHours('Europe/Berlin'), from: START }],
  [{ calendar: calendar('UTC', []), from: START }],
  [{ calendar: officeHours('Mars/Olympus'), from: START }],
  [
    { calendar: officeHours('Asia/Kathmandu'), from: at('+20h') },
    { calendar: officeHours('UTC', { holidays: [{ day: '2026-11-16', from: '12:00' }] }), from: START },
  ],
);

const ids = fc.constantFrom('e1', 'e2', 'e3', 'e7', 'made:1', 'none');

const overlay = fc.record({
  corrected: fc.array(fc.record({ event: ids, at: offset.map((when) => at(when)) }), { maxLength: 2 }),
  added: fc.array(
    fc.record({
      id: fc.constantFrom('made:1', 'made:2', 'e1'),
      at: offset.map((when) => at(when)),
      text,
      audience: fc.constantFrom('customer', 'internal' as const),
      side: fc.constantFrom('customer', 'agent' as const),
    }),
    { maxLength: 2 },
  ),
  hidden: fc.array(ids, { maxLength: 2 }),
  noise: fc.array(ids, { maxLength: 2 }),
  pinned: fc.array(ids, { maxLength: 2 }),
  marks: fc.array(fc.record({ event: ids, as: fc.constantFrom(...markKindSchema.options) }), {
    maxLength: 3,
  }),
});

const suppose = fc.oneof(
  team.map((group) => ({ kind: 'first_group' as const, group: group ?? 'Nobody' })),
  offset.map((when) => ({ kind: 'reply_at' as const, at: at(when) })),
  calendars.map((list) => ({ kind: 'calendar' as const, calendars: list })),
);

const thresholds = fc.record(
  {
    silenceMs: fc.constantFrom(0, 1, 1e12),
    handoffGapMs: fc.constantFrom(0, 1e12),
    unansweredMs: fc.constant(0),
    returns: fc.constant(1),
    roleShare: fc.constantFrom(0, 1),
    roleEntries: fc.constant(1),
    outsideHoursMs: fc.constant(0),
  },
  { requiredKeys: [] },
);

const options = fc.record({
  now: fc.constant(NOW),
  overlay,
  thresholds,
  suppose: fc.option(suppose, { nil: undefined }),
  targets: fc.array(
    fc.record(
      {
        metric: fc.constantFrom(
          'first_reply',
          'next_reply',
          'requester_wait',
          'resolution',
          'periodic_update',
        ),
        targetMs: fc.constantFrom(0, 1, 3_600_000),
        hours: fc.constantFrom('business', 'calendar'),
        priority: fc.constantFrom('Low', 'Urgent'),
      },
      { requiredKeys: ['metric', 'targetMs', 'hours'] },
    ),
    { maxLength: 3 },
  ),
}) as fc.Arbitrary<AnalyseOptions>;

const messy: fc.Arbitrary<Capture> = fc
  .record({
    steps: fc.array(step, { maxLength: 40 }),
    slas: fc.array(reported, { maxLength: 2 }),
    known: fc.boolean(),
    present: fc.option(status, { nil: undefined }),
    solvedAt: fc.option(offset, { nil: undefined }),
    requester: fc.constantFrom('ada', 'nobody', undefined),
    refused: fc.boolean(),
    metrics: fc.array(told, { maxLength: 2 }),
    calendars,
    mergedFrom: fc.constantFrom<string[][]>([], ['4700']),
    createdBy: fc.constantFrom(
      { id: 'ada', side: 'customer' as const },
      { id: 'ann', side: 'agent' as const },
    ),
  })
  .map(({ steps, slas, known, present, solvedAt, requester, refused, ...more }) => {
    const parts = refused ? [{ part: 'events', state: 'refused' as const }] : [];
    const coverage = {
      complete: !refused,
      parts,
      unknownTypes: [],
      doubtfulTimes: ['e1', 'none'],
      warnings: [],
    };
    const builder = ticket(
      {
        ...more,
        slas,
        requester,
        organization: undefined,
        ...(known ? {} : { initial: { known: false } }),
        ...(present === undefined ? {} : { status: { label: present, status: present } }),
        ...(solvedAt === undefined ? {} : { solvedAt: at(solvedAt) }),
      },
      { coverage },
    );
    for (const add of steps) add(builder);
    return builder.build();
  });

function law(check: (found: Analysis, capture: Capture, given: AnalyseOptions) => void) {
  fc.assert(
    fc.property(messy, options, (capture, given) => check(analyse(capture, given), capture, given)),
    { numRuns: 120 },
  );
}

describe('whatever a ticket holds', () => {
  it('every number is a number, and no length of time is negative', () => {
    law((found) => {
      const lengths = [
        found.span,
        found.unassigned,
        ...(found.firstReply ? [found.firstReply] : []),
        ...found.waits,
        ...found.silences,
        ...found.handoffs.map((handoff) => handoff.gap),
        ...found.escalations.flatMap(({ accepted, firstUpdate }) =>
          accepted ? [accepted, firstUpdate] : [firstUpdate],
        ),
      ].map((span) => span.ms);
      const parts = found.handoffs.flatMap((handoff) => [handoff.unassignedMs, handoff.untouchedMs]);
      expect([...lengths, ...parts].filter((length) => !(length >= 0))).toEqual([]);
      for (const { actualMs = 0, overMs = 0, targetMs = 0 } of found.slas) {
        expect([actualMs, overMs, targetMs].every(Number.isInteger)).toBe(true);
        expect(actualMs).toBeGreaterThanOrEqual(0);
      }
      for (const { gap, unassignedMs, untouchedMs } of found.handoffs)
        expect(unassignedMs + untouchedMs).toBe(gap.ms);
      expect(JSON.stringify(found)).not.toMatch(/NaN|undefined/);
    });
  });

  it('every event referred to is on the ticket', () => {
    law((found, capture, { overlay: corrections = emptyOverlay, suppose: supposed }) => {
      const { events } = throughOverlay(capture, corrections).ticket;
      const known = new Set([...events.map((event) => event.id), ...(supposed ? ['supposed:reply'] : [])]);
      expect(referredTo(found).filter((id) => !known.has(id))).toEqual([]);
    });
  });

  it('the running segments are the value of every clock, in order and apart', () => {
    law(({ clocks }) => {
      for (const { segments, valueMs, calendarMs } of clocks) {
        const sum = (...states: string[]) =>
          segments
            .filter(({ state }) => states.includes(state))
            .reduce((all, { from, to }) => all + Date.parse(to) - Date.parse(from), 0);
        expect(sum('running')).toBe(valueMs);
        expect(sum('running', 'outside')).toBe(calendarMs);
        const ends = segments.flatMap(({ from, to }) => [from, to]);
        expect(ends).toEqual([...ends].sort());
        expect(segments.every(({ from, to }) => from < to)).toBe(true);
      }
    });
  });

  it('no two clocks are taken for one another', () => {
    law(({ clocks }) => {
      const names = clocks.map(({ instance }) => instance);
      expect(new Set(names).size).toBe(names.length);
    });
  });

  it('a difference from the helpdesk is told with a reason, or as unexplained', () => {
    law(({ reconciliation }) => {
      for (const { agrees, reason, ours, theirs, difference } of reconciliation) {
        expect(difference).toBe(ours === undefined ? undefined : ours - theirs);
        expect(agrees ? [undefined, 'rounding'].includes(reason) : reason !== undefined).toBe(true);
      }
    });
  });

  it('a missed target is late by more than nothing, a met one by nothing at most', () => {
    law((found) => {
      for (const { state, overMs } of found.slas.filter(
        ({ source, events }) => source === 'computed' || events.length > 0,
      )) {
        if (overMs === undefined) continue;
        if (state.endsWith('breached')) expect(overMs).toBeGreaterThan(0);
        else expect(overMs).toBeLessThanOrEqual(0);
      }
    });
  });

  it('the headline is one calm sentence', () => {
    law((found) => {
      const sentence = phraseText(found.headline);
      expect(sentence).toMatch(/^\S.+[^.]\.$/s);
      expect(sentence).not.toMatch(/!|undefined|null|NaN|Ann Okoro|Bo Reyes/);
      for (const part of found.headline) expect(part.text).not.toBe('');
    });
  });

  it('the key events are five to ten, without repeats, in the order of the ticket', () => {
    law(({ keyEvents, counts }, _capture, { overlay: corrections = emptyOverlay }) => {
      const leftOut = new Set(corrections.noise).size;
      expect(keyEvents.length).toBeLessThanOrEqual(10);
      expect(keyEvents.length).toBeGreaterThanOrEqual(Math.min(5, counts.events - leftOut));
      expect(new Set(keyEvents.map(({ id }) => id)).size).toBe(keyEvents.length);
    });
  });

  it('the order in which events were read changes nothing', () => {
    law((found, capture, given) => {
      const reversed = {
        ...capture,
        ticket: { ...capture.ticket, events: [...capture.ticket.events].reverse() },
      };
      const again = analyse(reversed, given);
      expect({ ...again, unknowns: [] }).toEqual({ ...found, unknowns: [] });
    });
  });

  it('the capture is left as it was', () => {
    fc.assert(
      fc.property(messy, (capture) => {
        const before = structuredClone(capture);
        analyse(capture, { now: NOW });
        expect(capture).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  it('with the right team from the start the first reply comes no later', () => {
    const group = fc.constantFrom('Tier 1', 'Tier 2', 'Engineering');
    fc.assert(
      fc.property(messy, overlay, group, (capture, corrections, name) => {
        const given = { now: NOW, overlay: corrections };
        const real = analyse(capture, given).firstReply;
        if (real?.to === undefined) return;
        const supposed = analyse(capture, { ...given, suppose: { kind: 'first_group', group: name } });
        expect(supposed.firstReply?.to).toBeDefined();
        expect((supposed.firstReply?.to ?? '') <= real.to).toBe(true);
        expect(supposed.firstReply?.ms).toBeLessThanOrEqual(real.ms);
      }),
      { numRuns: 150 },
    );
  });

  it('milestones are in order of time', () => {
    law(({ milestones }) => {
      const times = milestones.flatMap(({ at: when }) => (when === undefined ? [] : [when]));
      expect(times).toEqual([...times].sort());
      expect(milestones.slice(times.length).every(({ at: when }) => when === undefined)).toBe(true);
    });
  });
});

function referredTo(value: unknown, key = ''): string[] {
  if (key === 'calendars') return [];
  if (typeof value === 'string')
    return ['event', 'id', 'after', 'opened', 'closed'].includes(key) ? [value] : [];
  if (Array.isArray(value)) {
    const isIds = ['events', 'notes', 'customerMessages'].includes(key);
    return value.flatMap((item) => (isIds ? [String(item)] : referredTo(item)));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    name === 'from' || name === 'to' ? [] : referredTo(item, name),
  );
}
