import type { Analysis } from '../analysis/types';
import type { Capture } from '../ticket/schema';
import { draftPostmortem } from './draft';
import { mergeDraft, type SectionOffer } from './merge';
import type { Postmortem } from './schema';

/**
 * The same postmortem with what nobody has touched written anew: from newer evidence, other corrections, another kind,
 * or what people have filled in since. What a person wrote stays; where the draft differs from it, that is offered.
 */
export function redraft(
  current: Postmortem,
  capture: Capture,
  analysis: Analysis,
): { next: Postmortem; offers: SectionOffer[] } {
  const isChosen = (state: string) => state === 'edited' || state === 'confirmed';
  const { kind, customKind, kindState, severity, severityState, facts, whys, causes } = current;
  const fresh = draftPostmortem(capture, analysis, {
    now: current.createdAt,
    id: current.id,
    helpdeskLabel: current.ticket.label,
    ...(isChosen(kindState) ? { kind, ...(customKind ? { customKind } : {}) } : {}),
    ...(isChosen(severityState) ? { severity } : {}),
    entered: { facts, whys, causes },
  });
  return mergeDraft(current, fresh);
}
