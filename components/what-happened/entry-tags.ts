import type { Overlay } from '../../lib/analysis/overlay';
import type { PromiseState } from '../../lib/analysis/promises';
import type { Analysis, Silence } from '../../lib/analysis/types';
import type { EventId, TicketEvent } from '../../lib/ticket/events';
import { markNames } from './mark-names';

const promiseTags: Readonly<Record<PromiseState, string>> = {
  kept: 'promise',
  open: 'promise',
  undated: 'promise',
  late: 'promise kept late',
  broken: 'broken promise',
};

/** What the analysis, or a person, says of single entries, in a word or two each. */
export function entryTags(
  analysis: Analysis,
  events: readonly TicketEvent[],
  marks: Overlay['marks'],
): ReadonlyMap<EventId, readonly string[]> {
  const tags = new Map<EventId, Set<string>>();
  const tag = (id: EventId | undefined, text: string) => {
    if (id !== undefined) tags.set(id, (tags.get(id) ?? new Set()).add(text));
  };
  for (const { event, state } of analysis.promises) tag(event, promiseTags[state]);
  for (const { event } of analysis.escalations) tag(event, 'escalation');
  for (const { event } of analysis.handoffs) tag(event, 'hand-off');
  if (analysis.resolution?.how === 'customer_confirmed') tag(analysis.resolution.event, 'confirmed');
  const customers = new Set(events.filter(({ actor }) => actor.side === 'customer').map(({ id }) => id));
  for (const { kind, events: ids } of analysis.findings) {
    if (kind === 'chased') for (const id of ids) if (customers.has(id)) tag(id, 'asks again');
    if (kind === 'wrong_answer') tag(ids[0], 'wrong answer');
  }
  for (const { event, as } of marks) tag(event, markNames[as].toLowerCase());
  return new Map([...tags].map(([id, texts]) => [id, [...texts]]));
}

/** The silences that are findings, by the entry that ended each; one that has not ended under ''. */
export function silencesByEnd({ findings, silences }: Analysis): ReadonlyMap<EventId, Silence> {
  const found = findings.filter(({ kind }) => kind === 'silence');
  const told = silences.filter((silence) =>
    found.some(({ ms, events }) => ms === silence.ms && events[0] === silence.events[0]),
  );
  return new Map(
    told.map((silence) => [silence.to === undefined ? '' : (silence.events.at(-1) ?? ''), silence]),
  );
}
