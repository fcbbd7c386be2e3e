/**
 * Our Markdown emitter beside mdast-util-to-markdown, and remark-stringify around it, on the same tree: a whole
 * postmortem whose timeline holds every event of a long ticket. Neither aligns the columns of tables, so all do the
 * same work.
 */
import { isDeepStrictEqual } from 'node:util';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown as peerMarkdown } from 'mdast-util-to-markdown';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { toMarkdownText } from '../../lib/export/markdown';
import { postmortemDocument } from '../../lib/export/postmortem-document';
import type { Record } from '../../lib/export/record';
import { toMarkdown } from '../../lib/export/to-markdown';
import type { Capture } from '../../lib/ticket/schema';
import { parseMarkdown } from '../unit/export/parse-markdown';
import { recordOf } from '../unit/postmortem/drafting';
import { longTicket } from './long-ticket';
import { interleaved, median, p95 } from './measure';
import { count, ms, type Report, times } from './report';

const ROUNDS = new Map([
  [1_000, 15],
  [10_000, 10],
]);

export async function measureMarkdown(): Promise<Report> {
  const all = [];
  for (const [size, rounds] of ROUNDS) all.push(await compare(size, rounds));
  return {
    tables: [
      {
        title: 'Markdown of a postmortem, milliseconds',
        head: [
          ...[
            'rows',
            'MB',
            'ours',
            'p95',
            'mdast-util',
            'p95',
            'remark',
            'p95',
            'mdast-util/ours',
            'remark/ours',
          ],
          ...['tree and ours', 'p95', 'peer/(tree and ours)', 'with roles', 'p95'],
        ],
        rows: all.map(({ rows, bytes, spent: { ours, peer, remark, whole, roles } }) => [
          count(rows),
          (bytes / 1e6).toFixed(2),
          ...[ours, peer, remark].flatMap((rounds) => [ms(median(rounds)), ms(p95(rounds))]),
          times(median(peer) / median(ours)),
          times(median(remark) / median(ours)),
          ms(median(whole)),
          ms(p95(whole)),
          times(median(peer) / median(whole)),
          ms(median(roles)),
          ms(p95(roles)),
        ]),
      },
    ],
    rounds: all,
  };
}

async function compare(size: number, rounds: number) {
  const { capture } = await longTicket(size);
  const record = withWholeTimeline(capture);
  const tree = postmortemDocument(record);
  const peer = { extensions: [gfmToMarkdown({ tablePipeAlign: false })] };
  if (!isDeepStrictEqual(parseMarkdown(toMarkdownText(tree)), parseMarkdown(peerMarkdown(tree, peer))))
    throw new Error('The two texts do not read back as the same document');
  const remark = unified()
    .use(remarkStringify)
    .data('toMarkdownExtensions', [gfmToMarkdown({ tablePipeAlign: false })])
    .freeze();
  if (remark.stringify(tree) !== peerMarkdown(tree, peer)) throw new Error('remark does something else');
  const spent = interleaved(
    {
      ours: () => toMarkdownText(tree),
      peer: () => peerMarkdown(tree, peer),
      remark: () => remark.stringify(tree),
      whole: () => toMarkdownText(postmortemDocument(record)),
      roles: () => toMarkdown(record),
    },
    rounds,
  );
  return { rows: record.postmortem.timeline.length, bytes: Buffer.byteLength(toMarkdownText(tree)), spent };
}

/** A draft picks a few dozen entries; a person may take in as many as there are. */
function withWholeTimeline(capture: Capture): Record {
  const record = recordOf(capture, capture.capturedAt);
  const timeline = capture.ticket.events.map((event) => ({
    event: event.id,
    at: event.time.at,
    lane: 'internal' as const,
    text: event.kind === 'message' ? event.body.text : `${event.kind} by ${event.actor.id}`,
    why: 'taken in by hand',
    state: 'edited' as const,
  }));
  return { ...record, postmortem: { ...record.postmortem, timeline } };
}
