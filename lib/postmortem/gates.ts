/** From draft to closed: what holds a document back on the way. */
import type { Check } from './checks/check';
import { type Status, statusSchema } from './schema';

const order: readonly Status[] = statusSchema.options;

/** What keeps the document from `to`: everything that holds that state, or one before it, back. */
export function holding(checks: readonly Check[], to: Status): Check[] {
  return checks.filter(({ holds }) => holds !== undefined && order.indexOf(holds) <= order.indexOf(to));
}

/** The state after the present one; undefined for a closed document. */
export function nextStatus(status: Status): Status | undefined {
  return order[order.indexOf(status) + 1];
}
