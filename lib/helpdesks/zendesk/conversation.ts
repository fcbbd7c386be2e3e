/**
 * One conversation out of the places that tell it: the log turn by turn, else the transcripts in the saves, and
 * which comments only repeat it. So nothing that was said is counted twice, and each turn has its own time.
 */
import type { Audit, Warn } from './audits';
import { type Chat, chatOf, isChatEvent, readTranscripts } from './chat-transcript';
import { readConversationLog } from './conversation-log';
import { type Fields, fieldsOf, idOf, lineOf } from './fields';
import type { Listed } from './part-requests';
import { findRepeats, type Repeats } from './repeats';
import type { Optional, Part } from './requests';
import { inTime, type Spoken, type Step, type Turn } from './steps';
import { viaOf } from './via';

export interface Conversation extends Repeats {
  steps: Step[];
  unknownTypes: string[];
  /** Absent on a ticket that was never a conversation. */
  part: Part | undefined;
}

/** Whether to ask for the log before anything else is known. */
export function cameByConversation(ticket: Fields): boolean {
  return ticket.from_messaging_channel === true || isSpoken(viaOf(fieldsOf(ticket.via)).channel);
}

export function hasChats(audits: readonly Audit[]): boolean {
  return audits.some(({ events }) => events.some(isChatEvent));
}

interface Told {
  key: string;
  ticket: Fields;
  audits: readonly Audit[];
  log: Optional<Listed> | undefined;
  comments: ReadonlyMap<string, string>;
  toText: (html: string) => string;
  warn: Warn;
}

export function readConversation(told: Told): Conversation {
  const { key, ticket, audits, log, comments, toText, warn } = told;
  const chats = audits.flatMap(({ at, events }) =>
    events.filter(isChatEvent).map((event) => chatOf(event, at)),
  );
  if (!log && chats.length === 0) {
    return { steps: [], transcripts: new Set(), mirrors: new Map(), unknownTypes: [], part: undefined };
  }
  const channel = viaOf(fieldsOf(ticket.via)).channel === 'chat' ? 'chat' : 'messaging';
  const read = readConversationLog(log?.value?.rows ?? [], { key, channel, comments, toText, warn });
  const isTold = read.steps.some((step) => step.kind === 'turn' && step.id.startsWith('turn:'));
  // Where the log was cut, the transcripts go on; where it is whole they only repeat it in other words.
  const logEnd = isTold && log?.state === 'partial' ? (read.steps.at(-1)?.at ?? '') : undefined;
  const further = readTranscripts(key, audits, isTold && logEnd === undefined ? () => {} : warn).filter(
    ({ at }) => (isTold ? logEnd !== undefined && at > logEnd : true),
  );
  const steps = inTime([...read.steps, ...further]);
  for (const step of steps)
    if (step.kind === 'turn' && !step.batch) step.threadId ??= threadAt(chats, step.at);
  const repeats = findRepeats(steps.filter(isTurn), audits);
  const said = new Map([...repeats.mirrors].map(([comment, turn]) => [turn, comment]));
  for (const step of steps) if (isTurn(step)) step.comment ??= said.get(step.id);
  return {
    steps,
    ...repeats,
    unknownTypes: read.unknownTypes,
    part: partOf({ log, chats, isTold, turns: steps.filter(isTurn).length }),
  };
}

function isSpoken(channel: string): channel is Spoken {
  return channel === 'chat' || channel === 'messaging';
}

function isTurn(step: Step): step is Turn {
  return step.kind === 'turn';
}

/** What was said before the ticket was made, to a bot for one, belongs to the first conversation. */
function threadAt(chats: readonly Chat[], at: string): string | undefined {
  const started = chats.filter(({ phase }) => phase === 'started');
  return (started.findLast((chat) => chat.at <= at) ?? started[0] ?? chats[0])?.threadId;
}

interface Read {
  log: Optional<Listed> | undefined;
  chats: readonly Chat[];
  isTold: boolean;
  turns: number;
}

function partOf({ log, chats, isTold, turns }: Read): Part {
  const part = 'chat';
  if (log?.state === 'read' && (isTold || chats.length === 0)) return { part, state: 'read', found: turns };
  if (log?.state === 'partial') return { part, state: 'partial', found: turns, note: log.note };
  const why =
    log && log.state !== 'read' ? `the conversation log is ${words[log.state] ?? 'not readable'}` : undefined;
  if (turns === 0) {
    const state = log?.state === 'read' || !log ? 'partial' : log.state;
    return { part, state, found: 0, note: log?.note ?? 'no turns told, only that there was a conversation' };
  }
  const latest = new Map(chats.map(({ threadId, phase }) => [threadId, phase]));
  const isRunning = [...latest.values()].includes('started');
  const note = [`${turns} turns out of the transcript Zendesk wrote`, why].filter(Boolean).join('; ');
  return isRunning
    ? { part, state: 'partial', found: turns, note: `${note}; what was said since it was written is missing` }
    : { part, state: 'read', found: turns, note };
}

const words: Partial<Record<Part['state'], string>> = { refused: 'refused', absent: 'not there' };

/** Users the log names by id: their names are asked with everybody else's. */
export function speakersIn(log: Optional<Listed> | undefined): string[] {
  const ids = (log?.value?.rows ?? []).map(({ author }) => idOf(fieldsOf(author)?.['zen:support:user_id']));
  return ids.filter((id) => id !== undefined);
}

/** Names a log tells with its turns, for people whom the account does not show by id. */
export function namesIn(log: Optional<Listed> | undefined): Map<string, string> {
  const names = new Map<string, string>();
  for (const { author } of log?.value?.rows ?? []) {
    const id = idOf(fieldsOf(author)?.['zen:support:user_id']);
    const name = lineOf(fieldsOf(author)?.display_name);
    if (id && name) names.set(id, name);
  }
  return names;
}
