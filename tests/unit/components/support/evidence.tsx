/** Parts of the first screen as they stand there: analysed, and with somewhere for their links to lead. */
import { fireEvent, render } from '@testing-library/react';
import { vi } from 'vitest';
import { EvidenceProvider } from '../../../../components/ui/Evidence';
import { analyse } from '../../../../lib/analysis/analyse';
import type { Analysis } from '../../../../lib/analysis/types';
import type { Iso } from '../../../../lib/ticket/basics';
import type { TicketEvent } from '../../../../lib/ticket/events';
import type { Capture } from '../../../../lib/ticket/schema';
import { ticket } from '../../support/capture-builder';

export function showPart(
  capture: Capture,
  part: (analysis: Analysis) => React.ReactNode,
  { now = capture.capturedAt, of = capture }: { now?: Iso; of?: Capture } = {},
) {
  const analysis = analyse(capture, { now });
  const onEvidence = vi.fn<(event: TicketEvent) => void>();
  const view = render(
    <main>
      <EvidenceProvider ticket={of.ticket} onGo={onEvidence}>
        {part(analysis)}
      </EvidenceProvider>
    </main>,
  );
  unfoldSections(view.container);
  return { ...view, analysis, onEvidence };
}

/** As a click on each folded section's head does. */
export function unfoldSections(container: Element): void {
  for (const details of container.querySelectorAll<HTMLDetailsElement>(
    'section > details:has(> summary h2)',
  )) {
    details.open = true;
    fireEvent(details, new Event('toggle'));
  }
}

/**
 * Ada of Brightwell writes, asks again and is answered after 9 h 12 min by the second team, which had the ticket
 * for 6 h without an owner; the first reply was due after one hour. Solved at once.
 */
export function escalated(capture: Partial<Omit<Capture, 'ticket'>> = {}) {
  return ticket({ organization: 'Brightwell', group: { label: 'Tier 2' } }, capture)
    .person('ann', { team: 'Tier 1' })
    .person('bo', { team: 'Tier 2' })
    .customer('+0', 'The label printers are down.', { id: 'asked' })
    .sla('+0', 'first_reply', 'applied', { id: 'target', targetMs: 3_600_000, policy: { name: 'Gold' } })
    .sla('+0', 'first_reply', 'started', { id: 'clock' })
    .assignee('+10m', null, 'ann', { id: 'taken', by: 'ann' })
    .note('+20m', 'Looks like the driver.', { id: 'note' })
    .sla('+1h', 'first_reply', 'breached', { id: 'breach' })
    .group('+1h24m', 'Tier 1', 'Tier 2', { id: 'moved', by: 'ann', save: 's1' })
    .assignee('+1h24m', 'ann', null, { id: 'dropped', by: 'ann', save: 's1' })
    .customer('+3h', 'Any news?', { id: 'chaser' })
    .assignee('+7h24m', null, 'bo', { id: 'picked', by: 'bo' })
    .reply('+9h12m', 'The driver is back.', { id: 'reply', by: 'bo', save: 's2' })
    .sla('+9h12m', 'first_reply', 'achieved', { id: 'stopped' })
    .status('+9h12m', 'open', 'solved', { id: 'solved', by: 'bo', save: 's2' });
}
