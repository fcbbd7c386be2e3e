/** Which comments only say again what the turns of a conversation said. */
import { type Audit, type AuditEvent, isComment } from './audits';
import { isChatEvent } from './chat-transcript';
import { fieldsOf, idOf } from './fields';
import type { Turn } from './steps';
import { viaOf } from './via';

export interface Repeats {
  /** Ids of comments that hold a whole transcript. */
  transcripts: ReadonlySet<string>;
  /** The turn a comment says again, by the comment's id. */
  mirrors: ReadonlyMap<string, string>;
}

// A mirror is saved within seconds of the turn; ten is what a public client allows.
const MIRROR_MS = 10_000;
const MOST_TRANSCRIPTS = 30;

export function findRepeats(turns: readonly Turn[], audits: readonly Audit[]): Repeats {
  const transcripts = new Set<string>();
  const mirrors = new Map<string, string>();
  const sayings = turns.map(({ body }) => plain(body.text));
  const bySaying = new Map<string, Turn[]>();
  for (const [index, turn] of turns.entries()) {
    const saying = sayings[index] ?? '';
    const same = bySaying.get(saying);
    if (same) same.push(turn);
    else bySaying.set(saying, [turn]);
  }
  const taken = new Set<string>();
  for (const audit of turns.length > 0 ? audits : []) {
    for (const event of audit.events.filter(isComment)) {
      const text = plain(event.fields.plain_body ?? event.fields.body);
      const mirror = bySaying.get(text)?.find((turn) => !taken.has(turn.id) && isMirror(turn, audit, event));
      if (mirror && text) {
        taken.add(mirror.id);
        mirrors.set(event.id, mirror.id);
      } else if (
        transcripts.size < MOST_TRANSCRIPTS &&
        mayBeTranscript(audit, event) &&
        holds(text, sayings)
      ) {
        transcripts.add(event.id);
      }
    }
  }
  return { transcripts, mirrors };
}

/** Said by the same person to the same readers, within seconds; a save that names nobody may be anybody's. */
function isMirror(turn: Turn, audit: Audit, event: AuditEvent): boolean {
  if (Math.abs(Date.parse(turn.at) - Date.parse(audit.at)) > MIRROR_MS) return false;
  const author = idOf(event.fields.author_id) ?? audit.author;
  const isSame = turn.speaker.id === undefined || author === '-1' || turn.speaker.id === author;
  return isSame && turn.isPublic === (event.fields.public !== false);
}

function mayBeTranscript(audit: Audit, event: AuditEvent): boolean {
  const { channel } = viaOf(fieldsOf(event.fields.via) ?? audit.via);
  return channel === 'chat' || channel === 'messaging' || audit.events.some(isChatEvent);
}

/** Two turns or more that make up a good part of the text; the rest of a transcript is names and times. */
function holds(text: string, sayings: readonly string[]): boolean {
  const found = sayings.filter((saying) => saying.length > 1 && text.includes(saying));
  const length = found.reduce((sum, saying) => sum + saying.length, 0);
  return found.length > 1 && length >= text.length * 0.3;
}

function plain(text: unknown): string {
  return typeof text === 'string' ? text.slice(0, 100_000).replace(/\s+/g, ' ').trim().toLowerCase() : '';
}
