import type { TokenMap } from '../language/redact/tokens';
import { toMarkdownText } from './markdown';
import { postmortemDocument } from './postmortem-document';
import type { Record } from './record';
import { redactDocument } from './redact-document';

export type Version = 'internal';

/** The record as GitHub-flavoured Markdown, redacted if there are tokens. Pure: the same record gives the same bytes. */
export function toMarkdown(
  record: Record,
  { tokens, keep }: { version: Version; tokens?: TokenMap; keep?: ReadonlySet<string> } = {
    version: 'internal',
  },
): string {
  const tree = postmortemDocument(record);
  return toMarkdownText(tokens ? redactDocument(tree, tokens, keep).tree : tree);
}
