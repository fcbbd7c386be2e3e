import { toHtmlText } from './html';
import { toMarkdownText } from './markdown';
import type { Record } from './record';
import { toPlainText } from './text';
import { type VersionOptions, versionDocument } from './versions/version-document';

const internal: VersionOptions = { version: 'internal' };

/** A version of the record as GitHub-flavoured Markdown. Pure: the same record gives the same bytes. */
export function toMarkdown(record: Record, options: VersionOptions = internal): string {
  return toMarkdownText(versionDocument(record, options).tree);
}

/** The same as an HTML file that stands alone. */
export function toHtml(record: Record, options: VersionOptions = internal): string {
  return toHtmlText(versionDocument(record, options).tree);
}

/** The same as plain text. */
export function toText(record: Record, options: VersionOptions = internal): string {
  return toPlainText(versionDocument(record, options).tree);
}
