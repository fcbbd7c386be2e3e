/** Reads a backup file row by row: what does not pass its schema is set aside, and the rest goes on. */
import * as z from 'zod/mini';
import { fromBase64 } from '../export/base64';
import { imageType } from '../postmortem/image-type';
import { isoSchema } from '../ticket/basics';
import { fail, ok, type Result } from '../ticket/problem';
import { BACKUP_FORMAT, BACKUP_VERSION } from './backup';
import { hashOf, MOST_BLOB_BYTES } from './blobs';
import { readCorrections } from './corrections';
import type {
  BlobRow,
  CaptureRow,
  CorrectionsRow,
  PostmortemRow,
  PreferencesRow,
  VersionRow,
} from './database';
import type { SetAside } from './import-report';
import { readPreferences } from './preferences';
import { putRefused, type StoreProblem } from './problems';
import { withSafeLinks } from './safe-links';
import { readCapture, readRow, readStored, type Stored } from './stored';

/** Beyond this a browser may not get the file into one string. */
export const MOST_BACKUP_BYTES = 500_000_000;

export interface ReadBackup {
  postmortems: Stored[];
  /** With a readable frame, and a document this version cannot read. */
  unreadable: PostmortemRow[];
  versions: (VersionRow & Pick<Stored, 'postmortem'>)[];
  captures: CaptureRow[];
  corrections: CorrectionsRow[];
  preferences: PreferencesRow[];
  blobs: BlobRow[];
  setAside: SetAside[];
}

const fileSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  v: z.int(),
  tables: z.record(z.string(), z.array(z.unknown())),
});
const versionSchema = z.object({
  postmortemId: z.string(),
  rev: z.int().check(z.positive()),
  at: isoSchema,
  why: z.string(),
  postmortem: z.unknown(),
});
const captureSchema = z.object({
  id: z.string(),
  ticketId: z.string(),
  capturedAt: isoSchema,
  capture: z.unknown(),
});
const blobSchema = z.object({
  postmortemId: z.string(),
  id: z.string(),
  name: z.string(),
  bytes: z.string(),
});

export async function readBackup(file: Blob): Promise<Result<ReadBackup, StoreProblem>> {
  if (file.size > MOST_BACKUP_BYTES) return fail(tooLarge);
  const content = parsed(await file.text());
  const frame = z.safeParse(fileSchema, content);
  if (!frame.success) return fail(isNewer(content) ? newer : noBackup);
  if (frame.data.v > BACKUP_VERSION) return fail(newer);
  const { tables } = frame.data;
  const found: ReadBackup = {
    ...{ postmortems: [], unreadable: [], versions: [], captures: [] },
    ...{ corrections: [], preferences: [], blobs: [], setAside: [] },
  };
  const rows = (table: string) => tables[table] ?? [];
  for (const row of rows('postmortems')) readPostmortem(row, found);
  for (const row of rows('versions')) readVersion(row, found);
  for (const row of rows('captures')) readCaptureRow(row, found);
  for (const row of rows('corrections')) {
    const read = readCorrections(row ?? null);
    // It passed the schema of a row.
    if (read.ok) found.corrections.push(row as CorrectionsRow);
    else aside(found, 'corrections', row, read.problem);
  }
  for (const row of rows('preferences')) {
    const read = readPreferences(row ?? null);
    if (read.ok) found.preferences.push(row as PreferencesRow);
    else aside(found, 'preferences', row, read.problem);
  }
  for (const row of rows('blobs')) await readBlob(row, found);
  return ok(found);
}

function readPostmortem(row: unknown, found: ReadBackup): void {
  const read = readStored(row);
  if (read.ok) {
    found.postmortems.push({ ...read.value, postmortem: withSafeLinks(read.value.postmortem) });
  } else {
    aside(found, 'postmortems', row, read.problem);
    const frame = readRow(row);
    if (frame.ok) found.unreadable.push({ ...frame.value, postmortem: frame.value.postmortem });
  }
}

function readVersion(row: unknown, found: ReadBackup): void {
  const frame = z.safeParse(versionSchema, row);
  const read = frame.success
    ? readStored({ ...frame.data, id: frame.data.postmortemId, captureId: '' })
    : fail(unreadable);
  if (!frame.success || !read.ok) aside(found, 'versions', row, read.ok ? unreadable : read.problem);
  else found.versions.push({ ...frame.data, postmortem: withSafeLinks(read.value.postmortem) });
}

function readCaptureRow(row: unknown, found: ReadBackup): void {
  const frame = z.safeParse(captureSchema, row);
  const read = frame.success ? readCapture(frame.data) : fail(unreadable);
  if (!frame.success || !read.ok) aside(found, 'captures', row, read.ok ? unreadable : read.problem);
  else found.captures.push({ ...frame.data, capture: read.value });
}

async function readBlob(row: unknown, found: ReadBackup): Promise<void> {
  const frame = z.safeParse(blobSchema, row);
  const bytes = frame.success ? fromBase64(frame.data.bytes) : undefined;
  const type = bytes && imageType(bytes);
  const isSound =
    frame.success && bytes && bytes.length <= MOST_BLOB_BYTES && (await hashOf(bytes)) === frame.data.id;
  if (!isSound || !type) aside(found, 'blobs', row, unreadable);
  else found.blobs.push({ ...frame.data, bytes, type, size: bytes.length });
}

function aside(found: ReadBackup, table: string, row: unknown, problem: StoreProblem): void {
  const named =
    typeof row === 'object' && row !== null ? { id: '', postmortemId: '', ticketId: '', ...row } : undefined;
  const id = named ? String(named.id || named.postmortemId || named.ticketId) : '';
  found.setAside.push({ table, id, problem });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isNewer(content: unknown): boolean {
  if (typeof content !== 'object' || content === null || !('format' in content && 'v' in content))
    return false;
  return content.format === BACKUP_FORMAT && typeof content.v === 'number' && content.v > BACKUP_VERSION;
}

const tooLarge = putRefused(
  `This file has more than ${MOST_BACKUP_BYTES / 1e6} MB.`,
  'A backup of Debrief is smaller. Choose the file that "Back up to a file" saved.',
);
const noBackup = putRefused(
  'This file is no backup of Debrief, or it is damaged.',
  'Choose the file that "Back up to a file" saved. Nothing was changed.',
);
const newer = putRefused(
  'This backup was made by a newer version of Debrief.',
  'Update Debrief, then restore it. Nothing was changed.',
);
const unreadable: StoreProblem = {
  code: 'damaged',
  message: 'This entry of the backup cannot be read by this version of Debrief.',
  next: 'Keep the file; a newer version may read it.',
};
