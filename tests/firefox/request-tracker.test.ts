/** A real Request Tracker in a real Firefox: plain http, a port of its own, and HTML that Debrief did not write. */
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCapture } from '../../lib/ticket/schema';
import { compareWithTruth } from '../helpdesks/request-tracker/compare-with-truth';
import {
  type RequestTrackerServer,
  requestTrackerAvailability,
  startRequestTracker,
} from '../helpdesks/request-tracker/real-server';
import { evaluate } from './support/bidi';
import type { FirefoxSession } from './support/launch';
import { launchWithDebrief, newProfile, openTicket, visit } from './support/session';
import { panelText } from './support/sidebar';
import { storedCapture } from './support/store';

const isHere = requestTrackerAvailability().available && process.env.DEBRIEF_WITHOUT_RT !== '1';

describe.runIf(isHere)('on a real Request Tracker', () => {
  const { profile, remove } = newProfile();
  let rt: RequestTrackerServer;
  let firefox: FirefoxSession;

  beforeAll(async () => {
    // The comparison reads one HTML message with the browser's parser, which Node has not.
    globalThis.DOMParser ??= new JSDOM().window.DOMParser;
    rt = await startRequestTracker();
    firefox = await launchWithDebrief({ profile });
  });

  afterAll(async () => {
    await firefox?.close();
    await rt?.stop();
    remove();
  });

  it('a click on the icon reads the ticket as RT’s own database has it', async () => {
    const ticket = rt.tickets.escalation;
    const url = `${rt.base}/Ticket/Display.html?id=${ticket}`;
    await visit(firefox, `${rt.base}/NoAuth/Login.html`);
    await evaluate(firefox.bidi, firefox.tab, signIn, rt.base, rt.users.mira, rt.password);
    await openTicket(firefox, url);
    await expect
      .poll(() => panelText(firefox), { timeout: 60_000, interval: 200 })
      .toContain('Pulled just now');
    const parsed = parseCapture(await storedCapture(firefox));
    if (!parsed.ok) throw new Error(parsed.problem.message);
    expect(compareWithTruth(parsed.value, rt.truth(ticket))).toEqual([]);
    expect(parsed.value.coverage.complete).toBe(true);
  });
});

/** Runs in the page: the form's own request, without waiting for the page after it. */
async function signIn(base: string, user: string, pass: string): Promise<void> {
  await fetch(`${base}/NoAuth/Login.html`, { method: 'POST', body: new URLSearchParams({ user, pass }) });
}
