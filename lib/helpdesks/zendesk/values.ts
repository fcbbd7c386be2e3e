/** Raw field values as people read them: names for ids, Zendesk's own words for states. */
import type { CommonStatus, Value } from '../../ticket/basics';
import type { Change } from '../../ticket/events';
import { type Fields, idOf, lineOf, listOf } from './fields';
import type { People } from './people';
import type { LookUp } from './remembered';

export interface Names {
  groups: LookUp<string>;
  organizations: LookUp<string>;
  statuses: LookUp<Status>;
  /** Working hours by the account's own names. */
  schedules: LookUp<string>;
  fields: LookUp<Field>;
}

export interface Field {
  title: string;
  options: ReadonlyMap<string, string>;
}

export interface Status {
  label: string;
  common: CommonStatus;
}

const own = (common: CommonStatus, label: string): [string, Status] => [common, { label, common }];

export const systemStatuses: ReadonlyMap<string, Status> = new Map([
  own('new', 'New'),
  own('open', 'Open'),
  own('pending', 'Pending'),
  own('hold', 'On-hold'),
  own('solved', 'Solved'),
  own('closed', 'Closed'),
  own('deleted', 'Deleted'),
]);

const ranks = ['urgent', 'high', 'normal', 'low'];

// Zendesk's names, less the `_id`, where they are not the model's own.
const modelFields: Partial<Record<string, Change['field']>> = {
  custom_status: 'status',
  ticket_type: 'type',
  current_tags: 'tags',
  ticket_form: 'form',
  due_at: 'due',
  schedule: 'calendar',
};
const sameFields: readonly Change['field'][] = [
  'status',
  'priority',
  'type',
  'assignee',
  'group',
  'requester',
  'organization',
  'tags',
  'subject',
  'brand',
];

export function modelField(name: string): Change['field'] {
  const bare = name.replace(/_id$/, '');
  const renamed = Object.hasOwn(modelFields, bare) ? modelFields[bare] : undefined;
  return renamed ?? sameFields.find((field) => field === bare) ?? 'custom';
}

/** `undefined` when the value has a shape nobody could show. */
export function fieldValue(field: string, raw: unknown, names: Names, people: People): Value | undefined {
  if (raw === null || raw === undefined || raw === '') return null;
  switch (modelField(field)) {
    case 'status':
      return statusOf(field, raw, names);
    case 'priority':
      return priorityOf(raw);
    case 'assignee':
    case 'requester':
      return named(raw, (id) => people.mention(id).name);
    case 'group':
      return named(raw, (id) => names.groups.get(id) ?? `Group ${id}`);
    case 'organization':
      return named(raw, (id) => names.organizations.get(id) ?? `Organization ${id}`);
    case 'form':
      return named(raw, (id) => `Form ${id}`);
    case 'brand':
      return named(raw, (id) => `Brand ${id}`);
    case 'calendar':
      return named(raw, (id) => names.schedules.get(id) ?? `Schedule ${id}`);
    case 'type':
      return shown(raw, capital);
    case 'custom':
      return customOf(field, raw, names);
    default:
      return shown(raw, (text) => text);
  }
}

export function fieldTitle(field: string, names: Names): string {
  return names.fields.get(field)?.title ?? (idOf(field) ? `Field ${field}` : field.replaceAll('_', ' '));
}

/** A list, or one string with spaces, depending on the event. */
export function tagsOf(raw: unknown): string[] {
  const list = typeof raw === 'string' ? raw.split(' ') : listOf(raw);
  return list.map(lineOf).filter((tag) => tag !== undefined);
}

export function customStatuses(rows: readonly Fields[]): ReadonlyMap<string, Status> {
  const statuses = new Map<string, Status>();
  for (const row of rows) {
    const id = idOf(row.id);
    const label = lineOf(row.agent_label) ?? lineOf(row.name);
    const common = systemStatuses.get(lineOf(row.status_category) ?? '')?.common;
    if (id && label) statuses.set(id, { label, common: common ?? 'unknown' });
  }
  return statuses;
}

export function customFields(rows: readonly Fields[]): ReadonlyMap<string, Field> {
  const fields = new Map<string, { title: string; options: Map<string, string> }>();
  for (const row of rows) {
    const id = idOf(row.id);
    const title = lineOf(row.title);
    if (!id || !title) continue;
    const options = new Map<string, string>();
    for (const option of listOf(row.custom_field_options)) {
      // Anything but an object reads as one without these two keys.
      const { name, value } = Object(option) as Fields;
      const label = lineOf(name);
      if (label && typeof value === 'string') options.set(value, label);
    }
    fields.set(id, { title, options });
  }
  return fields;
}

function statusOf(field: string, raw: unknown, names: Names): Value | undefined {
  const id = field === 'custom_status_id' ? idOf(raw) : lineOf(raw);
  if (!id) return undefined;
  const known = field === 'custom_status_id' ? names.statuses.get(id) : systemStatuses.get(id);
  return {
    id,
    label: known?.label ?? (idOf(id) ? `Status ${id}` : capital(id)),
    status: known?.common ?? 'unknown',
  };
}

function priorityOf(raw: unknown): Value | undefined {
  const id = lineOf(raw);
  if (!id) return undefined;
  const rank = ranks.indexOf(id) + 1;
  return { id, label: capital(id), rank: rank || undefined };
}

function named(raw: unknown, name: (id: string) => string): Value | undefined {
  const id = idOf(raw);
  return id === undefined ? undefined : { id, label: name(id) };
}

function customOf(field: string, raw: unknown, names: Names): Value | undefined {
  const options = names.fields.get(field)?.options;
  const one = (value: unknown) => shown(value, (text) => options?.get(text) ?? text)?.label;
  if (!Array.isArray(raw)) {
    const label = one(raw);
    return label === undefined ? undefined : { label };
  }
  const labels = raw.map(one).filter((label) => label !== undefined);
  return labels.length > 0 ? { label: labels.join(', ').slice(0, 300) } : null;
}

function shown(raw: unknown, word: (text: string) => string): { label: string } | undefined {
  const text = typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : lineOf(raw);
  return text === undefined ? undefined : { label: word(text) };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
