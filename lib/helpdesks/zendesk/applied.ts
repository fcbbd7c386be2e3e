/** What an `apply_sla` or `apply_group_sla` promises: minutes in both, a policy by name. */

import type { MetricEvent } from './clocks';
import { fieldsOf, flagOf, idOf, lineOf, minutesOf, numberOf } from './fields';

export interface Applied {
  policy?: { id?: string; name: string };
  targetMs?: number;
  business?: boolean;
}

export function appliedIn({ type, fields }: MetricEvent): Applied | undefined {
  if (type !== 'apply_sla' && type !== 'apply_group_sla') return undefined;
  const sla = fieldsOf(fields.sla ?? fields.group_sla) ?? {};
  const policy = fieldsOf(sla.policy);
  const id = idOf(policy?.id) ?? lineOf(policy?.id);
  const seconds = numberOf(sla.target_in_seconds);
  const targetMs = minutesOf(seconds === undefined ? sla.target : seconds / 60);
  return {
    policy: policy && { id, name: lineOf(policy.title) ?? 'SLA policy' },
    targetMs,
    business: flagOf(sla.business_hours),
  };
}

/** Without a target or a policy an `apply` says that none applies: on accounts without SLAs, and after a removal. */
export function isTarget(applied: Applied | undefined): boolean {
  return applied?.targetMs !== undefined || applied?.policy !== undefined;
}
