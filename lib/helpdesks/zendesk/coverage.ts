/** An account of what was read, refused and left out, so that no capture is silently partial. */
import type { Coverage } from '../../ticket/schema';
import type { Clocks } from './clocks';
import type { History } from './history';
import type { Gap } from './missing-comments';
import type { AuditPages, Optional, Part } from './requests';

interface Found {
  history: History;
  pages: AuditPages;
  people: Optional<unknown>;
  metrics: Optional<unknown>;
  count: Optional<number>;
  /** Comments that are in no save and were read from another list. */
  gap: Gap;
  /** Comments that only the conversation log has. */
  unsaved: number;
  side: Part;
  chat: Part | undefined;
  calendars: Part;
  incidents: Optional<unknown> | undefined;
  clocks: Clocks;
  warnings: Coverage['warnings'];
}

export function coverageOf(found: Found): Coverage {
  const { history, pages, people, metrics, clocks, warnings } = found;
  const comments = commentsPart(history.comments, found);
  const parts: Part[] = [
    { part: 'ticket', state: 'read' },
    {
      part: 'events',
      state: pages.cut ? 'partial' : 'read',
      found: history.events.length,
      note: pages.cut,
    },
    comments,
    { part: 'people', state: people.state === 'read' ? 'read' : 'partial', ...noteOf(people) },
    slasPart(clocks),
    { part: 'metrics', state: metrics.state, ...noteOf(metrics) },
    found.side,
    ...(found.chat ? [found.chat] : []),
    ...(found.incidents
      ? [{ part: 'incidents', state: found.incidents.state, ...noteOf(found.incidents) }]
      : []),
    found.calendars,
  ];
  return {
    complete:
      !pages.cut &&
      comments.state === 'read' &&
      people.state === 'read' &&
      (found.chat === undefined || found.chat.state === 'read'),
    parts,
    unknownTypes: history.unknownTypes,
    doubtfulTimes: history.doubtfulTimes,
    warnings,
  };
}

/** Audits are known to miss comments now and then, so Zendesk's own count is laid beside them. */
function commentsPart(inSaves: number, { count, gap, unsaved }: Found): Part {
  const found = inSaves + unsaved + gap.turns.length;
  const part = 'comments';
  if (count.value === undefined) return { part, state: 'read', found, note: 'not counted by Zendesk' };
  const isShort = found < count.value;
  const notes = [
    isShort ? 'Zendesk counts comments that are in no audit' : '',
    gap.turns.length > 0 ? `${gap.turns.length} in no audit, read from the list of comments` : '',
    gap.unlisted > 0 ? `${gap.unlisted} no longer counted by Zendesk` : '',
  ].filter(Boolean);
  return {
    part,
    state: isShort ? 'partial' : 'read',
    found,
    expected: count.value,
    note: notes.join('; ') || undefined,
  };
}

function slasPart({ told, drafts, reported, withoutTarget }: Found['clocks']): Part {
  if (!told) return { part: 'slas', state: 'absent', note: 'no policy applied, or hidden from this role' };
  if (drafts.length + reported.length === 0)
    return { part: 'slas', state: 'absent', note: 'no policy applied' };
  const note = withoutTarget > 0 ? `${withoutTarget} metric events without a target left out` : undefined;
  return { part: 'slas', state: 'read', found: drafts.length + reported.length, note };
}

function noteOf({ note }: Optional<unknown>): { note?: string } {
  return note ? { note } : {};
}
