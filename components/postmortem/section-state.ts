import type { SectionState } from '../../lib/postmortem/schema';
import type { GlyphName } from '../ui/Glyph';

export const stateNames: Record<SectionState, string> = {
  generated: 'Generated',
  edited: 'Edited',
  confirmed: 'Confirmed',
  empty: 'Empty',
};

export const stateGlyphs: Record<SectionState, GlyphName> = {
  generated: 'generated',
  edited: 'edited',
  confirmed: 'done',
  empty: 'empty',
};

/** The state of several parts as one: empty only if all are, and as finished as the least finished part. */
export function combinedState(states: readonly SectionState[]): SectionState {
  if (states.every((state) => state === 'empty')) return 'empty';
  if (states.includes('edited')) return 'edited';
  return states.includes('generated') ? 'generated' : 'confirmed';
}
