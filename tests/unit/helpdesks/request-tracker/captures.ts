import { expect } from 'vitest';
import type { TicketEvent } from '../../../../lib/ticket/events';
import { type Capture, parseCapture } from '../../../../lib/ticket/schema';
import { type FakeRt, type FakeTransaction, fakeRt, pullFrom } from './fake-rt';

export const opening: FakeTransaction = {
  id: 70,
  type: 'Create',
  by: 'cleo',
  parts: [
    { id: 500, mime: 'text/plain', content: 'Labels are blank.\r\n', headers: 'X-RT-Interface: Email' },
  ],
};

export async function captureOf(rt: FakeRt, options?: Parameters<typeof pullFrom>[1]): Promise<Capture> {
  const result = await pullFrom(rt, options);
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  expect(parseCapture(result.value)).toMatchObject({ ok: true });
  return result.value;
}

/** The one event that a transaction after the opening becomes. */
export async function eventOf(
  transaction: FakeTransaction,
  ticket?: Record<string, unknown>,
): Promise<TicketEvent> {
  const capture = await captureOf(fakeRt([opening, transaction], ticket));
  const event = capture.ticket.events.find((one) => one.id === `txn:${transaction.id}`);
  if (!event) throw new Error('no event');
  return event;
}
