import { formatStamp } from '../../language/dates';
import { formatDuration } from '../../language/duration';
import { fullStamp, length, listOf, stamp, times, upperFirst } from '../../postmortem/facts-in-words';
import { clip, ended, quoted, subjectInProse } from '../../postmortem/names-in-prose';
import type { Iso } from '../../ticket/basics';
import { type BlockInput, bullets, type DocTree, docTree, heading, paragraph, table } from '../tree';
import type { Level } from './agreed-levels';
import type { Change } from './changes-for-customer';
import type { CustomerRecord } from './customer-record';

/** A wait from here on is felt, whatever was agreed. */
const LONG_WAIT_MS = 4 * 3_600_000;
const LONGEST_QUOTE = 300;

/** What happened and what changes, written to the customer. */
export function customerDocument(record: CustomerRecord): DocTree {
  const { ticket, customer, levels, changes } = record;
  return docTree(
    heading(1, titleFor(record)),
    paragraph(`Ticket #${ticket}${customer === undefined ? '' : `, for ${customer}`}. All times are UTC.`),
    paragraph(courseOf(record).join(' ')),
    causeWords(record),
    paragraph(serviceWords(record).join(' ')),
    levels.length > 0 && levelBlocks(levels),
    changes.length > 0 && [heading(2, 'What we change'), bullets(changes.map(changeWords))],
  );
}

function titleFor({ subject, changes }: CustomerRecord): string {
  const name = /[.!?…]$/.test(subject.trim()) ? quoted(subject.trim()) : subject.trim() || 'Your ticket';
  return `${name}: what happened${changes.length > 0 ? ' and what we change' : ''}`;
}

function courseOf({
  opened,
  subject,
  tooEarly,
  solvedAt,
  confirmedAt,
  isOpen,
  readAt,
}: CustomerRecord): string[] {
  const about = subjectInProse(subject);
  const begin =
    opened.by === 'customer'
      ? `You wrote to us about ${about} on ${fullStamp(opened.at)}.`
      : `On ${fullStamp(opened.at)} we opened a ticket for you about ${about}.`;
  const again = tooEarly.map(({ at, againAt }) =>
    at === undefined
      ? `The ticket was opened again on ${when(againAt)}.`
      : `We had closed the ticket on ${when(at)}, too early: it was opened again on ${when(againAt)}.`,
  );
  const beginning = opened.by === 'customer' ? 'your first message' : 'that';
  const took = (to: Iso) => length({ ms: Date.parse(to) - Date.parse(opened.at), certainty: 'exact' });
  const end = isOpen
    ? `The ticket was still open on ${when(readAt)}.`
    : confirmedAt !== undefined
      ? `You confirmed on ${when(confirmedAt)} that it works, ${took(confirmedAt)} after ${beginning}.`
      : solvedAt !== undefined
        ? `We closed ${tooEarly.length > 0 ? 'it' : 'the ticket'} as solved on ${when(solvedAt)}, ${took(solvedAt)} after ${beginning}.`
        : 'The ticket has been solved since.';
  return [begin, ...again, end];
}

function causeWords({ cause }: CustomerRecord): BlockInput {
  const [first] = cause;
  if (!first) return false;
  const said = cause.map(({ text }) => ended(quoted(clip(text.replace(/\s+/g, ' '), LONGEST_QUOTE))));
  return paragraph(`On the cause we wrote to you on ${when(first.at)}: ${said.join(' ')}`);
}

/** What did not go as it should have, in the order in which it hurts; nothing where all went well. */
function serviceWords(record: CustomerRecord): string[] {
  const found = [answerWords(record), lateWords(record), escalationWords(record), wrongWords(record)].filter(
    (sentence) => sentence !== undefined,
  );
  const wait = waitWords(record);
  const all = wait === undefined ? found : [...found, wait];
  return all.length === 0 ? [] : [...all, 'We are sorry for that.'];
}

function answerWords({ unanswered, firstReplyAt, levels }: CustomerRecord): string | undefined {
  const [first, ...again] = unanswered;
  if (first === undefined) return undefined;
  const isLate = levels.some((level) => level.isRunning && isLateReply(level));
  const begin =
    firstReplyAt === undefined
      ? 'We have not answered you yet'
      : `Your message of ${when(first)} has no answer from us yet`;
  const more = again.length === 0 ? '' : ` You wrote again ${againWords(again)}.`;
  return `${begin}${isLate ? ', and the time we had agreed for it has passed' : ''}.${more}`;
}

function isLateReply({ state, name }: Level): boolean {
  return state === 'missed' && /reply|update/i.test(name);
}

function againWords(again: readonly Iso[]): string {
  return again.length <= 2 ? `on ${listOf(again.map(when))}` : times(again.length);
}

function lateWords({ levels, promises }: CustomerRecord): string | undefined {
  const isLate = levels.some((level) => !level.isRunning && isLateReply(level));
  const isLong = levels.some(({ state, name }) => state === 'missed' && !/reply|update/i.test(name));
  const parts = [
    isLate && 'we answered later than agreed',
    isLong && 'the solution took longer than agreed',
    ...promises.map(promiseWords),
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : `${upperFirst(joined(parts))}.`;
}

/** The parts have commas of their own. */
function joined(parts: readonly string[]): string {
  return parts.length < 3 ? parts.join(', and ') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
}

function promiseWords({ dueAt, precision, cameAt }: CustomerRecord['promises'][number]): string {
  const due = precision === 'day' ? day(dueAt) : stamp(dueAt);
  const isSameDay = cameAt?.slice(0, 10) === dueAt.slice(0, 10);
  const came =
    cameAt === undefined
      ? 'did not come'
      : `came ${isSameDay ? `at ${cameAt.slice(11, 16)} UTC` : `on ${when(cameAt)}`}`;
  return `an update we promised for ${due} ${came}`;
}

function escalationWords({ escalation }: CustomerRecord): string | undefined {
  if (!escalation) return undefined;
  const { at, updateAt } = escalation;
  if (updateAt === undefined)
    return `You asked us to escalate on ${when(at)}, and no update has followed yet.`;
  if (escalation.ms < 3_600_000) return undefined;
  return `After you had asked us to escalate on ${when(at)}, our next update took ${length(escalation)}.`;
}

function wrongWords({ wrongAnswer }: CustomerRecord): string | undefined {
  if (!wrongAnswer) return undefined;
  return `The answer we gave you on ${when(wrongAnswer.at)} was wrong; we corrected it on ${when(wrongAnswer.saidAt)}.`;
}

/** The wait after a request to escalate has been told. */
function waitWords({ longestWait: wait, escalation, levels }: CustomerRecord): string | undefined {
  if (!wait || wait.ms < LONG_WAIT_MS || escalation?.at === wait.from) return undefined;
  const isAgreed = levels.some(({ state, times: count }) => state === 'met' && count > 0);
  if (isAgreed && !levels.some(({ state }) => state === 'missed')) return undefined;
  return `The longest you waited for an answer was ${length(wait)}, from ${when(wait.from)} to ${when(wait.to)}.`;
}

function levelBlocks(levels: readonly Level[]): BlockInput {
  const isBusiness = levels.every(({ unit }) => unit === 'business');
  return [
    heading(2, 'What we agreed and what you got'),
    table(
      ['Target', 'Agreed', 'Took', 'Over by'],
      levels.map((level) => [
        level.times > 1 ? `${level.name}, ${level.times} times` : level.name,
        `${formatDuration(level.targetMs)}${level.unit === 'business' && !isBusiness ? ' in business hours' : ''}`,
        tookWords(level),
        overWords(level),
      ]),
    ),
    paragraph(
      [
        isBusiness && 'Only our business hours are counted.',
        levels.some(({ times: count }) => count > 1) && 'Of several, the slowest is shown.',
      ]
        .filter((sentence) => sentence !== false)
        .join(' '),
    ),
  ];
}

function tookWords({ actualMs, isRunning, isAtLeast }: Level): string {
  const took = `${isAtLeast ? 'at least ' : ''}${formatDuration(actualMs)}`;
  return isRunning ? `${took} so far` : took;
}

function overWords({ state, overMs, missed }: Level): string {
  if (state === 'met') return 'met';
  if (state === 'running') return 'not yet due';
  return `${formatDuration(overMs)}${missed > 1 ? ` (late ${times(missed)})` : ''}`;
}

function changeWords({ text, due, isDone }: Change): string {
  const by = isDone ? ' Done.' : due === '' ? '' : ` By ${day(`${due}T00:00:00.000Z`)}.`;
  return `${ended(upperFirst(text))}${by}`;
}

/** "18 Nov at 15:38 UTC". */
function when(at: Iso): string {
  return stamp(at).replace(/ (\d\d:\d\d UTC)$/, ' at $1');
}

/** "4 Dec 2026". */
function day(at: Iso): string {
  return `${formatStamp(at).replace(/ \d\d:\d\d$/, '')} ${at.slice(0, 4)}`;
}
