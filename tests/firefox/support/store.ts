/** What the panel has stored in Firefox's IndexedDB, read behind its back. */
import { analyse } from '../../../lib/analysis/analyse';
import { toMarkdown } from '../../../lib/export/to-markdown';
import { postmortemSchema } from '../../../lib/postmortem/schema';
import { parseCapture } from '../../../lib/ticket/schema';
import type { FirefoxSession } from './launch';
import { inPanel } from './sidebar';

/** The one capture there is. */
export async function storedCapture(session: FirefoxSession): Promise<unknown> {
  const { captures } = await inPanel(session, readStore);
  if (captures.length !== 1) throw new Error(`${captures.length} captures are stored.`);
  return captures[0]?.capture;
}

/** The Markdown of the one postmortem there is, made in Node from what is stored. */
export async function exportedFrom(session: FirefoxSession): Promise<string> {
  const { postmortems, captures } = await inPanel(session, readStore);
  const [row] = postmortems;
  if (!row || postmortems.length > 1) throw new Error(`${postmortems.length} postmortems are stored.`);
  const parsed = parseCapture(captures.find(({ id }) => id === row.captureId)?.capture);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const capture = parsed.value;
  const analysis = analyse(capture, { now: capture.capturedAt });
  return toMarkdown({ postmortem: postmortemSchema.parse(row.postmortem), capture, analysis });
}

interface Rows {
  postmortems: { captureId: string; postmortem: unknown }[];
  captures: { id: string; capture: unknown }[];
}

/** Runs in the panel. */
async function readStore(): Promise<Rows> {
  const settled = <Value>(asked: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const database = await settled(indexedDB.open('debrief'));
  const from = database.transaction(['postmortems', 'captures']);
  const postmortems = await settled(from.objectStore('postmortems').getAll());
  const captures = await settled(from.objectStore('captures').getAll());
  database.close();
  return { postmortems, captures };
}
