/**
 * Comments that are in no save. Audits are known to lose one now and then, so the list of comments is laid beside
 * them where Zendesk counts more than they hold. A comment's id is the id of its event in an audit.
 */
import type { Page } from '../contract';
import { type Audit, isComment, type Warn } from './audits';
import type { Conversation } from './conversation';
import { type Fields, fieldsOf, idOf, instantOf } from './fields';
import { attachmentsOf, bodyFrom } from './messages';
import { getComments } from './part-requests';
import type { Directory } from './people';
import type { Optional } from './requests';
import type { Turn } from './steps';
import { viaOf } from './via';

export interface Gap {
  turns: Turn[];
  /** Comments the history holds and Zendesk does not list any more. */
  unlisted: number;
}

function commentsIn(audits: readonly Audit[]): number {
  return audits.reduce((sum, { events }) => sum + events.filter(isComment).length, 0);
}

/** Asks only when the numbers differ: most tickets cost no request here. */
export async function fillGap(
  page: Page,
  key: string,
  told: {
    audits: readonly Audit[];
    count: Optional<number>;
    conversation: Conversation;
    comments: Map<string, string>;
    directory: Directory;
    warn: Warn;
  },
): Promise<Gap> {
  const { audits, count, conversation, comments, directory, warn } = told;
  for (const step of conversation.steps) {
    if (step.kind === 'turn' && step.comment) comments.set(step.comment, step.id);
  }
  const known = commentsIn(audits) + unsavedIn(conversation);
  const counted = count.value ?? known;
  if (counted <= known) return { turns: [], unlisted: known - counted };
  const list = await getComments(page, key);
  directory.learn(list.value?.users ?? []);
  const turns: Turn[] = [];
  for (const row of list.value?.rows ?? []) {
    const turn = turnOf(key, row, comments);
    if (!turn) continue;
    comments.set(turn.comment ?? '', turn.id);
    turns.push(turn);
    warn('comment', 'in no save, read from the list of comments', turn.id);
  }
  return { turns, unlisted: 0 };
}

/** Comments that only the conversation log has. */
export function unsavedIn({ steps }: Conversation): number {
  return steps.filter(({ kind, id }) => kind === 'turn' && id.startsWith('comment:')).length;
}

function turnOf(key: string, row: Fields, comments: ReadonlyMap<string, string>): Turn | undefined {
  const id = idOf(row.id);
  const at = instantOf(row.created_at);
  if (!id || !at || comments.has(id)) return undefined;
  const audit = idOf(row.audit_id);
  const via = viaOf(fieldsOf(row.via));
  const author = idOf(row.author_id) ?? '-1';
  return {
    kind: 'turn',
    id: `comment:${id}`,
    comment: id,
    batch: audit && `audit:${audit}`,
    at,
    raw: String(row.created_at),
    speaker: via.rule || author.startsWith('-') ? { kind: 'rule' } : { kind: 'person', id: author },
    channel: via.channel,
    isPublic: row.public === true,
    body: bodyFrom(row.plain_body) ?? bodyFrom(row.body) ?? { text: '' },
    attachments: attachmentsOf(row),
    source: { endpoint: `/api/v2/tickets/${key}/comments`, rule: 'comment that is in no save' },
  };
}
