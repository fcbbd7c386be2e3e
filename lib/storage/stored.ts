/** Reads rows back: what no longer parses is reported as damaged and stays where it is, word for word. */
import * as z from 'zod/mini';
import { type Postmortem, parsePostmortem } from '../postmortem/schema';
import { type Iso, isoSchema } from '../ticket/basics';
import { fail, ok, type Result } from '../ticket/problem';
import { type Capture, parseCapture } from '../ticket/schema';
import type { CaptureRow } from './database';
import type { StoreProblem } from './problems';

export interface Stored {
  postmortem: Postmortem;
  rev: number;
  deletedAt?: Iso;
}

const rowSchema = z.looseObject({
  id: z.string(),
  rev: z.int().check(z.positive()),
  captureId: z.string(),
  deletedAt: z.optional(isoSchema),
  postmortem: z.unknown(),
});
type ReadableRow = z.infer<typeof rowSchema>;

/** The row without looking into the document: enough to delete, restore and count revisions. */
export function readRow(row: unknown): Result<ReadableRow, StoreProblem> {
  const parsed = z.safeParse(rowSchema, row);
  return parsed.success ? ok(parsed.data) : fail(damaged(parsed.error.issues[0]?.path.join('.')));
}

export function readStored(row: unknown): Result<Stored, StoreProblem> {
  const envelope = readRow(row);
  if (!envelope.ok) return envelope;
  const { rev, deletedAt } = envelope.value;
  const postmortem = parsePostmortem(envelope.value.postmortem);
  if (!postmortem.ok) return fail(damaged(postmortem.problem.at));
  return ok({ postmortem: postmortem.value, rev, ...(deletedAt === undefined ? {} : { deletedAt }) });
}

export function readCapture(row: CaptureRow | undefined): Result<Capture | undefined, StoreProblem> {
  if (!row) return ok(undefined);
  const capture = parseCapture(row.capture);
  if (capture.ok) return capture;
  return fail({
    code: 'damaged',
    message: 'The stored copy of this ticket can no longer be read. It was kept as it is.',
    next: 'Pull the ticket again to work with a fresh copy.',
    ...(capture.problem.at === undefined ? {} : { at: capture.problem.at }),
  });
}

function damaged(at: string | undefined): StoreProblem {
  return {
    code: 'damaged',
    message: 'This stored postmortem can no longer be read. It was set aside and kept word for word.',
    next: 'Download what is stored, start a new postmortem for the ticket, and report the field named here.',
    ...(at ? { at } : {}),
  };
}
