/**
 * The transcript Zendesk writes into the save that starts or ends a chat. Seen in public clients
 * (cloudbees-oss/zendesk-java-client `ChatStartedEvent`, and scripts that print it): `value{chat_id,
 * conversation_id, visitor_id, history[]}`, each entry `{type, timestamp (ms), actor_type, actor_id, actor_name,
 * message, message_id, filename, mime_type, size, url}` with types such as ChatMessage, ChatFileAttachment,
 * ChatJoin and ChatLeave. The vendor documents only that the event exists.
 */
import type { Audit, AuditEvent, Warn } from './audits';
import { phaseOf } from './conversation-log';
import { countOf, type Fields, fieldsOf, idOf, lineOf, objectsOf } from './fields';
import { bodyFrom } from './messages';
import type { Speaker, Spoken, Step } from './steps';
import { sentenceOf } from './words';

export interface Chat {
  threadId: string;
  phase: 'started' | 'ended';
  channel: Spoken;
  at: string;
}

export function isChatEvent({ type }: AuditEvent): boolean {
  return /^Chat(Started|Ended)/.test(type);
}

/** The start or end a save tells of. */
export function chatOf(event: AuditEvent, at: string): Chat {
  const value = fieldsOf(event.fields.value) ?? event.fields;
  const conversation = lineOf(value.conversation_id);
  return {
    threadId: conversation ?? lineOf(value.chat_id) ?? lineOf(event.fields.chat_id) ?? `chat-${event.id}`,
    phase: event.type.startsWith('ChatStarted') ? 'started' : 'ended',
    channel: conversation === undefined ? 'chat' : 'messaging',
    at,
  };
}

/** Turns of all transcripts, once each: the one at the end repeats the one at the start. */
export function readTranscripts(key: string, audits: readonly Audit[], warn: Warn): Step[] {
  const steps = new Map<string, Step>();
  for (const audit of audits) {
    for (const event of audit.events.filter(isChatEvent)) {
      const chat = chatOf(event, audit.at);
      const agents = new Set<string>();
      for (const entry of objectsOf(fieldsOf(event.fields.value)?.history)) {
        const step = stepOf(key, chat, entry, agents, warn);
        if (step) steps.set(step.id, step);
      }
    }
  }
  return [...steps.values()];
}

const quiet = /^Chat(Join|Leave|MemberJoin|MemberLeave)$/;

function stepOf(key: string, chat: Chat, entry: Fields, agents: Set<string>, warn: Warn): Step | undefined {
  const type = lineOf(entry.type) ?? '';
  const at = timeOf(entry.timestamp);
  if (!at) {
    warn('timestamp', 'not an instant', `transcript of ${chat.threadId.slice(0, 80)}`);
    return undefined;
  }
  const speaker = speakerOf(entry);
  const base = {
    id: idIn(chat, entry),
    at: `${at.slice(0, 19)}.000Z`,
    raw: String(entry.timestamp),
    speaker,
    threadId: chat.threadId,
    channel: chat.channel,
    source: { endpoint: `/api/v2/tickets/${key}/audits`, rule: 'turn of the chat’s transcript' },
  };
  if (quiet.test(type)) {
    // Coming and going is told by the saves; that a second person took over is told only here.
    const isNew = speaker.kind === 'agent' && /Join$/.test(type) && !agents.has(nameIn(entry));
    if (speaker.kind === 'agent') agents.add(nameIn(entry));
    return isNew && agents.size > 1 ? { ...base, kind: 'session', phase: 'transferred' } : undefined;
  }
  const file = lineOf(entry.filename);
  const body = bodyFrom(entry.message) ?? { text: '' };
  if (body.text || file) {
    const attachments = file
      ? [{ name: file, mime: lineOf(entry.mime_type), bytes: countOf(entry.size), inline: undefined }]
      : [];
    return { ...base, kind: 'turn', isPublic: true, body, attachments };
  }
  const phase = phaseOf(type);
  if (phase) return { ...base, kind: 'session', phase };
  return { ...base, kind: 'mark', label: sentenceOf(type) || 'Chat event' };
}

function nameIn(entry: Fields): string {
  return String(idOf(entry.actor_id) ?? lineOf(entry.actor_name));
}

/** Milliseconds since 1970, as a number or in a string. */
function timeOf(value: unknown): string | undefined {
  const ms = typeof value === 'string' && /^\d{12,14}$/.test(value) ? Number(value) : value;
  if (typeof ms !== 'number' || !(ms > 946_684_800_000 && ms < 4_102_444_800_000)) return undefined;
  return new Date(ms).toISOString();
}

/** A message keeps its id from transcript to transcript; anything else is known by its place in time. */
function idIn(chat: Chat, entry: Fields): string {
  const told = lineOf(entry.message_id);
  const native = told && /^[\w:-]{1,64}$/.test(told) ? told : undefined;
  return `chat:${native ?? `${chat.threadId.slice(0, 64)}/${String(entry.timestamp)}/${lineOf(entry.type) ?? ''}`}`;
}

function speakerOf(entry: Fields): Speaker {
  const type = lineOf(entry.actor_type)?.toLowerCase() ?? '';
  const name = lineOf(entry.actor_name);
  const told = idOf(entry.actor_id);
  const id = told?.startsWith('-') || told === '0' ? undefined : told;
  if (/agent/.test(type) && !/bot/.test(type)) return { kind: 'agent', id, name };
  if (/user|visitor|customer/.test(type)) return { kind: 'customer', id, name };
  return /trigger|system/.test(type) ? { kind: 'rule', name } : { kind: 'bot', id, name };
}
