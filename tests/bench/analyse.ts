/**
 * How the analysis grows with the ticket: ten times the events should take about ten times as long, with every hour
 * counted and with a business calendar.
 */
import { analyse } from '../../lib/analysis/analyse';
import { businessMs } from '../../lib/analysis/calendar';
import type { Calendar } from '../../lib/ticket/ticket';
import { longTicket, sizes } from './long-ticket';
import { interleaved, median, p95 } from './measure';
import { count, ms, type Report, type Table, times } from './report';

const ROUNDS = 40;

export async function measureAnalyse(): Promise<Report> {
  const tickets = [];
  for (const size of sizes) tickets.push(await longTicket(size));
  // What messages say is kept with them, so that only messages nobody has read are like a ticket just pulled.
  // Copies are made before all rounds: collecting their garbage is nobody's analysis.
  const copies = new Map(
    tickets.map(({ capture }) => [
      capture.ticket.events.length,
      Array.from({ length: ROUNDS + 1 }, () => structuredClone(capture)),
    ]),
  );
  const spent = interleaved(
    Object.fromEntries(
      tickets.flatMap(({ capture }) => {
        const { createdAt, events } = capture.ticket;
        const calendars = [{ calendar: office, from: createdAt }];
        const { length } = events;
        return [
          [
            `${length} just pulled`,
            () => analyse(copies.get(length)?.pop() ?? capture, { now: capture.capturedAt }),
          ],
          [`${events.length} every hour`, () => analyse(capture, { now: capture.capturedAt })],
          [`${events.length} business hours`, () => analyse(capture, { now: capture.capturedAt, calendars })],
        ];
      }),
    ),
    ROUNDS,
  );
  const spans = interleaved(
    Object.fromEntries(
      [1, 10, 100].map((years) => [
        `${years}`,
        () => businessMs({ ...office }, '2026-01-01T00:00:00.000Z', `${2026 + years}-01-01T00:00:00.000Z`),
      ]),
    ),
    ROUNDS,
  );
  return {
    tables: [
      growth(`analyse, just pulled, milliseconds of ${ROUNDS} rounds`, 'events', pick(spent, ' just pulled')),
      growth(
        `analyse again, every hour, milliseconds of ${ROUNDS} rounds`,
        'events',
        pick(spent, ' every hour'),
      ),
      growth(
        `analyse again, business hours, milliseconds of ${ROUNDS} rounds`,
        'events',
        pick(spent, ' business hours'),
      ),
      growth(`businessMs in Berlin, milliseconds of ${ROUNDS} rounds`, 'years', pick(spans, '')),
    ],
    rounds: { ...spent, ...spans },
  };
}

const office: Calendar = {
  id: 'office',
  zone: 'Europe/Berlin',
  weekly: ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '17:00' })),
  holidays: [],
};

function pick(spent: Record<string, number[]>, suffix: string): [size: number, rounds: number[]][] {
  return Object.entries(spent)
    .filter(([name]) => name.endsWith(suffix))
    .map(([name, rounds]) => [Number(name.slice(0, name.length - suffix.length)), rounds]);
}

function growth(title: string, unit: string, found: [size: number, rounds: number[]][]): Table {
  const rows = found.map(([size, rounds], index) => {
    const before = found[index - 1];
    const ratio = before ? median(rounds) / median(before[1]) : undefined;
    return [
      count(size),
      ms(median(rounds)),
      ms(p95(rounds)),
      before && ratio ? `${times(ratio)} for ${times(size / before[0])} the ${unit}` : '',
    ];
  });
  return { title, head: [unit, 'median', 'p95', 'growth'], rows };
}
