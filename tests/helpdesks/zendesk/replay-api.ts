/** What the replayed account answers under `/api/v2`, as the vendor's reference describes it. */
import type { WireAudit, ZendeskStory } from './wire';

export interface Features {
  plain?: boolean;
  /**
   * How audits are paged, where not as they were asked for; `none` is what archived tickets answer, `refused` is 400
   * for a page by number.
   */
  paging?: 'cursor' | 'offset' | 'none' | 'refused';
  /** Side-loads that not every account answers; a number where Zendesk counts otherwise than it lists. */
  commentCount?: boolean | number;
  metricSets?: boolean;
  /** Audits per page; the vendor allows 100. */
  pageSize?: number;
  /** What an account without messaging, or a role without it, answers. */
  conversationLog?: 'refused' | 'absent';
  /** Turns per page; the vendor allows 100. */
  logSize?: number;
  /** What this role may not see. */
  refused?: readonly ('users' | 'comments' | 'custom_statuses' | 'schedules' | 'holidays')[];
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

const tooDeep: Answer = {
  status: 400,
  body: { errors: [{ code: 'InvalidPaginationDepth', title: 'Invalid pagination depth' }] },
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
    if (features.refused?.includes('users')) return refused;
    const ids = (url.searchParams.get('ids') ?? '').split(',');
    return ok({ users: everyone(stories).filter(({ id }) => ids.includes(String(id))) });
  }
  if (path === '/api/v2/groups') return ok({ groups: everyGroup(stories), meta: { has_more: false } });
  const group = /^\/api\/v2\/groups\/(\d+)$/.exec(path)?.[1];
  if (group) {
    const found = everyGroup(stories).find(({ id }) => String(id) === group);
    return found ? ok({ group: found }) : notFound;
  }
  const schedules = path.startsWith('/api/v2/business_hours/') && schedulesAnswer(stories, path, features);
  if (schedules) return schedules;
  if (path === '/api/v2/custom_statuses') {
    if (features.refused?.includes('custom_statuses')) return refused;
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
      if (features.paging === 'refused' && url.searchParams.has('page')) return tooDeep;
      return ok(audits(told, url, include, features));
    case 'metrics':
      return ok({ ticket_metric: told.metrics });
    case 'comments/count':
      return ok({ count: { value: comments(told).length, refreshed_at: told.now } });
    case 'comments':
      if (features.refused?.includes('comments')) return refused;
      return ok({
        comments: comments(told),
        users: include.includes('users') ? told.users : undefined,
        meta: { has_more: false },
        links: { next: null },
      });
    case 'conversation_log':
      if (features.conversationLog) return features.conversationLog === 'refused' ? refused : notFound;
      return ok(conversationLog(told, url, features.logSize ?? 100));
    case 'incidents':
      return ok({ tickets: told.incidents ?? [], meta: { has_more: false }, links: { next: null } });
    case 'related':
      return ok({
        topic_id: null,
        jira_issue_ids: [],
        followup_source_ids: [],
        from_archive: false,
        incidents: 0,
      });
    case 'side_conversations':
      if (!told.sideConversations) return refused;
      return ok({
        side_conversations: told.sideConversations,
        count: told.sideConversations.length,
        next_page: null,
      });
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
        ? { comment_count: features.commentCount === true ? comments(told).length : features.commentCount }
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
  // Without a size for cursors the vendor pages by number (pagination reference).
  const isNumbered = features.paging === undefined && !url.searchParams.has('page[size]');
  if (features.paging === 'offset' || isNumbered) {
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

function comments(told: ZendeskStory): Record<string, unknown>[] {
  const saved = told.audits.flatMap((audit) =>
    audit.events
      .filter(({ type }) => type === 'Comment' || type === 'VoiceComment')
      .map((event) => ({ ...event, audit_id: audit.id, created_at: audit.created_at, via: audit.via })),
  );
  return [...saved, ...(told.unsaved ?? [])];
}

/** Turns and comments in one list by time: the comments a second time, with their HTML. */
function conversationLog(told: ZendeskStory, url: URL, most: number): unknown {
  const names = new Map(told.users.map(({ id, name }) => [id, name]));
  const written = comments(told).map((comment) => ({
    id: `01JDC${String(comment.id)}`,
    type: 'Comment',
    reference: `zen:ticket_event:${String(comment.id)}`,
    created_at: String(comment.created_at),
    author: {
      type: 'agent',
      display_name: names.get(Number(comment.author_id)),
      'zen:support:user_id': comment.author_id,
    },
    content: { type: 'html', body: comment.html_body },
    metadata: { public: comment.public, system: { ip_address: '198.51.100.7' } },
    attachments: [],
  }));
  const rows = [...(told.conversation ?? []), ...written].sort((a, b) =>
    a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : 0,
  );
  const size = Math.min(Number(url.searchParams.get('page[size]') ?? 100), most);
  const after = Number(url.searchParams.get('page[after]') ?? 0);
  const more = after + size < rows.length;
  return {
    events: rows.slice(after, after + size),
    meta: { has_more: more, after_cursor: more ? String(after + size) : null, before_cursor: null },
    links: { prev: null, next: null },
  };
}

function schedulesAnswer(stories: readonly ZendeskStory[], path: string, features: Features): Answer {
  const schedules = stories.flatMap((told) => told.schedules ?? []).filter(isFirst);
  const id = /^\/api\/v2\/business_hours\/schedules\/(\d+)\/holidays$/.exec(path)?.[1];
  if (features.refused?.includes(id ? 'holidays' : 'schedules')) return refused;
  if (!id) return ok({ schedules: schedules.map(({ holidays, ...schedule }) => schedule) });
  return ok({ holidays: schedules.find((schedule) => String(schedule.id) === id)?.holidays ?? [] });
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
