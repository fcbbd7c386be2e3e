/**
 * How long redaction takes for a text of a megabyte and for a ticket, and whether it grows with anything but the
 * length: twice the text should take about twice as long, also for texts made to keep a regular expression busy.
 */
import { postmortemDocument } from '../../lib/export/postmortem-document';
import { redactDocument } from '../../lib/export/redact-document';
import { makeTokens, redact } from '../../lib/language/redact';
import type { TokenMap } from '../../lib/language/redact/tokens';
import { busy } from '../unit/language/redact/busy-texts';
import { labelled, labelledSets } from '../unit/language/redact/labelled';
import { recordOf } from '../unit/postmortem/drafting';
import { ticket } from '../unit/support/capture-builder';
import { longTicket } from './long-ticket';
import { interleaved, median, p95 } from './measure';
import { count, ms, type Report, times } from './report';

const LONG = 1_000_000;
const ROUNDS = 5;

export async function measureRedact(): Promise<Report> {
  const tokens = makeTokens(ticket({ organization: 'Brightwell Logistics' }).customer('+0', 'Down.').build());
  const items = labelledSets().flatMap(labelled);
  const joined = (isWanted: (spans: number) => boolean) =>
    items
      .filter(({ spans }) => isWanted(spans.length))
      .map(({ text }) => text)
      .join('\n');
  const rows: [name: string, text: string, rounds: number][] = [
    [
      'lines without a value',
      repeated(
        joined((count) => count === 0),
        LONG,
      ),
      ROUNDS,
    ],
    [
      'lines with a value each',
      repeated(
        joined((count) => count > 0),
        LONG,
      ),
      ROUNDS,
    ],
  ];
  const all = rows.map(([name, text, rounds]) => {
    const tenth = text.slice(0, text.length / 10);
    const spent = interleaved(
      { whole: () => redact(text, tokens), tenth: () => redact(tenth, tokens) },
      rounds,
    );
    return { name, length: text.length, spent };
  });
  const doubling = doublings(tokens);
  const ofTickets = await tickets();
  return {
    tables: [
      {
        title: 'Redaction of a ticket, milliseconds',
        head: ['events', 'numbering the values', 'p95', 'its document', 'p95'],
        rows: ofTickets.map(({ events, spent }) => [
          count(events),
          ...[spent.tokens, spent.document].flatMap((rounds) => [ms(median(rounds)), ms(p95(rounds))]),
        ]),
      },
      {
        title: 'Texts out to keep a rule busy, milliseconds of the processor, least of three',
        head: ['text', '100 kB', '200 kB', '400 kB', 'growth', 'growth'],
        rows: doubling.map(({ piece, spent }) => {
          const [once = 0, twice = 0, four = 0] = spent;
          return [
            JSON.stringify(piece),
            ms(once),
            ms(twice),
            ms(four),
            times(twice / once),
            times(four / twice),
          ];
        }),
      },
      {
        title: 'Redaction of a text, milliseconds',
        head: ['text', 'MB', 'median', 'p95', 'a tenth of it', 'growth for 10 ×'],
        rows: all.map(({ name, length, spent: { whole, tenth } }) => [
          name,
          (length / 1e6).toFixed(1),
          ms(median(whole)),
          ms(p95(whole)),
          ms(median(tenth)),
          times(median(whole) / median(tenth)),
        ]),
      },
    ],
    rounds: { texts: all, doubling, ofTickets },
  };
}

/** 100, 200 and 400 kB of each text that is out to keep a rule busy, in time of the processor: a line, not a parabola. */
function doublings(tokens: TokenMap) {
  return busy.map((piece) => {
    const sizes = [100_000, 200_000, 400_000];
    const texts = sizes.map((size) => repeated(piece, size));
    const spent = texts.map((text) =>
      Math.min(...Array.from({ length: 3 }, () => cpuOf(() => redact(text, tokens)))),
    );
    return { piece, spent };
  });
}

/** What a panel does when somebody asks for redaction: numbering the values, then the document. */
async function tickets() {
  const all = [];
  for (const size of [1_000, 10_000]) {
    const { capture } = await longTicket(size);
    const record = recordOf(capture, capture.capturedAt);
    const tree = postmortemDocument(record);
    const known = makeTokens(capture, record.postmortem);
    const spent = interleaved(
      {
        tokens: () => makeTokens(capture, record.postmortem),
        document: () => redactDocument(tree, known),
      },
      5,
    );
    all.push({ events: capture.ticket.events.length, spent });
  }
  return all;
}

function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function repeated(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}
