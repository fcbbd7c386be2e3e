/** Single events of a save that are neither words nor a field: revisions, people who come and go, ratings, chats. */
import type { AuditEvent } from './audits';
import { scheduleMove } from './calendars';
import { chatOf } from './chat-transcript';
import { changedComment } from './comment-fates';
import { fieldsOf, lineOf, listOf, numberOf } from './fields';
import { opaque } from './other';
import { baseOf, type Context, type Draft, type Scene } from './scene';

export function revisionOf(context: Context, scene: Scene, event: AuditEvent): Draft {
  const change = changedComment(event);
  const of = change && context.comments.get(change.comment);
  if (!change || !of) return opaque(context, scene, event, 'A comment was changed');
  return { ...baseOf(context, scene, event, { rule: event.type }), kind: 'revision', of, what: change.what };
}

export function participantsOf(
  context: Context,
  scene: Scene,
  event: AuditEvent,
  part: 'cc' | 'follower',
): Draft[] {
  const names = part === 'cc' ? 'email_ccs' : 'followers';
  const before = peopleIn(context, event.fields[`previous_${names}`]);
  const after = peopleIn(context, event.fields[`current_${names}`]);
  const row = (person: string, added: boolean): Draft => ({
    ...baseOf(context, scene, event, { rule: event.type, part: `${added ? '+' : '-'}${person}` }),
    kind: 'participant',
    person,
    part,
    added,
  });
  return [
    ...[...after].filter((person) => !before.has(person)).map((person) => row(person, true)),
    ...[...before].filter((person) => !after.has(person)).map((person) => row(person, false)),
  ];
}

function peopleIn(context: Context, value: unknown): Set<string> {
  const people = listOf(value).map((entry) => context.people.byReference(fieldsOf(entry)?.id ?? entry));
  return new Set(people.filter((person) => person !== undefined));
}

/** Zendesk's rating is good or bad; `offered` is the question. */
export function satisfactionOf(context: Context, scene: Scene, event: AuditEvent): Draft {
  const told = lineOf(event.fields.score) ?? '';
  const isWord = /^(good|bad)/.test(told);
  const isGiven = isWord || event.type === 'SurveyResponseSubmitted';
  const score = isWord ? Number(told.startsWith('good')) : numberOf(event.fields.score);
  const comment = lineOf(event.fields.body) ?? lineOf(event.fields.comment);
  return {
    ...baseOf(context, scene, event, { rule: event.type, hint: 'customer' }),
    kind: 'satisfaction',
    phase: isGiven ? 'given' : 'offered',
    score: isGiven ? score : undefined,
    max: isWord ? 1 : undefined,
    comment: isGiven ? comment : undefined,
  };
}

export function chatSessionOf(context: Context, scene: Scene, event: AuditEvent): Draft {
  const { threadId, phase, channel } = chatOf(event, scene.audit.at);
  return {
    ...baseOf(context, scene, event, { rule: event.type }),
    kind: 'session',
    threadId,
    phase,
    channel,
  };
}

/** That there is one, and since when: its subject and the people in it were not meant for this ticket's readers. */
export function sideConversationOf(context: Context, scene: Scene, event: AuditEvent): Draft {
  const base = baseOf(context, scene, event, { rule: `event of type ${event.type}` });
  return { ...base, kind: 'other', label: 'Side conversation', data: {} };
}

export function scheduleChangeOf(context: Context, scene: Scene, event: AuditEvent): Draft {
  const { from, to } = scheduleMove(event) ?? {};
  if (to === undefined) return opaque(context, scene, event, 'Schedule assignment');
  const value = (id: string) => ({ id, label: context.names.schedules.get(id) ?? `Schedule ${id}` });
  const base = baseOf(context, scene, event, { rule: event.type });
  return {
    ...base,
    kind: 'change',
    field: 'calendar',
    from: from === undefined ? undefined : value(from),
    to: value(to),
  };
}
