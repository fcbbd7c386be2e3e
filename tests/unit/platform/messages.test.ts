import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { clickedTab, courierMessageSchema } from '../../../lib/platform/messages';

describe('the click the background tells of', () => {
  it('names its tab', () => {
    expect(clickedTab({ debrief: 'clicked', tabId: 7 })).toBe(7);
  });

  it.each([
    undefined,
    null,
    'clicked',
    {},
    { debrief: 'clicked' },
    { debrief: 'clicked', tabId: '7' },
    { debrief: 'clicked', tabId: 7.5 },
    { debrief: 'other', tabId: 7 },
    { tabId: 7 },
  ])('is not %j', (message) => {
    expect(clickedTab(message)).toBeUndefined();
  });
});

describe('what the script on the page may say', () => {
  const to = { nonce: 'n', id: 1 };
  const response = {
    ...to,
    kind: 'response',
    status: 200,
    url: 'https://acme.example/a',
    redirected: false,
    headers: {},
    body: '',
    spent: { networkMs: 1.5, pageMs: 0 },
  };
  const hears = (message: unknown) => z.safeParse(courierMessageSchema, message).success;

  it.each([
    response,
    { ...response, status: 599 },
    { ...to, kind: 'failed', failure: 'too_large', at: '/a' },
    { ...to, kind: 'head', origin: 'https://acme.example', lang: '', scripts: ['x'] },
    { ...to, kind: 'shown', found: false },
  ])('is $kind', (message) => {
    expect(hears(message)).toBe(true);
  });

  it.each([
    ['without a nonce', { ...response, nonce: undefined }],
    ['with a place between two', { ...response, id: 1.5 }],
    ['with a status below 200, which no response can have', { ...response, status: 199 }],
    ['with a status above 599', { ...response, status: 600 }],
    ['with a header that is no text', { ...response, headers: { a: 1 } }],
    ['with a body that is no text', { ...response, body: { a: 1 } }],
    ['with a failure nobody knows', { ...to, kind: 'failed', failure: 'other', at: '/a' }],
    ['with scripts that are none', { ...to, kind: 'head', origin: 'x', lang: '', scripts: [1] }],
    ['of an unknown kind', { ...to, kind: 'run' }],
  ])('is nothing %s', (_what, message) => {
    expect(hears(message)).toBe(false);
  });
});
