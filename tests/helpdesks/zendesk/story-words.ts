/** What a save in a story can say, and where it can come from. */
import type { Hours, Policy } from './story-clocks';
import type { WireEvent, WireNamed, WireUser, WireValue, WireVia, ZendeskStory } from './wire';

export interface Fields {
  status?: string;
  priority?: string | null;
  type?: string | null;
  subject?: string;
  group?: WireNamed | null;
  assignee?: WireUser | null;
  requester?: WireUser;
  problem?: number | null;
  customStatus?: number;
  tags?: string[];
  untag?: string[];
  custom?: Record<string, WireValue>;
}

export interface SaveOptions {
  channel?: string;
  /** Fields the same save changes. */
  set?: Fields;
  /** A trigger or automation that acted in the same save. */
  rule?: { title: string; id?: number; set?: Fields; automation?: boolean };
  macro?: { id: string; title: string };
  attachments?: { file_name: string; content_type: string; size: number }[];
  html?: string;
  /** Text of the automatic mail a trigger sent to the requester. */
  acknowledge?: string;
  /** Raw events to append, for kinds that have no word here. */
  raw?: Omit<WireEvent, 'id'>[];
}

export interface StoryStart {
  id: number;
  subject: string;
  requester: WireUser;
  opened: string;
  me: WireUser;
  people: WireUser[];
  groups: WireNamed[];
  organizations: WireNamed[];
  policy?: Policy;
  hours?: Hours;
  channel?: string;
  tags?: string[];
  type?: string;
  customStatuses?: ZendeskStory['customStatuses'];
  ticketFields?: ZendeskStory['ticketFields'];
}

export function ruleVia(id: number, title: string, rel: 'trigger' | 'automation'): WireVia {
  return { channel: 'rule', source: { from: { id, title, deleted: false }, to: {}, rel } };
}

export function plainVia(channel: string): WireVia {
  return { channel, source: { from: {}, to: {}, rel: null } };
}
