// @vitest-environment jsdom
import '../support/panel-browser';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AllowSite } from '../../../../components/panel/AllowSite';
import { type FakePermissions, fakePermissions } from '../../support/fake-permissions';
import { expectAccessible } from '../support/accessibility';

const TICKET = 'https://acme.zendesk.com/agent/tickets/7';
const OTHER = 'https://other.zendesk.com/agent/tickets/7';
const ACME = 'https://acme.zendesk.com/*';

const QUESTION = { name: 'Always on acme.zendesk.com?' };
const ALLOW = { name: 'Always allow acme.zendesk.com' };
const QUIET = 'Read on acme.zendesk.com after a click.';
const ALLOWED = 'Always allowed on acme.zendesk.com.';

let permissions: FakePermissions;

beforeEach(() => {
  fakeBrowser.reset();
  permissions = fakePermissions();
});

const show = (url = TICKET) =>
  render(
    <main>
      <AllowSite url={url} />
    </main>,
  );

describe('the offer to always allow a site', () => {
  it('is a question with two answers', async () => {
    const { container } = show();
    expect(await screen.findByRole('heading', QUESTION)).toBeTruthy();
    expect(screen.getByRole('button', ALLOW)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Not now' })).toBeTruthy();
    await expectAccessible(container);
  });

  it('answered with “Not now” becomes a quiet line, and is not put again', async () => {
    const { container, unmount } = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Not now' }));
    expect(await screen.findByText(QUIET)).toBeTruthy();
    expect(permissions.asked).toEqual([]);
    await expectAccessible(container);
    unmount();
    show();
    expect(await screen.findByText(QUIET)).toBeTruthy();
    expect(screen.queryByRole('heading', QUESTION)).toBeNull();
  });

  it('is put for another site all the same', async () => {
    const { rerender } = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Not now' }));
    await screen.findByText(QUIET);
    rerender(
      <main>
        <AllowSite url={OTHER} />
      </main>,
    );
    expect(await screen.findByRole('heading', { name: 'Always on other.zendesk.com?' })).toBeTruthy();
    expect(screen.queryByText(QUIET)).toBeNull();
  });

  it('answered in one window is answered in the other', async () => {
    show();
    show();
    await waitFor(() => expect(screen.getAllByRole('heading', QUESTION)).toHaveLength(2));
    await userEvent.click(screen.getAllByRole('button', { name: 'Not now' })[0] as HTMLElement);
    await waitFor(() => expect(screen.getAllByText(QUIET)).toHaveLength(2));
  });

  it.each([
    ['says no to', false],
    ['is not even asked by', undefined],
  ])('goes quiet where the person %s the browser', async (_what, answer) => {
    permissions.answer = answer;
    show();
    await userEvent.click(await screen.findByRole('button', ALLOW));
    expect(await screen.findByText(QUIET)).toBeTruthy();
    expect(permissions.asked).toEqual([ACME]);
  });

  it('can be taken up later from the quiet line', async () => {
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Not now' }));
    await screen.findByText(QUIET);
    await userEvent.click(screen.getByRole('button', ALLOW));
    expect(await screen.findByText(ALLOWED)).toBeTruthy();
    expect(permissions.asked).toEqual([ACME]);
  });
});

describe('an allowed site', () => {
  it('is said to be allowed, with the way to the page where it is taken back', async () => {
    permissions.allow(ACME);
    const open = vi.fn<() => Promise<void>>().mockResolvedValue();
    Object.assign(fakeBrowser.runtime, { openOptionsPage: open });
    const { container } = show();
    expect(await screen.findByText(ALLOWED)).toBeTruthy();
    expect(screen.queryByRole('heading', QUESTION)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Site access' }));
    expect(open).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });

  it('that is taken back after a yes is not asked for anew', async () => {
    show();
    await userEvent.click(await screen.findByRole('button', ALLOW));
    expect(await screen.findByText(ALLOWED)).toBeTruthy();
    permissions.takeBack(ACME);
    expect(await screen.findByText(QUIET)).toBeTruthy();
  });
});
