/**
 * The backup: everything that is stored, in one JSON file, one row a line. Rows are written as they stand, also those
 * this version cannot read; only the summaries stay out, for they are made from the documents.
 */

import { toBase64 } from '../export/base64';
import type { Iso } from '../ticket/basics';
import { type Database, SCHEMA_VERSION } from './database';

export const BACKUP_FORMAT = 'debrief-backup';

/** Raised when a file of this version can no longer be read as one of the version before. */
export const BACKUP_VERSION = 1;

export const backupTables = [
  'postmortems',
  'versions',
  'captures',
  'corrections',
  'preferences',
  'blobs',
] as const;

export async function writeBackup(db: Database, now: Iso): Promise<Blob> {
  const head = { format: BACKUP_FORMAT, v: BACKUP_VERSION, schema: SCHEMA_VERSION, at: now };
  // Text row by row: the whole in one string may be longer than a string can be.
  const parts = [JSON.stringify(head).replace(/\}$/, ',"tables":{')];
  await db.transaction(
    'r',
    backupTables.map((name) => db.table(name)),
    async () => {
      for (const [index, name] of backupTables.entries()) {
        parts.push(`${index === 0 ? '' : ','}\n"${name}":[`);
        let separator = '\n';
        await db.table(name).each((row: unknown) => {
          parts.push(separator, JSON.stringify(row, bytesAsText));
          separator = ',\n';
        });
        parts.push(']');
      }
    },
  );
  parts.push('}}\n');
  return new Blob(parts, { type: 'application/json' });
}

/** `debrief-backup-2026-11-24.json`. */
export function backupFileName(now: Iso): string {
  return `${BACKUP_FORMAT}-${now.slice(0, 10)}.json`;
}

function bytesAsText(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? toBase64(value) : value;
}
