// @vitest-environment jsdom
import '../support/panel-browser';
import { fireEvent, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
// Loaded by the fields when the first of them stands; here they stand ready.
import '../../../../lib/language/blame';
import '../../../../lib/language/relative-day';
import '../../../../lib/language/vague';
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
  return window;
}

const write = (field: HTMLElement, text: string) => fireEvent.change(field, { target: { value: text } });

async function stored() {
  const [summary] = await store.forTicket(escalated().build().ticket.id);
  return summary && value(await store.get(summary.id))?.postmortem;
}

it('a blaming sentence is pointed out with other words, which one click takes and saves', async () => {
  const { field, section, user } = await started();
  const summary = await field('Summary');
  write(summary, 'All was quiet. Bo forgot to call back.');
  const part = await section('Summary');
  const remarks = within(await part.findByRole('list', { name: 'Wording: Summary' }));
  expect(remarks.getByRole('listitem').textContent).toContain(
    'Names a person as the cause. What let this happen?',
  );
  expect(remarks.getByText('It was left to memory to call back.')).toBeTruthy();
  expect(part.getByText('1 remark on wording')).toBeTruthy();
  expect(summary.getAttribute('aria-describedby')).toBe(
    part.getByRole('list', { name: 'Wording: Summary' }).id,
  );

  await user.click(remarks.getByRole('button', { name: 'Use this' }));
  expect(summary.value).toBe('All was quiet. It was left to memory to call back.');
  await waitFor(() => expect(part.queryByRole('list', { name: 'Wording: Summary' })).toBeNull());
  await waitFor(async () =>
    expect((await stored())?.sections.summary).toMatchObject({
      text: 'All was quiet. It was left to memory to call back.',
      state: 'edited',
    }),
  );
});

it('the other words are reached and taken with the keyboard', async () => {
  const { field, section, user } = await started();
  const cause = await field('What broke');
  write(cause, 'Human error during the merge.');
  await (await section('Cause')).findByRole('list', { name: 'Wording: What broke' });
  cause.focus();
  await user.tab();
  expect(document.activeElement?.textContent).toBe('Use this');
  await user.keyboard('{Enter}');
  expect(cause.value).toBe('A step without a safeguard during the merge.');
});

it('nothing is said about a draft, or about somebody who merely acts', async () => {
  const { field, container } = await started();
  write(await field('Summary'), 'Bo answered at 10:02 and escalated to Tier 2.');
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(container.querySelectorAll('ul[aria-label^="Wording"]')).toHaveLength(0);
});

it('a chain that ends at a person goes on with a question for the way of working', async () => {
  const { field, section, user, container } = await started();
  const first = await waitFor(() => {
    const area = [...container.querySelectorAll('textarea')].find((one) =>
      one.ariaLabel?.startsWith('1. Why'),
    );
    if (!area) throw new Error('no why yet');
    return area;
  });
  write(first, 'Bo overlooked the note.');
  const part = await section('Cause');
  expect(await part.findByText(/Answer 1 is not where the chain ends\./)).toBeTruthy();
  await user.click(part.getByRole('button', { name: 'Ask this next' }));
  expect(await field('2. What made it possible, or likely, that this was done this way?')).toBeTruthy();
  expect(part.queryByRole('button', { name: 'Ask this next' })).toBeNull();
  expect((await field('3. What made that possible?')).value).toBe('');
});

it('an action is asked what is open about it, and a day in its words is offered', async () => {
  const { here, user, container, section } = await started();
  await user.click(here.getByRole('button', { name: 'Action' }));
  const row = await waitFor(() => {
    const items = container.querySelectorAll('#actions li');
    const last = [...items].findLast((item) => item.querySelector('textarea'));
    if (!(last instanceof HTMLElement)) throw new Error('no action yet');
    return last;
  });
  const action = within(row);
  write(action.getByRole('textbox', { name: /^Action/ }), 'Improve monitoring by 4 December 2099');
  expect(await action.findByText(/what exactly changes about monitoring/)).toBeTruthy();
  write(action.getByLabelText('Owner'), 'Tier 2');
  expect(await action.findByText('Who in Tier 2 sees it through?')).toBeTruthy();
  await user.click(action.getByRole('button', { name: 'Due Fri 4 Dec 2099' }));
  expect(action.getByLabelText<HTMLInputElement>('Due').value).toBe('2099-12-04');
  expect(action.queryByRole('button', { name: /^Due/ })).toBeNull();

  write(action.getByRole('textbox', { name: /^Action/ }), 'Page the lead after 30 minutes without an owner');
  write(action.getByLabelText('Owner'), 'Bo');
  await waitFor(() => expect(action.queryByText(/\?$/)).toBeNull());
  await expectAccessible((await section('Actions')).getByRole('heading').closest('section') as HTMLElement);
});

it('rows of the timeline are read for what somebody wrote in them, never for what the ticket says', async () => {
  const { container, here } = await started();
  const rows = () => [...container.querySelectorAll<HTMLTextAreaElement>('#timeline textarea')];
  await waitFor(() => expect(rows().length).toBeGreaterThan(1));
  const [quoting, other] = rows();
  if (!quoting || !other) throw new Error('two rows were just counted');
  write(quoting, 'The customer wrote: “Bo forgot to call back.”');
  write(other, 'Bo forgot to call back.');
  const remarks = within(await here.findByRole('list', { name: `Wording: ${other.ariaLabel}` }));
  expect(remarks.getByText('It was left to memory to call back.')).toBeTruthy();
  expect(container.querySelectorAll('#timeline ul[aria-label^="Wording"]')).toHaveLength(1);
});
