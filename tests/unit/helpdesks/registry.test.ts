import { describe, expect, it } from 'vitest';
import { entryFinders } from '../../../lib/helpdesks/entries';
import { helpdesks } from '../../../lib/helpdesks/registry';
import { locateCustomerPage, locateTicket, sites } from '../../../lib/helpdesks/sites';
import { loadReader } from '../../../lib/platform/readers';

const ids = sites.map((site) => site.id);

describe('the lists of helpdesks', () => {
  it('hold the same helpdesks in the same order, each once', () => {
    expect(helpdesks.map((helpdesk) => helpdesk.id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(ids)('have a reader and an entry finder for %s', async (id) => {
    const reader = await loadReader(id);
    expect(reader).toBe(helpdesks.find((helpdesk) => helpdesk.id === id));
    expect(entryFinders[id]).toBe(reader.entry);
  });

  it('say so when a reader is missing', async () => {
    await expect(loadReader('nowhere')).rejects.toThrow('No reader for nowhere');
  });

  it.each([
    ['https://acme.zendesk.com/agent/tickets/7', 'zendesk', 'https://acme.zendesk.com'],
    [
      'https://desk.example:8443/rt/Ticket/Display.html?id=7',
      'request-tracker',
      'https://desk.example:8443/rt',
    ],
  ])('know a ticket by its address: %s', (address, helpdesk, site) => {
    expect(locateTicket(new URL(address))?.ref).toMatchObject({ helpdesk, site, key: '7' });
  });

  it.each([
    ['https://acme.zendesk.com/hc/en-us/requests/7', 'zendesk'],
    ['https://desk.example:8443/rt/SelfService/Display.html?id=7', 'request-tracker'],
  ])('tell the customer’s page from the agent’s: %s', (address, helpdesk) => {
    const url = new URL(address);
    expect(locateTicket(url)).toBeUndefined();
    const { site, page } = locateCustomerPage(url) ?? {};
    expect(site?.id).toBe(helpdesk);
    // What it leads to is a ticket of the same helpdesk, on the same origin.
    const agentUrl = new URL(page?.agentUrl ?? '');
    expect(agentUrl.origin).toBe(url.origin);
    expect(locateTicket(agentUrl)?.ref).toMatchObject({ helpdesk, key: '7' });
    expect(locateCustomerPage(agentUrl)).toBeUndefined();
  });

  it.each(['https://example.com/', 'about:blank', 'https://acme.zendesk.com.example/agent/tickets/7'])(
    'take %s for no ticket',
    (address) => {
      expect(locateTicket(new URL(address))).toBeUndefined();
    },
  );
});
