// @vitest-environment jsdom
import '../support/panel-browser';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OptionsPage } from '../../../../components/options/OptionsPage';
import { noPreferences, type Preferences } from '../../../../lib/analysis/preferences';
import type { Store } from '../../../../lib/storage/store';
import { newDisk, openOn } from '../../storage/samples';
import { fakePermissions } from '../../support/fake-permissions';
import { expectAccessible } from '../support/accessibility';

const ACME = 'https://acme.zendesk.com/*';
const RT = 'http://rt.example:8080/*';

let store: Store;

beforeEach(async () => {
  store = await openOn(newDisk());
});

afterEach(() => store.close());

const rows = () => screen.queryAllByRole('listitem').map((row) => row.firstElementChild?.textContent);
const removeOf = (name: string) => screen.getByRole('button', { name: `Remove access to ${name}` });

it('lists the allowed sites, by name, and marks one that is not encrypted', async () => {
  fakePermissions(RT, ACME);
  const { container } = render(<OptionsPage store={store} />);
  await waitFor(() => expect(rows()).toEqual(['acme.zendesk.com', 'rt.example:8080']));
  const [acme, rt] = screen.getAllByRole('listitem');
  expect(within(rt as HTMLElement).getByText('http')).toBeTruthy();
  expect(within(acme as HTMLElement).queryByText('http')).toBeNull();
  await expectAccessible(container);
});

it('without an allowed site says how one comes to be', async () => {
  fakePermissions();
  const { container } = render(<OptionsPage store={store} />);
  expect(await screen.findByText('No site is always allowed')).toBeTruthy();
  expect(screen.getByText(/After a pull the panel offers to always allow that site/)).toBeTruthy();
  expect(screen.queryByRole('list')).toBeNull();
  await expectAccessible(container);
});

it('takes one site back, says so, and moves the focus from the button that is gone', async () => {
  const permissions = fakePermissions(ACME, RT);
  render(<OptionsPage store={store} />);
  await waitFor(() => expect(rows()).toHaveLength(2));
  await userEvent.click(removeOf('acme.zendesk.com'));
  expect(await screen.findByText(/^acme\.zendesk\.com: access removed/)).toBeTruthy();
  await waitFor(() => expect(rows()).toEqual(['rt.example:8080']));
  expect([...permissions.origins]).toEqual([RT]);
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Site access' }));
});

it('follows what is allowed and taken back elsewhere, until it is closed', async () => {
  const permissions = fakePermissions();
  const { unmount } = render(<OptionsPage store={store} />);
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
  const { container } = render(<OptionsPage store={store} />);
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
  render(<OptionsPage store={store} />);
  await waitFor(() => expect(rows()).toHaveLength(1));
  permissions.keeps = true;
  await userEvent.click(removeOf('acme.zendesk.com'));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Access to acme.zendesk.com could not be removed.');
  expect(alert.textContent).toContain('the browser’s own settings');
  expect(rows()).toEqual(['acme.zendesk.com']);
  expect([...permissions.origins]).toEqual([ACME]);
});

describe('what counts', () => {
  async function shown() {
    fakePermissions();
    const view = render(<OptionsPage store={store} />);
    const silence = await screen.findByLabelText<HTMLInputElement>(
      'A silence toward the customer lasts at least',
    );
    const kept = async (): Promise<Preferences> => {
      const read = await store.prefer((current) => current);
      return read.ok ? read.value : noPreferences;
    };
    return { ...view, user: userEvent.setup(), silence, kept };
  }

  it('stands at the defaults, is kept as it is typed, and goes back', async () => {
    const { container, user, silence, kept } = await shown();
    expect(silence.value).toBe('4 h');
    await user.clear(silence);
    await user.type(silence, '90 min');
    await waitFor(async () => expect((await kept()).thresholds).toEqual({ silenceMs: 5_400_000 }));
    await user.tab();
    expect(silence.value).toBe('1 h 30 min');
    await user.click(screen.getByRole('button', { name: /^Back to 4 h: A silence/ }));
    await waitFor(async () => expect((await kept()).thresholds).toEqual({}));
    expect(silence.value).toBe('4 h');
    await expectAccessible(container);
  });

  it('leaves what cannot be read as it was typed, and says how to write it', async () => {
    const { user, silence, kept } = await shown();
    await user.clear(silence);
    await user.type(silence, 'long');
    await user.tab();
    expect(silence.value).toBe('long');
    expect(screen.getByRole('alert').textContent).toBe(
      'Write a time: 30 min, 4 h, 2 d. Not kept: 4 h still counts.',
    );
    expect((await kept()).thresholds).toEqual({});
  });

  it('has targets of one’s own, with a priority where it is meant', async () => {
    const { container, user, kept } = await shown();
    await user.click(screen.getByRole('button', { name: 'Add a target' }));
    const within4h = await screen.findByLabelText<HTMLInputElement>('Within');
    await user.clear(within4h);
    await user.type(within4h, '30 min');
    await user.selectOptions(screen.getByLabelText('Counted in'), 'business hours');
    await user.type(screen.getByLabelText('Priority'), 'Urgent');
    await waitFor(async () =>
      expect((await kept()).targets).toEqual([
        { metric: 'first_reply', targetMs: 1_800_000, hours: 'business', priority: 'Urgent' },
      ]),
    );
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: /^Remove the target for/ }));
    await waitFor(async () => expect((await kept()).targets).toEqual([]));
  });

  it('has working hours, in a zone that exists, on days that do', async () => {
    const { container, user, kept } = await shown();
    await user.click(screen.getByRole('button', { name: 'Set working hours' }));
    const zone = await screen.findByLabelText<HTMLInputElement>('Time zone');
    await user.clear(zone);
    await user.type(zone, 'Europe/Berlim');
    expect(screen.getByRole('alert').textContent).toContain('by its IANA name');
    await user.type(zone, '{Backspace}n');
    await user.click(screen.getByLabelText('Fri'));
    await user.type(screen.getByLabelText('Closed on'), '2026-12-25, 2026-12-24');
    await waitFor(async () =>
      expect((await kept()).calendar).toMatchObject({
        zone: 'Europe/Berlin',
        weekly: [1, 2, 3, 4].map((day) => ({ day, from: '09:00', to: '17:00' })),
        holidays: [{ day: '2026-12-24' }, { day: '2026-12-25' }],
      }),
    );
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Remove working hours' }));
    await waitFor(async () => expect((await kept()).calendar).toBeUndefined());
  });
});
