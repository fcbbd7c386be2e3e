// @vitest-environment jsdom

import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { LooksLike } from '../../../../components/what-happened/LooksLike';
import { WhatIf } from '../../../../components/what-happened/WhatIf';
import { YourCorrections } from '../../../../components/what-happened/YourCorrections';
import { emptyOverlay, type Overlay } from '../../../../lib/analysis/overlay';
import { at, ticket } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';
import { escalated, showPart, unfoldSections } from '../support/evidence';
import { textOf } from '../support/text-of';

afterEach(cleanup);

function Live({ first = emptyOverlay, seen }: { first?: Overlay; seen?: (overlay: Overlay) => void }) {
  const [overlay, setOverlay] = useState(first);
  seen?.(overlay);
  return <YourCorrections read={escalated().build()} corrections={{ overlay, change: setOverlay }} />;
}

describe('your corrections', () => {
  it('are listed with what they changed, and each is taken back', async () => {
    const user = userEvent.setup();
    const first: Overlay = {
      ...emptyOverlay,
      hidden: ['note'],
      corrected: [{ event: 'reply', at: at('+9h') }],
      marks: [{ event: 'chaser', as: 'escalation' }],
    };
    const { container } = render(<Live first={first} />);
    unfoldSections(container);
    const rows = () => screen.queryAllByRole('listitem').map((row) => textOf(row.querySelector('p')));
    expect(rows()).toEqual([
      '16 Nov 17:12 The driver is back.Time corrected to 16 Nov 17:00 UTC',
      '16 Nov 08:20 Looks like the driver.Left out of all numbers',
      '16 Nov 11:00 Any news?Marked: escalation',
    ]);
    await expectAccessible(container);
    for (const left of [2, 1, 0]) {
      await user.click(screen.getAllByRole('button', { name: /^Take back/ })[0] ?? container);
      expect(rows()).toHaveLength(left);
    }
  });

  it('take in what happened off the ticket, and keep what was typed when the form is closed', async () => {
    const user = userEvent.setup();
    let overlay = emptyOverlay;
    const { container } = render(<Live seen={(now) => (overlay = now)} />);
    unfoldSections(container);
    await user.click(screen.getByRole('button', { name: 'Add what happened off the ticket' }));
    expect(screen.getByText('Still needed: a time and what happened.')).toBeTruthy();
    await user.type(screen.getByLabelText('What happened'), 'Called Ada.');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await user.click(screen.getByRole('button', { name: 'Add what happened off the ticket' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('What happened').value).toBe('Called Ada.');
    await user.type(screen.getByLabelText('When, UTC'), '2026-11-16T12:30');
    await user.selectOptions(screen.getByLabelText('Who could see it'), 'The customer: we told them');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(overlay.added).toMatchObject([
      { at: '2026-11-16T12:30:00.000Z', text: 'Called Ada.', audience: 'customer', side: 'agent' },
    ]);
    expect(screen.getByText('Added by hand, seen by the customer')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Take back/ }));
    expect(overlay.added).toEqual([]);
  });
});

it('what it looks like names kind, severity and causes with their entries', async () => {
  const { container } = showPart(escalated().build(), (analysis) => <LooksLike analysis={analysis} />);
  expect(screen.getByText('SLA breach or delayed response')).toBeTruthy();
  expect(screen.getByText(/, because 1 target missed/)).toBeTruthy();
  const causes = within(screen.getByRole('list')).getAllByRole('listitem');
  expect(causes[0]?.textContent).toContain('no owner after a hand-off');
  expect(within(causes[0] ?? container).getAllByRole('link').length).toBeGreaterThan(0);
  await expectAccessible(container);
});

describe('what if', () => {
  const showWhatIf = () => {
    const capture = ticket({}, { capturedAt: at('+9d') })
      .customer('+0', 'Down.')
      .group('+4h', 'Desk', 'Tier 2')
      .reply('+28h', 'Found it.', { by: 'bo' })
      .status('+30h', 'open', 'solved')
      .build();
    const options = { now: capture.capturedAt };
    return showPart(capture, (analysis) => (
      <WhatIf capture={capture} analysis={analysis} options={options} />
    ));
  };
  const cells = (name: string) =>
    within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
      .getAllByRole('cell')
      .map(textOf);

  it('the right team had had it at once', async () => {
    const { container } = showWhatIf();
    expect(screen.queryByRole('table')).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('It had gone from the start to'), 'Tier 2');
    expect(cells('First reply')).toEqual(['28 h', '24 h']);
    expect(cells('Until the solve')).toEqual(['30 h', '26 h']);
    await expectAccessible(container);
  });

  it('other hours had counted, and one supposition takes the place of another', async () => {
    showWhatIf();
    await userEvent.selectOptions(screen.getByLabelText('It had gone from the start to'), 'Tier 2');
    await userEvent.selectOptions(
      screen.getByLabelText('These hours had counted'),
      screen.getByRole('option', { name: /^Mon–Fri 09:00–17:00/ }),
    );
    expect(cells('First reply')).toEqual(['28 h', 'the same']);
    expect(cells('Requester wait, counted')).toEqual(['30 h', '13 h']);
    expect(screen.getByLabelText<HTMLSelectElement>('It had gone from the start to').value).toBe('');
  });
});
