// @vitest-environment jsdom
import { textOf } from '../support/text-of';
import '../support/panel-browser';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Clocks } from '../../../../components/what-happened/Clocks';
import type { Capture } from '../../../../lib/ticket/schema';
import { officeHours } from '../../analysis/calendar/calendars';
import { at, START, ticket } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';
import { escalated, showPart } from '../support/evidence';

function show(capture: Capture) {
  return showPart(capture, (analysis) => <Clocks analysis={analysis} label="Zendesk" />);
}

const rowsOf = (table: HTMLElement) => within(table).getAllByRole('row').map(textOf);

async function unfold(name: string) {
  const summary = [...document.querySelectorAll('summary')].find((one) => textOf(one).startsWith(name));
  if (!summary) throw new Error(`no row ${name}`);
  await userEvent.click(summary);
}

/** 09:00 to 17:00 in UTC; the ticket begins on a Monday at 08:00. */
const inOfficeHours = () =>
  ticket({
    calendars: [{ calendar: officeHours(), from: START }],
    metrics: [
      { name: 'reply_time', calendarMs: 7_200_000, businessMs: 3_600_000 },
      { name: 'replies', count: 3 },
    ],
  })
    .customer('+0', 'Down.', { id: 'asked' })
    .note('+30m', 'Seen.')
    .reply('+2h', 'Fixed.', { id: 'answer' });

describe('every clock', () => {
  it('says that every hour counts where no calendar is known, and which hours count where one is', () => {
    show(escalated().build());
    expect(screen.getByText('No business calendar known: hours are 24×7.')).toBeTruthy();
    show(inOfficeHours().build());
    expect(screen.getByText('Business hours: Mon–Fri 09:00–17:00, UTC.')).toBeTruthy();
  });

  it('shows how a number was computed, stretch by stretch, with the way to the events', async () => {
    const { onEvidence } = show(inOfficeHours().build());
    await unfold('First reply1 h');
    const table = screen.getByRole('table', {
      name: /^1\sh running, business hours, 2\sh with the closed hours$/,
    });
    expect(rowsOf(table)).toEqual([
      expect.stringMatching(/^16 Nov 08:00 to 16 Nov 09:00outside hours, 1 h.*Ada$/),
      expect.stringMatching(/^16 Nov 09:00 to 16 Nov 10:00running, 1 h.*Ann$/),
    ]);
    await userEvent.click(within(table).getByRole('link', { name: /Ann$/ }));
    expect(onEvidence.mock.lastCall?.[0].id).toBe('answer');
  });

  it('shows the longest of several turns, and all of them inside', async () => {
    const turns = ticket()
      .customer('+0', 'Down.')
      .reply('+1h')
      .customer('+2h', 'Still down.')
      .reply('+3h')
      .customer('+4h', 'And again.')
      .reply('+7h');
    show(turns.build());
    expect(screen.getByText('longest of 2')).toBeTruthy();
    await unfold('Next reply');
    expect(screen.getAllByRole('table').map((table) => textOf(within(table).getByRole('caption')))).toEqual([
      '3 h running, all hours',
      '1 h running, all hours',
    ]);
  });

  it('says with its count how far the helpdesk’s numbers agree, and why they do not', async () => {
    show(inOfficeHours().build());
    expect(screen.getByText('2 of 3 agree with Zendesk')).toBeTruthy();
    await unfold('1 number differs from Zendesk');
    expect(screen.getByText(/1 here, 3 in Zendesk/)).toBeTruthy();
    expect(screen.getByText('Debrief found no explanation for the difference.')).toBeTruthy();
  });

  it('counts, each with what was counted', async () => {
    show(escalated().build());
    await unfold('Counts');
    const counts = rowsOf(screen.getByRole('table', { name: /^Counts/ }));
    expect(counts).toContainEqual(expect.stringMatching(/^Replies1.*Bo$/));
    expect(counts).toContainEqual(expect.stringMatching(/^One-touchyes/));
  });

  it('explains itself without leaving the panel, and passes an accessibility check unfolded', async () => {
    const { container } = show(escalated().build());
    await unfold('First reply');
    await unfold('How Debrief counts');
    expect(screen.getByText('Time in New, Open and On-hold. It stands in Pending.')).toBeTruthy();
    expect(container.querySelectorAll('a[href^="http"]:not([href^="https://desk.example"])')).toHaveLength(0);
    await expectAccessible(container);
  });

  it('is left out of a ticket on which nothing happened', () => {
    const { container } = show(ticket({}, { capturedAt: at('+1h') }).build());
    expect(container.textContent).toBe('');
  });
});
