/** What was said: comments, calls, and the mails that triggers sent in the company's name. */
import { cleanText } from '../../ticket/clean-text';
import type { Message } from '../../ticket/events';
import { withoutLinkTokens } from '../html-text';
import { type AuditEvent, isComment } from './audits';
import {
  countOf,
  type Fields,
  fieldsOf,
  flagOf,
  idOf,
  lineOf,
  listOf,
  minutesOf,
  numberOf,
  objectsOf,
} from './fields';
import { opaque } from './other';
import { baseOf, type Context, type Draft, eventId, type Scene } from './scene';
import { channelName, isMerge, relationOf, viaOf } from './via';

const LONGEST_TEXT = 200_000;

export function commentOf(context: Context, scene: Scene, event: AuditEvent): Draft {
  const { fields } = event;
  const author = idOf(fields.author_id) ?? scene.audit.author;
  const isPublic = wasPublic(context, scene, event);
  const enteredBy = inNameOf(context, scene, author);
  const base = baseOf(context, scene, event, {
    author: enteredBy ?? author,
    hint: author === scene.requester ? 'customer' : isPublic ? 'customer' : 'agent',
    rule: 'comment',
  });
  const auto = autoOf(context, scene, fields, base.actor.id);
  const { channel, rule: ownRule = scene.macro } = base.via;
  const audience = isPublic ? 'customer' : 'internal';
  return {
    ...base,
    kind: 'message',
    audience,
    via: { channel, rule: ownRule },
    onBehalfOf: enteredBy && context.people.mention(author).id,
    body: bodyOf(context, scene, event),
    attachments: attachmentsOf(fields),
    channel,
    auto,
    recipients: audience === 'customer' ? mailedTo(scene) : undefined,
    state: context.states.get(event.id),
  };
}

/**
 * A rule that comments speaks for the account, not for the person it borrows. What Zendesk writes when tickets are
 * merged is nobody's answer to the customer either, though it bears the name of whoever merged.
 */
function autoOf(context: Context, scene: Scene, fields: Fields, author: string): Message['auto'] {
  const own = fieldsOf(fields.via);
  const via = own ?? scene.audit.via;
  if (channelName(via).startsWith('answer_bot') || context.people.isBot(author)) return 'bot';
  return viaOf(own).rule || isMerge(via) || isMerge(scene.audit.via) ? 'rule' : undefined;
}

/**
 * The note Zendesk puts first on a ticket that came by messaging ("Conversation with …"): it bears the customer's
 * name, but no customer can write a note.
 */
export function isOpener(context: Context, scene: Scene, { fields }: AuditEvent): boolean {
  const author = idOf(fields.author_id) ?? scene.audit.author;
  const { channel } = viaOf(fieldsOf(fields.via) ?? scene.audit.via);
  const isSpoken = channel === 'chat' || channel === 'messaging';
  return isSpoken && fields.public === false && isCustomer(context, scene, author);
}

/** A phone call, without numbers and without the address of its recording. */
export function callOf(context: Context, scene: Scene, event: AuditEvent): Draft {
  const via = fieldsOf(event.fields.via) ?? scene.audit.via;
  const data = fieldsOf(event.fields.data) ?? {};
  const relation = relationOf(via);
  const seconds = numberOf(data.call_duration);
  const answered = idOf(data.answered_by_id);
  const outcome =
    relation === 'voicemail' ? ('voicemail' as const) : answered ? ('answered' as const) : undefined;
  const transcript = data.transcription_visible !== false && bodyFrom(data.transcription_text);
  const author = idOf(event.fields.author_id);
  return {
    ...baseOf(context, scene, event, { rule: 'voice comment', author }),
    kind: 'call',
    direction: relation === 'outbound' ? 'out' : 'in',
    durationMs: seconds === undefined ? undefined : minutesOf(seconds / 60),
    outcome,
    transcript: transcript ? transcript.text : undefined,
  };
}

/**
 * A mail a trigger or automation sent. One that reached the requester without a reply in the same save is a
 * message of its own: the customer read it, and it must not count as an answer by a person. One beside a reply
 * only carries that reply, which keeps the number of its readers; one to agents stays as a row without a text.
 */
export function notificationOf(context: Context, scene: Scene, event: AuditEvent): Draft | undefined {
  const { fields } = event;
  const recipients = recipientsOf(fields);
  const toCustomer = recipients.some((id) => isCustomer(context, scene, id));
  const comments = scene.audit.events.filter(isComment);
  const carriesReply = comments.some(
    ({ fields: { public: isPublic, author_id } }) =>
      isPublic !== false && !isCustomer(context, scene, idOf(author_id) ?? scene.audit.author),
  );
  if (toCustomer && carriesReply) return undefined;
  const body = bodyFrom(fields.body);
  if (!toCustomer || !body?.text) {
    return opaque(context, scene, event, 'Notification', { recipients: recipients.length });
  }
  const subject = lineOf(fields.subject);
  return {
    ...baseOf(context, scene, event, { author: '-1', rule: 'notification to the requester' }),
    kind: 'message',
    audience: 'customer',
    body: subject ? { ...body, text: `${withoutTokens(subject)}\n\n${body.text}` } : body,
    attachments: [],
    channel: 'email',
    recipients: { to: recipients.length, cc: 0 },
    auto: comments.length > 0 ? 'acknowledgement' : 'rule',
  };
}

function recipientsOf({ recipients }: Fields): string[] {
  return listOf(recipients)
    .map((entry) => idOf(fieldsOf(entry)?.id ?? entry))
    .filter((id) => id !== undefined);
}

/** Readers of a reply, out of the mails sent with it. */
function mailedTo({ audit }: Scene): Message['recipients'] {
  const mails = audit.events.filter(({ type }) => isNotification(type));
  const to = new Set(mails.flatMap(({ fields }) => recipientsOf(fields))).size;
  return mails.length > 0 ? { to, cc: 0 } : undefined;
}

function isNotification(type: string): boolean {
  return type === 'Notification' || type === 'NotificationWithCcs';
}

/** Audience at the time: where the first change made it private it was public before, and the other way round. */
function wasPublic(context: Context, scene: Scene, event: AuditEvent): boolean {
  const changed = context.privacy.get(event.id);
  if (changed !== undefined) return !changed;
  if (typeof event.fields.public === 'boolean') return event.fields.public;
  context.warn('public', 'not said, taken as internal', eventId(scene.audit, event));
  return false;
}

/** The agent who wrote down a customer's words, in the customer's name. */
function inNameOf(context: Context, scene: Scene, author: string): string | undefined {
  const saver = scene.audit.author;
  if (saver === author || !context.people.isAgent(saver)) return undefined;
  return isCustomer(context, scene, author) ? saver : undefined;
}

function isCustomer(context: Context, scene: Scene, id: string): boolean {
  return id === scene.requester || context.people.isEndUser(id);
}

/** Every answer seen holds a plain text; HTML alone is read for its words only. */
function bodyOf(context: Context, scene: Scene, event: AuditEvent): Message['body'] {
  const { plain_body, body, html_body } = event.fields;
  const plain = bodyFrom(plain_body) ?? bodyFrom(body);
  if (plain?.text || typeof html_body !== 'string') return plain ?? { text: '' };
  context.warn('body', 'only HTML, read without its layout', eventId(scene.audit, event));
  return bodyFrom(html_body.replace(/<[^<>]*>/g, ' ')) ?? { text: '' };
}

/** Clean and without tokens, cut where it is longer than anybody writes; undefined where there is no text. */
export function bodyFrom(value: unknown): Message['body'] | undefined {
  if (typeof value !== 'string') return undefined;
  const truncated = value.length > LONGEST_TEXT;
  // `plain_body` keeps this one entity of the HTML it was made from.
  const text = withoutTokens(cleanText(value.slice(0, LONGEST_TEXT).replaceAll('&nbsp;', ' '))).trim();
  return { text, truncated };
}

/** Zendesk puts an attachment's token into the path, where nothing names it. */
function withoutTokens(text: string): string {
  return withoutLinkTokens(text).replace(/(\/attachments\/token\/)[^/\s?#)]+/g, '$1…');
}

/** Without addresses: each holds a token that opens the file to anybody. */
export function attachmentsOf(fields: Fields): Message['attachments'] {
  return objectsOf(fields.attachments).map((file) => {
    const mime = lineOf(file.content_type);
    const bytes = countOf(file.size);
    return {
      name: lineOf(file.file_name) ?? 'attachment',
      mime,
      bytes,
      inline: flagOf(file.inline),
    };
  });
}
