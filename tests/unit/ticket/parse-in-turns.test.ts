import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed } from '../../../lib/ticket/checked';
import type { TicketEvent } from '../../../lib/ticket/events';
import { checkAhead, parseCaptureInTurns } from '../../../lib/ticket/parse-in-turns';
import { type Capture, parseCapture } from '../../../lib/ticket/schema';
import { captureArbitrary } from '../postmortem/arbitrary-capture';
import { ticket } from '../support/capture-builder';

/** Puts `wrong` in the place of one value somewhere inside. */
function spoilt(value: unknown, path: readonly number[], wrong: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return wrong;
  const keys = Object.keys(value);
  const key = keys[step % keys.length];
  if (key === undefined) return wrong;
  // One of its own keys.
  const inner = spoilt((value as Record<string, unknown>)[key], rest, wrong);
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? inner : item));
  return { ...value, [key]: inner };
}

describe('a capture that is read in turns', () => {
  it('is accepted as it is at once, without what the schemas do not know', async () => {
    await fc.assert(
      fc.asyncProperty(captureArbitrary(), async (capture) => {
        const given = { ...capture, extra: 1 };
        expect(await parseCaptureInTurns(given)).toEqual(parseCapture(given));
      }),
      { numRuns: 30 },
    );
  });

  it('is refused for the same reason as at once, wherever it is wrong', async () => {
    const wrong = fc.constantFrom<unknown>(
      undefined,
      null,
      7,
      'x',
      [],
      {},
      'javascript:alert(1)',
      '2026-13-01',
    );
    await fc.assert(
      fc.asyncProperty(
        captureArbitrary(),
        fc.array(fc.nat(40), { maxLength: 6 }),
        wrong,
        async (...given) => {
          const input = spoilt(...given);
          expect(await parseCaptureInTurns(input)).toEqual(parseCapture(input));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is the same, or refused for the same reason, where its events were checked ahead', async () => {
    const good = ticket().customer('+0', 'Down.').reply('+1h', 'Up.').raw() as unknown as Capture;
    const [first, second] = good.ticket.events as [TicketEvent, TicketEvent];
    // No schema knows this key.
    const known: TicketEvent = Object.assign({}, first, { extra: 1 });
    const spoilt = { ...second, kind: 'order' } as unknown as TicketEvent;
    for (const event of [known, spoilt]) checkAhead(event);
    const withEvents = (...events: TicketEvent[]) => ({ ...good, ticket: { ...good.ticket, events } });
    const read = async (...events: TicketEvent[]) => {
      const given = withEvents(...events);
      const parsed = await parseCaptureInTurns(given);
      expect(parsed).toEqual(parseCapture(given));
      return parsed;
    };
    const kept = await read(known, second);
    expect(kept.ok && kept.value.ticket.events[0]).toEqual(first);
    expect((await read(placed(known, 40), second)).ok).toBe(true);
    expect((await read(placed(known, Number.NaN), second)).ok).toBe(false);
    expect((await read(known, spoilt)).ok).toBe(false);
  });

  it('is refused when two events share an id, or a link leaves the site', async () => {
    const twice = ticket().note('+0', 'x', { id: 'a' }).note('+1h', 'y', { id: 'a' }).raw();
    const away = ticket().customer('+0', 'Down.', { url: 'https://elsewhere.example/x' }).raw();
    for (const [input, at] of [
      [twice, 'ticket.events.1.id'],
      [away, 'ticket.events.0.url'],
    ] as const) {
      expect(await parseCaptureInTurns(input)).toMatchObject({ ok: false, problem: { at } });
    }
  });

  it('lets others have their turn while it reads ten thousand events', async () => {
    const builder = ticket();
    for (let minute = 0; minute < 10_000; minute++) builder.note(`+${minute}m`, 'Looking into it.');
    let turns = 0;
    const count = setInterval(() => turns++);
    const read = await parseCaptureInTurns(builder.raw());
    clearInterval(count);
    expect(read.ok).toBe(true);
    expect(turns).toBeGreaterThan(1);
  });
});
