import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

type Parsed = ReturnType<typeof fromMarkdown>;

/** The document as GitHub reads it. */
export function readMarkdown(markdown: string): Parsed {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** "## Summary" for each heading below the title, in order. */
export function headingsOf(markdown: string): string[] {
  return readMarkdown(markdown).children.flatMap((node) =>
    node.type === 'heading' && node.depth > 1 ? [`${'#'.repeat(node.depth)} ${plain(node)}`] : [],
  );
}

/** Cells per row of every table in the document. */
export function tableShapes(markdown: string): number[][] {
  return readMarkdown(markdown).children.flatMap((node) =>
    node.type === 'table' ? [node.children.map((row) => row.children.length)] : [],
  );
}

export function plain(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node && Array.isArray(node.children) ? node.children.map(plain).join('') : '';
}

export const expectedHeadings = [
  '## Summary',
  '## Impact',
  '## Service levels',
  '## Timeline and evidence',
  '## Communication',
  '### External: what reached the customer',
  '### Internal: notes and hand-offs',
  '### First update after detection and each escalation',
  '## Cause',
  '### Contributing factors',
  '### Five whys',
  '## How it was resolved',
  '## What went well',
  '## What went badly',
  '## Where we got lucky',
  '## Learnings and risks',
  '### Risks',
  '### Knowledge dependencies',
  '## Next steps',
  '## Follow-ups',
  '## Meeting',
  '## Other notes',
  '## Evidence',
  '## What was read',
];
