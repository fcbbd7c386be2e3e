import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { allowSite, isAllowed, siteOrigins } from '../../../lib/platform/permissions';

const contains = vi.fn<(asked: { origins: string[] }) => Promise<boolean>>();
const request = vi.fn<(asked: { origins: string[] }) => Promise<boolean>>();

beforeEach(() => Object.assign(fakeBrowser.permissions, { contains, request }));

it.each([
  ['https://acme.zendesk.com/agent/tickets/7', 'https://acme.zendesk.com/*'],
  ['http://rt.example:8080/rt/Ticket/Display.html?id=7', 'http://rt.example/*'],
  ['http://[::1]:8080/Ticket/Display.html', 'http://[::1]/*'],
])('asks for the one host of %s, without a port', (url, pattern) => {
  expect(siteOrigins(url)).toEqual([pattern]);
});

it.each([true, false])('asks once and tells what the user said: %s', async (said) => {
  request.mockResolvedValue(said);
  expect(await allowSite('https://acme.zendesk.com/agent/tickets/7')).toBe(said);
  expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://acme.zendesk.com/*'] });
});

it('knows what was allowed before', async () => {
  contains.mockImplementation(async ({ origins }) => origins[0] === 'https://acme.zendesk.com/*');
  expect(await isAllowed('https://acme.zendesk.com/agent/tickets/7')).toBe(true);
  expect(await isAllowed('https://other.zendesk.com/agent/tickets/7')).toBe(false);
});
