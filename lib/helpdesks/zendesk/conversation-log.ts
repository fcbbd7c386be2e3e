/**
 * The conversation log: turns with their own times, where the ticket's comments have only a transcript.
 * Vendor (Conversation Log reference and its example, 2025): rows of `{id, type, reference, created_at,
 * received_at, author{type: user|agent|bot, display_name, 'zen:support:user_id' (-1 for a bot)}, content{type,
 * text|body, actions[]}, source{type}, metadata{public}, attachments[]}`, types `Comment` and
 * `Messaging::ConversationMessage`. Seen in public clients only: `is_public`, `markdownText`, `altText`, author
 * types `end-user`, `business`, `system`. More types may come; they stay as rows without a text.
 */
import type { Message } from '../../ticket/events';
import type { Warn } from './audits';
import { type Fields, fieldsOf, idOf, instantOf, lineOf, listOf, objectsOf } from './fields';
import { attachmentsOf, bodyFrom } from './messages';
import type { Speaker, Spoken, Step } from './steps';
import { sentenceOf } from './words';

export interface LogRead {
  steps: Step[];
  unknownTypes: string[];
}

export interface LogContext {
  key: string;
  channel: Spoken;
  /** Comments the saves tell, by id. */
  comments: ReadonlyMap<string, string>;
  toText: (html: string) => string;
  warn: Warn;
}

export function readConversationLog(rows: readonly Fields[], context: LogContext): LogRead {
  const read: LogRead = { steps: [], unknownTypes: [] };
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const step = stepOf(row, index, context);
    // Pages overlap when somebody writes while they are read.
    if (!step || seen.has(step.id)) continue;
    seen.add(step.id);
    read.steps.push(step);
    if (step.kind === 'mark') read.unknownTypes.push(lineOf(row.type)?.slice(0, 80) ?? 'unreadable');
  }
  return read;
}

function stepOf(row: Fields, index: number, context: LogContext): Step | undefined {
  const type = lineOf(row.type) ?? '';
  const comment = idOf(/^zen:ticket_event:(\d+)$/.exec(lineOf(row.reference) ?? '')?.[1]);
  if (comment && context.comments.has(comment)) return undefined;
  const at = instantOf(row.created_at);
  if (!at) {
    context.warn('created_at', 'not an instant', `conversation_log[${index}]`);
    return undefined;
  }
  const isComment = /comment$/i.test(type);
  const base = {
    id: isComment && comment ? `comment:${comment}` : `turn:${nativeId(row.id) ?? `n${index}`}`,
    at: `${at.slice(0, 19)}.000Z`,
    raw: lineOf(row.received_at) ?? String(row.created_at),
    speaker: speakerOf(row),
    source: {
      endpoint: `/api/v2/tickets/${context.key}/conversation_log`,
      rule: isComment ? 'comment that is in no save' : 'turn of the conversation',
    },
  };
  const { channel } = context;
  if (!isComment && !/message$/i.test(type)) {
    const phase = phaseOf(type);
    if (phase) return { ...base, kind: 'session', phase, channel };
    return { ...base, kind: 'mark', label: sentenceOf(type) || 'Conversation event', channel };
  }
  return {
    ...base,
    kind: 'turn',
    comment: isComment ? comment : undefined,
    channel: isComment ? 'other' : channel,
    isPublic: isPublic(row, !isComment),
    body: bodyOf(row, context),
    attachments: attachmentsOf(row),
  };
}

function nativeId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : idOf(value);
}

/** Types nobody has documented yet, by what their names say. */
export function phaseOf(type: string): Extract<Step, { kind: 'session' }>['phase'] | undefined {
  if (/transfer|hand_?(off|over)|pass_?control/i.test(type)) return 'transferred';
  if (/(session|conversation|chat)[_:]*(start|open|creat)/i.test(type)) return 'started';
  if (/(session|conversation|chat)[_:]*(end|clos|finish)/i.test(type)) return 'ended';
  return undefined;
}

function isPublic(row: Fields, otherwise: boolean): boolean {
  const metadata = fieldsOf(row.metadata);
  const told = metadata?.public ?? metadata?.is_public;
  return typeof told === 'boolean' ? told : otherwise;
}

function speakerOf(row: Fields): Speaker {
  const author = fieldsOf(row.author) ?? {};
  const told = idOf(author['zen:support:user_id']);
  // A bot is -1; so is nobody.
  const id = told?.startsWith('-') || told === '0' ? undefined : told;
  const name = lineOf(author.display_name);
  const type = lineOf(author.type)?.toLowerCase() ?? '';
  const source = lineOf(fieldsOf(row.source)?.type) ?? '';
  if (/bot/i.test(type) || /bot/i.test(source)) return { kind: 'bot', id, name };
  if (/agent/.test(type)) return { kind: 'agent', id, name };
  if (/user|customer|visitor/.test(type)) return { kind: 'customer', id, name };
  // Messages a program sent through the messaging API come without a person.
  return id === undefined ? { kind: 'bot', name } : { kind: 'person', id, name };
}

/** The words a person saw: text, or HTML made plain, and what could be tapped or filled in. */
function bodyOf(row: Fields, context: LogContext): Message['body'] {
  const content = fieldsOf(row.content) ?? {};
  const html = content.type === 'html' && typeof content.body === 'string' ? content.body : undefined;
  const said = [content.text, content.markdownText, content.body, content.altText, content.alt_text].find(
    (text) => typeof text === 'string' && text.trim() !== '',
  );
  const body = bodyFrom(html === undefined ? said : context.toText(html.slice(0, LONGEST_HTML))) ?? {
    text: '',
  };
  const extras = [...buttonsIn(content.actions), ...objectsOf(content.items).flatMap(itemWords)];
  for (const field of objectsOf(content.fields)) {
    const value =
      lineOf(field.text) ?? lineOf(field.email) ?? objectsOf(field.select).map(titleOf).join(', ');
    extras.push([titleOf(field), value].filter(Boolean).join(': '));
  }
  const text = [body.text, ...extras.slice(0, MOST_EXTRAS)].filter(Boolean).join('\n');
  return html !== undefined && html.length > LONGEST_HTML ? { text, truncated: true } : { ...body, text };
}

const LONGEST_HTML = 200_000;
const MOST_EXTRAS = 40;

function buttonsIn(actions: unknown): string[] {
  return listOf(actions).flatMap((action) => {
    const words = titleOf(fieldsOf(fieldsOf(action)?.reply) ?? fieldsOf(action) ?? {});
    return words ? [`[${words}]`] : [];
  });
}

function itemWords(item: Fields): string[] {
  const title = titleOf(item);
  return [...(title ? [title] : []), ...buttonsIn(item.actions)];
}

function titleOf(thing: Fields): string {
  return lineOf(thing.text) ?? lineOf(thing.title) ?? lineOf(thing.label) ?? '';
}
