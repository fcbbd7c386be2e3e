/**
 * Tells a ticket as a sequence of saves and turns it into the JSON Zendesk would answer:
 *
 *   story({ id: 7, subject: '…', requester: maya, opened: '2026-11-17T08:12:05Z' })
 *     .opens('The sync stopped.', { rule: { title: 'Route', set: { group: tierOne, priority: 'high' } } })
 *     .at(1, '09:36').reply(jonas, 'Looking into it.', { status: 'pending' })
 *     .at(1, '09:58').customer('Still broken.')
 *     .asOf('2026-11-17T12:00:00Z');
 */
import { iso, openMs, StoryClocks } from './story-clocks';
import { type Fields, plainVia, ruleVia, type SaveOptions, type StoryStart } from './story-words';
import type { WireAudit, WireEvent, WireUser, WireValue, ZendeskStory } from './wire';

const SYSTEM = -1;

export function story(start: StoryStart): StoryBuilder {
  return new StoryBuilder(start);
}

export class StoryBuilder {
  private readonly start: StoryStart;
  private readonly audits: WireAudit[] = [];
  private readonly clocks: StoryClocks;
  private readonly followers: number[] = [];
  private readonly ccs: number[] = [];
  private cursor: number;
  private events = 0;
  private counts = { replies: 0, reopens: 0, groups: 0, assignees: 0 };
  private solvedAt: number | undefined;
  private state: Record<string, WireValue> = {
    status: 'new',
    priority: null,
    group_id: null,
    assignee_id: null,
  };
  private tags: string[];

  constructor(start: StoryStart) {
    this.start = start;
    this.cursor = Date.parse(start.opened);
    this.tags = start.tags ?? [];
    this.clocks = new StoryClocks(start.id, start.hours ?? { from: 7, to: 19 }, start.policy);
    this.state = {
      ...this.state,
      subject: start.subject,
      requester_id: String(start.requester.id),
      type: start.type ?? null,
    };
  }

  /** Moves to a wall time (UTC) on the nth day of the ticket; the first day is 1. */
  at(day: number, time: string): this {
    const opened = this.start.opened.slice(0, 10);
    this.cursor =
      Date.parse(`${opened}T${time.length === 5 ? `${time}:00` : time}Z`) + (day - 1) * 86_400_000;
    return this;
  }

  after(minutes: number): this {
    this.cursor += minutes * 60_000;
    return this;
  }

  opens(text: string, options: SaveOptions = {}): this {
    const { requester } = this.start;
    const created = Object.entries(this.state)
      .filter(([, value]) => value !== null)
      .map(([field_name, value]) => this.event('Create', { field_name, value }));
    if (this.tags.length > 0)
      created.push(this.event('Create', { field_name: 'tags', value: [...this.tags] }));
    for (const metric of ['reply_time', 'agent_work_time', 'requester_wait_time']) {
      this.clocks.start(metric, this.cursor, undefined);
    }
    return this.save(requester, [this.comment(requester, text, true, options), ...created], options);
  }

  /** The requester, or another customer, writes; a waiting or solved ticket opens again. */
  customer(text: string, options: SaveOptions & { from?: WireUser } = {}): this {
    const author = options.from ?? this.start.requester;
    const events = [this.comment(author, text, true, options)];
    if (this.state.status === 'pending' || this.state.status === 'solved') {
      if (this.state.status === 'solved') this.counts.reopens++;
      events.push(...this.change({ status: 'open' }));
    }
    this.clocks.pass(this.cursor);
    this.clocks.start('reply_time', this.cursor, this.priority());
    return this.save(author, events, { channel: this.start.channel ?? 'email', ...options });
  }

  /** A public reply: it meets the reply clock, and the usual trigger mails it to the requester. */
  reply(author: WireUser, text: string, set: Fields = {}, options: SaveOptions = {}): this {
    this.counts.replies++;
    this.clocks.pass(this.cursor);
    this.clocks.stop('reply_time', this.cursor, 'fulfill');
    const mail = this.event('Notification', {
      subject: 'Re: your request',
      body: text,
      recipients: [this.start.requester.id],
      via: ruleVia(360001, 'Notify requester of comment update', 'trigger'),
    });
    return this.save(author, [this.comment(author, text, true, options), ...this.change(set), mail], options);
  }

  note(author: WireUser, text: string, set: Fields = {}, options: SaveOptions = {}): this {
    return this.save(author, [this.comment(author, text, false, options), ...this.change(set)], options);
  }

  edit(author: WireUser, set: Fields, options: SaveOptions = {}): this {
    return this.save(author, this.change(set), options);
  }

  /** A save no person made: a trigger or automation alone. */
  rule(title: string, set: Fields, automation = true): this {
    return this.save(undefined, [], { rule: { title, set, automation } });
  }

  raw(author: WireUser | undefined, events: Omit<WireEvent, 'id'>[], options: SaveOptions = {}): this {
    return this.save(author, [], { ...options, raw: events });
  }

  copies(user: WireUser): this {
    this.ccs.push(user.id);
    return this;
  }

  follows(user: WireUser): this {
    this.followers.push(user.id);
    return this;
  }

  asOf(now: string): ZendeskStory {
    this.clocks.pass(Date.parse(now));
    const { start } = this;
    return {
      now,
      me: start.me,
      ticket: this.ticketJson(now),
      audits: this.audits,
      metrics: this.metricsJson(),
      users: start.people,
      groups: start.groups,
      organizations: start.organizations,
      customStatuses: start.customStatuses ?? [],
      ticketFields: start.ticketFields ?? [],
    };
  }

  private save(author: WireUser | undefined, events: WireEvent[], options: SaveOptions): this {
    if (options.set) events.push(...this.change(options.set));
    if (options.macro) {
      const { id, title } = options.macro;
      events.push(
        this.event('AgentMacroReference', { macro_id: id, macro_title: title, macro_deleted: false }),
      );
    }
    if (options.rule) {
      const { title, id = 360_100 + title.length, automation } = options.rule;
      const via = ruleVia(id, title, automation ? 'automation' : 'trigger');
      events.push(...this.change(options.rule.set ?? {}).map((event) => ({ ...event, via })));
    }
    if (options.acknowledge) {
      events.push(
        this.event('Notification', {
          subject: `[Request received] ${this.start.subject}`,
          body: options.acknowledge,
          recipients: [this.start.requester.id],
          via: ruleVia(360_002, 'Notify requester of new request', 'trigger'),
        }),
      );
    }
    for (const raw of options.raw ?? []) events.push({ id: this.nextEvent(), ...raw } as WireEvent);
    const channel =
      options.channel ?? (author?.role === 'end-user' ? (this.start.channel ?? 'email') : 'web');
    this.audits.push({
      id: this.start.id * 1_000_000 + this.audits.length + 1,
      ticket_id: this.start.id,
      created_at: iso(this.cursor),
      author_id: author?.id ?? SYSTEM,
      via: author ? plainVia(channel) : ruleVia(360_100, options.rule?.title ?? 'Automation', 'automation'),
      metadata: {
        // Invented, and never to be seen again: a reader has to leave these behind.
        system: {
          ip_address: '198.51.100.7',
          location: 'Aalborg, Denmark',
          latitude: 57.0488,
          longitude: 9.9217,
          client: 'Mozilla/5.0',
        },
        custom: {},
      },
      events,
    });
    return this;
  }

  private change(set: Fields): WireEvent[] {
    const events: WireEvent[] = [];
    const move = (field_name: string, value: WireValue | undefined) => {
      if (value === undefined || this.state[field_name] === value) return;
      events.push(
        this.event('Change', { field_name, value, previous_value: this.state[field_name] ?? null }),
      );
      this.state[field_name] = value;
    };
    this.clocks.pass(this.cursor);
    if (set.group !== undefined) {
      this.counts.groups++;
      move('group_id', idText(set.group));
    }
    if (set.assignee !== undefined) {
      this.counts.assignees++;
      move('assignee_id', idText(set.assignee));
    }
    move('type', set.type);
    move('subject', set.subject);
    move('requester_id', set.requester && String(set.requester.id));
    move(
      'problem_id',
      set.problem === undefined ? undefined : set.problem === null ? null : String(set.problem),
    );
    if (set.tags || set.untag) this.retag(events, set);
    for (const [id, value] of Object.entries(set.custom ?? {})) move(id, value);
    if (set.priority !== undefined) {
      move('priority', set.priority);
      this.clocks.retarget(this.cursor, this.priority());
    }
    if (set.status) this.statusMoves(set.status);
    move('status', set.status);
    move('custom_status_id', set.customStatus === undefined ? undefined : String(set.customStatus));
    return events;
  }

  private retag(events: WireEvent[], set: Fields): void {
    const previous_value = [...this.tags];
    const kept = this.tags.filter((tag) => !set.untag?.includes(tag));
    this.tags = [...new Set([...kept, ...(set.tags ?? [])])];
    events.push(this.event('Change', { field_name: 'tags', value: [...this.tags], previous_value }));
  }

  private statusMoves(status: string): void {
    const at = this.cursor;
    const waits = status === 'pending';
    if (status === 'solved') {
      this.solvedAt = at;
      for (const metric of ['reply_time', 'agent_work_time', 'requester_wait_time']) {
        this.clocks.stop(metric, at, 'fulfill');
      }
    } else if (status !== 'closed') {
      if (waits) this.clocks.stop('requester_wait_time', at, 'pause');
      else this.clocks.start('requester_wait_time', at, this.priority());
      if (waits || status === 'hold') this.clocks.stop('agent_work_time', at, 'pause');
      else this.clocks.start('agent_work_time', at, this.priority());
    }
  }

  private comment(author: WireUser, text: string, isPublic: boolean, options: SaveOptions): WireEvent {
    const html =
      options.html ??
      `<div class="zd-comment" dir="auto">${text.split('\n').map(escaped).join('<br>')}</div>`;
    return this.event('Comment', {
      author_id: author.id,
      body: text,
      html_body: html,
      plain_body: text,
      public: isPublic,
      attachments: (options.attachments ?? []).map((file, index) => ({
        id: this.start.id * 100 + index,
        content_url: `https://acme.zendesk.com/attachments/token/kq7Rw2ZnPf/?name=${file.file_name}`,
        inline: false,
        ...file,
      })),
      audit_id: this.start.id * 1_000_000 + this.audits.length + 1,
    });
  }

  private event(type: string, fields: Record<string, unknown>): WireEvent {
    return { id: this.nextEvent(), type, ...fields };
  }

  private nextEvent(): number {
    return this.start.id * 10_000_000 + ++this.events;
  }

  private priority(): string | undefined {
    return typeof this.state.priority === 'string' ? this.state.priority : undefined;
  }

  private ticketJson(now: string): ZendeskStory['ticket'] {
    const { start, state } = this;
    const byMetric: Record<string, typeof this.clocks.events> = {};
    for (const event of this.clocks.events) {
      byMetric[event.metric] ??= [];
      byMetric[event.metric]?.push(event);
    }
    return {
      id: start.id,
      url: `https://acme.zendesk.com/api/v2/tickets/${start.id}.json`,
      via: plainVia(start.channel ?? 'email'),
      created_at: start.opened,
      updated_at: this.audits.at(-1)?.created_at ?? start.opened,
      subject: String(state.subject),
      raw_subject: String(state.subject),
      description: String(this.audits[0]?.events[0]?.body ?? ''),
      status: String(state.status),
      custom_status_id: state.custom_status_id === undefined ? null : Number(state.custom_status_id),
      priority: state.priority ?? null,
      type: state.type ?? null,
      requester_id: Number(state.requester_id),
      submitter_id: start.requester.id,
      assignee_id: numeric(state.assignee_id),
      group_id: numeric(state.group_id),
      organization_id: start.requester.organization_id,
      problem_id: numeric(state.problem_id),
      tags: this.tags,
      collaborator_ids: this.ccs,
      email_cc_ids: this.ccs,
      follower_ids: this.followers,
      is_public: true,
      satisfaction_rating: { score: 'unoffered' },
      metric_events: byMetric,
      ...(start.policy ? { slas: { policy_metrics: this.clocks.policyMetrics(Date.parse(now)) } } : {}),
    };
  }

  private metricsJson(): Record<string, unknown> {
    const opened = Date.parse(this.start.opened);
    const solved = this.solvedAt;
    const hours = this.start.hours ?? { from: 7, to: 19 };
    const span = solved === undefined ? null : Math.floor((solved - opened) / 60_000);
    const open = solved === undefined ? null : Math.floor(openMs(hours, opened, solved) / 60_000);
    const wait = this.clocks.minutes('requester_wait_time');
    return {
      id: this.start.id * 10,
      ticket_id: this.start.id,
      created_at: this.start.opened,
      group_stations: this.counts.groups,
      assignee_stations: this.counts.assignees,
      reopens: this.counts.reopens,
      replies: this.counts.replies,
      solved_at: solved === undefined ? null : iso(solved),
      reply_time_in_minutes: this.clocks.minutes('reply_time', 1),
      full_resolution_time_in_minutes: { calendar: span, business: open },
      requester_wait_time_in_minutes: wait,
      agent_wait_time_in_minutes: { calendar: null, business: null },
      on_hold_time_in_minutes: { calendar: 0, business: 0 },
    };
  }
}

function idText(thing: { id: number } | null): string | null {
  return thing ? String(thing.id) : null;
}

function numeric(value: WireValue | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
