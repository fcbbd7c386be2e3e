import { describe, expect, it } from 'vitest';
import { entryFinders } from '../../../lib/helpdesks/entries';
import { helpdesks } from '../../../lib/helpdesks/registry';
import { locateTicket, sites } from '../../../lib/helpdesks/sites';
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

  it.each(['https://example.com/', 'about:blank', 'https://acme.zendesk.com.example/agent/tickets/7'])(
    'take %s for no ticket',
    (address) => {
      expect(locateTicket(new URL(address))).toBeUndefined();
    },
  );
});
