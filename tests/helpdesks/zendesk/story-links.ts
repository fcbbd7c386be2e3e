/** Tickets that have to do with other tickets, as each end of the relation tells it. */
import {
  brightwell,
  elena,
  groups,
  hours,
  jonas,
  maya,
  nadia,
  organizations,
  people,
  tierOne,
  tom,
} from './cast';
import { type StoryBuilder, story } from './story';
import type { WireVia, ZendeskStory } from './wire';

/** #48310: Jonas merges #48305, a second mail about the same thing, into it. */
export function mergeTargetStory(): ZendeskStory {
  const via = between('merge', 'from', 48_305);
  return saved(
    begun(48_310)
      .after(40)
      .reply(jonas, 'Request #48305 "Sync stopped" was closed and merged into this request.'),
    via,
  );
}

/** #48305: the other end, closed by the merge. */
export function mergeSourceStory(): ZendeskStory {
  const told = begun(48_305)
    .after(40)
    .reply(jonas, 'This request was closed and merged into request #48310 "Sync stopped".', {
      status: 'closed',
      tags: ['closed_by_merge'],
    });
  return saved(told, between('merge', 'to', 48_310));
}

/** #48311: split off from #48310 because the customer wrote of two things. */
export function splitStory(): ZendeskStory {
  const told = begun(48_311).asOf(NOW);
  Object.assign(told.audits[0] ?? {}, { via: between('web', 'from', 48_310, 'split_ticket') });
  return told;
}

/** #48312: a problem with two incidents; its solution went to both. */
export function problemStory(): ZendeskStory {
  const told = begun(48_312, 'problem').asOf(NOW);
  told.ticket.has_incidents = true;
  return {
    ...told,
    incidents: [
      { id: 48_313, created_at: '2026-11-20T10:12:00Z', updated_at: '2026-11-21T08:00:00Z' },
      { id: 48_301, created_at: '2026-11-19T08:00:00Z', updated_at: '2026-11-20T11:30:00Z' },
    ],
  };
}

/** #48313: an incident from the start, taken off its problem and put on another. */
export function incidentStory(): ZendeskStory {
  const told = begun(48_313, 'incident')
    .after(30)
    .edit(tom, { problem: 48_314 })
    .after(30)
    .edit(tom, { problem: null })
    .asOf(NOW);
  told.audits[0]?.events.push({ id: 9, type: 'Create', field_name: 'problem_id', value: '48312' });
  return told;
}

/** #48315: the customer answered a closed ticket, #48290. */
export function followUpStory(): ZendeskStory {
  const told = begun(48_315).asOf(NOW);
  const via = between('email', 'from', 48_290, 'follow_up');
  told.ticket.via = via;
  Object.assign(told.audits[0] ?? {}, { via });
  return told;
}

/** #48290: the closed one, which knows of what came after. */
export function followedUpStory(): ZendeskStory {
  const told = begun(48_290)
    .after(60)
    .reply(nadia, 'Done.', { status: 'solved' })
    .after(90)
    .rule('Close', { status: 'closed' })
    .asOf(NOW);
  told.ticket.followup_ids = [48_315];
  return told;
}

const NOW = '2026-11-21T12:00:00Z';

function begun(id: number, type?: string): StoryBuilder {
  return story({
    id,
    subject: 'Sync stopped',
    requester: maya,
    opened: '2026-11-20T09:00:00Z',
    me: elena,
    people,
    groups,
    organizations: organizations.filter((organization) => organization.id === brightwell.id),
    hours,
    ...(type ? { type } : {}),
  }).opens('The sync stopped.', { set: { group: tierOne } });
}

/** The last save came about by `via`. */
function saved(told: StoryBuilder, via: WireVia): ZendeskStory {
  const story = told.asOf(NOW);
  Object.assign(story.audits.at(-1) ?? {}, { via });
  return story;
}

function between(channel: string, end: 'from' | 'to', ticket: number, rel: string | null = channel): WireVia {
  const there = { ticket_id: ticket, subject: 'Sync stopped', channel: 'email' };
  return { channel, source: { from: {}, to: {}, rel, [end]: there } };
}
