import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** Reads Markdown as GitHub does, with the parser that is the oracle of the emitter. */
export function parseMarkdown(markdown: string): unknown {
  return strip(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

/** The tree without source positions and without the fields that say "nothing". */
export function strip(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strip);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(
    ([key, value]) => key !== 'position' && value !== null && value !== undefined,
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, strip(value)]));
}
