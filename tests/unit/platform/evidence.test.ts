import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { goToEvidence } from '../../../lib/platform/evidence';
import type { Instant } from '../../../lib/ticket/basics';
import { FakePort } from './fake-port';

const ticket = {
  helpdesk: 'zendesk',
  site: 'https://acme.zendesk.com',
  key: '7',
  url: 'https://acme.zendesk.com/agent/tickets/7',
};
const time: Instant = { at: '2026-11-16T08:00:00.000Z', precision: 's' };
const event = { id: 'audit:1/evt:2', kind: 'message', time } as const;

let injected: number[];

beforeEach(() => {
  fakeBrowser.reset();
  injected = [];
});

/** A tab of the browser; with `found` its page answers whether it has the entry. */
async function tabOn(url: string, found?: boolean): Promise<number> {
  const tab = await fakeBrowser.tabs.create({ url, active: false });
  const tabId = tab.id ?? Number.NaN;
  Object.assign(fakeBrowser.scripting, {
    executeScript: async (injection: { target: { tabId: number } }) => {
      injected.push(injection.target.tabId);
      return [{ documentId: 'doc-1', frameId: 0 }];
    },
  });
  const page = new FakePort();
  const { port } = page;
  const { postMessage } = port;
  Object.assign(port, {
    postMessage: (request: unknown) => {
      postMessage.call(port, request);
      if (found !== undefined) page.say({ kind: 'shown', found });
      else page.drop();
    },
  });
  Object.assign(fakeBrowser.tabs, { connect: () => port });
  return tabId;
}

/** Watches what the browser is asked to show; a tab that is led elsewhere has loaded at once. */
function watchTabs() {
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  const led: string[] = [];
  const front: number[] = [];
  Object.assign(fakeBrowser.tabs, {
    update: async (tabId: number, { url, active }: { url?: string; active?: boolean }) => {
      if (active) front.push(tabId);
      if (url === undefined) return;
      led.push(url);
      queueMicrotask(() => {
        void fakeBrowser.tabs.onUpdated.trigger(tabId, { status: 'complete' }, {} as never); // unused by the listener
      });
    },
  });
  return { opened: () => create.mock.calls.map(([options]) => options.url), led, front };
}

describe('following evidence', () => {
  it('brings the ticket’s own tab to the front and shows the entry there', async () => {
    const tabId = await tabOn(ticket.url, true);
    const seen = watchTabs();
    expect(await goToEvidence(tabId, ticket, event)).toBe('done');
    expect([seen.front, seen.led, seen.opened(), injected]).toEqual([[tabId], [], [], [tabId]]);
  });

  it.each([
    ['another window than the panel', 2, [2]],
    ['the panel’s own window', 1, []],
  ])('brings the window to the front when the tab is in %s', async (_where, windowId, focused) => {
    const tabId = await tabOn(ticket.url, true);
    const seen: number[] = [];
    Object.assign(fakeBrowser.tabs, { update: async () => ({ id: tabId, windowId }) });
    Object.assign(fakeBrowser.windows, {
      getCurrent: async () => ({ id: 1 }),
      update: async (id: number, change: { focused?: boolean }) => change.focused && seen.push(id),
    });
    await goToEvidence(tabId, ticket, event);
    expect(seen).toEqual(focused);
  });

  it('tells when the page has no such entry', async () => {
    const tabId = await tabOn(ticket.url, false);
    watchTabs();
    expect(await goToEvidence(tabId, ticket, event)).toBe('not_on_page');
  });

  it('does not call an entry missing because the page could not be asked', async () => {
    const tabId = await tabOn(ticket.url);
    watchTabs();
    expect(await goToEvidence(tabId, ticket, event)).toBe('done');
  });

  it.each([
    ['another ticket', 'https://acme.zendesk.com/agent/tickets/8'],
    ['a dashboard', 'https://acme.zendesk.com/agent/dashboard'],
  ])('leads the tab from %s of the same site to the entry’s own address', async (_what, url) => {
    const tabId = await tabOn(url, true);
    const seen = watchTabs();
    const own = `${ticket.url}#comment-2`;
    await goToEvidence(tabId, ticket, { ...event, url: own });
    expect([seen.led, seen.opened(), injected]).toEqual([[own], [], [tabId]]);
  });

  it.each([
    ['has gone to another site', () => tabOn('https://other.zendesk.com/agent/tickets/7', true)],
    ['was closed', async () => 4_711],
    ['was never open', async () => undefined],
  ])('opens a tab where the ticket’s %s, and leaves what is there alone', async (_what, prepare) => {
    const tabId = await prepare();
    const seen = watchTabs();
    expect(await goToEvidence(tabId, ticket, event)).toBe('done');
    expect([seen.opened(), seen.led, seen.front, injected]).toEqual([[ticket.url], [], [], []]);
  });

  it.each([
    'https://evil.example/agent/tickets/7',
    'http://acme.zendesk.com/agent/tickets/7',
    'https://acme.zendesk.com:8443/agent/tickets/7',
    'https://acme.zendesk.com@evil.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    '/agent/tickets/7',
    'not an address',
  ])('never goes to %s: the ticket itself is shown instead', async (url) => {
    const seen = watchTabs();
    await goToEvidence(undefined, ticket, { ...event, url });
    expect(seen.opened()).toEqual([ticket.url]);
  });

  it('without an entry only brings the ticket to the front', async () => {
    const tabId = await tabOn(ticket.url, false);
    const seen = watchTabs();
    expect(await goToEvidence(tabId, ticket)).toBe('done');
    expect([seen.front, injected]).toEqual([[tabId], []]);
  });
});

describe('following evidence to a page that has the entry for sure', () => {
  const site = 'https://desk.example/rt';
  const display = `${site}/Ticket/Display.html?id=7`;
  const history = `${site}/Ticket/History.html?id=7#txn-77`;
  const rtTicket = { helpdesk: 'request-tracker', site, key: '7', url: display };
  const entry = { id: 'txn:77', kind: 'message', time, url: `${display}#txn-77` } as const;

  it('leads the ticket’s tab there only where its page does not show the entry', async () => {
    for (const [found, led] of [
      [true, []],
      [false, [history]],
    ] as const) {
      const tabId = await tabOn(display, found);
      const seen = watchTabs();
      await goToEvidence(tabId, rtTicket, entry);
      expect(seen.led).toEqual(led);
    }
  });

  it('looks on both pages before it calls an entry missing', async () => {
    const tabId = await tabOn(display, false);
    watchTabs();
    expect(await goToEvidence(tabId, rtTicket, entry)).toBe('not_on_page');
    expect(injected).toEqual([tabId, tabId]);
  });

  it('does not load that page once more', async () => {
    const tabId = await tabOn(`${site}/Ticket/History.html?id=7#txn-5`, false);
    const seen = watchTabs();
    expect(await goToEvidence(tabId, rtTicket, entry)).toBe('not_on_page');
    expect([seen.led, seen.opened()]).toEqual([[], []]);
  });

  it('goes there at once from another page of the site, and in a new tab', async () => {
    const tabId = await tabOn(`${site}/Search/Results.html`, true);
    const seen = watchTabs();
    await goToEvidence(tabId, rtTicket, entry);
    expect(seen.led).toEqual([history]);
    await goToEvidence(undefined, rtTicket, entry);
    expect(seen.opened()).toEqual([history]);
  });

  it('leaves a page alone on which something of this ticket may be half written', async () => {
    const tabId = await tabOn(`${site}/Ticket/Update.html?id=7&Action=Respond`, false);
    const seen = watchTabs();
    expect(await goToEvidence(tabId, rtTicket, entry)).toBe('done');
    expect([seen.led, seen.opened()]).toEqual([[], [history]]);
  });
});
