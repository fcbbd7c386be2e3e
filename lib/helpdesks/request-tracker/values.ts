/** RT's values in the common vocabulary. */
import type { Value } from '../../ticket/basics';
import { cleanLine } from '../../ticket/clean-text';

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
