/** An account of what was read, refused and left out, so that no capture is silently partial. */
import type { Coverage } from '../../ticket/schema';
import type { AuditPages } from './audit-pages';
import type { Clocks } from './clocks';
import type { History } from './history';
import { unsavedIn } from './missing-comments';
import type { NamesRead } from './names';
import type { Parts } from './parts';
import type { Optional, Part } from './requests';
import { sidePart } from './side-conversations';

interface Found {
  history: History;
  pages: AuditPages;
  clocks: Clocks;
  parts: Parts;
  warnings: Coverage['warnings'];
}

export function coverageOf({ history, pages, clocks, parts: read, warnings }: Found): Coverage {
  const comments = commentsPart(history.comments, read);
  const { people } = read.read;
  const { metrics, incidents, calendars, side } = read;
  const chat = read.conversation.part;
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
    ...namesPart(read.read),
    slasPart(clocks),
    { part: 'metrics', state: metrics.state, ...noteOf(metrics) },
    sidePart(side.created, side.told),
    ...(chat ? [chat] : []),
    ...(incidents ? [{ part: 'incidents', state: incidents.state, ...noteOf(incidents) }] : []),
    calendars.part,
    ...(read.viewer.value ? [] : [{ part: 'viewer', state: read.viewer.state, ...noteOf(read.viewer) }]),
  ];
  const isRead = [comments.state, people.state, chat?.state ?? 'read'].every((state) => state === 'read');
  return {
    complete: !pages.cut && isRead,
    parts,
    unknownTypes: history.unknownTypes,
    doubtfulTimes: history.doubtfulTimes,
    warnings,
  };
}

/** Audits are known to miss comments now and then, so Zendesk's own count is laid beside them. */
function commentsPart(inSaves: number, { count, gap, conversation }: Parts): Part {
  const found = inSaves + unsavedIn(conversation) + gap.turns.length;
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

/** Told only where some are missing: their numbers then stand in their place. */
function namesPart({ asked }: NamesRead): Part[] {
  const missing = asked.filter(({ read }) => read.state !== 'read');
  if (missing.length === 0) return [];
  const note = missing
    .map(({ of, read }) => `of ${of}: ${read.note ?? (read.state === 'refused' ? 'refused' : 'not there')}`)
    .join('; ');
  return [{ part: 'names', state: 'partial', note }];
}

function slasPart({ told, drafts, reported, withoutTarget }: Clocks): Part {
  if (!told) return { part: 'slas', state: 'absent', note: 'no policy applied, or hidden from this role' };
  if (drafts.length + reported.length === 0)
    return { part: 'slas', state: 'absent', note: 'no policy applied' };
  const note = withoutTarget > 0 ? `${withoutTarget} metric events without a target left out` : undefined;
  return { part: 'slas', state: 'read', found: drafts.length + reported.length, note };
}

function noteOf({ note }: Optional<unknown>): { note?: string } {
  return note ? { note } : {};
}
