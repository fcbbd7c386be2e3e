import type { Milestone } from '../../analysis/types';
import type { Message, TicketEvent } from '../../ticket/events';
import type { Story } from '../story';
import type { InstantFact } from './fact';
import type { Topic } from './topics';

/** Every instant that the ticket or its analysis knows, the ones with a name first. */
export function instantFacts(story: Story): InstantFact[] {
  return named(story).map((fact) => ({ ...fact, ms: Date.parse(fact.at) }));
}

type Named = Omit<InstantFact, 'ms'>;

function named(story: Story): Named[] {
  const { analysis, capture } = story;
  const { span, milestones, waits, silences, handoffs, escalations, promises, slas, resolution } = analysis;
  const edges = (words: string, topics: Topic[], stretches: typeof waits | typeof silences) =>
    stretches.flatMap(({ from, to, events }) => [
      { at: from, words: `The ${words} began`, topics, events },
      ...(to === undefined ? [] : [{ at: to, words: `The ${words} ended`, topics, events }]),
    ]);
  return [
    { at: span.from, words: 'The ticket was opened', topics: ['opened'], events: span.events.slice(0, 1) },
    ...(span.to === undefined
      ? []
      : [
          {
            at: span.to,
            words: 'The ticket was solved',
            topics: ['solved' as const],
            events: span.events.slice(-1),
          },
        ]),
    ...milestones.flatMap(milestoneFact),
    ...(resolution?.how === 'solved'
      ? [
          {
            at: resolution.at,
            words: 'The ticket was solved',
            topics: ['solved' as const],
            events: resolution.event === undefined ? [] : [resolution.event],
          },
        ]
      : []),
    ...handoffs.flatMap(({ at, event, gap }) => [
      { at, words: 'The hand-off was', topics: ['handoff' as const], events: [event] },
      ...(gap.to === undefined
        ? []
        : [
            {
              at: gap.to,
              words: 'The first action after the hand-off was',
              topics: ['untouched' as const],
              events: gap.events.slice(-1),
            },
          ]),
    ]),
    ...escalations.map(({ at, event }) => ({
      at,
      words: 'The escalation was',
      topics: ['escalated' as const],
      events: [event],
    })),
    ...promises.flatMap(({ at, dueAt, event, events }) => [
      ...(dueAt === undefined
        ? []
        : [{ at: dueAt, words: 'The promise was due', topics: ['promise' as const], events }]),
      { at, words: 'The promise was made', topics: ['promise' as const], events: [event] },
    ]),
    ...slas.flatMap(({ dueAt, breachedAt, events }) => [
      ...(dueAt === undefined
        ? []
        : [{ at: dueAt, words: 'The target was due', topics: ['target' as const], events }]),
      ...(breachedAt === undefined
        ? []
        : [{ at: breachedAt, words: 'The target was missed', topics: ['breach' as const], events }]),
    ]),
    ...edges('wait for an answer', ['wait'], waits),
    ...edges('silence', ['silence'], silences),
    ...capture.ticket.events.map(eventFact),
    { at: analysis.now, words: 'The ticket was read', topics: [], events: [] },
  ];
}

const milestoneWords: { [kind in Milestone['kind']]: readonly [string, Topic[]] } = {
  created: ['The ticket was opened', ['opened']],
  first_customer_message: ['The first message came', ['opened', 'asked']],
  first_human_reply: ['The first reply was sent', ['first_reply', 'reply']],
  escalated: ['The escalation was', ['escalated']],
  first_update_after_escalation: ['The first update after the escalation was sent', []],
  customer_confirmed: ['The customer confirmed the solution', []],
  solved: ['The ticket was solved', ['solved']],
  reopened: ['The ticket was reopened', ['reopened']],
  closed: ['The ticket was closed', ['solved']],
};

function milestoneFact({ kind, at, event }: Milestone): Named[] {
  const [words, topics] = milestoneWords[kind];
  return at === undefined ? [] : [{ at, words, topics, events: event === undefined ? [] : [event] }];
}

function eventFact(event: TicketEvent): Named {
  const [words, topics] = event.kind === 'message' ? messageWords(event) : otherWords;
  return { at: event.time.at, words, topics, events: [event.id] };
}

const otherWords: readonly [string, Topic[]] = ['The entry is', []];

function messageWords({ audience, actor, auto }: Message): readonly [string, Topic[]] {
  if (auto !== undefined) return ['The automatic message was sent', []];
  if (audience === 'internal') return ['The note was written', ['note']];
  if (audience === 'side') return ['The message to a third party was sent', []];
  return actor.side === 'customer' ? ['The customer wrote', ['asked']] : ['The reply was sent', ['reply']];
}
