import type { TextSection, TextSectionName } from '../postmortem/schema';
import { listBlocks, textBlocks } from './parts';
import { type DocTree, docTree } from './tree';

/** One section as a document would have it. */
export function sectionPreview(name: TextSectionName, section: TextSection): DocTree {
  return docTree((prose.has(name) ? textBlocks : listBlocks)(section));
}

/** The others are one fact a line. */
const prose = new Set<TextSectionName>(['title', 'summary', 'symptom', 'cause', 'systemic', 'notes']);
