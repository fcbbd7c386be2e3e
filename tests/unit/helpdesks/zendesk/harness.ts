/** Pulls a story the short way: the reader against the replayed account's own answers, without a server. */
import { zendesk } from '../../../../lib/helpdesks/zendesk';
import type { TicketEvent } from '../../../../lib/ticket/events';
import type { Capture } from '../../../../lib/ticket/schema';
import { parseCapture } from '../../../../lib/ticket/schema';
import { elena, groups, henrik, jonas, organizations, people } from '../../../helpdesks/zendesk/cast';
import { answeringPage } from '../../../helpdesks/zendesk/node-page';
import { answerApi, type Features } from '../../../helpdesks/zendesk/replay-api';
import { story } from '../../../helpdesks/zendesk/story';
import type { WireEvent, ZendeskStory } from '../../../helpdesks/zendesk/wire';

export async function captureOf(told: ZendeskStory, features: Features = {}): Promise<Capture> {
  return (await pulled(told, features)).capture;
}

/** Paths and queries in the order they were asked for. */
export async function askedBy(told: ZendeskStory, features: Features = {}): Promise<string[]> {
  return (await pulled(told, features)).asked;
}

async function pulled(told: ZendeskStory, features: Features) {
  const page = answeringPage(told.ticket.id, (url) => answerApi([told], url, features));
  const ref = zendesk.locate(page.url);
  if (!ref) throw new Error('not a ticket page');
  const result = await zendesk.pull(ref, page);
  if (!result.ok) throw new Error(result.problem.message);
  const parsed = parseCapture(result.value);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return { capture: result.value, asked: page.asked };
}

export function partOf(capture: Capture, name: string) {
  return capture.coverage.parts.find(({ part }) => part === name);
}

export function ofKind<K extends TicketEvent['kind']>(capture: Capture, kind: K) {
  return capture.ticket.events.filter(
    (event): event is Extract<TicketEvent, { kind: K }> => event.kind === kind,
  );
}

/** A ticket with nothing on it but its first words. */
export function plainStory(more: Partial<Parameters<typeof story>[0]> = {}) {
  return story({
    id: 77,
    subject: 'A small one',
    requester: henrik,
    opened: '2026-11-20T09:00:00Z',
    me: elena,
    people,
    groups,
    organizations,
    ...more,
  }).opens('First words.');
}

/** The rows one raw event becomes, saved by an agent ten minutes after the ticket was opened. */
export async function rowsOf(...raw: Omit<WireEvent, 'id'>[]): Promise<TicketEvent[]> {
  const capture = await captureOf(plainStory().after(10).raw(jonas, raw).asOf('2026-11-20T12:00:00Z'));
  return capture.ticket.events.filter(({ time }) => time.at === '2026-11-20T09:10:00.000Z');
}
