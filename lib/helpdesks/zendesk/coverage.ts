/** An account of what was read, refused and left out, so that no capture is silently partial. */
import type { Coverage } from '../../ticket/schema';
import type { Clocks } from './clocks';
import type { History } from './history';
import type { AuditPages, Optional, Part } from './requests';

interface Found {
  history: History;
  pages: AuditPages;
  people: Optional<unknown>;
  metrics: Optional<unknown>;
  count: Optional<number>;
  conversations: Optional<number> | undefined;
  clocks: Clocks;
  warnings: Coverage['warnings'];
}

export function coverageOf(found: Found): Coverage {
  const { history, pages, people, metrics, clocks, warnings } = found;
  const comments = commentsPart(history.comments, found.count);
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
    sidePart(history.sideConversations, found.conversations),
    ...(history.chats > 0
      ? [
          {
            part: 'chat',
            state: 'partial' as const,
            note: 'as the transcript Zendesk wrote, not turn by turn',
          },
        ]
      : []),
    { part: 'calendars', state: 'not_tried', note: 'a ticket does not tell which schedule counts for it' },
  ];
  return {
    complete: !pages.cut && comments.state === 'read' && people.state === 'read',
    parts,
    unknownTypes: history.unknownTypes,
    doubtfulTimes: history.doubtfulTimes,
    warnings,
  };
}

/** Audits are known to miss comments now and then, so Zendesk's own count is laid beside them. */
function commentsPart(found: number, count: Optional<number>): Part {
  if (count.value === undefined)
    return { part: 'comments', state: 'read', found, note: 'not counted by Zendesk' };
  const isShort = found < count.value;
  return {
    part: 'comments',
    state: isShort ? 'partial' : 'read',
    found,
    expected: count.value,
    note: isShort ? 'Zendesk counts comments that are in no audit' : undefined,
  };
}

function slasPart({ told, drafts, reported, withoutTarget }: Found['clocks']): Part {
  if (!told) return { part: 'slas', state: 'absent', note: 'no policy applied, or hidden from this role' };
  const note = withoutTarget > 0 ? `${withoutTarget} metric events without a target left out` : undefined;
  return { part: 'slas', state: 'read', found: drafts.length + reported.length, note };
}

function sidePart(expected: number, read: Optional<number> | undefined): Part {
  const part = 'side_conversations';
  if (!read) return { part, state: 'not_tried', note: 'the history mentions none' };
  if (read.value === undefined) return { part, state: read.state, found: 0, expected, ...noteOf(read) };
  return {
    part,
    state: 'partial',
    found: 0,
    expected: read.value,
    note: 'counted, their texts are not read',
  };
}

function noteOf({ note }: Optional<unknown>): { note?: string } {
  return note ? { note } : {};
}
