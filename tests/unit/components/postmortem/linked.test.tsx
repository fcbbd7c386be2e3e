// @vitest-environment jsdom
import '../support/panel-browser';
import { fireEvent, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
// Loaded by the fields when the first of them stands; here they stand ready.
import '../../../../lib/language/blame';
import '../../../../lib/language/relative-day';
import '../../../../lib/language/vague';
import '../../../../lib/postmortem/claims';
import type { Store } from '../../../../lib/storage/store';
import { newDisk, openOn, value } from '../../storage/samples';
import { expectAccessible } from '../support/accessibility';
import { escalated } from '../support/evidence';
import { openWindow } from '../support/session';

let store: Store;

beforeEach(async () => {
  store = await openOn(newDisk());
});

afterEach(() => store.close());

async function started() {
  const window = openWindow(store, escalated().build());
  await window.start();
  await window.field('Summary');
  return window;
}

async function stored() {
  const [summary] = await store.forTicket(escalated().build().ticket.id);
  return summary && value(await store.get(summary.id))?.postmortem;
}

const add = (container: Element, place: string) => {
  const button = container.querySelector<HTMLElement>(`#add-evidence-${place}`);
  if (!button) throw new Error(`no button for ${place}`);
  return button;
};

/** A search by role looks at every element of a long form. */
const optionsIn = (container: Element) => [...container.querySelectorAll<HTMLElement>('[role="option"]')];

it('an entry is found by its words and linked to a why, by keyboard alone', async () => {
  const { container, section, user, evidenceSeen } = await started();
  const cause = await section('Cause');
  expect(container.querySelector('#add-evidence-why-1')).toBeNull();
  const second = [...container.querySelectorAll('textarea')].find(({ ariaLabel }) =>
    ariaLabel?.startsWith('2. '),
  );
  if (second) fireEvent.change(second, { target: { value: 'No alarm rang.' } });
  add(container, 'why-1').focus();
  await user.keyboard('{Enter}');
  const field = container.querySelector('input[aria-label="Find an entry of the ticket"]');
  expect(document.activeElement).toBe(field);
  const options = () => optionsIn(container).map(({ textContent }) => textContent ?? '');
  expect(options()).toHaveLength(escalated().build().ticket.events.length);
  expect(cause.getByText(/^\d+ entries\.$/)).toBeTruthy();

  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  const meant = optionsIn(container).filter(({ ariaSelected }) => ariaSelected === 'true');
  expect(meant.map(({ id }) => id)).toEqual([field?.getAttribute('aria-activedescendant')]);
  expect(meant[0]?.textContent).toBe(options()[1]);
  await user.keyboard('news');
  expect(options()).toEqual([expect.stringContaining('Any news?')]);
  expect(cause.getByText(/^1 of \d+ entries\.$/)).toBeTruthy();
  await user.keyboard('{Enter}');

  expect(field?.isConnected).toBe(false);
  expect(document.activeElement).toBe(add(container, 'why-1'));
  const unlink = cause.getByLabelText('Unlink 16 Nov 11:00 from Why 2');
  const chip = unlink.parentElement?.querySelector('a');
  expect(chip?.textContent).toContain('16 Nov 11:00');
  if (chip) await user.click(chip);
  expect(evidenceSeen.map(({ id }) => id)).toEqual(['chaser']);
  await waitFor(async () =>
    expect((await stored())?.linked).toEqual([{ id: 'why:1 chaser', place: 'why:1', event: 'chaser' }]),
  );

  await user.click(unlink);
  expect(unlink.isConnected).toBe(false);
  expect(document.activeElement).toBe(add(container, 'why-1'));
  await waitFor(async () => expect((await stored())?.linked).toEqual([]));
});

it('Escape links nothing and goes back; what stands at the part is not offered', async () => {
  const { container, section, user } = await started();
  const part = await section('Summary');
  await user.click(add(container, 'summary'));
  await expectAccessible(part.getByRole('group', { name: 'Link evidence: Summary' }));
  const words = optionsIn(container).map(({ textContent }) => textContent);
  expect(words.some((text) => text?.includes('The label printers are down.'))).toBe(false);
  await user.keyboard('no such words');
  expect(optionsIn(container)).toHaveLength(0);
  expect(part.getByText('No entry has these words.')).toBeTruthy();
  await user.keyboard('{Enter}{Escape}');
  expect(part.queryByRole('combobox')).toBeNull();
  expect(document.activeElement).toBe(add(container, 'summary'));
  expect((await stored())?.linked ?? []).toEqual([]);
});

it('only one part is searched for at a time', async () => {
  const { container, here, user } = await started();
  await user.click(add(container, 'summary'));
  await user.click(add(container, 'symptom'));
  expect(here.getAllByRole('combobox', { name: 'Find an entry of the ticket' })).toHaveLength(1);
  expect(add(container, 'summary').getAttribute('aria-expanded')).toBe('false');
  expect(add(container, 'symptom').getAttribute('aria-expanded')).toBe('true');
});

it('evidence linked for an unsupported figure answers it, until it is unlinked', async () => {
  const { field, section, user } = await started();
  const summary = await field('Summary');
  fireEvent.change(summary, {
    target: { value: 'About 40 other accounts were hit. The reply came at 16:40.' },
  });
  const part = await section('Summary');
  const claims = within(await part.findByRole('list', { name: 'Claims: Summary' }));
  expect(claims.getAllByRole('button', { name: 'Link evidence' })).toHaveLength(1);
  await user.click(claims.getByRole('button', { name: 'Link evidence' }));
  expect(part.getByText('What bears out “About 40 other accounts”?')).toBeTruthy();
  await user.keyboard('driver{Enter}');
  await waitFor(() => expect(claims.getAllByRole('listitem')).toHaveLength(1));
  await waitFor(async () =>
    expect((await stored())?.knownClaims).toEqual([
      { section: 'summary', text: 'About 40 other accounts', event: 'note' },
    ]),
  );
  await user.click(part.getByRole('button', { name: /^Unlink/ }));
  await waitFor(() => expect(claims.getAllByRole('listitem')).toHaveLength(2));
});

it('what is linked stands among one’s own evidence by part, and comes back by Undo', async () => {
  const { container, section, here, user } = await started();
  await user.click(add(container, 'why-0'));
  await user.keyboard('{Enter}');
  const heading = here.getByRole('heading', { name: 'Evidence' });
  expect(heading.closest('summary')?.textContent).toContain('1 linked entry');
  const details = heading.closest('details');
  if (details) {
    details.open = true;
    fireEvent(details, new Event('toggle'));
  }
  const own = await section('Evidence');
  expect(own.getByText('Why 1')).toBeTruthy();
  await user.click(own.getByRole('button', { name: /^Unlink .* from Why 1$/ }));
  expect(own.queryByText('Why 1')).toBeNull();
  await user.click(here.getByRole('button', { name: /^Undo/ }));
  await waitFor(() => expect(own.getByText('Why 1')).toBeTruthy());
});
