// @vitest-environment jsdom
import { textOf } from '../support/text-of';
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

const write = (field: HTMLElement, text: string) => fireEvent.change(field, { target: { value: text } });

async function stored() {
  const [summary] = await store.forTicket(escalated().build().ticket.id);
  return summary && value(await store.get(summary.id))?.postmortem;
}

it('a draft has nothing to ask about', async () => {
  const { container } = await started();
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(container.querySelectorAll('ul[aria-label^="Claims"]')).toHaveLength(0);
});

it('a wrong time is contradicted with its event, and the right one taken and saved', async () => {
  const { field, section, user, evidenceSeen } = await started();
  const summary = await field('Summary');
  write(summary, 'About 40 other accounts were hit. The reply came at 16:40.');
  const part = await section('Summary');
  const claims = within(await part.findByRole('list', { name: 'Claims: Summary' }));
  const [first, second] = claims.getAllByRole('listitem').map(textOf);
  expect(first).toContain('Contradicted: came at 16:40. The first reply was sent on 16 Nov 17:12 UTC.');
  expect(second).toContain('Unsupported: About 40 other accounts. No event says so.');
  expect(part.getByText('2 figures to check')).toBeTruthy();

  await user.click(claims.getByRole('link'));
  expect(evidenceSeen.map(({ id }) => id)).toEqual(['reply']);
  await user.click(claims.getByRole('button', { name: 'Use 17:12' }));
  expect(summary.value).toBe('About 40 other accounts were hit. The reply came at 17:12.');
  await waitFor(() => expect(claims.getAllByRole('listitem')).toHaveLength(1));
  await waitFor(async () => expect((await stored())?.sections.summary.text).toContain('came at 17:12'));
});

it('what a person knows is asked about no more, also with the keyboard', async () => {
  const { field, section, user } = await started();
  const summary = await field('Summary');
  write(summary, 'About 40 other accounts were hit.');
  const part = await section('Summary');
  await part.findByRole('button', { name: 'I know this' });
  summary.focus();
  await user.tab();
  expect(document.activeElement?.textContent).toBe('Link evidence');
  await user.tab();
  expect(document.activeElement?.textContent).toBe('I know this');
  await user.keyboard('{Enter}');
  expect(part.queryByRole('list', { name: 'Claims: Summary' })).toBeNull();
  expect(document.activeElement).toBe(summary);
  await waitFor(async () =>
    expect((await stored())?.knownClaims).toEqual([{ section: 'summary', text: 'About 40 other accounts' }]),
  );
});

it('an answered why is checked too', async () => {
  const { container, section, here } = await started();
  const whys = [...container.querySelectorAll('textarea')].filter(({ ariaLabel }) =>
    ariaLabel?.startsWith('2. '),
  );
  for (const second of whys) write(second, 'The ticket was solved on 18 Nov.');
  const part = await section('Cause');
  const claims = within(await part.findByRole('list', { name: 'Claims: Why 2' }));
  expect(claims.getByRole('button', { name: 'Use 16 Nov' })).toBeTruthy();
  await expectAccessible(here.getByRole('main'));
});
