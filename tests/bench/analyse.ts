/** How the analysis grows with the ticket: ten times the events should take about ten times as long. */
import { analyse } from '../../lib/analysis/analyse';
import { longTicket, sizes } from './long-ticket';
import { interleaved, median, p95 } from './measure';
import { count, ms, type Report, times } from './report';

const ROUNDS = 40;

export async function measureAnalyse(): Promise<Report> {
  const tickets = [];
  for (const size of sizes) tickets.push(await longTicket(size));
  const spent = interleaved(
    Object.fromEntries(
      tickets.map(({ capture }) => [
        capture.ticket.events.length,
        () => analyse(capture, { now: capture.capturedAt }),
      ]),
    ),
    ROUNDS,
  );
  const found = Object.entries(spent).map(([events, rounds]) => ({ events: Number(events), rounds }));
  const rows = found.map(({ events, rounds }, index) => {
    const before = found[index - 1];
    const growth = before ? median(rounds) / median(before.rounds) : undefined;
    return [
      count(events),
      ms(median(rounds)),
      ms(p95(rounds)),
      before && growth ? `${times(growth)} for ${times(events / before.events)} the events` : '',
    ];
  });
  return {
    tables: [
      {
        title: `analyse, milliseconds of ${ROUNDS} rounds`,
        head: ['events', 'median', 'p95', 'growth'],
        rows,
      },
    ],
    rounds: spent,
  };
}
