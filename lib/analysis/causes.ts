/**
 * Cause categories and what belongs under each (product rows ). All of them are of the system: there is
 * none for a person's mistake.
 */
export type CauseCategory = 'process' | 'team_dynamics' | 'observability' | 'training_data_gaps';

export type CauseDetail =
  | 'update_rhythm'
  | 'ownership'
  | 'routing_configuration'
  | 'no_escalation_path'
  | 'handoff_context'
  | 'commitment_tracking'
  | 'pausing_rules'
  | 'staffing_coverage'
  | 'over_reliance'
  | 'missed_alert'
  | 'missing_documentation'
  | 'insufficient_training'
  | 'unclear_runbook'
  | 'tool_technical'
  | 'outdated_configuration';

export interface Cause {
  category: CauseCategory;
  detail: CauseDetail;
}

const categories: Record<CauseDetail, CauseCategory> = {
  update_rhythm: 'process',
  ownership: 'process',
  routing_configuration: 'process',
  no_escalation_path: 'process',
  pausing_rules: 'process',
  staffing_coverage: 'process',
  handoff_context: 'team_dynamics',
  commitment_tracking: 'team_dynamics',
  over_reliance: 'team_dynamics',
  missed_alert: 'observability',
  missing_documentation: 'training_data_gaps',
  insufficient_training: 'training_data_gaps',
  unclear_runbook: 'process',
  tool_technical: 'process',
  outdated_configuration: 'process',
};

export function cause(detail: CauseDetail): Cause {
  return { category: categoryOf(detail), detail };
}

const categoryNames: Record<CauseCategory, string> = {
  process: 'Process',
  team_dynamics: 'Team dynamics',
  observability: 'Observability',
  training_data_gaps: 'Training data gaps',
};

export function categoryName(category: CauseCategory): string {
  return categoryNames[category];
}

const detailNames: Record<CauseDetail, string> = {
  update_rhythm: 'no rhythm for updates to the customer',
  ownership: 'no owner after a hand-off',
  routing_configuration: 'routing sends tickets to the wrong team',
  no_escalation_path: 'no clear way to escalate',
  handoff_context: 'a hand-off loses what is known',
  commitment_tracking: 'promises are not tracked',
  pausing_rules: 'a ticket is paused while the customer waits',
  staffing_coverage: 'hours without coverage',
  over_reliance: 'the work hangs on one role',
  missed_alert: 'nothing warned before the target was missed',
  missing_documentation: 'the right answer was not to be found',
  insufficient_training: 'training did not cover it',
  unclear_runbook: 'the runbook was unclear',
  tool_technical: 'a tool or a technical fault held it up',
  outdated_configuration: 'a setting was out of date',
};

export const causeDetails = Object.keys(categories) as CauseDetail[]; // keys of a closed type

export function isCauseDetail(text: string): text is CauseDetail {
  return Object.hasOwn(categories, text);
}

export function categoryOf(detail: CauseDetail): CauseCategory {
  return categories[detail];
}

export const causeCategories = Object.keys(categoryNames) as CauseCategory[]; // keys of a closed type

export function causeName(detail: CauseDetail): string {
  return detailNames[detail];
}
