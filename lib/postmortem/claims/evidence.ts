/** What a ticket can say about figures, gathered once for an analysis: reading it again for each key would be felt. */
import type { Analysis } from '../../analysis/types';
import type { EventId } from '../../ticket/events';
import type { Capture } from '../../ticket/schema';
import type { ClaimCheck } from '../claims';
import { draftPostmortem } from '../draft';
import { upperFirst } from '../facts-in-words';
import { nameInProse } from '../names-in-prose';
import type { KindId } from '../schema';
import { type Story, storyOf } from '../story';
import { countFacts } from './count-facts';
import { durationFacts } from './duration-facts';
import type { Facts } from './fact';
import { instantFacts } from './instant-facts';
import { type Template, templatesOf } from './templates';
import { zonesOf } from './zones';

export interface TicketText {
  text: string;
  event?: EventId;
}

export interface Evidence extends Facts {
  capture: Capture;
  kind: KindId;
  /** What the draft would say now, sentence by sentence. */
  told: ReadonlySet<string>;
  /** The same as patterns; made when the first sentence of a person asks. */
  templates: () => readonly Template[];
  /** Names that hold a number, longest first. */
  names: readonly string[];
  /** What people and the helpdesk wrote. */
  texts: readonly TicketText[];
  zones: () => readonly string[];
  atOf: ReadonlyMap<EventId, number>;
  /** What was found in each part the last time: while one is written, the others are not read again. */
  found: Map<string, { of: readonly unknown[]; checks: ClaimCheck[] }>;
}

const known = new WeakMap<Analysis, Evidence>();

export function evidenceOf(capture: Capture, analysis: Analysis, kind: KindId): Evidence {
  const before = known.get(analysis);
  if (before && before.capture === capture && before.kind === kind) return before;
  const gathered = gather(capture, analysis, kind);
  known.set(analysis, gathered);
  return gathered;
}

function gather(capture: Capture, analysis: Analysis, kind: KindId): Evidence {
  const story = storyOf(capture, analysis, kind);
  const names = namesWithNumbers(story);
  const draft = draftPostmortem(capture, analysis, { now: analysis.now, id: '', kind });
  const claims = [
    ...parts.flatMap((name) => draft.sections[name].claims),
    ...draft.whys.map(({ answer, events }) => ({ text: answer, events })),
  ];
  return {
    capture,
    kind,
    instants: instantFacts(story),
    durations: durationFacts(story),
    counts: countFacts(story),
    told: new Set(claims.map(({ text }) => text)),
    templates: once(() => templatesOf(claims, names)),
    names,
    texts: textsOf(capture),
    zones: once(() => zonesOf(capture)),
    found: new Map(),
    atOf: new Map(capture.ticket.events.map(({ id, time }) => [id, Date.parse(time.at)])),
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: { value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The sections whose sentences are about times and numbers; people move them from one to the other. */
const parts = [
  'summary',
  'impact',
  'symptom',
  'cause',
  'delays',
  'externalMessages',
  'internalMessages',
  'answers',
  'resolution',
  'wentBadly',
] as const;

/** As they stand in a sentence. */
function namesWithNumbers({ capture, customer, people, analysis }: Story): string[] {
  const { ticket } = capture;
  const holders = ticket.events.flatMap((event) =>
    event.kind === 'change' ? [event.from?.label, event.to?.label, ...(event.added ?? [])] : [],
  );
  const all = [
    customer,
    ticket.organization,
    ...ticket.productAreas,
    ...ticket.tags,
    ...[...people.values()].flatMap(({ name, team }) => [name, team]),
    ...ticket.events.map(({ actor }) => actor.team),
    ...holders,
    ...analysis.stages.map(({ group }) => group),
    ...analysis.escalations.map(({ label }) => label),
  ];
  const names = new Set(all.map(nameInSentence).flatMap((name) => [name, upperFirst(name)]));
  return [...names]
    .filter((name) => /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/i.test(name))
    .filter((name) => /[^\d\s.,]/.test(name))
    .sort((a, b) => b.length - a.length);
}

const written = new Map<string, string>();

/** Most events name the same few teams, and reading a name for its sentences takes time. */
function nameInSentence(name: string | undefined): string {
  if (name === undefined || !/\d|one|two|three|four|five|six|seven|eight|nine|ten/i.test(name)) return '';
  const before = written.get(name);
  if (before !== undefined) return before;
  if (written.size > 2_000) written.clear();
  const made = nameInProse(name, '');
  written.set(name, made);
  return made;
}

function textsOf({ ticket }: Capture): TicketText[] {
  return [
    { text: ticket.subject },
    ...[ticket.organization, ...ticket.productAreas, ...ticket.tags].flatMap((text) =>
      text === undefined ? [] : [{ text }],
    ),
    ...ticket.people.flatMap(({ name, team = '' }) => [{ text: name }, { text: team }]),
    ...[...new Set(ticket.events.map(({ actor }) => actor.team ?? ''))].map((text) => ({ text })),
    ...ticket.events.flatMap((event): TicketText[] => {
      const { id } = event;
      switch (event.kind) {
        case 'message':
          return [{ text: event.body.text, event: id }];
        case 'change':
          return [event.from?.label, event.to?.label, ...(event.added ?? [])].flatMap((text) =>
            text === undefined ? [] : [{ text, event: id }],
          );
        case 'satisfaction':
          return [{ text: `${event.score ?? ''} ${event.comment ?? ''}`, event: id }];
        case 'call':
          return event.transcript === undefined ? [] : [{ text: event.transcript, event: id }];
        case 'sla':
          return event.policy ? [{ text: event.policy.name, event: id }] : [];
        case 'other':
          return [{ text: Object.values(event.data).join(' '), event: id }];
        default:
          return [];
      }
    }),
  ];
}
