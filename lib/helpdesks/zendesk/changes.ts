/** Field changes, and the Create events that tell what a ticket was born with. */
import type { Change } from '../../ticket/events';
import type { AuditEvent } from './audits';
import { type Fields, fieldsOf, idOf, lineOf, numberOf } from './fields';
import { opaque } from './other';
import { slaMetric } from './reported';
import { baseOf, type Context, type Draft, type Scene, ticketLink } from './scene';
import { fieldTitle, fieldValue, modelField, tagsOf } from './values';

export function changeOf(context: Context, scene: Scene, event: AuditEvent): Draft | undefined {
  const name = lineOf(event.fields.field_name);
  if (!name) {
    context.warn('field_name', 'missing', `audit ${scene.audit.id}`);
    return opaque(context, scene, event, event.type);
  }
  if (isToldTwice(context, scene, name)) return undefined;
  // Alone it stays within its category, so the state that the clocks are read from does not move.
  if (name === 'custom_status_id' && !isNamedStatus(context, event)) {
    return opaque(context, scene, event, 'Changed: custom status');
  }
  // The same targets come with the clocks; without them a target alone has no start and no end.
  const target = slaMetric(name) && fieldsOf(event.fields.value);
  if (target) return opaque(context, scene, event, 'SLA target', { minutes: numberOf(target.minutes) ?? 0 });
  if (name === 'problem_id') return linkOf(context, scene, event);
  const change = modelField(name) === 'tags' ? tagChange(event) : valueChange(context, name, event.fields);
  if (!change) {
    context.warn(name, 'a value of unknown shape', `audit ${scene.audit.id}`);
    return opaque(context, scene, event, `Changed: ${fieldTitle(name, context.names)}`);
  }
  const base = baseOf(context, scene, event, { rule: `change of ${name}` });
  return { ...base, kind: 'change', ...change };
}

/** One row for everything a ticket was created with; the values themselves are the ticket's initial state. */
export function creationOf(context: Context, scene: Scene, events: readonly AuditEvent[]): Draft | undefined {
  const first = events[0];
  if (!first) return undefined;
  const data: Record<string, string> = {};
  for (const { fields } of events) {
    const name = lineOf(fields.field_name);
    if (!name || !/^[a-z]\w*$/.test(name) || fieldsOf(fields.value)) continue;
    const told =
      name === 'tags' ? tagsOf(fields.value).join(' ') : creationLabel(context, name, fields.value);
    if (told) data[name.replace(/_id$/, '')] = told.slice(0, 200);
  }
  const base = baseOf(context, scene, first, { rule: 'fields set at creation', part: 'created' });
  return { ...base, kind: 'other', label: 'Ticket created', data };
}

/** The value a Create event gave a field, `undefined` when the ticket was created without it. */
export function createdValue(events: readonly AuditEvent[], name: string): unknown {
  return events.find(({ fields }) => fields.field_name === name)?.fields.value;
}

function creationLabel(context: Context, name: string, raw: unknown): string | undefined {
  return fieldValue(name, raw, context.names, context.people)?.label;
}

/**
 * Zendesk tells a custom status twice. The one with the finer name stands for both, unless this account or role
 * does not tell the names: then the plain status is the one the clocks can be read from.
 */
function isToldTwice(context: Context, scene: Scene, name: string): boolean {
  if (name !== 'status' && name !== 'custom_status_id') return false;
  const custom = scene.audit.events.find(
    ({ type, fields }) => type === 'Change' && fields.field_name === 'custom_status_id',
  );
  const isNamed = custom !== undefined && isNamedStatus(context, custom);
  return name === 'status' ? isNamed : !isNamed && hasChange(scene, 'status');
}

function isNamedStatus(context: Context, { fields }: AuditEvent): boolean {
  return context.names.statuses.has(idOf(fields.value) ?? '');
}

function hasChange(scene: Scene, name: string): boolean {
  return scene.audit.events.some(({ type, fields }) => type === 'Change' && fields.field_name === name);
}

type Moved = Pick<Change, 'field' | 'name' | 'from' | 'to' | 'added' | 'removed'>;

function valueChange(context: Context, name: string, fields: Fields): Moved | undefined {
  const { names, people } = context;
  const field = modelField(name);
  const to = fieldValue(name, fields.value, names, people);
  const isTold = 'previous_value' in fields;
  const from = isTold ? fieldValue(name, fields.previous_value, names, people) : undefined;
  if (to === undefined || (isTold && from === undefined)) return undefined;
  return {
    field,
    name: field === 'custom' ? fieldTitle(name, names) : undefined,
    from,
    to,
  };
}

function tagChange({ fields }: AuditEvent): Moved {
  const before = new Set(tagsOf(fields.previous_value));
  const after = new Set(tagsOf(fields.value));
  return {
    field: 'tags',
    added: [...after].filter((tag) => !before.has(tag)),
    removed: [...before].filter((tag) => !after.has(tag)),
  };
}

/** A ticket becomes an incident of a problem, or stops being one. */
function linkOf(context: Context, scene: Scene, event: AuditEvent): Draft {
  const to = idOf(event.fields.value);
  const key = to ?? idOf(event.fields.previous_value);
  if (!key) return opaque(context, scene, event, 'Changed: problem');
  return {
    ...baseOf(context, scene, event, { rule: 'change of problem_id' }),
    kind: 'link',
    to: ticketLink(context, key),
    relation: 'problem',
    added: to !== undefined,
  };
}
