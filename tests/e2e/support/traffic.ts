/** Everything the extension and its pages asked the network for during one session. */
import { type BrowserContext, expect } from '@playwright/test';
import type { Strangers } from './strangers';

export interface Traffic {
  requests: readonly Request[];
  /** Forgets what was asked so far, such as a sign-in on the page itself. */
  startOver(): void;
  /** Fails unless every request was a GET to one of these origins, and no other host was even looked for. */
  expectOnlyReads(...origins: string[]): void;
  /** Fails if anybody reached for another host; a request that a browser begins and forbids reaches for none. */
  expectNoOtherHost(): void;
}

interface Request {
  method: string;
  url: string;
}

export function watchTraffic(context: BrowserContext, strangers: Strangers): Traffic {
  const requests: Request[] = [];
  context.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()))
      requests.push({ method: request.method(), url: request.url() });
  });
  const expectNoOtherHost = () =>
    expect(strangers.names(), 'other hosts that somebody tried to reach').toEqual([]);
  return {
    requests,
    startOver: () => requests.splice(0),
    expectOnlyReads(...origins) {
      const odd = requests.filter(
        ({ method, url }) => method !== 'GET' || !origins.includes(new URL(url).origin),
      );
      expect(odd, 'requests that are no GET to the ticket’s own origin').toEqual([]);
      expectNoOtherHost();
    },
    expectNoOtherHost,
  };
}
