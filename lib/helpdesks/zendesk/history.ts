/** Walks through the audits once, in order, and turns every event of every save into rows of the history. */
import type { Value } from '../../ticket/basics';
import type { TicketEvent } from '../../ticket/events';
import { type Audit, type AuditEvent, isComment } from './audits';
import { changeOf, createdValue, creationOf, ticketLink } from './changes';
import { absentWhenUndefined, type Fields, fieldsOf, idOf, lineOf, listOf, numberOf } from './fields';
import { callOf, commentOf, notificationOf } from './messages';
import { opaque } from './other';
import { baseOf, type Context, type Draft, type Scene } from './scene';
import { fieldValue, tagsOf } from './values';
import { channelName, relationOf, ticketsOf } from './via';

export interface History {
  events: TicketEvent[];
  unknownTypes: { type: string; count: number }[];
  doubtfulTimes: string[];
  comments: number;
  sideConversations: number;
  chats: number;
}

/** Gives the page its turn every so many saves, so that a long ticket does not freeze it. */
const SLICE = 100;

export async function readHistory(
  context: Context,
  audits: readonly Audit[],
  clocks: readonly Draft[],
  requester: string | undefined,
): Promise<History> {
  const history = new HistoryWriter();
  const scene: Scene = {
    audit: { id: '', at: '', raw: undefined, author: '-1', via: undefined, events: [] },
    requester,
    assignee: undefined,
    group: undefined,
    macro: undefined,
  };
  for (const [index, audit] of audits.entries()) {
    if (index % SLICE === SLICE - 1) await new Promise((resolve) => setTimeout(resolve));
    scene.audit = audit;
    scene.macro = macroOf(audit);
    takeOver(context, scene, audit, 'Create');
    const start = history.events.length;
    for (const draft of draftsOf(context, scene, history)) history.add(draft);
    if (!audit.raw) history.doubtfulTimes.push(...history.events.slice(start).map(({ id }) => id));
    takeOver(context, scene, audit, 'Change');
  }
  // After the saves: a clock that stopped with a reply stands behind that reply.
  for (const draft of clocks) history.add(draft);
  return history.finished();
}

class HistoryWriter {
  readonly events: TicketEvent[] = [];
  readonly doubtfulTimes: string[] = [];
  readonly counts = { comments: 0, sideConversations: 0, chats: 0 };
  private readonly ids = new Set<string>();
  private readonly unknown = new Map<string, number>();

  add(draft: Draft): void {
    let { id } = draft;
    while (this.ids.has(id)) id += '~';
    this.ids.add(id);
    // One of the kinds with its place: the union of drafts plus `seq` is the union of events.
    const event = { ...draft, id, seq: this.events.length } as TicketEvent;
    this.events.push(absentWhenUndefined(event));
  }

  addUnknown(type: string): void {
    this.unknown.set(type, (this.unknown.get(type) ?? 0) + 1);
  }

  finished(): History {
    const unknownTypes = [...this.unknown].map(([type, count]) => ({ type, count }));
    return { events: this.events, doubtfulTimes: this.doubtfulTimes, unknownTypes, ...this.counts };
  }
}

/** In one save the reply comes first, then what it was saved with. */
function draftsOf(context: Context, scene: Scene, history: HistoryWriter): Draft[] {
  const { events } = scene.audit;
  const created = events.filter(({ type, fields }) => type === 'Create' && !fields.via);
  const birth = creationOf(context, scene, created);
  return [
    ...events.filter(isComment).flatMap((event) => draftsOfEvent(context, scene, event, history)),
    ...linksOf(context, scene),
    ...some(birth),
    ...events
      .filter((event) => !isComment(event) && !created.includes(event))
      .flatMap((event) => draftsOfEvent(context, scene, event, history)),
  ];
}

// Types of the vendor's audit event reference, and some seen beside it, that need no more than their name.
const plainTypes = new Set(
  'FollowerNotification OrganizationActivity Cc SMS Push External Tweet FacebookEvent Error TicketSharingEvent LogMeInTranscript SuspendedTicketRecovery ProblemSolvedEvent ProblemsSolvedEvent AgentWorkspaceSwitch ChannelFrameworkEvent ExternalEvent ScheduleAssignment KnowledgeLinked SkillAssigned OfferedTo RoutingChannel'.split(
    ' ',
  ),
);

function draftsOfEvent(context: Context, scene: Scene, event: AuditEvent, history: HistoryWriter): Draft[] {
  switch (event.type) {
    case 'Comment':
    case 'FacebookComment':
      history.counts.comments++;
      return [commentOf(context, scene, event)];
    case 'VoiceComment':
      history.counts.comments++;
      return [callOf(context, scene, event)];
    case 'Create':
    case 'Change':
      return some(changeOf(context, scene, event));
    case 'Notification':
    case 'NotificationWithCcs':
      return some(notificationOf(context, scene, event));
    case 'AgentMacroReference':
      // Told with the message it filled; a row of its own only where there is none.
      return scene.audit.events.some(isComment) ? [] : [opaque(context, scene, event, 'Macro applied')];
    case 'CommentPrivacyChange':
    case 'CommentRedactionEvent':
    case 'AttachmentRedactionEvent':
      return [revisionOf(context, scene, event)];
    case 'FollowerChange':
      return participantsOf(context, scene, event, 'follower');
    case 'EmailCcChange':
      return participantsOf(context, scene, event, 'cc');
    case 'SatisfactionRating':
    case 'SurveyOffered':
    case 'SurveyResponseSubmitted':
      return [satisfactionOf(context, scene, event)];
    default:
      return [rareOf(context, scene, event, history)];
  }
}

function some(draft: Draft | undefined): Draft[] {
  return draft ? [draft] : [];
}

function rareOf(context: Context, scene: Scene, event: AuditEvent, history: HistoryWriter): Draft {
  if (/^Chat(Started|Ended)/.test(event.type)) {
    history.counts.chats++;
    const id = lineOf(event.fields.chat_id) ?? lineOf(fieldsOf(event.fields.value)?.chat_id);
    return {
      ...baseOf(context, scene, event, { rule: event.type }),
      kind: 'session',
      threadId: id ?? `chat-${event.id}`,
      phase: event.type.startsWith('ChatStarted') ? 'started' : 'ended',
      channel: 'chat',
    };
  }
  if (/^Collab|^SideConversation/.test(event.type)) {
    if (/Created/.test(event.type)) history.counts.sideConversations++;
    return opaque(context, scene, event, 'Side conversation');
  }
  if (!plainTypes.has(event.type)) history.addUnknown(event.type);
  // FollowerNotification reads as "Follower notification".
  const words = event.type.replace(
    /([a-z])([A-Z])(?=[a-z])/g,
    (_, end, start) => `${end} ${start.toLowerCase()}`,
  );
  return opaque(context, scene, event, words.replace(/ event$/, ''));
}

function revisionOf(context: Context, scene: Scene, event: AuditEvent): Draft {
  const of = context.comments.get(idOf(event.fields.comment_id) ?? '');
  if (!of) return opaque(context, scene, event, 'A comment was changed');
  const isPrivacy = event.type === 'CommentPrivacyChange';
  const what = !isPrivacy ? 'redacted' : event.fields.public === true ? 'made_public' : 'made_internal';
  return { ...baseOf(context, scene, event, { rule: event.type }), kind: 'revision', of, what };
}

function participantsOf(context: Context, scene: Scene, event: AuditEvent, part: 'cc' | 'follower'): Draft[] {
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
function satisfactionOf(context: Context, scene: Scene, event: AuditEvent): Draft {
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

/** A merge or a follow-up stands in the save's own `via`, not in an event. */
function linksOf(context: Context, scene: Scene): Draft[] {
  const { audit } = scene;
  const event = { id: 'via', type: 'via', fields: {} };
  const link = (key: string, relation: 'merged_into' | 'merged_from' | 'follow_up'): Draft => ({
    ...baseOf(context, scene, event, { rule: `via ${relation}`, part: key }),
    kind: 'link',
    to: ticketLink(context, key),
    relation,
    added: true,
  });
  const via = audit.events.map(({ fields }) => fieldsOf(fields.via)).find(isMerge) ?? audit.via;
  if (isMerge(via)) {
    // The ticket that was closed by the merge points away; the one that stays points back.
    const isClosed = audit.events.some(closesByMerge);
    const keys = new Set([...ticketsOf(via, 'from'), ...ticketsOf(via, 'to'), ...mentioned(audit, via)]);
    keys.delete(context.key);
    return [...keys].map((key) => link(key, isClosed ? 'merged_into' : 'merged_from'));
  }
  if (relationOf(via) === 'follow_up' || channelName(via) === 'closed_ticket') {
    return ticketsOf(via, 'from').map((key) => link(key, 'follow_up'));
  }
  return [];
}

function isMerge(via: Fields | undefined): boolean {
  return channelName(via) === 'merge' || relationOf(via) === 'merge';
}

function closesByMerge({ type, fields }: AuditEvent): boolean {
  if (type !== 'Change') return false;
  if (fields.field_name === 'status') return fields.value === 'closed';
  return fields.field_name === 'tags' && tagsOf(fields.value).includes('closed_by_merge');
}

/** Where the `via` names no ticket, the text of the merge does: "#123" is the same in every language. */
function mentioned(audit: Audit, via: Fields | undefined): string[] {
  if (ticketsOf(via, 'from').length + ticketsOf(via, 'to').length > 0) return [];
  const text = audit.events.map(({ fields }) => lineOf(fields.body) ?? '').join(' ');
  return [...text.matchAll(/#(\d{1,18})\b/g)].map((match) => match[1] ?? '').filter(Boolean);
}

function macroOf(audit: Audit): Scene['macro'] {
  const event = audit.events.find(({ type }) => type === 'AgentMacroReference');
  if (!event) return undefined;
  const id = idOf(event.fields.macro_id);
  const title = lineOf(event.fields.macro_title);
  return { id, title, type: 'macro' };
}

/** Who asks and who holds the ticket, for the events that follow. */
function takeOver(context: Context, scene: Scene, audit: Audit, type: 'Create' | 'Change'): void {
  const events = audit.events.filter((event) => event.type === type);
  const value = (name: string): Value | undefined => {
    const raw = createdValue(events, name);
    return raw === undefined ? undefined : fieldValue(name, raw, context.names, context.people);
  };
  const requester = value('requester_id');
  const assignee = value('assignee_id');
  const group = value('group_id');
  if (requester?.id) {
    scene.requester = requester.id;
    context.people.addRequester(requester.id);
  }
  if (assignee !== undefined) scene.assignee = assignee?.id;
  if (group !== undefined) scene.group = group?.label;
}
