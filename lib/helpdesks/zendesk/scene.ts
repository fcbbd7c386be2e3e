/** What every kind of event needs: the save it belongs to, who held the ticket before it, and the names. */
import type { Instant, Side } from '../../ticket/basics';
import type { TicketEvent } from '../../ticket/events';
import type { Audit, AuditEvent, Warn } from './audits';
import { fieldsOf, timeFrom } from './fields';
import type { People } from './people';
import type { LookUp } from './remembered';
import type { Repeats } from './repeats';
import type { Names } from './values';
import { type Via, viaOf } from './via';

type WithoutSeq<T> = T extends unknown ? Omit<T, 'seq'> : never;
/** An event before it has its place in the order. */
export type Draft = WithoutSeq<TicketEvent>;

export interface Context {
  /** The ticket's own page, on the helpdesk's origin. */
  url: string;
  origin: string;
  key: string;
  names: Names;
  people: People;
  warn: Warn;
  /** Event ids of comments by the id Zendesk gives the comment. */
  comments: LookUp<string>;
  /** What the first change of privacy made of a comment. */
  privacy: LookUp<boolean>;
  /** Which comments the turns of a conversation told already. */
  conversation: Repeats;
  /** What is left of a comment, by its id. */
  states: LookUp<'redacted' | 'deleted'>;
}

export interface Scene {
  audit: Audit;
  requester: string | undefined;
  assignee: string | undefined;
  group: string | undefined;
  macro: Via['rule'] | undefined;
}

export interface Base {
  id: string;
  time: Instant;
  batch: string;
  actor: TicketEvent['actor'];
  via: Via;
  url: string;
  source: { endpoint: string; rule: string };
}

export function eventId(audit: Audit, event: { id: string }): string {
  return `audit:${audit.id}/evt:${event.id}`;
}

/** Actor, time and origin of one event; what a rule did is the system's doing, whoever saved. */
export function baseOf(
  context: Context,
  scene: Scene,
  event: AuditEvent,
  options: { author?: string; hint?: Side; rule: string; part?: string },
): Base {
  const { audit } = scene;
  const via = viaOf(fieldsOf(event.fields.via) ?? audit.via);
  const author = options.author ?? (via.rule ? '-1' : audit.author);
  return {
    id: `${eventId(audit, event)}${options.part ? `/${options.part}` : ''}`,
    time: timeFrom(audit.at, audit.raw),
    batch: `audit:${audit.id}`,
    actor: actorIn(context, scene, author, options.hint ?? 'agent'),
    via,
    url: `${context.url}#comment-${audit.id}`,
    source: { endpoint: `/api/v2/tickets/${context.key}/audits`, rule: options.rule },
  };
}

export function actorIn(context: Context, scene: Scene, author: string, hint: Side): TicketEvent['actor'] {
  const team = author === scene.assignee ? scene.group : undefined;
  return context.people.actor(author, { requester: scene.requester, team, hint });
}

export function ticketLink(context: Context, key: string): { key: string; url: string } {
  return { key, url: `${context.origin}/agent/tickets/${key}` };
}
