import type { Message, Other, TicketEvent } from '../../ticket/events';
import { anonymiseActor, anonymiseInstant, anonymiseValue, maybe } from './anonymise-values';
import type { Disguise } from './disguise';
import { neutralMessage, neutralText } from './neutral-text';
import { knownExtension, knownLanguage, knownMime } from './plain-values';

export type EventIds = (id: string) => string;

/** Field by field: what is not named here is not in the result. */
export function anonymiseEvent(disguise: Disguise, event: TicketEvent, eventId: EventIds): TicketEvent {
  const base = baseOf(disguise, event, eventId);
  const { ids } = disguise;
  switch (event.kind) {
    case 'message':
      return messageOf(disguise, base, event);
    case 'change':
      return {
        ...base,
        kind: event.kind,
        field: event.field,
        name: maybe(event.name, (name) => disguise.numbered('Field', name)),
        from: maybe(event.from, (value) => anonymiseValue(disguise, event.field, value)),
        to: maybe(event.to, (value) => anonymiseValue(disguise, event.field, value)),
        added: event.added?.map((tag) => disguise.tag(tag)),
        removed: event.removed?.map((tag) => disguise.tag(tag)),
      };
    case 'sla': {
      const { kind, metric, scope, phase, targetMs, businessHours, due, computed } = event;
      return {
        ...base,
        ...{ kind, metric, scope, phase, targetMs, businessHours, due, computed },
        instance: ids.instance(event.instance),
        calendarId: maybe(event.calendarId, (id) => ids.id(id)),
        policy: maybe(event.policy, (policy) => anonymisePolicy(disguise, policy)),
      };
    }
    case 'revision':
      return {
        ...base,
        kind: event.kind,
        of: eventId(event.of),
        what: event.what,
        before: maybe(event.before, neutralText),
      };
    case 'link':
      return {
        ...base,
        kind: event.kind,
        to: {
          key: ids.key(event.to.key),
          url: maybe(event.to.url, (url) => ids.address(url)),
          external: event.to.external,
        },
        relation: event.relation,
        added: event.added,
      };
    case 'participant': {
      const { kind, part, added } = event;
      return { ...base, kind, person: ids.id(event.person), part, added };
    }
    case 'call': {
      const { kind, direction, durationMs, outcome } = event;
      const transcript = maybe(event.transcript, neutralText);
      return { ...base, kind, direction, durationMs, outcome, transcript };
    }
    case 'session': {
      const { kind, phase, channel } = event;
      return { ...base, kind, threadId: ids.id(event.threadId), phase, channel };
    }
    case 'approval':
      return { ...base, kind: event.kind, phase: event.phase, by: maybe(event.by, (by) => ids.id(by)) };
    case 'satisfaction': {
      const { kind, score, max, phase } = event;
      return { ...base, kind, score, max, phase, comment: maybe(event.comment, neutralText) };
    }
    case 'other':
      return {
        ...base,
        kind: event.kind,
        label: rowLabel(disguise, event.label),
        data: dataOf(disguise, event),
      };
  }
}

export function anonymisePolicy(disguise: Disguise, { id, name }: { id?: string | undefined; name: string }) {
  return { id: maybe(id, (told) => disguise.ids.id(told)), name: disguise.numbered('Policy', name) };
}

function baseOf(disguise: Disguise, event: TicketEvent, eventId: EventIds) {
  const { ids } = disguise;
  const { via, source } = event;
  return {
    id: eventId(event.id),
    time: anonymiseInstant(event.time),
    seq: event.seq,
    batch: maybe(event.batch, (batch) => ids.id(batch)),
    actor: anonymiseActor(disguise, event.actor),
    onBehalfOf: maybe(event.onBehalfOf, (person) => ids.id(person)),
    via: maybe(via, ({ channel, rule }) => ({
      channel,
      rule: maybe(rule, (told) => ruleOf(disguise, told)),
    })),
    url: maybe(event.url, (url) => ids.address(url)),
    source: {
      endpoint: maybe(source.endpoint, (endpoint) => ids.endpoint(endpoint)),
      rule: disguise.words(source.rule),
      ticketKey: maybe(source.ticketKey, (key) => ids.key(key)),
    },
    state: event.state,
  };
}

type Rule = NonNullable<NonNullable<TicketEvent['via']>['rule']>;

function ruleOf(disguise: Disguise, { id, title, type }: Rule): Rule {
  const named = (told: string) => (type === 'sla' ? disguise.numbered('Policy', told) : disguise.rule(told));
  return { id: maybe(id, (told) => disguise.ids.id(told)), title: maybe(title, named), type };
}

function messageOf(disguise: Disguise, base: ReturnType<typeof baseOf>, message: Message): Message {
  const { kind, audience, channel, recipients, delivery, auto, body } = message;
  const { ids } = disguise;
  return {
    ...base,
    ...{ kind, audience, channel, recipients, delivery, auto },
    threadId: maybe(message.threadId, (id) => ids.id(id)),
    body: {
      text: neutralMessage(message),
      quotedFrom: body.quotedFrom,
      signatureFrom: body.signatureFrom,
      truncated: body.truncated,
      lang: knownLanguage(body.lang),
    },
    attachments: message.attachments.map(({ name, mime, bytes, inline, url }, index) => ({
      name: `attachment-${index + 1}${knownExtension(name)}`,
      mime: knownMime(mime),
      bytes,
      inline,
      url: maybe(url, (address) => ids.address(address)),
    })),
    forwardedFrom: maybe(message.forwardedFrom, (person) => ids.id(person)),
  };
}

/** A label of ours stays; one that came from the helpdesk is a name like any other. */
function rowLabel(disguise: Disguise, label: string): string {
  return disguise.words(label) === label ? label : disguise.numbered('Event', label);
}

/** Counts that our readers write; any other number may be somebody's. */
const counted = new Set(['recipients', 'minutes', 'comment', 'automatic']);

function dataOf(disguise: Disguise, { data }: Other): Other['data'] {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (typeof value === 'string')
        return [disguise.numbered('key', key), disguise.numbered('Value', value)];
      return counted.has(key)
        ? [key, value]
        : [disguise.numbered('key', key), typeof value === 'number' ? 0 : value];
    }),
  );
}
