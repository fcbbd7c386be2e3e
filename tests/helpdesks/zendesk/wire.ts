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
  sla?: Record<string, unknown>;
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
}
