// @vitest-environment jsdom
import '../support/panel-browser';
import { fireEvent, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { causeName } from '../../../../lib/analysis/causes';
import { lacks } from '../../../../lib/postmortem/actions';
import '../../../../lib/postmortem/check';
import { checkClaims } from '../../../../lib/postmortem/claims';
import { firstUpdates } from '../../../../lib/postmortem/first-update';
import { checkpointDay } from '../../../../lib/postmortem/follow-ups';
import { evidenceCounts } from '../../../../lib/postmortem/own-evidence';
import type { Store } from '../../../../lib/storage/store';
import { newDisk, openOn } from '../../storage/samples';
import { escalated } from '../support/evidence';
import { openWindow } from '../support/session';

// Each is asked by one part of the form whenever that is drawn; the functions themselves stay as they are.
vi.mock('../../../../lib/analysis/causes', { spy: true });
vi.mock('../../../../lib/postmortem/actions', { spy: true });
vi.mock('../../../../lib/postmortem/claims', { spy: true });
vi.mock('../../../../lib/postmortem/first-update', { spy: true });
vi.mock('../../../../lib/postmortem/follow-ups', { spy: true });
vi.mock('../../../../lib/postmortem/own-evidence', { spy: true });

let store: Store;

beforeEach(async () => {
  store = await openOn(newDisk());
});

afterEach(() => store.close());

async function started() {
  const window = openWindow(store, escalated().build());
  await window.start();
  const summary = await window.field('Summary');
  const counted = () =>
    window.container.querySelector('section[aria-label="Document"] [role="status"]')?.textContent;
  await waitFor(() => expect(counted()).toMatch(/checks pass/));
  vi.clearAllMocks();
  return { ...window, summary };
}

it('a key draws the part it goes into and leaves the others as they stand', async () => {
  const { summary } = await started();
  fireEvent.change(summary, { target: { value: 'Another word.' } });
  for (const drawn of [causeName, lacks, firstUpdates, checkpointDay, evidenceCounts])
    expect(drawn).not.toHaveBeenCalled();
});

it('the claims are checked once for a text that has settled, for its fields and for the list of what is missing', async () => {
  const { summary, section } = await started();
  for (const value of ['Ab', 'Abo', 'About 40 other accounts were hit.'])
    fireEvent.change(summary, { target: { value } });
  const part = await section('Summary');
  await waitFor(() => expect(part.queryByRole('list', { name: 'Claims: Summary' })).toBeTruthy());
  expect(checkClaims).toHaveBeenCalledTimes(1);
});
