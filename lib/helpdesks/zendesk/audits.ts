/** Audits as Zendesk tells them, each one save with its events, checked just enough to walk through them. */
import type { Iso } from '../../ticket/basics';
import { type Fields, fieldsOf, idOf, instantOf, lineOf, listOf } from './fields';

export interface AuditEvent {
  /** Unique within the audit. */
  id: string;
  type: string;
  fields: Fields;
}

export interface Audit {
  id: string;
  at: Iso;
  /** The time as found; absent when it was not readable and the save before lent its own. */
  raw: string | undefined;
  /** -1 where a rule or the system saved. */
  author: string;
  via: Fields | undefined;
  events: AuditEvent[];
}

export type Warn = (field: string, reason: string, source?: string) => void;

/** An audit on its own: without a time of its own, it takes that of the save before it once all are there. */
type Loose = Omit<Audit, 'at'> & { at: Iso | undefined };

/** Takes audits page by page, so that a long history is checked while the next page is on its way. */
export class AuditList {
  private readonly audits: Loose[] = [];
  private readonly seen = new Set<string>();
  private readonly warnings: Parameters<Warn>[] = [];
  private count = 0;
  private repeats = 0;

  /** An audit that is no object is left out with a warning. Gives how many there are by now. */
  add(rows: readonly unknown[]): number {
    for (const row of rows) this.addOne(row, this.count++);
    return this.count;
  }

  /** Without those that came twice. */
  get distinct(): number {
    return this.count - this.repeats;
  }

  inOrder(start: Iso, warn: Warn): Audit[] {
    for (const warning of this.warnings) warn(...warning);
    return this.timed(start, 0).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** As they came, from one of them on; `start` is the time of the one before it. */
  timed(start: Iso, from: number): Audit[] {
    let before = start;
    return this.audits.slice(from).map((audit) => {
      before = audit.at ?? before;
      return { ...audit, at: before };
    });
  }

  private warn: Warn = (...warning) => {
    this.warnings.push(warning);
  };

  private addOne(row: unknown, index: number): void {
    const fields = fieldsOf(row);
    if (!fields) {
      this.warn('audit', 'not an object', `audits[${index}]`);
      return;
    }
    const id = idOf(fields.id) ?? `unnumbered-${index}`;
    // Offset pages overlap when somebody saves while they are read.
    if (this.seen.has(id)) {
      this.repeats++;
      return;
    }
    this.seen.add(id);
    const at = instantOf(fields.created_at);
    if (!at) this.warn('created_at', 'not an instant', `audit ${id}`);
    this.audits.push({
      id,
      at,
      raw: at && String(fields.created_at),
      author: idOf(fields.author_id) ?? '-1',
      via: fieldsOf(fields.via),
      events: parseEvents(fields.events, id, this.warn),
    });
  }
}

function parseEvents(value: unknown, audit: string, warn: Warn): AuditEvent[] {
  if (!Array.isArray(value)) warn('events', 'not a list', `audit ${audit}`);
  const seen = new Set<string>();
  return listOf(value).map((row, index) => {
    const fields = fieldsOf(row);
    const type = lineOf(fields?.type)?.slice(0, 80);
    if (!type) warn('event', fields ? 'no type' : 'not an object', `audit ${audit}, event ${index}`);
    const told = idOf(fields?.id);
    const id = told && !seen.has(told) ? told : `n${index}`;
    seen.add(id);
    return { id, type: type ?? 'unreadable', fields: fields ?? {} };
  });
}

const commentTypes = new Set(['Comment', 'VoiceComment', 'FacebookComment']);

export function isComment(event: AuditEvent): boolean {
  return commentTypes.has(event.type);
}
