/** The JSON a Zendesk account answers with, as far as the stories need it. Ids inside `value` are strings. */
export interface WireUser {
  id: number;
  name: string;
  email: string;
  role: 'end-user' | 'agent' | 'admin';
  /** 1 = light agent. */
  role_type: number | null;
  only_private_comments: boolean;
  organization_id: number | null;
  default_group_id: number | null;
  time_zone: string;
  iana_time_zone: string;
  locale: string;
  active: boolean;
  phone: string | null;
}

export interface WireNamed {
  id: number;
  name: string;
}

export interface WireVia {
  channel: string | number;
  source: { from: Record<string, unknown>; to: Record<string, unknown>; rel: string | null };
}

export type WireValue = string | number | boolean | null | string[] | Record<string, unknown>;

export interface WireEvent {
  id: number;
  type: string;
  field_name?: string;
  value?: WireValue;
  previous_value?: WireValue;
  via?: WireVia;
  [key: string]: unknown;
}

export interface WireAudit {
  id: number;
  ticket_id: number;
  created_at: string;
  author_id: number;
  via: WireVia;
  metadata: { system: Record<string, unknown>; custom: Record<string, unknown> };
  events: WireEvent[];
}

export interface WireMetricEvent {
  id: number;
  ticket_id: number;
  metric: string;
  instance_id: number;
  type: string;
  time: string;
  sla?: Record<string, unknown> | null;
  group_sla?: Record<string, unknown> | null;
  status?: { calendar: number; business: number };
  deleted?: boolean;
}

export interface WirePolicyMetric {
  metric: string;
  stage: 'active' | 'paused' | 'achieved';
  breach_at: string | null;
  minutes?: number;
}

export interface WireTicket {
  id: number;
  subject: string;
  status: string;
  created_at: string;
  updated_at: string;
  metric_events?: Record<string, WireMetricEvent[]>;
  slas?: { policy_metrics: WirePolicyMetric[] };
  [key: string]: unknown;
}

/** A row of the conversation log, after the example in the vendor's reference. */
export interface WireTurn {
  id: string;
  type: string;
  reference: string;
  created_at: string;
  received_at?: string;
  author: Record<string, unknown>;
  content: Record<string, unknown>;
  source?: { type: string };
  metadata: Record<string, unknown>;
  attachments: Record<string, unknown>[];
}

export interface WireSideConversation {
  id: string;
  subject: string;
  preview_text: string;
  state: 'open' | 'closed';
  participants: { name: string; email: string }[];
  created_at: string;
  updated_at: string;
}

/** Minutes since Sunday 00:00 of the schedule's own zone, which has a Rails name. */
export interface WireSchedule {
  id: number;
  name: string;
  time_zone: string;
  intervals: { start_time: number; end_time: number }[];
  holidays: { id: number; name: string; start_date: string; end_date: string }[];
}

/** One ticket with everything the account answers about it, as of `now`. */
export interface ZendeskStory {
  now: string;
  /** Written for this ticket's person in front of the screen. */
  me: WireUser;
  ticket: WireTicket;
  audits: WireAudit[];
  metrics: Record<string, unknown>;
  users: WireUser[];
  groups: WireNamed[];
  organizations: WireNamed[];
  customStatuses: { id: number; agent_label: string; status_category: string }[];
  ticketFields: {
    id: number;
    title: string;
    type: string;
    custom_field_options?: { name: string; value: string }[];
  }[];
  /** Turns of a chat or messaging conversation; the log shows them among the comments. */
  conversation?: WireTurn[];
  /** Without it, the account has the add-on and this role may not read it. */
  sideConversations?: WireSideConversation[];
  schedules?: WireSchedule[];
  incidents?: { id: number; created_at: string; updated_at: string }[];
  /** Comments that Zendesk lists and no audit holds. */
  unsaved?: Record<string, unknown>[];
}
