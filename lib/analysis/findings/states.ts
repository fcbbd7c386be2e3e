/** What the ticket's state hid: pauses while the customer waited, gaps in coverage, work that hung on one person. */
import { formatMoment } from '../../language/dates';
import { metricName } from '../../language/describe-event';
import { formatDuration } from '../../language/duration';
import type { Message, TicketEvent } from '../../ticket/events';
import { calendarAt } from '../calendar';
import { cause } from '../causes';
import { isSameSave } from '../facts';
import { isMissed } from '../missed';
import { elapsed, firstIndex, isAfter } from '../positions';
import type { SlaOutcome } from '../types';
import { edgeWords } from './edge';
import { type Finding, type Scene, timeOf } from './finding';
import { asksSomething } from './said';

/** Pending although the customer had already answered, or although nothing had been asked. */
export function wrongPauseFindings({ facts, status }: Scene): Finding[] {
  const asking = facts.customerMessages.filter((message) => !facts.closingRemarks.has(message));
  return status.flatMap((segment, index): Finding[] => {
    if (segment.value?.status !== 'pending' || segment.opened === undefined) return [];
    const until = segment.to ?? facts.now;
    const opened = facts.byId.get(segment.opened);
    if (!opened) return [];
    const reply = lastUpTo(facts.replies, opened);
    const customer = lastUpTo(asking, opened);
    const answered = customer && (!reply || isAfter(customer, reply));
    const late = asking[firstIndex(asking, (one) => one.time.at > segment.from)];
    const isLate = late !== undefined && late.time.at < until;
    if (index > 0 && status[index - 1]?.value?.status === 'hold') return [];
    if (!answered && !isLate && (!reply || asksSomething(reply))) return [];
    const ms = elapsed(isLate && !answered ? late.time.at : segment.from, until);
    if (ms < SHORTEST_MS) return [];
    return [
      {
        kind: 'wrong_pause',
        weight: answered || isLate ? 'serious' : 'worth_a_look',
        title: `Paused for ${formatDuration(ms)} ${answered || isLate ? 'although the customer had answered' : 'although nothing had been asked'}`,
        detail: 'While a ticket waits for the customer, no clock of the company runs.',
        ms,
        events: [segment.opened, answered ? customer.id : isLate ? late.id : undefined, reply?.id].filter(
          (id) => id !== undefined,
        ),
        cause: cause('pausing_rules'),
      },
    ];
  });
}

/** The last one that stood when the state changed; what was saved together with the change stood by then. */
function lastUpTo(messages: readonly Message[], change: TicketEvent): Message | undefined {
  let index = firstIndex(messages, (message) => message.time.at > change.time.at) - 1;
  for (let message = messages[index]; message; message = messages[--index]) {
    if (!isAfter(message, change) || isSameSave(message, change)) return message;
  }
  return undefined;
}

const SHORTEST_MS = 15 * 60_000;

/** Delays that began at the end of working hours, before a weekend or a holiday, and ran on outside the hours. */
export function coverageFindings({ facts, waits, handoffs, workingMs, thresholds }: Scene): Finding[] {
  if (!workingMs) return [];
  const delays = [
    ...waits.map(({ from, to, ms, events }) => ({ from, to, ms, events, what: 'A customer’s message' })),
    ...handoffs.map(({ gap, at }) => ({
      from: at,
      to: gap.to,
      ms: gap.ms,
      events: gap.events,
      what: 'A hand-off',
    })),
  ];
  return delays.flatMap(({ from, to, ms, events, what }): Finding[] => {
    if (to === undefined) return [];
    const outside = ms - workingMs(from, to);
    if (outside < thresholds.outsideHoursMs) return [];
    const nearEnd = workingMs(from, later(from, thresholds.shiftEdgeMs)) < thresholds.shiftEdgeMs;
    if (!nearEnd) return [];
    const calendar = calendarAt(facts.ticket.calendars, from);
    const edge = calendar ? edgeWords(calendar, from) : 'at the end of working hours';
    return [
      {
        kind: 'coverage_edge',
        weight: 'worth_a_look',
        title: `${what} came ${edge} and waited ${formatDuration(ms)}`,
        detail: `It came ${formatMoment(from)} UTC; ${formatDuration(outside)} of the wait lay outside working hours.`,
        ms,
        events,
        cause: cause('staffing_coverage'),
      },
    ];
  });
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}

/** One person carried most of it: a risk of the system, told as a role, never as a ranking. */
export function onePersonFindings({ facts, thresholds }: Scene): Finding[] {
  const written = [...facts.replies, ...facts.notes];
  if (written.length < thresholds.roleEntries) return [];
  const byPerson = new Map<string, Message[]>();
  for (const message of written) {
    const theirs = byPerson.get(message.actor.id);
    if (theirs) theirs.push(message);
    else byPerson.set(message.actor.id, [message]);
  }
  if (byPerson.size < 2) return [];
  const most = [...byPerson.values()].reduce((a, b) => (b.length > a.length ? b : a));
  const share = most.length / written.length;
  if (share < thresholds.roleShare) return [];
  const team = most.find(({ actor }) => actor.team !== undefined)?.actor.team;
  return [
    {
      kind: 'one_person',
      weight: 'noted',
      title: `One person${team ? ` of ${team}` : ''} wrote ${most.length} of ${written.length} replies and notes`,
      detail: `That is ${Math.round(share * 100)} %, above the ${Math.round(thresholds.roleShare * 100)} % from which the work hangs on one role.`,
      events: most.slice(0, 8).map(({ id }) => id),
      cause: cause('over_reliance'),
    },
  ];
}

/** A target ran out while nobody of the company had done anything with the ticket. */
export function unseenMissFindings({ facts, slas }: Scene): Finding[] {
  return slas.flatMap((outcome): Finding[] => {
    const missedAt = outcome.breachedAt ?? outcome.dueAt;
    if (!isMissed(outcome.state) || missedAt === undefined) return [];
    const from = timeOf(facts, outcome.events[0]) ?? facts.ticket.createdAt;
    const touched = facts.staffEvents[firstIndex(facts.staffEvents, ({ time }) => time.at >= from)];
    if (touched !== undefined && touched.time.at <= missedAt) return [];
    return [
      {
        kind: 'missed_unseen',
        weight: 'serious',
        title: `${targetName(outcome)} was missed before anybody had touched the ticket`,
        detail: `It ran out ${formatMoment(missedAt)} UTC. Nobody of the company had done anything since ${formatMoment(from)} UTC.`,
        events: outcome.events,
        cause: cause('missed_alert'),
      },
    ];
  });
}

/** "The first reply target of 1 h (Enterprise)": two that ran out together are two. */
function targetName({ metric, targetMs, policy }: SlaOutcome): string {
  const name = metric === 'other' ? 'A target' : `The ${metricName(metric).toLowerCase()} target`;
  const length = targetMs === undefined ? '' : ` of ${formatDuration(targetMs)}`;
  return `${name}${length}${policy === undefined ? '' : ` (${policy})`}`;
}
