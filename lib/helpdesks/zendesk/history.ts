/** Walks through the audits once, in order, and turns every event of every save into rows of the history. */
import type { Value } from '../../ticket/basics';
import { placed } from '../../ticket/checked';
import type { TicketEvent } from '../../ticket/events';
import { EventHashes } from '../../ticket/seal';
import { sortedCopy } from '../../ticket/stable-json';
import { type Audit, type AuditEvent, isComment } from './audits';
import { changeOf, createdValue, creationOf } from './changes';
import { isChatEvent } from './chat-transcript';
import { isCommentChange } from './comment-fates';
import { idOf, lineOf } from './fields';
import { linksOf } from './links';
import { callOf, commentOf, isOpener, notificationOf } from './messages';
import { opaque } from './other';
import * as rows from './rows';
import type { Context, Draft, Scene } from './scene';
import { isSideConversation } from './side-conversations';
import { draftOfStep, type Step } from './steps';
import { fieldValue } from './values';
import { sentenceOf } from './words';

export interface History {
  events: TicketEvent[];
  hashes: EventHashes;
  unknownTypes: { type: string; count: number }[];
  doubtfulTimes: string[];
  comments: number;
}

export type Check = (event: TicketEvent) => void;

/** What stands between the saves, and who asked before the first of them. */
export interface Between {
  steps: readonly Step[];
  requester: string | undefined;
  unknownTypes: readonly string[];
}

/** Walks through saves and steps in time order; what has no place among them comes last. */
export class HistoryWalk {
  private context: Context;
  private readonly steps: readonly Step[];
  private readonly history = new HistoryWriter();
  private readonly scene: Scene;
  private next = 0;

  constructor(context: Context, { steps, requester, unknownTypes }: Between) {
    this.context = context;
    this.steps = steps;
    this.scene = {
      audit: { id: '', at: '', raw: undefined, author: '-1', via: undefined, events: [] },
      requester,
      assignee: undefined,
      group: undefined,
      macro: undefined,
    };
    for (const { speaker } of steps) if (speaker.kind === 'bot') context.people.bot(speaker.id, speaker.name);
    for (const type of unknownTypes) this.history.addUnknown(type);
  }

  /** Does what can be done with the rows so far while nobody waits for them. */
  settle(from: number, check: Check): void {
    const { events, hashes } = this.history;
    for (const event of events.slice(from)) check(event);
    hashes.grown(events);
  }

  /** The same for rows that will come last. */
  prepare(drafts: readonly Draft[], check: Check): void {
    for (const draft of drafts) this.history.prepare(draft, check);
  }

  /** From here on with all that is known by now. */
  goOnWith(context: Context): void {
    this.context = context;
  }

  get length(): number {
    return this.history.events.length;
  }

  /** The next save, later than those before it. */
  take(audit: Audit): void {
    const { context, scene, history } = this;
    // What was said in the second of a save came before it: a status is set with or after the words.
    this.stepsUntil(audit.at);
    scene.audit = audit;
    scene.macro = macroOf(audit);
    takeOver(context, scene, audit, 'Create');
    const start = history.events.length;
    for (const draft of draftsOf(context, scene, history)) history.add(draft);
    if (!audit.raw) history.doubtfulTimes.push(...history.events.slice(start).map(({ id }) => id));
    takeOver(context, scene, audit, 'Change');
  }

  /** `links` are of unknown time. */
  end(links: readonly Draft[], clocks: readonly Draft[]): History {
    const { history } = this;
    this.stepsUntil(undefined);
    for (const draft of links) history.doubtfulTimes.push(history.add(draft));
    // After the saves: a clock that stopped with a reply stands behind that reply.
    for (const draft of clocks) history.add(draft);
    return history.finished();
  }

  private stepsUntil(at: string | undefined): void {
    const { context, scene, history, steps } = this;
    for (let step = steps[this.next]; step && (at === undefined || step.at <= at); step = steps[this.next]) {
      history.add(draftOfStep(context, scene, step));
      this.next++;
    }
  }
}

class HistoryWriter {
  readonly events: TicketEvent[] = [];
  readonly hashes = new EventHashes();
  readonly doubtfulTimes: string[] = [];
  comments = 0;
  private readonly ids = new Set<string>();
  private readonly ready = new Map<Draft, TicketEvent>();
  private readonly unknown = new Map<string, number>();

  /** The id it got. */
  add(draft: Draft): string {
    let { id } = draft;
    while (this.ids.has(id)) id += '~';
    this.ids.add(id);
    const ready = id === draft.id ? this.ready.get(draft) : undefined;
    const seq = this.events.length;
    this.events.push(ready ? placed(ready, seq) : eventOf(draft, id, seq));
    return id;
  }

  /** Makes an event of a draft whose place is not known yet. */
  prepare(draft: Draft, check: Check): void {
    const event = eventOf(draft, draft.id, 0);
    check(event);
    this.ready.set(draft, event);
  }

  addUnknown(type: string): void {
    this.unknown.set(type, (this.unknown.get(type) ?? 0) + 1);
  }

  finished(): History {
    const unknownTypes = [...this.unknown].map(([type, count]) => ({ type, count }));
    const { events, hashes, doubtfulTimes, comments } = this;
    return { events, hashes, doubtfulTimes, unknownTypes, comments };
  }
}

function eventOf(draft: Draft, id: string, seq: number): TicketEvent {
  // One of the kinds with its place: the union of drafts plus `seq` is the union of events.
  return sortedCopy({ ...draft, id, seq } as TicketEvent);
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
  'FollowerNotification OrganizationActivity Cc SMS Push External Tweet FacebookEvent Error TicketSharingEvent LogMeInTranscript SuspendedTicketRecovery ProblemSolvedEvent ProblemsSolvedEvent AgentWorkspaceSwitch ChannelFrameworkEvent ExternalEvent KnowledgeLinked SkillAssigned SlaTargetChange OfferedTo RoutingChannel'.split(
    ' ',
  ),
);

function draftsOfEvent(context: Context, scene: Scene, event: AuditEvent, history: HistoryWriter): Draft[] {
  switch (event.type) {
    case 'Comment':
    case 'FacebookComment':
      history.comments++;
      return said(context, scene, event);
    case 'VoiceComment':
      history.comments++;
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
    case 'FollowerChange':
      return rows.participantsOf(context, scene, event, 'follower');
    case 'EmailCcChange':
      return rows.participantsOf(context, scene, event, 'cc');
    case 'SatisfactionRating':
    case 'SurveyOffered':
    case 'SurveyResponseSubmitted':
      return [rows.satisfactionOf(context, scene, event)];
    case 'ScheduleAssignment':
      return [rows.scheduleChangeOf(context, scene, event)];
    default:
      return [rareOf(context, scene, event, history)];
  }
}

function rareOf(context: Context, scene: Scene, event: AuditEvent, history: HistoryWriter): Draft {
  if (isCommentChange(event)) return rows.revisionOf(context, scene, event);
  if (isChatEvent(event)) return rows.chatSessionOf(context, scene, event);
  if (isSideConversation(event)) return rows.sideConversationOf(context, scene, event);
  if (!plainTypes.has(event.type)) history.addUnknown(event.type);
  return opaque(context, scene, event, sentenceOf(event.type));
}

/** A comment, unless the conversation's turns have told it already, each at its own time. */
function said(context: Context, scene: Scene, event: AuditEvent): Draft[] {
  const { conversation } = context;
  if (conversation.mirrors.has(event.id)) return [];
  if (conversation.transcripts.has(event.id)) return [opaque(context, scene, event, 'Chat transcript')];
  if (isOpener(context, scene, event)) return [opaque(context, scene, event, 'Conversation opened')];
  return [commentOf(context, scene, event)];
}

function some(draft: Draft | undefined): Draft[] {
  return draft ? [draft] : [];
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
