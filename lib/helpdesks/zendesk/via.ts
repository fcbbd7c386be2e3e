/** How something came about: Zendesk's `via`, a name or a number for the same channel, with the rule behind it. */
import type { Channel } from '../../ticket/basics';
import type { TicketEvent } from '../../ticket/events';
import { type Fields, fieldsOf, idOf, lineOf, objectsOf } from './fields';

export type Via = NonNullable<TicketEvent['via']>;
type Rule = NonNullable<Via['rule']>;

// Numbers after the vendor's list of via types.
const byNumber: Record<string, string> = {
  0: 'web',
  4: 'email',
  5: 'api',
  8: 'rule',
  9: 'linked_problem',
  19: 'merge',
  23: 'twitter',
  24: 'web',
  26: 'twitter',
  27: 'closed_ticket',
  29: 'chat',
  30: 'twitter',
  33: 'voice',
  34: 'voice',
  35: 'voice',
  38: 'facebook',
  41: 'facebook',
  44: 'voice',
  45: 'voice',
  48: 'web',
  49: 'mobile_sdk',
  56: 'mobile',
  57: 'sms',
};

const channels: [RegExp, Channel][] = [
  [/mail/, 'email'],
  [/^(web|mobile$|help_?center|closed_ticket|form)/, 'web'],
  [/^(chat|live_chat)/, 'chat'],
  [/messag|whatsapp|sms|line$|telegram|viber|wechat|kakao|answer_bot|sunshine/, 'messaging'],
  [/phone|voice|call/, 'phone'],
  [/facebook|twitter|instagram|any_channel|google|^x_/, 'social'],
  [/mobile_sdk|in_product/, 'in_product'],
  [/^(api|web_service|ticket_sharing)/, 'api'],
];

export function viaOf(via: Fields | undefined): Via {
  const name = channelName(via);
  const channel = channels.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
  const rule = ruleOf(via, name);
  return { channel, rule };
}

/** Lower case; a number is looked up. */
export function channelName(via: Fields | undefined): string {
  const channel = via?.channel;
  const told = typeof channel === 'number' ? String(channel) : (lineOf(channel) ?? '');
  return (Object.hasOwn(byNumber, told) ? byNumber[told] : told)?.toLowerCase() ?? '';
}

export function relationOf(via: Fields | undefined): string | undefined {
  return lineOf(fieldsOf(via?.source)?.rel);
}

export function isMerge(via: Fields | undefined): boolean {
  return channelName(via) === 'merge' || relationOf(via) === 'merge';
}

/** Ticket numbers a `via` points to, on either end. */
export function ticketsOf(via: Fields | undefined, end: 'from' | 'to'): string[] {
  const place = fieldsOf(fieldsOf(via?.source)?.[end]);
  const several = Array.isArray(place?.ticket_ids) ? place.ticket_ids : [];
  return [place?.ticket_id, ...several, ...objectsOf(place?.tickets).map(({ id }) => id)]
    .map(idOf)
    .filter((id) => id !== undefined);
}

function ruleOf(via: Fields | undefined, name: string): Rule | undefined {
  const relation = relationOf(via);
  if (name !== 'rule' && relation !== 'trigger' && relation !== 'automation') return undefined;
  const from = fieldsOf(fieldsOf(via?.source)?.from);
  const id = idOf(from?.id);
  const title = lineOf(from?.title);
  return { id, title, type: typeOf(relation) };
}

function typeOf(relation: string | undefined): Rule['type'] {
  if (relation === 'automation' || relation === 'macro') return relation;
  return relation === undefined || relation === 'trigger' ? 'trigger' : 'workflow';
}
