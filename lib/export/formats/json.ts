/**
 * A postmortem for programs: one JSON object of a documented shape (docs/formats.md). Times are UTC instants, lengths
 * are milliseconds, and what is not known is absent.
 */
import { phraseText } from '../../analysis/headline';
import { checkpointDay, resolvedAt } from '../../postmortem/follow-ups';
import { textSectionNames } from '../../postmortem/schema';
import { stableJson } from '../../ticket/stable-json';
import { evidenceIndex } from '../evidence-index';
import { titleOf } from '../postmortem-document';
import type { Record } from '../record';
import { type LineRedactor, lineRedactor, type RedactOptions } from './line-redactor';

/** Raised when a field changes its meaning or goes; a new field leaves it as it is. */
export const JSON_VERSION = 1;

/** Pure: the same record gives the same bytes, keys sorted, two spaces of indentation. */
export function toJson(record: Record, options: RedactOptions = {}): string {
  const shape = shapeOf(record, lineRedactor(options));
  return `${JSON.stringify(JSON.parse(stableJson(shape)), null, 2)}\n`;
}

function shapeOf(record: Record, redactor: LineRedactor): object {
  const { postmortem, capture, analysis } = record;
  const { line, lines, address } = redactor;
  const { ticket, flags, facts, causes, meeting } = postmortem;
  return {
    format: 'debrief-postmortem',
    version: JSON_VERSION,
    title: line(titleOf(record)),
    kind: postmortem.kind,
    customKind: postmortem.customKind && line(postmortem.customKind.name),
    severity: postmortem.severity,
    status: postmortem.status,
    createdAt: postmortem.createdAt,
    updatedAt: postmortem.updatedAt,
    resolvedAt: resolvedAt(analysis),
    exempt: known(line(postmortem.exempt)),
    ticket: {
      helpdesk: line(ticket.helpdesk),
      label: line(ticket.label),
      key: line(ticket.key),
      url: address(ticket.url),
      subject: line(ticket.subject),
      customer: known(line(ticket.customer)),
      status: known(line(capture.ticket.status?.label ?? '')),
      tags: capture.ticket.tags.map(line),
    },
    flags: {
      dataLoss: flags.dataLoss,
      security: flags.security,
      customersAffected: flags.customersAffected,
    },
    facts: {
      usersAffected: known(line(facts.usersAffected.text)),
      servicesDisrupted: known(line(facts.servicesDisrupted.text)),
    },
    sections: Object.fromEntries(
      textSectionNames.flatMap((name) => {
        const { text, state } = postmortem.sections[name];
        const written = lines(text);
        return written === '' ? [] : [[name, { text: written, state }]];
      }),
    ),
    causes: { category: known(line(causes.category)), details: causes.details.map(line) },
    whys: postmortem.whys
      .filter(({ answer }) => answer.trim() !== '')
      .map(({ question, answer }) => ({ question: line(question), answer: lines(answer) })),
    figures: figures(record, redactor),
    linked: linked(record, redactor),
    timeline: timeline(record, redactor),
    actions: actions(record, redactor),
    checkpoints: postmortem.checkpoints.map(({ days, state, note }) => ({
      days,
      state,
      day: checkpointDay(analysis, days),
      note: known(lines(note)),
    })),
    meeting: {
      startsAt: meeting.startsAt,
      heldAt: meeting.heldAt,
      minutes: meeting.minutes,
      facilitator: known(line(meeting.facilitator)),
      notetaker: known(line(meeting.notetaker)),
      notes: known(lines(meeting.notes)),
    },
    capture: {
      id: line(capture.id),
      capturedAt: capture.capturedAt,
      complete: capture.coverage.complete,
      parts: capture.coverage.parts.map(({ part, state, found, expected }) => ({
        part: line(part),
        state,
        found,
        expected,
      })),
    },
  };
}

function figures({ analysis }: Record, { line }: LineRedactor): object {
  return {
    headline: line(phraseText(analysis.headline)),
    openedAt: analysis.span.from,
    isOpen: analysis.span.open,
    firstReplyMs: analysis.firstReply?.ms,
    longestWaitMs: analysis.longestWait?.ms,
    longestSilenceMs: analysis.longestSilence?.ms,
    handoffs: analysis.handoffs.length,
    escalations: analysis.escalations.length,
    reopens: analysis.reopens,
    serviceLevels: analysis.slas.map((sla) => ({
      metric: sla.metric,
      policy: sla.policy === undefined ? undefined : line(sla.policy),
      targetMs: sla.targetMs,
      actualMs: sla.actualMs,
      overMs: sla.overMs,
      dueAt: sla.dueAt,
      breachedAt: sla.breachedAt,
      state: sla.state,
      hours: sla.unit,
      certainty: sla.certainty,
    })),
  };
}

function linked(record: Record, { line }: LineRedactor): object[] {
  const names = evidenceIndex(record);
  return (record.postmortem.linked ?? [])
    .filter(({ event }) => names.has(event))
    .map(({ place, event }) => ({ place, evidence: names.get(event), event: line(event) }));
}

function timeline(record: Record, { line, address }: LineRedactor): object[] {
  const names = evidenceIndex(record);
  const urls = new Map(record.capture.ticket.events.map(({ id, url }) => [id, url]));
  return record.postmortem.timeline.map(({ event, at, lane, text, why }) => ({
    at,
    lane,
    text: line(text),
    why: known(line(why)),
    evidence: names.get(event),
    event: line(event),
    url: address(urls.get(event)),
  }));
}

function actions({ postmortem }: Record, { line, address }: LineRedactor): object[] {
  return postmortem.actions
    .filter(({ text }) => text.trim() !== '')
    .map((action) => ({
      text: line(action.text),
      status: action.status,
      owner: known(line(action.owner)),
      due: known(action.due),
      priority: known(action.priority),
      doneWhen: known(line(action.doneWhen)),
      cause: known(line(action.cause)),
      tracker: address(action.tracker),
      reason: known(line(action.reason)),
    }));
}

function known(text: string): string | undefined {
  return text === '' ? undefined : text;
}
