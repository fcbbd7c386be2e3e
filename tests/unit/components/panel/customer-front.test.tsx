// @vitest-environment jsdom
import '../support/panel-browser';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CustomerFront } from '../../../../components/panel/CustomerFront';
import { expectAccessible } from '../support/accessibility';

const agentUrl = 'https://desk.example/rt/Ticket/Display.html?id=12';
const front = { label: 'Request Tracker', key: '12', agentUrl, tabId: 7 };

function ledTabs() {
  const led: unknown[] = [];
  Object.assign(fakeBrowser.tabs, { update: async (...asked: unknown[]) => led.push(asked) });
  return led;
}

it('says that this is no agent’s page, and leads the tab to the one that is', async () => {
  const led = ledTabs();
  const onList = vi.fn<() => void>();
  const { container } = render(<CustomerFront front={front} onList={onList} />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This is not an agent’s page');
  expect(screen.getByText(/It shows ticket 12 as its customer sees it/)).toBeTruthy();
  expect(screen.getByText(/you are signed in as a customer/)).toBeTruthy();
  await expectAccessible(container);
  await userEvent.click(screen.getByRole('button', { name: 'Open the agent’s page' }));
  await userEvent.click(screen.getByRole('link', { name: agentUrl }));
  expect(led).toEqual([
    [7, { active: true, url: agentUrl }],
    [7, { active: true, url: agentUrl }],
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'All postmortems' }));
  expect(onList).toHaveBeenCalledOnce();
});

it('names the helpdesk where the agent’s address is not known', () => {
  const { agentUrl: _, ...unknown } = { ...front, label: 'Zendesk' };
  render(<CustomerFront front={unknown} onList={() => {}} />);
  expect(screen.getByText(/Open ticket 12 in Zendesk as an agent/)).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Open the agent’s page' })).toBeNull();
});

it('is a strip above a ticket that the panel shows already', async () => {
  const led = ledTabs();
  const { container } = render(<CustomerFront front={front} />);
  expect(screen.getByRole('status').textContent).toContain('The customer’s page of ticket 12 is in front');
  expect(screen.queryByRole('heading')).toBeNull();
  await expectAccessible(container);
  await userEvent.click(screen.getByRole('button', { name: 'Open the agent’s page' }));
  expect(led).toEqual([[7, { active: true, url: agentUrl }]]);
});
