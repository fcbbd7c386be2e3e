// @vitest-environment jsdom
import '../support/panel-browser';
import { render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { SolvedNotice } from '../../../../components/panel/SolvedNotice';
import { useEarlierCapture } from '../../../../components/panel/use-earlier-capture';
import { analyse } from '../../../../lib/analysis/analyse';
import { ticket } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';
import { escalated } from '../support/evidence';

const open = ticket({}, { id: 'before' }).customer('+0', 'The label printers are down.').build();
const solved = escalated({ id: 'after' }).build();
const analysis = analyse(solved, { now: solved.capturedAt });

describe('a ticket that was open when it was last seen', () => {
  it('is offered a draft once it is solved, due 24 hours after', async () => {
    const onStart = vi.fn();
    const { container } = render(<SolvedNotice earlier={open} analysis={analysis} onStart={onStart} />);
    expect(screen.getByRole('status').textContent).toMatch(
      /This ticket was solved\. The draft is due by \w{3} \d\d:\d\d UTC\./,
    );
    const due = container.querySelector('time')?.dateTime ?? '';
    expect(Date.parse(due) - Date.parse(analysis.resolution?.at ?? '')).toBe(86_400_000);
    await userEvent.click(screen.getByRole('button', { name: 'Start postmortem' }));
    expect(onStart).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });

  it('is offered none while it stays open, nor where it had been solved before', () => {
    const still = analyse(open, { now: open.capturedAt });
    render(<SolvedNotice earlier={open} analysis={still} onStart={() => {}} />);
    render(<SolvedNotice earlier={solved} analysis={analysis} onStart={() => {}} />);
    expect(screen.queryByRole('status')).toBeNull();
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
