/** A pull without a browser, as one of the people of the seeded Request Tracker. */
import { expect } from 'vitest';
import type { TicketRef } from '../../../lib/helpdesks/contract';
import { requestTracker } from '../../../lib/helpdesks/request-tracker';
import { type Capture, parseCapture } from '../../../lib/ticket/schema';
import type { RequestTrackerServer } from './real-server';
import { type Session, type SessionPage, signIn } from './session';

export type User = keyof RequestTrackerServer['users'] | 'root';

export function sessionOf(rt: RequestTrackerServer, user: User): Promise<Session> {
  return user === 'root'
    ? signIn(rt.base, rt.root.user, rt.root.password)
    : signIn(rt.base, rt.users[user], rt.password);
}

export async function visit(
  rt: RequestTrackerServer,
  user: User,
  ticket: number,
): Promise<{ page: SessionPage; ref: TicketRef }> {
  const session = await sessionOf(rt, user);
  return open(session, `${rt.base}/Ticket/Display.html?id=${ticket}`);
}

export async function open(
  session: Session,
  address: string,
): Promise<{ page: SessionPage; ref: TicketRef }> {
  const page = await session.page(address);
  const ref = requestTracker.locate(page.url);
  if (!ref) throw new Error(`${address} is no ticket's address`);
  return { page, ref };
}

export async function pullAs(
  rt: RequestTrackerServer,
  user: User,
  ticket: number,
): Promise<{ capture: Capture; requests: string[] }> {
  const visited = await visit(rt, user, ticket);
  const start = performance.now();
  const capture = await pullFrom(visited);
  const { requests } = visited.page;
  console.log(
    `${user} ticket ${ticket}: ${requests.length} requests, ${Math.round(performance.now() - start)} ms`,
  );
  return { capture, requests };
}

/** Also proves that the page was only read, and that the capture passes the schemas. */
export async function pullFrom({ page, ref }: { page: SessionPage; ref: TicketRef }): Promise<Capture> {
  const before = page.document.documentElement.outerHTML;
  const result = await requestTracker.pull(ref, page);
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  expect(page.document.documentElement.outerHTML).toBe(before);
  expect(parseCapture(result.value)).toMatchObject({ ok: true });
  return result.value;
}
