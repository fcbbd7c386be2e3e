/** What a file of Markdown may hold beside the document: front matter before it, the clock picture in it. */
import type { MarkdownFile } from '../postmortem/preferences';
import { toBase64 } from './base64';
import { clockMermaid } from './formats/clock-mermaid';
import { clockSvg, clockWords } from './formats/clock-picture';
import { frontMatter } from './formats/front-matter';
import type { RedactOptions } from './formats/line-redactor';
import { toMarkdownText } from './markdown';
import type { Record } from './record';
import type { DocTree } from './tree';
import type { Version } from './versions/version-document';

/** Both tell of clocks, tags and ids that readers outside the company or of an action alone have no use for. */
export function takesExtras(version: Version): boolean {
  return version === 'internal' || version === 'concise' || version === 'technical';
}

/**
 * The document as a file. The picture has no word of the ticket; front matter is redacted by the options, as the tree
 * already is. Pure: the same record gives the same bytes.
 */
export function markdownFile(
  tree: DocTree,
  record: Record,
  extras: MarkdownFile,
  redact: RedactOptions = {},
): string {
  const picture = pictureOf(record, extras.picture);
  const body = picture === undefined ? toMarkdownText(tree) : withPicture(tree, picture);
  return extras.frontMatter ? `${frontMatter(record, redact)}\n${body}` : body;
}

function pictureOf(record: Record, form: MarkdownFile['picture']): string | undefined {
  if (form === 'none') return undefined;
  if (form === 'mermaid') {
    const chart = clockMermaid(record);
    return (
      chart &&
      `\`\`\`mermaid\n${chart}\`\`\`\n\n${clockWords(record)} Red is over the target; grey is paused, outside hours or not known.\n`
    );
  }
  const svg = clockSvg(record);
  const image = svg && toBase64(new TextEncoder().encode(svg));
  return image && `![SLA clocks. ${clockWords(record)}](data:image/svg+xml;base64,${image})\n`;
}

/** At the end of the part about the clocks, or of the document where it has none. */
function withPicture(tree: DocTree, picture: string): string {
  const at = tree.children.findIndex(isClocksHeading);
  const rest =
    at === -1 ? -1 : tree.children.findIndex(({ type }, index) => index > at && type === 'heading');
  if (rest === -1) return `${toMarkdownText(tree)}\n${at === -1 ? '## SLA clocks\n\n' : ''}${picture}`;
  const part = (from: number, to?: number) =>
    toMarkdownText({ ...tree, children: tree.children.slice(from, to) });
  return `${part(0, rest)}\n${picture}\n${part(rest)}`;
}

const clockParts = new Set(['Service levels', 'Clocks']);

function isClocksHeading(block: DocTree['children'][number]): boolean {
  if (block.type !== 'heading') return false;
  const [only] = block.children;
  return only?.type === 'text' && clockParts.has(only.value);
}
