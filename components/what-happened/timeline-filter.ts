import type { TicketEvent } from '../../lib/ticket/events';

export type Filter = 'all' | 'customer' | 'internal' | 'changes' | 'sla';

export const filterNames: readonly { id: Filter; label: string }[] = [
  { id: 'all', label: 'All' },
  { id: 'customer', label: 'Customer saw' },
  { id: 'internal', label: 'Internal' },
  { id: 'changes', label: 'Changes' },
  { id: 'sla', label: 'SLA' },
];

export function matches(filter: Filter, event: TicketEvent): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'customer':
      return (event.kind === 'message' && event.audience === 'customer') || event.kind === 'call';
    case 'internal':
      return event.kind === 'message' && event.audience !== 'customer';
    case 'changes':
      return event.kind !== 'message' && event.kind !== 'sla' && event.kind !== 'call';
    case 'sla':
      return event.kind === 'sla';
  }
}
