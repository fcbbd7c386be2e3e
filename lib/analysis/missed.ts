import type { SlaOutcome, SlaState } from './types';

export function isMissed(state: SlaState): boolean {
  return state === 'breached' || state === 'active_breached' || state === 'paused_breached';
}

/** Missed by how much, worst first; the same time keeps the helpdesk's order. */
export function missed(outcomes: readonly SlaOutcome[]): SlaOutcome[] {
  return outcomes
    .filter((outcome) => isMissed(outcome.state))
    .sort((a, b) => (b.overMs ?? 0) - (a.overMs ?? 0));
}
