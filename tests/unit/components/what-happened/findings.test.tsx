// @vitest-environment jsdom

import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EvidenceProvider } from '../../../../components/ui/Evidence';
import { Findings } from '../../../../components/what-happened/Findings';
import { KeyEvents } from '../../../../components/what-happened/KeyEvents';
import { Promises } from '../../../../components/what-happened/Promises';
import { Stages } from '../../../../components/what-happened/Stages';
import { analyse } from '../../../../lib/analysis/analyse';
import { emptyOverlay } from '../../../../lib/analysis/overlay';
import { at, ticket } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';
import { showPart } from '../support/evidence';
import { textOf } from '../support/text-of';

// Every list is looked through by role, and then by axe.
vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const broken = () =>
  ticket()
    .customer('+0', 'Down.')
    .reply('+1h', 'I’ll get back to you by noon.')
    .group('+2h', 'Tier 1', 'Tier 2')
    .customer('+7h', 'Any news? This is unacceptable.')
    .reply('+20h', 'Here it is.')
    .build();

const quiet = () =>
  ticket().customer('+0', 'How do I print?').reply('+5m', 'Press Print.').customer('+6m', 'Thanks!').build();

describe('findings', () => {
  it('come worst first, each with its entries', async () => {
    const capture = broken();
    const { container } = showPart(capture, (analysis) => <Findings analysis={analysis} />, {
      now: at('+1d'),
    });
    const rows = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(rows[0]?.textContent).toMatch(/^Serious: /);
    expect(screen.getByText('A promise was broken')).toBeTruthy();
    expect(within(rows[0] ?? container).getAllByRole('link').length).toBeGreaterThan(0);
    await expectAccessible(container);
  });

  it('of one kind unfold under the worst of them', async () => {
    const user = userEvent.setup();
    const builder = ticket().customer('+0', 'Down.');
    for (let day = 1; day <= 25; day++)
      builder.reply(`+${day}d`, 'Still on it.').customer(`+${day}d1h`, 'Any news?');
    const { container } = showPart(builder.build(), (analysis) => <Findings analysis={analysis} />, {
      now: at('+27d'),
    });
    const titles = () => container.querySelectorAll('li b').length;
    const kinds = titles();
    expect(kinds).toBeLessThanOrEqual(5);
    const more = screen.getByText(/^24 more times the customer had to ask again, the longest 23 h$/);
    await user.click(more);
    expect(titles()).toBe(kinds + 20);
    await user.click(screen.getByRole('button', { name: '4 more like these' }));
    expect(titles()).toBe(kinds + 24);
    await expectAccessible(container);
  });

  it('say so where there are none', () => {
    showPart(quiet(), (analysis) => <Findings analysis={analysis} />, { now: at('+1h') });
    expect(screen.getByText(/No long silence, lost hand-off, broken promise/)).toBeTruthy();
  });

  it('say that nobody is known to have waited where the customer never wrote', () => {
    const notes = ticket().note('+0', 'Check the disks.').build();
    showPart(notes, (analysis) => <Findings analysis={analysis} />, { now: at('+5d') });
    expect(screen.getByText(/^No message of the customer is on this ticket/)).toBeTruthy();
    expect(screen.queryByText(/No long silence/)).toBeNull();
  });
});

it('promises tell what was said, when it was due and what came', () => {
  showPart(broken(), (analysis) => <Promises analysis={analysis} />, { now: at('+1d') });
  expect(screen.getByText('0 of 1 kept')).toBeTruthy();
  expect(screen.getByText('“I’ll get back to you by noon.”')).toBeTruthy();
  expect(
    screen.getByText('Broken, due Mon 12:00 UTC, 16 h late; the customer had to ask first.'),
  ).toBeTruthy();
});

it('promises without number are drawn a step at a time, and the focus stays in the list', async () => {
  const user = userEvent.setup();
  const builder = ticket().customer('+0', 'Down.');
  for (let day = 1; day <= 90; day++) builder.reply(`+${day}d`, 'I’ll get back to you by noon.');
  builder.reply('+91d', 'I’ll call you within 2 hours.').reply('+91d1h', 'Here it is.');
  const { container } = showPart(builder.build(), (analysis) => <Promises analysis={analysis} />, {
    now: at('+95d'),
  });
  const rows = () => [...container.querySelectorAll('li')];
  expect(rows()).toHaveLength(20);
  screen.getByRole('button', { name: '50 of 71 more promises' }).focus();
  await user.keyboard('{Enter}');
  expect(rows()).toHaveLength(70);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '21 more promises' }));
  await user.keyboard('{Enter}');
  expect(rows()).toHaveLength(91);
  expect(document.activeElement).toBe(rows()[70]);
  expect(screen.queryByRole('button', { name: /more/ })).toBeNull();
});

it('stages share out the time, and name the changes behind each', async () => {
  const capture = ticket()
    .customer('+0', 'Down.')
    .assignee('+1h', null, 'ann')
    .status('+3h', 'new', 'pending')
    .status('+9h', 'pending', 'solved')
    .build();
  showPart(capture, (analysis) => <Stages analysis={analysis} />, { now: at('+1d') });
  expect(screen.getAllByRole('listitem').map((row) => textOf(row.querySelector('summary')))).toEqual([
    'Waiting for the customer6 h',
    'Assigned, no group known2 h',
    'Without an owner1 h',
  ]);
  await userEvent.click(screen.getByText('Waiting for the customer'));
  expect(screen.getByText(/67 % of the time before the solve/)).toBeTruthy();
});

describe('key events', () => {
  function Live() {
    const capture = broken();
    const [overlay, setOverlay] = useState(emptyOverlay);
    const analysis = analyse(capture, { now: at('+1d'), overlay });
    const corrections = {
      overlay,
      change: (edit: (all: typeof overlay) => typeof overlay) => setOverlay(edit),
    };
    return (
      <EvidenceProvider ticket={capture.ticket} onGo={() => undefined}>
        <KeyEvents {...{ capture, analysis, corrections }} />
      </EvidenceProvider>
    );
  }

  it('can be pinned, left out as noise, and taken back', async () => {
    const user = userEvent.setup();
    const { container } = render(<Live />);
    const count = () => screen.getAllByRole('listitem').length;
    const before = count();
    await user.click(screen.getAllByRole('button', { name: /^Pin/ })[0] ?? container);
    expect(screen.getByRole('button', { name: /^Pinned/, pressed: true })).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: /^Noise/ })[1] ?? container);
    expect(count()).toBe(before - 1);
    await user.click(screen.getByRole('button', { name: 'Take back' }));
    expect(count()).toBe(before);
    await expectAccessible(container);
  });
});
