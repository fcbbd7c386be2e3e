// @vitest-environment jsdom
import '../support/panel-browser';
import { act, fireEvent, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyOverlay } from '../../../../lib/analysis/overlay';
import type { Store } from '../../../../lib/storage/store';
import { newDisk, openOn, value } from '../../storage/samples';
import { escalated } from '../support/evidence';
import { openWindow } from '../support/session';

let store: Store;

beforeEach(async () => {
  store = await openOn(newDisk());
});

afterEach(() => store.close());

/** The same ticket a day later: it was reopened, and nobody has answered. */
const later = () =>
  escalated({ id: 'capture-2' })
    .customer('+20h', 'It is down again.')
    .status('+20h', 'solved', 'open', { by: 'ada' })
    .build();

const OFFERED = 'The ticket changed. The draft would now say:';

async function started() {
  const window = openWindow(store, escalated().build());
  await window.start();
  const [summary, impact] = [await window.field('Summary'), await window.field('Impact')];
  return { ...window, summary, impact };
}

async function stored() {
  const [summary] = await store.forTicket(escalated().build().ticket.id);
  return summary && value(await store.get(summary.id))?.postmortem;
}

describe('a new capture', () => {
  it('is followed where nobody has written, and offered where somebody has', async () => {
    const { pull, summary, impact, section } = await started();
    fireEvent.change(summary, { target: { value: 'Mine.' } });
    const before = impact.value;
    act(() => pull(later()));
    const offer = await section('Summary');
    expect(await offer.findByText(OFFERED)).toBeTruthy();
    expect(summary.value).toBe('Mine.');
    expect(impact.value).not.toBe(before);
    expect((await section('Impact')).queryByText(OFFERED)).toBeNull();
    await waitFor(async () => expect((await stored())?.captureId).toBe('capture-2'));
    expect((await stored())?.sections.summary.text).toBe('Mine.');
  });

  it('does not undo what is typed while it is being merged', async () => {
    const { pull, summary, section } = await started();
    act(() => pull(later()));
    fireEvent.change(summary, { target: { value: 'Typed meanwhile.' } });
    expect(await (await section('Summary')).findByText(OFFERED)).toBeTruthy();
    expect(summary.value).toBe('Typed meanwhile.');
  });

  it('of nothing new offers nothing', async () => {
    const { pull, summary, here } = await started();
    fireEvent.change(summary, { target: { value: 'Mine.' } });
    act(() => pull(escalated({ id: 'capture-3' }).build()));
    await waitFor(async () => expect((await stored())?.captureId).toBe('capture-3'));
    expect(here.queryByText(OFFERED)).toBeNull();
    expect(summary.value).toBe('Mine.');
  });
});

describe('a correction', () => {
  it('is followed at once where nobody has written, and is saved', async () => {
    const { correct, summary, impact } = await started();
    fireEvent.change(summary, { target: { value: 'Mine.' } });
    const before = impact.value;
    act(() => correct({ ...emptyOverlay, hidden: ['chaser'] }));
    await waitFor(() => expect(impact.value).not.toBe(before));
    expect(summary.value).toBe('Mine.');
    await waitFor(async () => expect((await stored())?.sections.impact.text).toBe(impact.value));
    act(() => correct(emptyOverlay));
    await waitFor(() => expect(impact.value).toBe(before));
  });
});

describe('an offer', () => {
  async function offered() {
    const window = await started();
    fireEvent.change(window.summary, { target: { value: 'Mine.' } });
    act(() => window.pull(later()));
    const part = await window.section('Summary');
    const diff = (await part.findByText(OFFERED)).nextElementSibling;
    const words = (tag: string) => [...(diff?.querySelectorAll(tag) ?? [])].map((one) => one.textContent);
    const fresh = [...(diff?.childNodes ?? [])]
      .filter(({ nodeName }) => nodeName !== 'DEL')
      .map((node) => node.textContent)
      .join('');
    return { ...window, part, fresh, words };
  }

  it('shows which words of one’s own would go, and which would come', async () => {
    const { words } = await offered();
    expect(words('del').join('')).toContain('Mine');
    expect(words('ins').join('')).toContain('was still open');
  });

  it('that is used can be taken back, and stands there again', async () => {
    const { user, here, part, fresh, summary } = await offered();
    await user.click(part.getByText('Use this'));
    expect(summary.value).toBe(fresh);
    await user.click(await here.findByRole('button', { name: 'Undo: Summary' }));
    await waitFor(() => expect(summary.value).toBe('Mine.'));
    expect(part.getByText(OFFERED)).toBeTruthy();
  });

  it('that is declined can be looked at again', async () => {
    const { user, part } = await offered();
    await user.click(part.getByText('Keep mine'));
    await user.click(part.getByText(/See what the draft would say/));
    expect(part.getByText(OFFERED)).toBeTruthy();
  });

  it('that is used takes the place of the text, and counts as the person’s own', async () => {
    const { user, part, fresh, summary } = await offered();
    await user.click(part.getByText('Use this'));
    expect(fresh).toContain('was still open');
    expect(summary.value).toBe(fresh);
    expect(part.queryByText(OFFERED)).toBeNull();
    expect(part.getByText('Edited')).toBeTruthy();
    await waitFor(async () => expect((await stored())?.sections.summary.text).toBe(fresh));
  });

  it('that is declined goes and leaves the text', async () => {
    const { user, part, summary } = await offered();
    await user.click(part.getByText('Keep mine'));
    expect(summary.value).toBe('Mine.');
    expect(part.queryByText(OFFERED)).toBeNull();
  });
});
