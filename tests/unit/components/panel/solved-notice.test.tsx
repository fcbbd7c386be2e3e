// @vitest-environment jsdom
import '../support/panel-browser';
import { render, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SolvedNotice } from '../../../../components/panel/SolvedNotice';
import { useEarlierCapture } from '../../../../components/panel/use-earlier-capture';
import { analyse } from '../../../../lib/analysis/analyse';
import type { Capture } from '../../../../lib/ticket/schema';
import { ticket } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';
import { escalated } from '../support/evidence';

const open = ticket({}, { id: 'before' }).customer('+0', 'The label printers are down.').build();
const solved = escalated({ id: 'after' }).build();
const analysis = analyse(solved, { now: solved.capturedAt });

beforeEach(() => fakeBrowser.reset());

function show(earlier: Capture | undefined, of = analysis) {
  const onStart = vi.fn();
  const view = render(
    <SolvedNotice ticketId={solved.ticket.id} earlier={earlier} analysis={of} onStart={onStart} />,
  );
  return { ...view, onStart };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('a ticket that was open when it was last seen', () => {
  it('is offered a draft once it is solved, due 24 hours after', async () => {
    const { container, onStart } = show(open);
    expect((await screen.findByRole('status')).textContent).toMatch(
      /This ticket was solved\. The draft was due by \d{1,2} \w{3} \d\d:\d\d UTC\./,
    );
    const due = container.querySelector('time')?.dateTime ?? '';
    expect(Date.parse(due) - Date.parse(analysis.resolution?.at ?? '')).toBe(86_400_000);
    await userEvent.click(screen.getByRole('button', { name: 'Start postmortem' }));
    expect(onStart).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });

  it('is offered none while it stays open, nor where it had been solved before', async () => {
    show(open, analyse(open, { now: open.capturedAt }));
    show(solved);
    await settled();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('is still offered one when the panel is opened again, until somebody answers in any window', async () => {
    const first = show(open);
    await screen.findByRole('status');
    first.unmount();
    show(undefined);
    show(open);
    await waitFor(() => expect(screen.getAllByRole('status')).toHaveLength(2));
    const [decline] = screen.getAllByRole('button', { name: 'Not now' });
    if (decline) await userEvent.click(decline);
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
    show(open);
    await settled();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('is offered one anew when it was opened and solved once more', async () => {
    show(open);
    await userEvent.click(await screen.findByRole('button', { name: 'Not now' }));
    const again = escalated({ id: 'again' })
      .status('+30h', 'solved', 'open')
      .status('+40h', 'open', 'solved')
      .build();
    show(open, analyse(again, { now: again.capturedAt }));
    expect(await screen.findAllByRole('status')).toHaveLength(1);
  });
});

describe('the earlier capture', () => {
  it('is the first that was seen of the ticket, and none while there is only one', () => {
    const { result, rerender } = renderHook(({ capture }) => useEarlierCapture(capture), {
      initialProps: { capture: open },
    });
    expect(result.current).toBeUndefined();
    const other = { ...solved, ticket: { ...solved.ticket, id: 'another' } };
    rerender({ capture: { ...solved, ticket: { ...solved.ticket, id: open.ticket.id } } });
    expect(result.current).toBe(open);
    rerender({ capture: other });
    expect(result.current).toBeUndefined();
  });
});
