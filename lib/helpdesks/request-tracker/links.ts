import type { Link, TicketEvent } from '../../ticket/events';
import { withoutLinkTokens } from '../html-text';
import type { EventBase, Reading } from './events';
import type { Transaction } from './history';

const relations = new Map<string, Link['relation']>([
  ['MemberOf', 'parent'],
  ['HasMember', 'child'],
  ['Members', 'child'],
  ['RefersTo', 'related'],
  ['ReferredToBy', 'related'],
  ['DependsOn', 'related'],
  ['DependedOnBy', 'related'],
]);

/** RT names tickets by an address of its own, `fsck.com-rt://organization/ticket/3` (RT::URI::fsck_com_rt). */
export function linkEvent(reading: Reading, one: Transaction, base: EventBase): TicketEvent {
  const added = one.type === 'AddLink';
  const uri = added ? one.newValue : one.oldValue;
  const ticket = /^fsck\.com-rt:\/\/[^/]*\/ticket\/(\d+)$/.exec(uri)?.[1];
  if (one.field === 'MergedInto') return { ...base, kind: 'link', ...merge(reading, one, ticket), added };
  const relation = relations.get(one.field) ?? 'related';
  const key = ticket ?? (withoutLinkTokens(uri).slice(0, 500) || 'unknown');
  const url = ticket ? ticketUrl(reading, ticket) : /^https?:\/\//i.test(uri) ? key : undefined;
  const external = url && !ticket ? { external: productAt(url) } : {};
  return { ...base, kind: 'link', to: { key, ...(url ? { url } : {}), ...external }, relation, added };
}

/**
 * A merge is written on both tickets, first on the one that goes, and on both with the address of the one that
 * stays (RT::Record, _AddLink). One that swallowed others can be merged on, with its entries of both kinds.
 */
function merge(
  reading: Reading,
  one: Transaction,
  target: string | undefined,
): Pick<Link, 'to' | 'relation'> {
  const stays = target ?? reading.key;
  if (one.ticketKey !== stays)
    return { relation: 'merged_into', to: { key: stays, url: ticketUrl(reading, stays) } };
  const gone = reading.transactions.findLast(
    (other) =>
      other.field === 'MergedInto' &&
      other.id < one.id &&
      other.ticketKey !== one.ticketKey &&
      other.newValue === one.newValue,
  );
  const key = gone?.ticketKey ?? stays;
  return { relation: gone ? 'merged_from' : 'related', to: { key, url: ticketUrl(reading, key) } };
}

function ticketUrl(reading: Reading, key: string): string {
  return `${reading.site}/Ticket/Display.html?id=${key}`;
}

function productAt(url: string): NonNullable<Link['to']['external']> {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  if (host === 'github.com') return 'github';
  if (host === 'linear.app') return 'linear';
  return /(^|\.)atlassian\.net$|^jira\./.test(host) ? 'jira' : 'other';
}
