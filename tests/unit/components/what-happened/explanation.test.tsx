// @vitest-environment jsdom
import '../support/panel-browser';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Timeline } from '../../../../components/what-happened/Timeline';
import type { Capture } from '../../../../lib/ticket/schema';
import { ticket } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';
import { installClipboard } from '../support/clipboard';
import { showPart } from '../support/evidence';

const show = (capture: Capture) =>
  showPart(capture, (analysis) => <Timeline capture={capture} analysis={analysis} />);
const asked = (n: number) => screen.getAllByRole('button', { name: /^Where from\?/ })[n] as HTMLElement;
const explanations = () => screen.queryAllByRole('region', { name: 'Where this came from' });

const story = () =>
  ticket()
    .customer('+0', 'Hello?', {
      id: 'audit:1/evt:2',
      source: { endpoint: '/api/v2/tickets/7', rule: 'comment' },
    })
    .reply('+1h', 'Yes.')
    .build();

describe('“Where from?” at an entry', () => {
  it('opens below its own row and closes again, by keyboard', async () => {
    const user = userEvent.setup();
    const { container, onEvidence } = show(story());
    screen.getByRole('link', { name: /Hello/ }).focus();
    await user.tab();
    expect(document.activeElement).toBe(asked(0));
    expect(asked(0).getAttribute('aria-expanded')).toBe('false');
    await user.keyboard('{Enter}');
    const row = asked(0).closest('li') as HTMLElement;
    const explanation = await within(row).findByRole('region', { name: 'Where this came from' });
    expect(asked(0).getAttribute('aria-expanded')).toBe('true');
    expect(explanation.textContent).toContain('GET /api/v2/tickets/7');
    expect(explanation.textContent).toContain('by the rule “comment”');
    expect(onEvidence).not.toHaveBeenCalled();
    await expectAccessible(container);
    await user.keyboard(' ');
    expect(explanations()).toEqual([]);
    expect(document.activeElement).toBe(asked(0));
  });

  it('stands open at as many entries as are asked for, and stays open under another filter', async () => {
    show(story());
    await userEvent.click(asked(0));
    await userEvent.click(asked(1));
    await waitFor(() => expect(explanations()).toHaveLength(2));
    await userEvent.click(screen.getByRole('button', { name: 'SLA0' }));
    expect(explanations()).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'All2' }));
    expect(explanations()).toHaveLength(2);
  });

  it('copies the entry’s id', async () => {
    const user = userEvent.setup();
    const { written } = installClipboard();
    show(story());
    await user.click(asked(0));
    await user.click(await screen.findByRole('button', { name: 'Copy id' }));
    expect(written).toEqual([{ 'text/plain': 'audit:1/evt:2' }]);
  });

  it('shows what the helpdesk sent as text', async () => {
    const rule = '<img src=x onerror=alert(1)>';
    const { container } = show(ticket().customer('+0', 'Hi', { source: { rule } }).build());
    await userEvent.click(asked(0));
    await waitFor(() => expect(explanations()[0]?.textContent).toContain(rule));
    expect(container.querySelector('img')).toBeNull();
  });

  it('opens in a list of which only the rows in sight are drawn', async () => {
    const long = ticket();
    for (let n = 0; n < 2_000; n++) long.customer(`+${n}m`, `Message ${n}`);
    show(long.build());
    await screen.findByText('Message 3');
    await userEvent.click(asked(3));
    await waitFor(() => expect(explanations()[0]?.textContent).toContain('Entry 4 of 2000'));
    expect(explanations()[0]?.closest('li')?.textContent).toContain('Message 3');
  });
});
