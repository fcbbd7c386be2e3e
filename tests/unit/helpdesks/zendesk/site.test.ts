import { expect, it } from 'vitest';
import { zendesk } from '../../../../lib/helpdesks/zendesk';

it.each([
  ['https://acme.zendesk.com/agent/tickets/48213', '48213'],
  ['https://acme.zendesk.com/agent/tickets/48213/', '48213'],
  ['https://acme.zendesk.com/agent/tickets/48213/requester/requested_tickets', '48213'],
  ['https://acme.zendesk.com/agent/tickets/48213?brand_id=5#comment-1', '48213'],
  ['https://acme.zendesk.com/agent/#/tickets/48213', '48213'],
])('finds the ticket in %s', (address, key) => {
  expect(zendesk.locate(new URL(address))).toEqual({
    helpdesk: 'zendesk',
    site: 'https://acme.zendesk.com',
    key,
    url: `https://acme.zendesk.com/agent/tickets/${key}`,
  });
});

it.each([
  ['https://acme.zendesk.com/hc/en-us/requests/48213', 'https://acme.zendesk.com/agent/tickets/48213'],
  ['https://acme.zendesk.com/hc/requests/48213?page=2', 'https://acme.zendesk.com/agent/tickets/48213'],
  ['https://acme.zendesk.com/hc/de/requests/48213/', 'https://acme.zendesk.com/agent/tickets/48213'],
  // On a host of the company's own nothing tells the account.
  ['https://help.acme.example/hc/en-gb/requests/48213', undefined],
])('knows %s for the customer’s page', (address, agentUrl) => {
  expect(zendesk.customerPage(new URL(address))).toEqual({ key: '48213', ...(agentUrl ? { agentUrl } : {}) });
});

it.each([
  'https://acme.zendesk.com/hc/en-us/requests',
  'https://acme.zendesk.com/hc/en-us/requests/new',
  'https://acme.zendesk.com/hc/en-us/articles/48213',
  'https://acme.zendesk.com/agent/tickets/48213',
  'http://acme.zendesk.com/hc/en-us/requests/48213',
])('does not take %s for a customer’s page of a ticket', (address) => {
  expect(zendesk.customerPage(new URL(address))).toBeUndefined();
});

it.each([
  'https://acme.zendesk.com/agent/filters/360001',
  'https://acme.zendesk.com/agent/tickets/new/1',
  'https://acme.zendesk.com/hc/en-us/requests/48213',
  'https://acme.zendesk.com/agent/dashboard',
  'http://acme.zendesk.com/agent/tickets/48213',
  'https://zendesk.com.example/agent/tickets/48213',
  'https://notzendesk.com/agent/tickets/48213',
])('finds none in %s', (address) => {
  expect(zendesk.locate(new URL(address))).toBeUndefined();
});
