/** What a severity asks for (product rows ): how long a document, whether a meeting, whether one at all. */
import type { FirstUpdateTargets, Postmortem, Severity } from './schema';

export const severities: readonly Severity[] = ['SEV-0', 'SEV-1', 'SEV-2', 'SEV-3'];

/** `concise`: summary, service levels, cause in a line, and actions. */
export type Form = 'full' | 'concise';

export interface Rules {
  form: Form;
  /** Whether a postmortem has to be written; a flag for lost data or security forces it. */
  isRequired: boolean;
  /** Why, in words. */
  why: string;
  meeting: 'held' | 'optional' | 'none';
}

const rules: Record<Severity, Omit<Rules, 'why'>> = {
  'SEV-0': { form: 'full', isRequired: true, meeting: 'held' },
  'SEV-1': { form: 'full', isRequired: true, meeting: 'held' },
  'SEV-2': { form: 'concise', isRequired: true, meeting: 'optional' },
  'SEV-3': { form: 'concise', isRequired: false, meeting: 'none' },
};

export function rulesFor({ severity, flags }: Pick<Postmortem, 'severity' | 'flags'>): Rules {
  const rule = rules[severity];
  if (flags.dataLoss) return { ...rule, isRequired: true, why: 'data was lost' };
  if (flags.security) return { ...rule, isRequired: true, why: 'security was affected' };
  return { ...rule, why: `${severity} ${rule.isRequired ? 'requires one' : 'leaves it to you'}` };
}

/** Within how long after an escalation the customer should hear something, in milliseconds; ours. */
export const defaultFirstUpdateMs: FirstUpdateTargets = {
  'SEV-0': 5 * 60_000,
  'SEV-1': 5 * 60_000,
  'SEV-2': 30 * 60_000,
};
