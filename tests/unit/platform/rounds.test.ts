import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CourierAnswer } from '../../../lib/platform/courier-wire';
import { Rounds } from '../../../lib/platform/rounds';

const origin = 'https://acme.example';
const fine = (more: ResponseInit = {}) =>
  new Response('{}', { headers: { 'content-type': 'application/json' }, ...more });
const settle = () => new Promise((resolve) => setTimeout(resolve));

let asked: { path: string; answer: (response: Response) => void; lose: (error: Error) => void }[];
let told: CourierAnswer[];
let cancel: AbortController;
let rounds: Rounds;

beforeEach(() => {
  asked = [];
  told = [];
  cancel = new AbortController();
  rounds = new Rounds((message) => told.push(message), cancel.signal);
  vi.stubGlobal('location', new URL(origin));
  vi.stubGlobal(
    'fetch',
    (target: URL) =>
      new Promise((answer, lose) => asked.push({ path: target.pathname.slice(1), answer, lose })),
  );
});

afterEach(() => vi.unstubAllGlobals());

function take(paths: string, more: { lanes?: number; isUrgent?: boolean } = { lanes: 2 }) {
  for (const path of paths) {
    const id = path.charCodeAt(0);
    rounds.take({ kind: 'get', nonce: 'n', id, url: `${origin}/${path}`, ...more });
  }
}

const paths = () => asked.map(({ path }) => path).join('');
const givenBack = () =>
  told.filter(({ kind }) => kind === 'given_back').map(({ id }) => String.fromCharCode(id));

it('begin as many as there are lanes, and the next one before the answer is told', async () => {
  take('abcd');
  expect(paths()).toBe('ab');
  let begunByThen = '';
  rounds = new Rounds(() => {
    begunByThen = paths();
  }, cancel.signal);
  asked = [];
  take('abcd');
  asked[1]?.answer(fine());
  await settle();
  expect(begunByThen).toBe('abc');
});

it('begin what is urgent before what was kept, and what knows no lanes at once', () => {
  take('abc');
  take('u', { lanes: 2, isUrgent: true });
  take('x', {});
  expect(paths()).toBe('abx');
  asked[0]?.answer(fine());
  return settle()
    .then(() => expect(paths()).toBe('abx'))
    .then(() => asked[1]?.answer(fine()))
    .then(settle)
    .then(() => expect(paths()).toBe('abxu'));
});

it.each<[string, () => Response]>([
  ['a pause is asked for', () => fine({ status: 429 })],
  ['the session has ended', () => fine({ status: 401 })],
  ['the server stumbles', () => fine({ status: 503 })],
  ['a page comes instead of data', () => new Response('<p>', { headers: { 'content-type': 'text/html' } })],
  [
    'little is left of the account’s limit',
    () => fine({ headers: { 'content-type': 'application/json', 'x-rate-limit-remaining': '12' } }),
  ],
  [
    'it was led to another page',
    () => Object.defineProperty(fine(), 'redirected', { value: true }) as Response,
  ],
])('give back all that is kept when %s, after that answer', async (_what, response) => {
  take('abcde');
  asked[0]?.answer(response());
  await settle();
  expect(paths()).toBe('ab');
  expect(told.map(({ kind }) => kind)).toEqual(['response', 'given_back', 'given_back', 'given_back']);
  expect(givenBack()).toEqual(['c', 'd', 'e']);
  asked[1]?.answer(fine());
  await settle();
  expect(paths()).toBe('ab');
});

it('give back all that is kept when a request is lost', async () => {
  take('abcd');
  asked[1]?.lose(new TypeError('Failed to fetch'));
  await settle();
  // Looked at once more, whether it was led away.
  asked[2]?.lose(new TypeError('Failed to fetch'));
  await settle();
  expect(told.map(({ kind }) => kind)).toEqual(['failed', 'given_back', 'given_back']);
});

it('begin nothing that is kept once the panel has gone', async () => {
  take('abcd');
  cancel.abort();
  asked[0]?.answer(fine());
  asked[1]?.answer(fine());
  await settle();
  expect(paths()).toBe('ab');
  expect(told).toEqual([]);
});
