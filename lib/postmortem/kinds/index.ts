/** The incident types Debrief brings along, and a user's own, derived from them. */
import type { Postmortem } from '../schema';
import { escalation } from './escalation';
import { type Kind, type PartId, partIds } from './kind';
import { knowledgeGap } from './knowledge-gap';
import { slaBreach } from './sla-breach';

export { type Kind, type PartId, partIds, sectionsOfPart } from './kind';

export const kinds: readonly Kind[] = [escalation, slaBreach, knowledgeGap];

const byId = { escalation, sla_breach: slaBreach, knowledge_gap: knowledgeGap };

/** What the postmortem's kind asks; a user's own is its base with the user's name, parts and questions. */
export function kindOf({ kind, customKind }: Pick<Postmortem, 'kind' | 'customKind'>): Kind {
  const base = byId[kind];
  if (!customKind) return base;
  const parts = customKind.parts.filter(isPartId);
  return {
    ...base,
    name: customKind.name.trim() || base.name,
    title: customKind.name.trim() || base.title,
    parts: parts.length === 0 ? base.parts : parts,
    prompts: { ...base.prompts, ...customKind.prompts },
  };
}

/** A question that Debrief asks by itself; any other is a person's. */
export function isOwnQuestion(question: string): boolean {
  return kinds.some(({ whyPrompts }) => whyPrompts.includes(question));
}

function isPartId(part: string): part is PartId {
  return (partIds as readonly string[]).includes(part);
}
