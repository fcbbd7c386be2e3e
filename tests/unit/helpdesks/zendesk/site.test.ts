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
