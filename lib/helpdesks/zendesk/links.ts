/** Other tickets this one has to do with: merged, split off, followed up, problem and incidents. */
import type { Iso } from '../../ticket/basics';
import type { Link } from '../../ticket/events';
import type { Audit, AuditEvent } from './audits';
import { createdValue } from './changes';
import { type Fields, fieldsOf, idOf, instantOf, lineOf, listOf } from './fields';
import { SYSTEM_ID } from './people';
import { baseOf, type Context, type Draft, type Scene, ticketLink } from './scene';
import { tagsOf } from './values';
import { channelName, isMerge, relationOf, ticketsOf } from './via';

/** A merge, a split or a follow-up stands in the save's own `via`, not in an event. */
export function linksOf(context: Context, scene: Scene): Draft[] {
  const { audit } = scene;
  const event = { id: 'via', type: 'via', fields: {} };
  const link = (key: string, relation: Link['relation']): Draft => ({
    ...baseOf(context, scene, event, { rule: `via ${relation}`, part: key }),
    kind: 'link',
    to: ticketLink(context, key),
    relation,
    added: true,
  });
  const links: Draft[] = [];
  const via = audit.events.map(({ fields }) => fieldsOf(fields.via)).find(isMerge) ?? audit.via;
  const others = (...keys: string[]) => new Set(keys.filter((key) => key !== context.key));
  if (isMerge(via)) {
    // The ticket that was closed by the merge points away; the one that stays points back.
    const relation = audit.events.some(closesByMerge) ? 'merged_into' : 'merged_from';
    const keys = others(...ticketsOf(via, 'from'), ...ticketsOf(via, 'to'), ...mentioned(audit, via));
    links.push(...[...keys].map((key) => link(key, relation)));
  } else if (isSplit(via)) {
    // The vendor names no wire form for a split; both ends are read as those of a merge are.
    links.push(...[...others(...ticketsOf(via, 'from'))].map((key) => link(key, 'split_from')));
    links.push(...[...others(...ticketsOf(via, 'to'))].map((key) => link(key, 'child')));
  } else if (relationOf(via) === 'follow_up' || channelName(via) === 'closed_ticket') {
    links.push(...[...others(...ticketsOf(via, 'from'))].map((key) => link(key, 'follow_up')));
  }
  const problem = idOf(createdValue(created(audit), 'problem_id'));
  if (problem) links.push(link(problem, 'problem'));
  return links;
}

export interface Related {
  /** Incidents of a problem, as `/tickets/{id}/incidents` lists them. */
  incidents: readonly Fields[];
  createdAt: Iso;
  /** Time of the newest save. */
  lastAt: Iso;
}

/**
 * Links that only the ticket as it is now tells: its incidents, and the tickets that followed it up after it was
 * closed. When the link was made is not told, so each time has bounds: an incident was linked between its creation
 * and its newest change.
 */
export function laterLinks(context: Context, ticket: Fields, related: Related): Draft[] {
  const { createdAt, lastAt } = related;
  const link = (key: string, relation: Link['relation'], earliest: Iso, latest?: Iso): Draft => ({
    id: `ticket:${relation}/${key}`,
    time: {
      at: earliest,
      precision: 'day',
      earliest,
      latest: latest && latest > earliest ? latest : undefined,
    },
    actor: { id: SYSTEM_ID, side: 'system' },
    url: context.url,
    source: { endpoint: `/api/v2/tickets/${context.key}`, rule: `listed as ${relation}` },
    kind: 'link',
    to: ticketLink(context, key),
    relation,
    added: true,
  });
  const links = new Map<string, Draft>();
  for (const row of related.incidents) {
    const key = idOf(row.id);
    if (!key || key === context.key) continue;
    const at = instantOf(row.created_at) ?? createdAt;
    links.set(key, link(key, 'incident', at > createdAt ? at : createdAt, instantOf(row.updated_at)));
  }
  for (const raw of listOf(ticket.followup_ids)) {
    const key = idOf(raw);
    if (key && key !== context.key) links.set(key, link(key, 'follow_up', lastAt));
  }
  if (links.size > 0) context.people.system();
  return [...links.values()];
}

function created(audit: Audit): AuditEvent[] {
  return audit.events.filter(({ type }) => type === 'Create');
}

function isSplit(via: Fields | undefined): boolean {
  return /split/.test(`${channelName(via)} ${relationOf(via) ?? ''}`);
}

function closesByMerge({ type, fields }: AuditEvent): boolean {
  if (type !== 'Change') return false;
  if (fields.field_name === 'status') return fields.value === 'closed';
  return fields.field_name === 'tags' && tagsOf(fields.value).includes('closed_by_merge');
}

/** Where the `via` names no ticket, the text of the merge does: "#123" is the same in every language. */
function mentioned(audit: Audit, via: Fields | undefined): string[] {
  if (ticketsOf(via, 'from').length + ticketsOf(via, 'to').length > 0) return [];
  const text = audit.events.map(({ fields }) => lineOf(fields.body) ?? '').join(' ');
  return [...text.matchAll(/#(\d{1,18})\b/g)].map((match) => match[1] ?? '').filter(Boolean);
}
