import { toMarkdownText } from './markdown';
import { postmortemDocument } from './postmortem-document';
import type { Record } from './record';

export type Version = 'internal';

/** The record as GitHub-flavoured Markdown. Pure: the same record gives the same bytes. */
export function toMarkdown(record: Record, _options: { version: Version } = { version: 'internal' }): string {
  return toMarkdownText(postmortemDocument(record));
}
