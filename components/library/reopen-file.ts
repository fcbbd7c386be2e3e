/** A Markdown file becomes a stored postmortem again; what is stored already is never written over. */
import { emptyOverlay, type Overlay } from '../../lib/analysis/overlay';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { Store } from '../../lib/storage/store';
import type { Stored } from '../../lib/storage/stored';
import type { Capture } from '../../lib/ticket/schema';
import { seal } from '../../lib/ticket/seal';
import { stableJson } from '../../lib/ticket/stable-json';

export interface FromFile {
  postmortem: Postmortem;
  capture: Capture;
  overlay: Overlay;
  /** The text of the file is another than the one that was exported. */
  changed: boolean;
}

export type Read =
  | { kind: 'refused'; why: string }
  /** Not stored here yet. */
  | { kind: 'new'; file: FromFile }
  /** Stored word for word. */
  | { kind: 'same'; file: FromFile }
  /** Stored with other words, or deleted. */
  | { kind: 'other'; file: FromFile; isDeleted: boolean };

/** Reads a file a person chose or dropped, and looks for what is stored of it. */
export async function readFile(store: Store, file: File): Promise<Read> {
  const [{ fromMarkdown }, { LONGEST_FILE }] = await Promise.all([
    import('../../lib/export/reopen/reopen'),
    import('../../lib/export/reopen/data-block'),
  ]);
  // A file that is refused for its length need not be read for it.
  const text = file.size > LONGEST_FILE * 4 ? 'x'.repeat(LONGEST_FILE + 1) : await file.text();
  const found = fromMarkdown(text);
  if (!found.ok) return { kind: 'refused', why: `${found.problem.message} ${found.problem.next}` };
  const { record, pulled, overlay, changed } = found.value;
  // Captures are kept under the hash of what is in them, and a file can claim any.
  const capture = await seal(pulled);
  const postmortem = { ...record.postmortem, captureId: capture.id };
  const read = { postmortem, capture, overlay, changed };
  const stored = await store.get(postmortem.id);
  if (!stored.ok) return { kind: 'refused', why: `${stored.problem.message} ${stored.problem.next}` };
  if (!stored.value) return { kind: 'new', file: read };
  return isSame(stored.value, postmortem)
    ? { kind: 'same', file: read }
    : { kind: 'other', file: read, isDeleted: stored.value.deletedAt !== undefined };
}

function isSame(stored: Stored, postmortem: Postmortem): boolean {
  return stored.deletedAt === undefined && stableJson(stored.postmortem) === stableJson(postmortem);
}

/** Stores what was read; answers its id, or what to tell the person. */
export async function keep(
  store: Store,
  { postmortem, capture, overlay }: FromFile,
): Promise<{ id: string; keptCorrections: boolean } | string> {
  await store.putCapture(capture);
  const saved = await store.save(postmortem, 0);
  if (!saved.ok) return `${saved.problem.message} ${saved.problem.next}`;
  const mine = await store.corrections(capture.ticket.id);
  if (!mine.ok) return `${mine.problem.message} ${mine.problem.next}`;
  const isMineEmpty = stableJson(mine.value) === stableJson(emptyOverlay);
  if (isMineEmpty && stableJson(overlay) !== stableJson(emptyOverlay)) {
    const corrected = await store.correct(capture.ticket.id, (current) =>
      stableJson(current) === stableJson(emptyOverlay) ? overlay : current,
    );
    if (!corrected.ok) return `${corrected.problem.message} ${corrected.problem.next}`;
  }
  return {
    id: postmortem.id,
    keptCorrections: !isMineEmpty && stableJson(mine.value) !== stableJson(overlay),
  };
}

/** The same as one more postmortem of the ticket. */
export function asCopy(file: FromFile): FromFile {
  return { ...file, postmortem: { ...file.postmortem, id: crypto.randomUUID() } };
}
