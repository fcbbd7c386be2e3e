/**
 * A reader's page as it is in the panel, with the real courier at the other end of a port between the two; only the
 * network behind the courier is a test's. Needs a DOM.
 */
import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Page, TicketRef } from '../../../../lib/helpdesks/contract';
import { asResult } from '../../../../lib/helpdesks/pull-error';
import { listenForPanel } from '../../../../lib/platform/courier';
import { COURIER_PORT } from '../../../../lib/platform/courier-wire';
import { CourierLine, pageOverPort } from '../../../../lib/platform/page-over-port';
import type { Desk } from './desks';

export type Network = (url: URL, request: RequestInit) => Promise<Response>;

export interface Pulled {
  result: Awaited<ReturnType<Desk['helpdesk']['pull']>>;
  /** Path and query of each request that reached the network, percent signs decoded. */
  asked: string[];
  /** Every pause the pull made, in milliseconds; none of them is really waited. */
  waits: number[];
  /** The instants the user was told a pause would last until. */
  until: string[];
}

/** Pulls the desk's ticket over this network. */
export async function pullOver(desk: Desk, network: Network): Promise<Pulled> {
  const pulled: Omit<Pulled, 'result'> = { asked: [], waits: [], until: [] };
  const ref = desk.helpdesk.locate(desk.url) as TicketRef; // a ticket's address
  vi.stubGlobal('location', desk.url);
  vi.stubGlobal('fetch', (target: URL, request: RequestInit) => {
    pulled.asked.push(decodeURIComponent(`${target.pathname}${target.search}`));
    return network(target, request);
  });
  showPage(desk.script);
  const line = new CourierLine(connectToCourier(), new AbortController().signal);
  try {
    const result = await asResult(async () => {
      const page = await pageOverPort(line, desk.url, new AbortController().signal, {
        progress: () => {},
        waiting: (until) => pulled.until.push(until),
      });
      return desk.helpdesk.pull(ref, withoutWaiting(page, pulled.waits));
    });
    return { ...pulled, result };
  } finally {
    line.close();
  }
}

function withoutWaiting(page: Page, waits: number[]): Page {
  return { ...page, now: () => '2026-12-01T12:00:00.000Z', wait: async (ms) => void waits.push(ms) };
}

function showPage(script: string): void {
  const element = document.createElement('script');
  element.type = 'text/plain'; // jsdom would run it
  element.textContent = script;
  document.head.replaceChildren(element);
}

type Hear<T extends unknown[]> = (...heard: T) => void;

class Listeners<T extends unknown[]> {
  private readonly all = new Set<Hear<T>>();
  addListener = (hear: Hear<T>) => void this.all.add(hear);
  removeListener = (hear: Hear<T>) => void this.all.delete(hear);
  tell(...heard: T): void {
    for (const hear of this.all) hear(...heard);
  }
}

/** One end of a port; what is said at one end is heard at the other, as a copy in JSON, a moment later. */
class End {
  readonly name = COURIER_PORT;
  readonly onMessage = new Listeners<[unknown]>();
  readonly onDisconnect = new Listeners<[]>();
  other: End | undefined;

  postMessage(message: unknown): void {
    const copy: unknown = JSON.parse(JSON.stringify(message));
    queueMicrotask(() => this.other?.onMessage.tell(copy));
  }

  disconnect(): void {
    const { other } = this;
    this.other = undefined;
    if (other) other.other = undefined;
    other?.onDisconnect.tell();
  }
}

type Port = ConstructorParameters<typeof CourierLine>[0];

function connectToCourier(): Port {
  const onConnect = new Listeners<[Port]>();
  // The fake browser knows no ports.
  Object.assign(browser.runtime, { onConnect });
  listenForPanel();
  const [panel, page] = [new End(), new End()];
  panel.other = page;
  page.other = panel;
  // The parts of a port that both ends use.
  onConnect.tell(page as unknown as Port);
  return panel as unknown as Port;
}
