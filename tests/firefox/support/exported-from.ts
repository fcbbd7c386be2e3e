import { analyse } from '../../../lib/analysis/analyse';
import { toMarkdown } from '../../../lib/export/to-markdown';
import { postmortemSchema } from '../../../lib/postmortem/schema';
import { parseCapture } from '../../../lib/ticket/schema';
import type { FirefoxSession } from './launch';
import { inPanel } from './sidebar';

/** The Markdown of the one stored postmortem, made in Node from what the panel's own database holds. */
export async function exportedFrom(session: FirefoxSession): Promise<string> {
  const { postmortem, capture } = await inPanel(session, readStore);
  const parsed = parseCapture(capture);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const analysis = analyse(parsed.value, { now: parsed.value.capturedAt });
  return toMarkdown({ postmortem: postmortemSchema.parse(postmortem), capture: parsed.value, analysis });
}

/** Runs in the panel. */
async function readStore(): Promise<{ postmortem: unknown; capture: unknown }> {
  const settled = <Value>(asked: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const database = await settled(indexedDB.open('debrief'));
  const from = database.transaction(['postmortems', 'captures']);
  const rows = await settled(from.objectStore('postmortems').getAll());
  const [row] = rows;
  if (!row || rows.length > 1) throw new Error(`${rows.length} postmortems are stored.`);
  const capture = await settled(from.objectStore('captures').get(row.captureId));
  database.close();
  return { postmortem: row.postmortem, capture: capture.capture };
}
