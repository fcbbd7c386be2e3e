// @vitest-environment jsdom
import '../support/panel-browser';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OptionsPage } from '../../../../components/options/OptionsPage';
import { type PostmortemPreferences, postmortemPreferences } from '../../../../lib/postmortem/preferences';
import type { Store } from '../../../../lib/storage/store';
import { newDisk, openOn, value } from '../../storage/samples';
import { fakePermissions } from '../../support/fake-permissions';
import { expectAccessible } from '../support/accessibility';

let store: Store;

beforeEach(async () => {
  store = await openOn(newDisk());
  fakePermissions();
});

afterEach(() => store.close());

async function kept(): Promise<PostmortemPreferences> {
  return postmortemPreferences(value(await store.prefer((current) => current)));
}

describe('targets for the first update', () => {
  it('stand at the defaults, are kept for each severity, and can be none', async () => {
    render(<OptionsPage store={store} />);
    const user = userEvent.setup();
    const high = await screen.findByLabelText<HTMLInputElement>('At SEV-1 within');
    expect(high.value).toBe('5 min');
    expect(screen.getByLabelText<HTMLInputElement>('At SEV-3 within').value).toBe('none');
    await user.clear(high);
    await user.type(high, '15 min');
    const low = screen.getByLabelText('At SEV-2 within');
    await user.clear(low);
    await user.type(low, 'none');
    await waitFor(async () =>
      expect((await kept()).firstUpdateTargets).toEqual({ 'SEV-0': 300_000, 'SEV-1': 900_000 }),
    );
    await user.click(screen.getByRole('button', { name: /Back to 5 min/ }));
    await user.click(screen.getByRole('button', { name: /Back to 30 min/ }));
    await waitFor(async () => expect((await kept()).firstUpdateTargets).toBeUndefined());
  });
});

describe('kinds of one’s own', () => {
  it('are named, ordered by keyboard, asked in and deleted, and deleting can be taken back', async () => {
    const { container } = render(<OptionsPage store={store} />);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Add a kind' }));
    const name = await screen.findByLabelText('Name');
    expect(document.activeElement).toBe(name);
    await user.keyboard('Failed migration');
    const impact = screen.getByRole('button', { name: 'Move Impact up' });
    impact.focus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('Impact is now 1 of 13.')).toBeTruthy();
    // There is no further up: the focus goes to the way down.
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move Impact down' })),
    );
    await user.type(screen.getByLabelText('Question in Cause'), 'What in the plan?');
    await user.click(screen.getByRole('checkbox', { name: 'Meeting' }));
    await user.type(screen.getByLabelText(/^Contributing causes/), 'No dry run{Enter}No rollback');
    await waitFor(async () =>
      expect((await kept()).customKinds).toMatchObject([
        {
          name: 'Failed migration',
          prompts: { cause: 'What in the plan?' },
          causes: ['No dry run', 'No rollback'],
        },
      ]),
    );
    const [kind] = (await kept()).customKinds;
    expect(kind?.parts.slice(0, 2)).toEqual(['impact', 'summary']);
    expect(kind?.parts).not.toContain('meeting');
    await expectAccessible(container);

    await user.click(screen.getByRole('button', { name: 'Delete this kind' }));
    await waitFor(async () => expect((await kept()).customKinds).toEqual([]));
    expect(screen.getByText(/Failed migration is deleted/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Bring it back' }));
    await waitFor(async () => expect((await kept()).customKinds).toEqual([kind]));
    const section = within(container.querySelector('[aria-labelledby="kinds"]') as HTMLElement);
    expect(section.getByText(/Failed migration/, { selector: 'summary' })).toBeTruthy();
  });
});
