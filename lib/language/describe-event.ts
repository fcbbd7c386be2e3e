/** One line for any event, in the words of the ticket. Plain text; whoever shows it escapes it. */
import type { Person, SlaMetric, Value } from '../ticket/basics';
import type { Change, Message, Sla, TicketEvent } from '../ticket/events';
import { formatStamp } from './dates';
import { formatDuration } from './duration';

type People = ReadonlyMap<string, Person>;

export function describeEvent(event: TicketEvent, people: People): string {
  switch (event.kind) {
    case 'message':
      return excerpt(event);
    case 'change':
      return describeChange(event);
    case 'sla':
      return describeSla(event);
    case 'revision':
      return revisionWords[event.what];
    case 'link':
      return `${event.added ? 'Linked' : 'Unlinked'}: ${event.relation.replaceAll('_', ' ')} ${event.to.key}`;
    case 'participant':
      return `${event.added ? 'Added' : 'Removed'} ${nameOf(event.person, people)} as ${partWords[event.part]}`;
    case 'call':
      return describeCall(event.direction, event.durationMs, event.outcome);
    case 'session':
      return `${event.channel === 'chat' ? 'Chat' : 'Messaging session'} ${event.phase}`;
    case 'approval':
      return event.phase === 'asked' ? 'Approval asked for' : `Approval ${event.phase}`;
    case 'satisfaction':
      return describeSatisfaction(event.phase, event.score, event.max);
    case 'other':
      return event.label.trim() || 'Event without a name';
  }
}

/** The writer's own words on one line, cut at a word near the limit. */
export function excerpt(message: Message, limit = 240): string {
  const { text, quotedFrom, signatureFrom } = message.body;
  const own = text.slice(0, Math.min(quotedFrom ?? text.length, signatureFrom ?? text.length));
  const line = (own.trim() || text)
    .slice(0, limit * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length === 0)
    return message.attachments[0] ? `Attachment: ${message.attachments[0].name}` : '(no text)';
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/[\s,;:]+$/, '')}…`;
}

export function valueLabel(value: Value | undefined): string {
  if (value === undefined) return 'unknown';
  return value === null ? 'nobody' : value.label;
}

const fieldWords: Record<Change['field'], string> = {
  status: 'Status',
  priority: 'Priority',
  severity: 'Severity',
  assignee: 'Assignee',
  group: 'Group',
  tier: 'Tier',
  tags: 'Tags',
  type: 'Type',
  subject: 'Subject',
  requester: 'Requester',
  organization: 'Organisation',
  due: 'Due',
  form: 'Form',
  brand: 'Brand',
  calendar: 'Calendar',
  custom: 'Field',
};

function describeChange(change: Change): string {
  const name = change.field === 'custom' ? (change.name ?? 'Field') : fieldWords[change.field];
  if (change.field === 'tags' && (change.added || change.removed)) {
    const added = change.added?.length ? `added ${change.added.join(', ')}` : '';
    const removed = change.removed?.length ? `removed ${change.removed.join(', ')}` : '';
    return added || removed ? `${name} ${[added, removed].filter(Boolean).join(', ')}` : `${name} changed`;
  }
  const to = fieldValue(change.field, change.to);
  if (change.to === undefined) return `${name} changed`;
  if (change.from === undefined || (change.from === null && change.field !== 'assignee'))
    return `${name} ${to}`;
  return `${name} ${fieldValue(change.field, change.from)} → ${to}`;
}

function fieldValue(field: Change['field'], value: Value | undefined): string {
  if (value === null) return field === 'assignee' || field === 'group' ? 'nobody' : 'empty';
  if (value === undefined) return 'unknown';
  const isInstant = field === 'due' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value.label);
  if (isInstant) return `${formatStamp(value.label)} UTC`;
  return value.label.trim() || 'empty';
}

const metricWords: Record<SlaMetric, string> = {
  first_reply: 'First reply',
  next_reply: 'Next reply',
  periodic_update: 'Periodic update',
  pausable_update: 'Pausable update',
  requester_wait: 'Requester wait',
  agent_work: 'Agent work',
  resolution: 'Resolution',
  first_resolution: 'First resolution',
  group_ownership: 'Group ownership',
  other: 'Deadline',
};

/** The field's name for a metric, for headings and sentences. */
export function metricName(metric: SlaMetric): string {
  return metricWords[metric];
}

const phaseWords: Record<Sla['phase'], string> = {
  applied: 'target set',
  retargeted: 'target changed',
  started: 'clock started',
  paused: 'clock paused',
  resumed: 'clock resumed',
  warned: 'close to its target',
  breached: 'target missed',
  breach_cancelled: 'miss taken back',
  achieved: 'clock stopped',
  cancelled: 'target cancelled',
  removed: 'target removed',
};

function describeSla(sla: Sla): string {
  const what = `${metricWords[sla.metric]} ${phaseWords[sla.phase]}`;
  const target = sla.targetMs === undefined ? '' : `: within ${formatDuration(sla.targetMs)}`;
  const due = sla.due === undefined ? '' : `${target ? ',' : ':'} due ${formatStamp(sla.due)} UTC`;
  const policy = sla.policy && (target || due) ? ` (${sla.policy.name})` : '';
  return `${what}${target}${due}${policy}`;
}

const revisionWords = {
  edited: 'Message edited',
  deleted: 'Message deleted',
  redacted: 'Message redacted',
  made_internal: 'Message made internal',
  made_public: 'Message made public',
} as const;

const partWords = { cc: 'CC', follower: 'follower', collaborator: 'collaborator' } as const;

function describeCall(
  direction: 'in' | 'out',
  durationMs: number | undefined,
  outcome: string | undefined,
): string {
  const what = direction === 'in' ? 'Call from the customer' : 'Call to the customer';
  const length = durationMs === undefined ? '' : `, ${formatDuration(durationMs)}`;
  return `${what}${length}${outcome ? `, ${outcome}` : ''}`;
}

function describeSatisfaction(phase: 'offered' | 'given', score?: number, max?: number): string {
  if (phase === 'offered') return 'Satisfaction survey offered';
  if (score === undefined) return 'Satisfaction rating given';
  // Zendesk's thumb is one point of one.
  if (max === 1) return `Satisfaction rated ${score === 1 ? 'good' : 'bad'}`;
  return `Satisfaction ${score}${max === undefined ? '' : ` of ${max}`}`;
}

function nameOf(id: string, people: People): string {
  return people.get(id)?.name.trim() || 'somebody';
}
