/** Pictures attached to a postmortem, kept under the hash of their bytes. */
import { type ImageType, imageType } from '../postmortem/image-type';
import { fail, ok, type Result } from '../ticket/problem';
import type { BlobRow, Database } from './database';
import { putRefused, type StoreProblem } from './problems';

/** Bytes of one picture, as it is stored. */
export const MOST_BLOB_BYTES = 5_000_000;

/** Bytes of all pictures of one postmortem. */
export const MOST_BLOB_BYTES_IN_ALL = 50_000_000;

export interface BlobInfo {
  id: string;
  type: ImageType;
  name: string;
  size: number;
}

export interface StoredBlob extends BlobInfo {
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Keeps a picture, once however often it is put. Give it what `reencodeImage` made: this looks at the bytes, and
 * takes nothing out of them.
 */
export async function putBlob(
  db: Database,
  postmortemId: string,
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<Result<BlobInfo, StoreProblem>> {
  const type = imageType(bytes);
  if (!type)
    return fail(
      putRefused('This file is no PNG, JPEG, WebP or GIF picture.', 'Take a screenshot and attach that.'),
    );
  const size = bytes.byteLength;
  if (size > MOST_BLOB_BYTES) return fail(tooLarge(size));
  const id = await hashOf(bytes);
  return db.transaction('rw', db.blobs, async () => {
    const known = await db.blobs.get([postmortemId, id]);
    if (known) return ok(infoOf(known, type));
    if ((await sizeOfAll(db, postmortemId)) + size > MOST_BLOB_BYTES_IN_ALL) return fail(noRoom);
    const row: BlobRow = { postmortemId, id, type, name, size, bytes };
    await db.blobs.add(row);
    return ok(infoOf(row, type));
  });
}

export async function getBlob(
  db: Database,
  postmortemId: string,
  id: string,
): Promise<Result<StoredBlob | undefined, StoreProblem>> {
  const row = await db.blobs.get([postmortemId, id]);
  if (!row) return ok(undefined);
  const type = imageType(row.bytes);
  if (!type) return fail(unreadable);
  return ok({ ...infoOf(row, type), bytes: row.bytes });
}

/** Drops the pictures of a postmortem that neither it nor one of its versions names; answers how many. */
export function removeUnusedBlobs(db: Database, postmortemId: string): PromiseLike<number> {
  return db.transaction('rw', db.postmortems, db.versions, db.blobs, async () => {
    const documents = [
      await db.postmortems.get(postmortemId),
      ...(await db.versions.where('postmortemId').equals(postmortemId).toArray()),
    ].map((row) => JSON.stringify(row?.postmortem ?? null));
    const keys = await db.blobs.where('postmortemId').equals(postmortemId).primaryKeys();
    const unused = keys.filter(([, id]) => !documents.some((text) => text.includes(id)));
    await db.blobs.bulkDelete(unused);
    return unused.length;
  });
}

/** By the index alone: the pictures themselves can be fifty megabytes. */
async function sizeOfAll(db: Database, postmortemId: string): Promise<number> {
  const keys: readonly unknown[] = await db.blobs.orderBy('[postmortemId+size]').keys();
  let sum = 0;
  for (const key of keys) {
    if (Array.isArray(key) && key[0] === postmortemId && typeof key[1] === 'number') sum += key[1];
  }
  return sum;
}

function infoOf({ id, name, size }: BlobRow, type: ImageType): BlobInfo {
  return { id, type, name, size };
}

/** `sha256:` and the digits. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function tooLarge(size: number): StoreProblem {
  return putRefused(
    `This picture has ${(size / 1e6).toFixed(1)} MB; ${MOST_BLOB_BYTES / 1e6} MB is the most.`,
    'Cut it to the part that matters, or make it smaller.',
  );
}

const noRoom = putRefused(
  `The pictures of one postmortem may have ${MOST_BLOB_BYTES_IN_ALL / 1e6} MB in all.`,
  'Take one out before you attach another.',
);

const unreadable: StoreProblem = {
  code: 'damaged',
  message: 'This picture can no longer be read. It was kept as it is.',
  next: 'Attach it anew.',
};
