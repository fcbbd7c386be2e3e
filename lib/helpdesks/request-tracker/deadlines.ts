/**
 * RT has no SLA events. It has a level and one Due date per ticket: the nearer of "answer the customer by" and
 * "resolve by", worked out anew at every save (RT::Action::SLA_SetDue). Each Due is therefore told as the
 * deadline then, `computed`; whether it was met is for the analysis to say, RT records no breach.
 *
 * Which of the two a Due was shows in what set and what ended it: a reply of ours moves only an answer deadline,
 * a message of the customer's can only bring one.
 */
import type { Iso } from '../../ticket/basics';
import { cleanLine } from '../../ticket/clean-text';
import type { Sla, TicketEvent } from '../../ticket/events';
import type { ReportedSla } from '../../ticket/ticket';
import { instant } from './dates';
import { SEQ_STEP } from './events';

type Cause = 'customer' | 'reply' | 'status' | 'other';

/** A stretch of time during which one Due stood; `due` is undefined while there was none. */
interface Stretch {
  due: Iso | undefined;
  level: string;
  event: TicketEvent;
  cause: Cause;
  /** A public reply of ours came while it stood, and did not move it. */
  outlivedReply: boolean;
  /** Solved while it stood. */
  outlivedSolve: boolean;
  firstReply: boolean;
}

export interface Deadlines {
  events: Sla[];
  now: ReportedSla[];
}

/** What a save did, as far as deadlines go. */
export interface Save {
  /** The event a new Due hangs on: the change of Due, or the creation. */
  event: TicketEvent;
  due?: { to: string };
  level?: { to: string };
  /** Whether the new status is one in which nothing more is due. */
  status?: { isOver: boolean };
  customerWrote: boolean;
  weReplied: boolean;
}

export function deadlinesOf(
  saves: readonly Save[],
  start: { due: string; level: string },
  present: { due: string; level: string; isOver: boolean },
): Deadlines {
  const stretches = stretchesOf(saves, start);
  const events: Sla[] = [];
  let before: { kind: 'reply' | 'rest'; instance: string; paused: boolean } | undefined;
  const counts = { reply: 0, rest: 0 };
  stretches.forEach((stretch, index) => {
    const ends = stretches[index + 1]?.cause;
    if (!stretch.due) {
      const phase = stretch.cause === 'status' ? 'paused' : 'removed';
      // A reply that ends an answer deadline removes nothing: it is what the deadline was for.
      if (before && !(before.kind === 'reply' && stretch.cause === 'reply')) {
        const last = events.at(-1);
        if (last) events.push({ ...asSla(stretch, before.instance, last.metric), phase });
      }
      if (before) before.paused = stretch.cause === 'status';
      return;
    }
    const kind = kindOf(stretch, ends, before?.kind);
    const last = events.findLast((event) => event.instance.includes(`/${kind}/`));
    const goesOn =
      last !== undefined &&
      (kind === 'rest'
        ? !solvedSince(stretches, index, last)
        : before?.kind === 'reply' && stretch.cause !== 'reply');
    if (!goesOn) counts[kind]++;
    const instance = goesOn ? last.instance : `${stretch.level || 'Due'}/${kind}/${counts[kind]}`;
    const metric =
      kind === 'reply'
        ? stretch.firstReply
          ? 'first_reply'
          : 'next_reply'
        : stretch.level
          ? 'resolution'
          : 'other';
    // Coming back to the very Due that stood behind an answer deadline is nothing new.
    if (
      !(
        goesOn &&
        last.due === stretch.due &&
        last.policy?.name === (stretch.level || undefined) &&
        !before?.paused
      )
    ) {
      const phase = !goesOn ? 'applied' : before?.paused ? 'resumed' : 'retargeted';
      events.push({ ...asSla(stretch, instance, goesOn ? last.metric : metric), phase });
    }
    before = { kind, instance, paused: false };
  });
  return { events, now: reportedNow(events.at(-1), before?.instance, present) };
}

function stretchesOf(saves: readonly Save[], start: { due: string; level: string }): Stretch[] {
  const stretches: Stretch[] = [];
  let level = start.level;
  let replied = false;
  saves.forEach((save, index) => {
    if (save.level) level = save.level.to;
    const due = save.due ? instant(save.due.to) : index === 0 ? instant(start.due) : undefined;
    const current = stretches.at(-1);
    if (save.due || (index === 0 && due)) {
      stretches.push({
        due,
        level: cleanLine(level),
        event: save.event,
        cause: causeOf(save),
        outlivedReply: false,
        outlivedSolve: false,
        firstReply: !replied,
      });
    } else if (current && save.weReplied) current.outlivedReply = true;
    if (save.weReplied) replied = true;
    const standing = stretches.at(-1);
    if (standing && save.status?.isOver) standing.outlivedSolve = true;
  });
  return stretches;
}

function causeOf(save: Save): Cause {
  if (save.weReplied) return 'reply';
  if (save.customerWrote) return 'customer';
  return save.status ? 'status' : 'other';
}

function kindOf(
  stretch: Stretch,
  ends: Cause | undefined,
  before: 'reply' | 'rest' | undefined,
): 'reply' | 'rest' {
  if (ends === 'reply') return stretch.cause === 'reply' ? 'rest' : 'reply';
  if (stretch.outlivedReply || stretch.cause === 'reply') return 'rest';
  if (stretch.cause === 'customer') return 'reply';
  return ends === 'customer' ? 'rest' : (before ?? 'rest');
}

function solvedSince(stretches: readonly Stretch[], index: number, last: Sla): boolean {
  return stretches
    .slice(0, index)
    .some((stretch) => stretch.outlivedSolve && stretch.event.seq >= last.seq - SEQ_STEP);
}

function asSla(stretch: Stretch, instance: string, metric: Sla['metric']): Omit<Sla, 'phase'> {
  const { event, level, due } = stretch;
  const { id, time, seq, batch, actor, via, url, source } = event;
  return {
    id: `${id}/sla`,
    time,
    seq: seq + 1,
    ...(batch === undefined ? {} : { batch }),
    actor,
    ...(via === undefined ? {} : { via }),
    ...(url === undefined ? {} : { url }),
    source: { ...source, rule: `${source.rule}: deadline then` },
    kind: 'sla',
    instance,
    metric,
    scope: 'ticket',
    ...(due === undefined ? {} : { due }),
    ...(level ? { policy: { name: level } } : {}),
    computed: true,
  };
}

/** The Due that the ticket shows now, kept apart from the deadlines then. */
function reportedNow(
  last: Sla | undefined,
  instance: string | undefined,
  present: { due: string; level: string; isOver: boolean },
): ReportedSla[] {
  const due = instant(present.due);
  const level = cleanLine(present.level);
  if (!due && !level) return [];
  return [
    {
      instance: instance ?? `${level || 'Due'}/rest/1`,
      metric: last?.metric ?? (level ? 'resolution' : 'other'),
      ...(level ? { policy: { name: level } } : {}),
      ...(due ? { due } : {}),
      stage: present.isOver || !due ? 'unknown' : 'active',
      unit: 'calendar',
    },
  ];
}
