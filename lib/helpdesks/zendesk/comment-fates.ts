/** What later saves did to a comment: made it private, blacked it out, took an attachment away. */
import type { Revision } from '../../ticket/events';
import { type Audit, type AuditEvent, isComment } from './audits';
import { idOf } from './fields';
import { eventId } from './scene';

export interface CommentChange {
  comment: string;
  what: Revision['what'];
}

/**
 * Vendor: CommentPrivacyChange `{comment_id, public}`, CommentRedactionEvent `{comment_id}`,
 * AttachmentRedactionEvent `{attachment_id, comment_id}`. A deletion is not documented; it is read by its name.
 */
export function changedComment({ type, fields }: AuditEvent): CommentChange | undefined {
  const comment = idOf(fields.comment_id);
  if (!comment) return undefined;
  if (type === 'CommentPrivacyChange') {
    return { comment, what: fields.public === true ? 'made_public' : 'made_internal' };
  }
  return { comment, what: /delet/i.test(type) ? 'deleted' : 'redacted' };
}

export function isCommentChange({ type }: AuditEvent): boolean {
  return type === 'CommentPrivacyChange' || /^(Comment|Attachment)(Redact|Delet)/.test(type);
}

/** Comment ids and what later happened to them, before the walk: a comment's own flag may tell today's state. */
export class CommentFates {
  readonly comments = new Map<string, string>();
  readonly privacy = new Map<string, boolean>();
  readonly states = new Map<string, 'redacted' | 'deleted'>();

  /** In the order in which they were saved. */
  learn(audits: readonly Audit[]): this {
    for (const audit of audits) {
      for (const event of audit.events) {
        if (isComment(event)) this.comments.set(event.id, eventId(audit, event));
        const change = isCommentChange(event) ? changedComment(event) : undefined;
        if (change) this.change(change);
      }
    }
    return this;
  }

  private change({ comment, what }: CommentChange): void {
    if (what === 'made_public' || what === 'made_internal') {
      if (!this.privacy.has(comment)) this.privacy.set(comment, what === 'made_public');
    } else if (this.states.get(comment) !== 'deleted') {
      this.states.set(comment, what === 'deleted' ? what : 'redacted');
    }
  }
}
