import { expect, it } from 'vitest';
import { allowedSites, allowSite, isAllowed, removeSite, siteOf } from '../../../lib/platform/permissions';
import { fakePermissions } from '../support/fake-permissions';

const acme = siteOf('https://acme.zendesk.com/agent/tickets/7');

it.each([
  ['https://acme.zendesk.com/agent/tickets/7', 'https://acme.zendesk.com/*', 'https://acme.zendesk.com/*'],
  [
    'https://acme.zendesk.com:443/agent/tickets/7',
    'https://acme.zendesk.com/*',
    'https://acme.zendesk.com/*',
  ],
  ['http://rt.example:8080/rt/Ticket/Display.html?id=7', 'http://rt.example:8080/*', 'http://rt.example/*'],
  ['http://[::1]:8080/Ticket/Display.html', 'http://[::1]:8080/*', 'http://[::1]/*'],
])('asks for the one site of %s, with its port where match patterns have one', (url, withPort, without) => {
  expect(siteOf(url, true).pattern).toBe(withPort);
  expect(siteOf(url, false).pattern).toBe(without);
});

it.each([true, false])('asks once and tells what the user said: %s', async (said) => {
  const permissions = fakePermissions();
  permissions.answer = said;
  expect(await allowSite(acme)).toBe(said);
  expect(permissions.asked).toEqual(['https://acme.zendesk.com/*']);
});

it('knows what was allowed before', async () => {
  fakePermissions('https://acme.zendesk.com/*');
  expect(await isAllowed(acme)).toBe(true);
  expect(await isAllowed(siteOf('https://other.zendesk.com/agent/tickets/7'))).toBe(false);
});

it('names every allowed site in words, also those allowed by a pattern in the browser’s settings', async () => {
  fakePermissions(
    'https://*.zendesk.com/*',
    'http://rt.example:8080/*',
    '*://*/*',
    'https://acme.zendesk.com/*',
  );
  const sites = await allowedSites();
  expect(sites.map(({ name, isEncrypted }) => [name, isEncrypted])).toEqual([
    ['acme.zendesk.com', true],
    ['every site', false],
    ['every site of zendesk.com', true],
    ['rt.example:8080', false],
  ]);
});

it('takes back the very pattern that was allowed, and no other', async () => {
  const permissions = fakePermissions('https://*.zendesk.com/*', 'https://acme.zendesk.com/*');
  const [own] = await allowedSites();
  expect(own && (await removeSite(own))).toBe(true);
  expect([...permissions.origins]).toEqual(['https://*.zendesk.com/*']);
});
