// @vitest-environment jsdom
/** Whatever comes over the port, a question gets the answer that was meant for it, or none. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer } from '../../../lib/helpdesks/contract';
import { PullError } from '../../../lib/helpdesks/pull-error';
import type { PanelRequest } from '../../../lib/platform/courier-wire';
import { CourierLine, pageOverPort } from '../../../lib/platform/page-over-port';
import { type Json, mutated, mutation } from '../support/mutations';
import { LAW_TIMEOUT_MS, runs } from '../support/runs';
import { FakePort } from './fake-port';

const URL_OF_TICKET = new URL('https://acme.example/agent/tickets/7');
const watcher = { progress: () => {}, waiting: () => {} };

const response = {
  kind: 'response',
  status: 200,
  url: 'https://acme.example/api/a.json',
  redirected: false,
  headers: { 'content-type': 'application/json', 'x-a': 'b' },
  body: '{"a":1}',
  spent: { networkMs: 12, pageMs: 3 },
};
const answers: Json[] = [
  response,
  { ...response, status: 204, body: '' },
  { kind: 'failed', failure: 'timeout', at: '/api/a.json' },
  { kind: 'head', origin: 'https://acme.example', lang: 'de', scripts: ['var x;'] },
  { kind: 'shown', found: true },
  { kind: 'given_back' },
];

/** A message to this question, damaged; most keep its nonce and place, because all others are not even looked at. */
const message = fc.record({
  answer: fc.constantFrom(...answers),
  mutations: fc.array(mutation, { maxLength: 2 }),
  isAddressed: fc.boolean(),
});
type Message = typeof message extends fc.Arbitrary<infer M> ? M : never;

it('a damaged answer is an answer of the right kind, a typed problem, or not heard', {
  timeout: LAW_TIMEOUT_MS,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 4 }), async (messages) => {
      const wire = new FakePort();
      const line = new CourierLine(wire.port, new AbortController().signal);
      const page = pageOverPort(line, URL_OF_TICKET, new AbortController().signal, watcher);
      wire.say({ kind: 'head', origin: URL_OF_TICKET.origin, lang: 'en', scripts: [] });
      const getting = outcome(page.fetch('/api/a.json'));
      const [asked] = wire.asked.slice(-1);
      for (const one of messages) wire.hear(damaged(one, asked));
      // Whoever did not understand any of it is still waiting, and understands this.
      wire.say({ kind: 'failed', failure: 'offline', at: 'last' }, asked);
      const got = await getting;
      if (got instanceof PullError) expect(got.problem.next).toMatch(/\.$/);
      else expect(typeof (await got.text())).toBe('string');
      expect(line.spent.networkMs).toBeGreaterThanOrEqual(0);
      line.close();
    }),
    runs(300),
  );
});

function damaged({ answer, mutations, isAddressed }: Message, to: PanelRequest | undefined): Json {
  const whole = { ...Object(answer), nonce: to?.nonce, id: to?.id };
  const changed = mutations.reduce(mutated, whole as Json);
  const holds = typeof changed === 'object' && changed !== null && !Array.isArray(changed);
  return isAddressed && holds && to ? { ...changed, nonce: to.nonce, id: to.id } : changed;
}

function outcome(pending: Promise<Answer>): Promise<Answer | PullError> {
  return pending.catch((error: unknown) => {
    if (error instanceof PullError) return error;
    throw error;
  });
}
