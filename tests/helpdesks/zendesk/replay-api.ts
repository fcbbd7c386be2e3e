/** What the replayed account answers under `/api/v2`, as the vendor's reference describes it. */
import type { WireAudit, ZendeskStory } from './wire';

export interface Features {
  plain?: boolean;
  /** How audits are paged; `none` is what archived tickets answer. */
  paging?: 'cursor' | 'offset' | 'none';
  /** Side-loads that not every account answers. */
  commentCount?: boolean;
  metricSets?: boolean;
  /** Audits per page; the vendor allows 100. */
  pageSize?: number;
}

interface Answer {
  status: number;
  body: unknown;
}

const notFound: Answer = { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } };
const refused: Answer = {
  status: 403,
  body: { error: { title: 'Forbidden', message: 'You do not have access to this page.' } },
};

export function answerApi(stories: readonly ZendeskStory[], url: URL, features: Features): Answer {
  const path = url.pathname.replace(/\.json$/, '');
  const ofTicket = /^\/api\/v2\/tickets\/(\d+)(?:\/(.+))?$/.exec(path);
  if (ofTicket) {
    const told = stories.find(({ ticket }) => String(ticket.id) === ofTicket[1]);
    return told ? ticketAnswer(told, ofTicket[2], url, features) : notFound;
  }
  if (path === '/api/v2/users/me') return ok({ user: stories[0]?.me });
  if (path === '/api/v2/users/show_many') {
    const ids = (url.searchParams.get('ids') ?? '').split(',');
    return ok({ users: everyone(stories).filter(({ id }) => ids.includes(String(id))) });
  }
  if (path === '/api/v2/groups') return ok({ groups: everyGroup(stories), meta: { has_more: false } });
  const group = /^\/api\/v2\/groups\/(\d+)$/.exec(path)?.[1];
  if (group) {
    const found = everyGroup(stories).find(({ id }) => String(id) === group);
    return found ? ok({ group: found }) : notFound;
  }
  if (path === '/api/v2/custom_statuses') {
    return ok({ custom_statuses: stories.flatMap(({ customStatuses }) => customStatuses) });
  }
  if (path === '/api/v2/ticket_fields') {
    return ok({ ticket_fields: stories.flatMap(({ ticketFields }) => ticketFields), next_page: null });
  }
  return notFound;
}

function ticketAnswer(told: ZendeskStory, part: string | undefined, url: URL, features: Features): Answer {
  const include = (url.searchParams.get('include') ?? '').split(',');
  switch (part) {
    case undefined:
      return ok(oneTicket(told, include, features));
    case 'audits':
      return ok(audits(told, url, include, features));
    case 'metrics':
      return ok({ ticket_metric: told.metrics });
    case 'comments/count':
      return ok({ count: { value: comments(told).length, refreshed_at: told.now } });
    case 'comments':
      return ok({ comments: comments(told), meta: { has_more: false }, links: { next: null } });
    case 'related':
      return ok({
        topic_id: null,
        jira_issue_ids: [],
        followup_source_ids: [],
        from_archive: false,
        incidents: 0,
      });
    case 'side_conversations':
      return refused;
    default:
      return notFound;
  }
}

function oneTicket(told: ZendeskStory, include: string[], features: Features): unknown {
  const { metric_events, slas, ...plain } = told.ticket;
  const here = new Set([plain.requester_id, plain.submitter_id, plain.assignee_id]);
  return {
    ticket: {
      ...plain,
      ...(include.includes('slas') ? { slas: slas ?? { policy_metrics: [] } } : {}),
      ...(include.includes('metric_events') ? { metric_events } : {}),
      ...(features.metricSets && include.includes('metric_sets') ? { metric_set: told.metrics } : {}),
      ...(features.commentCount && include.includes('comment_count')
        ? { comment_count: comments(told).length }
        : {}),
    },
    ...(include.includes('users') ? { users: told.users.filter(({ id }) => here.has(id)) } : {}),
    ...(include.includes('groups') ? { groups: told.groups.filter(({ id }) => id === plain.group_id) } : {}),
    ...(include.includes('organizations') ? { organizations: told.organizations } : {}),
  };
}

function audits(told: ZendeskStory, url: URL, include: string[], features: Features): unknown {
  const base = `https://acme.zendesk.com/api/v2/tickets/${told.ticket.id}/audits.json`;
  const wanted = Number(url.searchParams.get('page[size]') ?? url.searchParams.get('per_page') ?? 100);
  const size = Math.min(wanted, features.pageSize ?? 100);
  if (features.paging === 'none') return { ...sideLoad(told, told.audits, include), audits: told.audits };
  if (features.paging === 'offset') {
    const page = Number(url.searchParams.get('page') ?? 1);
    const rows = told.audits.slice((page - 1) * size, page * size);
    const more = page * size < told.audits.length;
    return {
      ...sideLoad(told, rows, include),
      audits: rows,
      next_page: more ? `${base}?page=${page + 1}&per_page=${size}` : null,
      previous_page: null,
      count: told.audits.length,
    };
  }
  const after = Number(Buffer.from(url.searchParams.get('page[after]') ?? '', 'base64url').toString() || 0);
  const rows = told.audits.slice(after, after + size);
  const more = after + size < told.audits.length;
  const cursor = Buffer.from(String(after + size)).toString('base64url');
  return {
    ...sideLoad(told, rows, include),
    audits: rows,
    meta: { has_more: more, after_cursor: more ? cursor : null, before_cursor: null },
    links: { prev: null, next: more ? `${base}?page%5Bafter%5D=${cursor}&page%5Bsize%5D=${size}` : null },
  };
}

function sideLoad(told: ZendeskStory, rows: WireAudit[], include: string[]): object {
  const authors = new Set(rows.map(({ author_id }) => author_id));
  return {
    ...(include.includes('users') ? { users: told.users.filter(({ id }) => authors.has(id)) } : {}),
    ...(include.includes('groups') ? { groups: [] } : {}),
  };
}

function comments(told: ZendeskStory): unknown[] {
  return told.audits.flatMap((audit) =>
    audit.events
      .filter(({ type }) => type === 'Comment' || type === 'VoiceComment')
      .map((event) => ({ ...event, audit_id: audit.id, created_at: audit.created_at })),
  );
}

function everyone(stories: readonly ZendeskStory[]) {
  return stories.flatMap(({ users }) => users).filter(isFirst);
}

function everyGroup(stories: readonly ZendeskStory[]) {
  return stories.flatMap(({ groups }) => groups).filter(isFirst);
}

function isFirst<T extends { id: number }>(item: T, index: number, list: T[]): boolean {
  return list.findIndex(({ id }) => id === item.id) === index;
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}
