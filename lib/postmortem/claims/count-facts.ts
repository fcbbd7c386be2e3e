import { isMissed } from '../../analysis/missed';
import type { EventId, Message } from '../../ticket/events';
import { isCustomers } from '../draft-messages';
import type { Story } from '../story';
import type { CountFact } from './fact';
import type { CountNoun } from './figure';

/** Every number of things that the ticket has, as a whole and by person, day and stretch. */
export function countFacts(story: Story): CountFact[] {
  const { analysis, messages, chasers, reopenings } = story;
  const { counts, waits, silences, handoffs, escalations, promises, slas, metrics } = analysis;
  const notes = messages.filter(({ audience, auto }) => audience === 'internal' && auto === undefined);
  const theirs = messages.filter(isCustomers);
  const replies = messages.filter(
    (message) => message.audience === 'customer' && message.auto === undefined && !isCustomers(message),
  );
  const missed = slas.filter(({ state }) => isMissed(state));
  const met = slas.filter(({ state }) => state === 'achieved');
  return [
    total('note', notes.length, 'internal notes', idsOf(notes)),
    total('reply', counts.replies, 'replies', idsOf(replies)),
    total('customer_message', theirs.length, 'messages from the customer', idsOf(theirs)),
    total('message', messages.length, 'messages in all', []),
    total(
      'handoff',
      handoffs.length,
      'hand-offs',
      handoffs.map(({ event }) => event),
    ),
    total(
      'escalation',
      escalations.length,
      'escalations',
      escalations.map(({ event }) => event),
    ),
    total('chaser', chasers.length, 'reminders from the customer', chasers),
    total(
      'reopening',
      reopenings.length,
      'reopenings',
      reopenings.flatMap(({ events }) => events),
    ),
    total(
      'promise',
      promises.length,
      'promises',
      promises.map(({ event }) => event),
    ),
    total(
      'target',
      slas.length,
      'SLA targets',
      slas.flatMap(({ events }) => events),
    ),
    part(
      'target',
      missed.length,
      missed.flatMap(({ events }) => events),
    ),
    part(
      'target',
      met.length,
      met.flatMap(({ events }) => events),
    ),
    part('target', slas.filter(({ state }) => state !== 'cancelled' && state !== 'unknown').length, []),
    part('reopening', analysis.reopens, []),
    part('reply', counts.replies + automaticOf(messages).length, []),
    part('message', theirs.length, idsOf(theirs)),
    part('message', counts.customerMessages, []),
    part('customer_message', counts.customerMessages, []),
    part('message', automaticOf(messages).length, idsOf(automaticOf(messages))),
    part('message', messages.filter(({ audience }) => audience === 'side').length, []),
    part('note', counts.notes, []),
    ...[...waits, ...silences].flatMap((stretch) => [
      part('note', stretch.notes.length, stretch.notes),
      part('message', stretch.customerMessages.length, stretch.customerMessages),
      part('customer_message', stretch.customerMessages.length, stretch.customerMessages),
      part('chaser', stretch.customerMessages.length - 1, stretch.customerMessages.slice(1)),
    ]),
    part('handoff', handoffs.filter(({ what }) => what === 'group').length, []),
    part('handoff', Math.max(0, handoffs.length - MOST_TOLD), []),
    ...(['broken', 'late', 'kept'] as const).map((state) =>
      part('promise', promises.filter((promise) => promise.state === state).length, []),
    ),
    ...metrics.flatMap(({ name, value, unit }) =>
      unit === 'count' && name === 'replies' ? [part('reply', value, [])] : [],
    ),
    ...parts('note', notes),
    ...parts('reply', replies),
    ...parts('customer_message', theirs),
    ...parts('message', messages),
  ];
}

/** Of the hand-offs a draft tells this many one by one, and counts the others. */
const MOST_TOLD = 6;

function total(noun: CountNoun, value: number, words: string, events: readonly EventId[]): CountFact {
  const one = words.replace(/ies\b/, 'y').replace(/s\b(?= |$)/, '');
  return {
    noun,
    value,
    words: `The ticket has ${value === 0 ? 'no' : value} ${value === 1 ? one : words}`,
    events,
    isPart: false,
  };
}

function part(noun: CountNoun, value: number, events: readonly EventId[]): CountFact {
  return { noun, value, words: '', events, isPart: true };
}

function parts(noun: CountNoun, messages: readonly Message[]): CountFact[] {
  const groups = new Map<string, EventId[]>();
  for (const { id, actor, time } of messages) {
    for (const key of [
      actor.id,
      actor.team ?? '',
      time.at.slice(0, 10),
      `${actor.id} ${time.at.slice(0, 10)}`,
    ]) {
      const group = groups.get(key);
      if (group) group.push(id);
      else groups.set(key, [id]);
    }
  }
  return [...groups.values()].map((ids) => part(noun, ids.length, ids));
}

function automaticOf(messages: readonly Message[]): Message[] {
  return messages.filter(({ audience, auto }) => audience === 'customer' && auto !== undefined);
}

function idsOf(messages: readonly Message[]): EventId[] {
  return messages.map(({ id }) => id);
}
