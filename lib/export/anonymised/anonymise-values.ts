import type { ActorRef, Instant, Person, Value } from '../../ticket/basics';
import type { Change } from '../../ticket/events';
import type { Disguise } from './disguise';
import { neutralText } from './neutral-text';
import { knownRawTime, knownZone } from './plain-values';

/** What a field's value is: its label depends on the field, its status and rank are the common vocabulary's own. */
export function anonymiseValue(disguise: Disguise, field: Change['field'], value: Value): Value {
  if (value === null) return null;
  const { id, label, status, rank } = value;
  return {
    id: id === undefined ? undefined : valueId(disguise, field, id),
    label: label === '' ? '' : labelOf(disguise, field, label),
    status,
    rank,
  };
}

export function maybe<In, Out>(value: In | undefined, change: (value: In) => Out): Out | undefined {
  return value === undefined ? undefined : change(value);
}

export function anonymiseActor(disguise: Disguise, { id, side, team }: ActorRef): ActorRef {
  return { id: disguise.ids.id(id), side, team: maybe(team, (label) => disguise.group(label)) };
}

/** No e-mail address goes along, not even a made-up one. */
export function anonymisePerson(disguise: Disguise, person: Person): Person {
  const { kind, sides, light } = person;
  return {
    id: disguise.ids.id(person.id),
    name: disguise.name(person.name),
    kind,
    sides,
    team: maybe(person.team, (label) => disguise.group(label)),
    timeZone: knownZone(person.timeZone),
    light,
    org: maybe(person.org, (org) => disguise.numbered('Organisation', org)),
  };
}

export function anonymiseInstant({ at, precision, raw, zone, zoneFrom, earliest, latest }: Instant): Instant {
  return {
    at,
    precision,
    raw: knownRawTime(raw),
    zone: knownZone(zone),
    zoneFrom,
    earliest,
    latest,
  };
}

function valueId(disguise: Disguise, field: Change['field'], id: string): string {
  const word = id.toLowerCase();
  if (field === 'status' && statuses.has(word)) return id;
  if ((field === 'priority' || field === 'severity') && priorities.has(word)) return id;
  if (field === 'priority' && /^\d{1,3}$/.test(id)) return id;
  return disguise.ids.id(id);
}

const sorts: { [field in Change['field']]?: string } = {
  organization: 'Organisation',
  form: 'Form',
  brand: 'Brand',
  calendar: 'Calendar',
};

function labelOf(disguise: Disguise, field: Change['field'], label: string): string {
  switch (field) {
    case 'status':
      return statusLabel(disguise, label);
    case 'priority':
    case 'severity':
      return /^\d{1,3}$/.test(label) ? label : disguise.common('Priority', priorities, label);
    case 'type':
      return disguise.common('Type', types, label);
    case 'assignee':
    case 'requester':
      return disguise.name(label);
    case 'group':
    case 'tier':
      return disguise.group(label);
    case 'tags':
      return disguise.tag(label);
    case 'subject':
      return neutralText(label);
    case 'due':
      return knownRawTime(label) ?? disguise.numbered('Due', label);
    default:
      return disguise.numbered(sorts[field] ?? 'Value', label);
  }
}

export function statusLabel(disguise: Disguise, label: string): string {
  return disguise.common('Status', statuses, label);
}

const statuses = new Set(
  'new open pending hold on-hold solved closed deleted spam suspended stalled resolved rejected unknown'.split(
    ' ',
  ),
);
const priorities = new Set('urgent high normal medium low critical major minor trivial blocker'.split(' '));
const types = new Set('question incident problem task ticket reminder approval'.split(' '));
