// @vitest-environment jsdom
import '../support/panel-browser';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { NoTicket } from '../../../../components/panel/NoTicket';
import { newDisk, openOn, samplePostmortem } from '../../storage/samples';
import { expectAccessible } from '../support/accessibility';

it.each([
  ['hidden_page', 'Click the Debrief icon on a ticket page', 'only after you click its icon'],
  [
    'other_page',
    'Open a ticket to see what happened',
    'This page is not a ticket. Debrief reads Zendesk and ',
  ],
] as const)('for %s says what to do: %s', async (front, title, text) => {
  const store = await openOn(newDisk());
  const { container } = render(<NoTicket front={front} store={store} onList={() => {}} />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title);
  expect(screen.getByText(new RegExp(text))).toBeTruthy();
  await expectAccessible(container);
  store.close();
});

it('counts the postmortems there are, also one that another window adds', async () => {
  const disk = newDisk();
  const [here, there] = [await openOn(disk), await openOn(disk)];
  const onList = vi.fn<() => void>();
  render(<NoTicket front="other_page" store={here} onList={onList} />);
  expect(await screen.findByText(/^No postmortems yet/)).toBeTruthy();
  await there.save(samplePostmortem('p1'), 0);
  await userEvent.click(await screen.findByRole('button', { name: 'All postmortems (1)' }));
  expect(onList).toHaveBeenCalledOnce();
  expect(screen.queryByText(/^No postmortems yet/)).toBeNull();
  here.close();
  there.close();
});
