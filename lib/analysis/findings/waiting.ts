/** Where the customer was left waiting: silences, turns nobody answered, and having to ask again. */
import { formatDuration } from '../../language/duration';
import type { Message } from '../../ticket/events';
import { cause } from '../causes';
import { lengthText } from '../length-text';
import { elapsed, indexAfter } from '../positions';
import type { Silence, Wait } from '../types';
import { eventAt, type Finding, plural, type Scene } from './finding';

const MOST_SILENCES = 3;

/** The longest stretches without a word to the customer, and what went on inside meanwhile. */
export function silenceFindings(scene: Scene): Finding[] {
  return scene.silences
    .filter(({ ms }) => ms >= scene.thresholds.silenceMs)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, MOST_SILENCES)
    .map((silence) => ({
      kind: 'silence',
      weight: isGrave(silence, scene) ? 'serious' : 'worth_a_look',
      title: `${lengthText(silence).replace(/^[a-z]/, (first) => first.toUpperCase())} without a word to the customer${askedMeanwhile(silence, scene)}`,
      detail: meanwhile(silence, scene),
      ms: silence.ms,
      events: [...silence.events, ...silence.customerMessages.slice(0, 3), ...silence.notes.slice(0, 2)],
      cause: cause('update_rhythm'),
    }));
}

function isGrave(silence: Silence, { thresholds }: Scene): boolean {
  return silence.customerMessages.length > 0 || silence.ms >= 2 * thresholds.silenceMs;
}

function askedMeanwhile(silence: Silence, { facts, escalations }: Scene): string {
  const asked = escalations.find(
    ({ event, kind }) => kind === 'customer_asked' && silence.customerMessages.includes(event),
  );
  if (!asked) return '';
  const into = elapsed(silence.from, eventAt(facts, asked.event)?.time.at ?? silence.from);
  return `; an escalation was asked for ${formatDuration(into)} into it`;
}

function meanwhile(silence: Silence, { workingMs }: Scene): string {
  const { notes, customerMessages } = silence;
  const inside =
    notes.length > 0
      ? `${plural(notes.length, 'internal note')} ${notes.length === 1 ? 'was' : 'were'} written meanwhile.`
      : 'Nothing was written inside either.';
  const asked = customerMessages.length > 0 ? ` The customer wrote ${times(customerMessages.length)}.` : '';
  if (!workingMs || silence.to === undefined) return inside + asked;
  return `${inside}${asked} ${formatDuration(workingMs(silence.from, silence.to))} of it lay in working hours.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** Turns that ended without an answer, and long ones that no silence tells of. */
export function unansweredFindings(scene: Scene): Finding[] {
  const told = scene.silences.filter(({ ms }) => ms >= scene.thresholds.silenceMs);
  return scene.waits.flatMap((wait): Finding[] => {
    if (wait.end === 'reply') {
      const isTold = told.some((silence) => overlaps(silence, wait));
      return wait.ms < scene.thresholds.unansweredMs || isTold ? [] : [slowAnswer(wait)];
    }
    return [
      {
        kind: 'unanswered',
        weight: 'serious',
        title:
          wait.end === 'open'
            ? `A message has waited for an answer for ${lengthText(wait)}`
            : 'A message was never answered',
        detail:
          wait.end === 'open'
            ? 'No person has replied to it yet.'
            : `The ticket was solved ${formatDuration(wait.ms)} later without a reply.`,
        ms: wait.ms,
        events: wait.events,
        cause: cause('update_rhythm'),
      },
    ];
  });
}

function overlaps(silence: Silence, wait: Wait): boolean {
  return silence.from < (wait.to ?? '~') && wait.from < (silence.to ?? '~');
}

function slowAnswer(wait: Wait): Finding {
  return {
    kind: 'unanswered',
    weight: 'worth_a_look',
    title: `An answer took ${lengthText(wait)}`,
    detail: 'From the first unanswered message to the next reply by a person.',
    ms: wait.ms,
    events: wait.events,
    cause: cause('update_rhythm'),
  };
}

/** The customer had to ask again before the answer came. */
export function chasedFindings(scene: Scene): Finding[] {
  const { facts, waits, customer } = scene;
  return waits.flatMap((wait): Finding[] => {
    const chasers = wait.customerMessages.flatMap((id) => {
      const message = eventAt(facts, id);
      return message?.kind === 'message' && asksAgain(message, scene) ? [message] : [];
    });
    const first = chasers[0];
    if (!first) return [];
    const since = facts.replies[indexAfter(facts.replies, first) - 1]?.time.at ?? facts.ticket.createdAt;
    const silent = elapsed(wait.from < first.time.at ? wait.from : since, first.time.at);
    return [
      {
        kind: 'chased',
        weight: chasers.length > 1 ? 'serious' : 'worth_a_look',
        title: `${customer} asked again ${times(chasers.length)} before an answer`,
        detail: `For the first time after ${formatDuration(silent)} without one.`,
        ms: wait.ms,
        events: [...chasers.slice(0, 4).map(({ id }) => id), ...wait.events.slice(1)],
        cause: cause('update_rhythm'),
      },
    ];
  });
}

/** The first message of a ticket opens the conversation, however annoyed it is. */
function asksAgain(message: Message, { facts, readings }: Scene): boolean {
  if (message === facts.customerMessages[0]) return false;
  return (['chaser', 'escalation_request', 'frustration'] as const).some((kind) =>
    readings.says(message, kind),
  );
}
