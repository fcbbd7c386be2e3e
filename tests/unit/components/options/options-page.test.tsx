// @vitest-environment jsdom
import '../support/panel-browser';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { OptionsPage } from '../../../../components/options/OptionsPage';
import { fakePermissions } from '../../support/fake-permissions';
import { expectAccessible } from '../support/accessibility';

const ACME = 'https://acme.zendesk.com/*';
const RT = 'http://rt.example:8080/*';

const rows = () => screen.queryAllByRole('listitem').map((row) => row.firstElementChild?.textContent);
const removeOf = (name: string) => screen.getByRole('button', { name: `Remove access to ${name}` });

it('lists the allowed sites, by name, and marks one that is not encrypted', async () => {
  fakePermissions(RT, ACME);
  const { container } = render(<OptionsPage />);
  await waitFor(() => expect(rows()).toEqual(['acme.zendesk.com', 'rt.example:8080']));
  const [acme, rt] = screen.getAllByRole('listitem');
  expect(within(rt as HTMLElement).getByText('http')).toBeTruthy();
  expect(within(acme as HTMLElement).queryByText('http')).toBeNull();
  await expectAccessible(container);
});

it('without an allowed site says how one comes to be', async () => {
  fakePermissions();
  const { container } = render(<OptionsPage />);
  expect(await screen.findByText('No site is always allowed')).toBeTruthy();
  expect(screen.getByText(/After a pull the panel offers to always allow that site/)).toBeTruthy();
  expect(screen.queryByRole('list')).toBeNull();
  await expectAccessible(container);
});

it('takes one site back, says so, and moves the focus from the button that is gone', async () => {
  const permissions = fakePermissions(ACME, RT);
  render(<OptionsPage />);
  await waitFor(() => expect(rows()).toHaveLength(2));
  await userEvent.click(removeOf('acme.zendesk.com'));
  expect(await screen.findByText(/^acme\.zendesk\.com: access removed/)).toBeTruthy();
  await waitFor(() => expect(rows()).toEqual(['rt.example:8080']));
  expect([...permissions.origins]).toEqual([RT]);
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

it('follows what is allowed and taken back elsewhere, until it is closed', async () => {
  const permissions = fakePermissions();
  const { unmount } = render(<OptionsPage />);
  await screen.findByText('No site is always allowed');
  permissions.allow(ACME);
  await waitFor(() => expect(rows()).toEqual(['acme.zendesk.com']));
  permissions.takeBack(ACME);
  expect(await screen.findByText('No site is always allowed')).toBeTruthy();
  unmount();
  expect(permissions.listeners()).toBe(0);
});

it('a list that cannot be read says so, and is read again on request', async () => {
  const permissions = fakePermissions(ACME);
  permissions.isBroken = true;
  const { container } = render(<OptionsPage />);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('They are unchanged.');
  await expectAccessible(container);
  permissions.isBroken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
  await waitFor(() => expect(rows()).toEqual(['acme.zendesk.com']));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('a site that could not be taken back stays listed, and the page says what else to do', async () => {
  const permissions = fakePermissions(ACME);
  render(<OptionsPage />);
  await waitFor(() => expect(rows()).toHaveLength(1));
  permissions.keeps = true;
  await userEvent.click(removeOf('acme.zendesk.com'));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Access to acme.zendesk.com could not be removed.');
  expect(alert.textContent).toContain('the browser’s own settings');
  expect(rows()).toEqual(['acme.zendesk.com']);
  expect([...permissions.origins]).toEqual([ACME]);
});
