/** Markdown that opens again as the record it was made from, on another colleague's panel. */
import * as z from 'zod/mini';
import { analyse } from '../../analysis/analyse';
import { emptyOverlay, type Overlay, overlaySchema, throughOverlay } from '../../analysis/overlay';
import { noPreferences, optionsFor, type Preferences, preferencesSchema } from '../../analysis/preferences';
import type { TokenMap } from '../../language/redact/tokens';
import { type Postmortem, parsePostmortem } from '../../postmortem/schema';
import { fail, ok, type Problem, type Result } from '../../ticket/problem';
import { type Capture, parseCapture } from '../../ticket/schema';
import { stableJson } from '../../ticket/stable-json';
import type { Record } from '../record';
import { type BlockFault, findBlock, withBlock } from './data-block';
import { withSafeLinks } from './safe-links';

/** What a record was computed with; without these the capture of the record is taken as pulled, with the defaults. */
export interface Origin {
  /** As the helpdesk gave it, before corrections were laid over it. */
  pulled?: Capture;
  overlay?: Overlay;
  preferences?: Preferences;
  /** Of a redacted document: refused. */
  tokens?: TokenMap | undefined;
}

export interface Reopened {
  record: Record;
  pulled: Capture;
  overlay: Overlay;
  preferences: Preferences;
  /** Whether the text was changed since it was exported; the record is the one that was exported. */
  changed: boolean;
}

/**
 * The document with its record at the end, in full: only for the internal version without redaction, so with tokens it
 * throws a RangeError. Pure: the same record gives the same bytes.
 */
export function withDataBlock(markdown: string, record: Record, origin: Origin = {}): string {
  if (origin.tokens) throw new RangeError('A redacted document must not hold its record');
  const { pulled = record.capture, overlay = emptyOverlay, preferences = noPreferences } = origin;
  return withBlock(
    markdown,
    stableJson({ postmortem: record.postmortem, capture: pulled, overlay, preferences }),
  );
}

/** Reads such a file back. Never throws; everything is checked, and links lead to http and https only. */
export function fromMarkdown(file: string): Result<Reopened, Problem & { changed?: boolean }> {
  const block = findBlock(file);
  if (typeof block === 'string') return fail(faults[block]);
  const { changed } = block;
  const data = parsed(block.json);
  if (!data) return fail({ ...faults.damaged, changed });
  const postmortem = parsePostmortem(data.postmortem);
  if (!postmortem.ok) return fail({ ...postmortem.problem, next: ASK_AGAIN, changed });
  const capture = parseCapture(data.capture);
  if (!capture.ok) return fail({ ...capture.problem, next: ASK_AGAIN, changed });
  const overlay = z.safeParse(overlaySchema, data.overlay);
  const preferences = z.safeParse(preferencesSchema, data.preferences);
  if (!overlay.success || !preferences.success || !belongTogether(postmortem.value, capture.value))
    return fail({ ...faults.damaged, changed });
  const pulled = capture.value;
  const seen = throughOverlay(pulled, overlay.data);
  try {
    const analysis = analyse(pulled, optionsFor(pulled, overlay.data, preferences.data));
    const record = { postmortem: withSafeLinks(postmortem.value, pulled), capture: seen, analysis };
    return ok({ record, pulled, overlay: overlay.data, preferences: preferences.data, changed });
  } catch {
    // Schemas cannot rule out everything: a file may hold a calendar without a zone or a time out of any range.
    return fail({ ...faults.damaged, changed });
  }
}

const ASK_AGAIN = 'Ask whoever sent the file to export it again.';

const faults: { [fault in BlockFault]: Problem } = {
  too_large: {
    code: 'too_large',
    message: 'This file is larger than any Debrief writes.',
    next: ASK_AGAIN,
  },
  none: {
    code: 'unexpected_answer',
    message: 'This file holds no record to open: the data block at its end is missing.',
    next: 'Only the full internal version, exported with “can be opened again” and without redaction, holds one.',
  },
  other_version: {
    code: 'unexpected_answer',
    message: 'This file was written by a newer Debrief.',
    next: 'Update Debrief, then open the file again.',
  },
  damaged: {
    code: 'unexpected_answer',
    message:
      'The data block at the end of this file was changed or cut off, so the record cannot be trusted.',
    next: ASK_AGAIN,
  },
};

function parsed(json: string): { [key: string]: unknown } | undefined {
  try {
    const data: unknown = JSON.parse(json);
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : undefined;
  } catch {
    // The data block holds something else than JSON.
    return undefined;
  }
}

/** Of one ticket and one pull; and days that a calendar has. */
function belongTogether({ ticketId, captureId, checkpoints }: Postmortem, { id, ticket }: Capture): boolean {
  return ticketId === ticket.id && captureId === id && checkpoints.every(({ days }) => days <= 3_660);
}
