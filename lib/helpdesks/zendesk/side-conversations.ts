/**
 * Side conversations with other teams or companies: how many and in what state, never what they say. They are
 * letters to somebody else; what a reader has to know is that this ticket has a part that is not in it.
 */
import type { Audit, AuditEvent } from './audits';
import type { SideConversations } from './part-requests';
import type { Optional, Part } from './requests';

/** "Collaboration thread created" in the vendor's list; its name on the wire is not documented. */
export function isSideConversation({ type }: AuditEvent): boolean {
  return /^Collab|^SideConversation/.test(type);
}

export function countSideConversations(audits: readonly Audit[]): { rows: number; created: number } {
  const rows = audits.flatMap(({ events }) => events).filter(isSideConversation);
  return { rows: rows.length, created: rows.filter(({ type }) => /Created/.test(type)).length };
}

export function sidePart(expected: number, read: Optional<SideConversations> | undefined): Part {
  const part = 'side_conversations';
  if (!read) return { part, state: 'not_tried', note: 'the history mentions none' };
  if (!read.value) {
    return { part, state: read.state, found: 0, expected, note: read.note };
  }
  const { count, open, closed, lastUpdated } = read.value;
  if (count === 0) return { part, state: 'read', found: 0, expected: 0 };
  const states = [open > 0 ? `${open} open` : '', closed > 0 ? `${closed} closed` : '']
    .filter(Boolean)
    .join(', ');
  const facts = [states, lastUpdated && `last changed on ${lastUpdated} UTC`].filter(Boolean).join('; ');
  const what = count === 1 ? '1 side conversation' : `${count} side conversations`;
  const whose = count === 1 ? 'its texts are' : 'their texts are';
  return {
    part,
    state: 'partial',
    found: 0,
    expected: count,
    note: `${what}${facts ? ` (${facts})` : ''}, ${whose} not read`,
  };
}
