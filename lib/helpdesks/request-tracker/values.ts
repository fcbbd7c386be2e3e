/** RT's values in the common vocabulary. */
import type { CommonStatus, Value } from '../../ticket/basics';
import { cleanLine } from '../../ticket/clean-text';
import type { Capture } from '../../ticket/schema';

// The default lifecycle of RT 5 (etc/RT_Config.pm, %Lifecycles). Sites define their own names besides.
const statuses = new Map<string, CommonStatus>([
  ['new', 'new'],
  ['open', 'open'],
  ['stalled', 'pending'],
  ['resolved', 'solved'],
  ['rejected', 'closed'],
  ['deleted', 'deleted'],
]);

export function statusValue(name: string): NonNullable<Value> {
  return { id: name, label: cleanLine(name), status: statuses.get(name) ?? 'unknown' };
}

export function statusMapOf(names: Iterable<string>): Capture['statusMap'] {
  return [...new Set(names)].map((name) => ({
    label: cleanLine(name),
    common: statuses.get(name) ?? 'unknown',
    from: statuses.has(name) ? 'helpdesk' : 'heuristic',
  }));
}

export function isOver(status: string): boolean {
  const common = statuses.get(status);
  return common === 'solved' || common === 'closed' || common === 'deleted';
}

/**
 * RT keeps a number; 0 to 100 unless the site decided otherwise, where 0, 50 and 100 are shown as Low, Medium and
 * High (etc/RT_Config.pm, %PriorityAsString). The words can be changed per queue and are not told by REST2, so
 * the number is the label.
 */
export function priorityValue(text: string): NonNullable<Value> {
  const value = Number(text);
  const rank = value >= 90 ? 1 : value > 50 ? 2 : value > 20 ? 3 : 4;
  return { id: text, label: cleanLine(text), ...(Number.isFinite(value) ? { rank } : {}) };
}

export function plainValue(text: string): Value {
  const label = cleanLine(text);
  return label === '' ? null : { label };
}
