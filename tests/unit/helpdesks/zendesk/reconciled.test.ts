/** Debrief's clocks on replayed tickets, against the numbers Zendesk would show for them. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../lib/analysis/analyse';
import type { CalendarRef } from '../../../../lib/ticket/ticket';
import { escalationStory, metStory } from '../../../helpdesks/zendesk/stories';
import { calendar, weekdays } from '../../analysis/calendar/calendars';
import { captureOf } from './harness';

/** The hours of the replayed account. */
const hours = calendar('UTC', [[weekdays, '07:00', '19:00']]);

async function rowsOf(story: Parameters<typeof captureOf>[0]) {
  const capture = await captureOf(story);
  const calendars: CalendarRef[] = [{ calendar: hours, from: capture.ticket.createdAt }];
  const { reconciliation, slas } = analyse(capture, { now: capture.capturedAt, calendars });
  return { reconciliation, slas };
}

describe.each([
  // The replayed account counts the stretch in which the ticket was back in the queue as a station.
  ['the escalated ticket', escalationStory, ['assignee_stations nobody_counted']],
  ['the ticket that met its targets', metStory, []],
])('%s', (_, story, explained) => {
  it('agrees with Zendesk in all hours and in business hours, or says why not', async () => {
    const { reconciliation } = await rowsOf(story());
    const differing = reconciliation.filter(({ agrees }) => !agrees);
    expect(differing.map(({ name, reason }) => `${name} ${reason}`)).toEqual(explained);
    const units = new Set(reconciliation.map(({ unit }) => unit));
    expect([...units]).toEqual(expect.arrayContaining(['calendar', 'business', 'count']));
  });

  it('has every target counted in business hours to the second', async () => {
    const { slas } = await rowsOf(story());
    expect(slas.length).toBeGreaterThan(0);
    expect(slas.filter(({ certainty, actualMs }) => certainty !== 'exact' || actualMs === undefined)).toEqual(
      [],
    );
  });
});
