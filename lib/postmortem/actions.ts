/** When an action is a promise: words, one person, a day. */
import { isTeamName } from '../language/blame/people';
import type { Action, ActionStatus, Priority } from './plan';
import { prioritySchema } from './plan';

export const priorities: readonly Priority[] = prioritySchema.options;

export type Lack = 'text' | 'owner' | 'person' | 'due';

/** What keeps an action from being committed; `person`: the owner named is a team. `teams`: the helpdesk's own. */
export function lacks({ text, owner, due }: Action, teams: readonly string[] = []): Lack[] {
  const found: Lack[] = [];
  if (text.trim() === '') found.push('text');
  if (owner.trim() === '') found.push('owner');
  else if (isTeam(owner, teams)) found.push('person');
  if (due === '') found.push('due');
  return found;
}

export function isTeam(owner: string, teams: readonly string[]): boolean {
  const name = owner.trim().toLowerCase();
  return teams.some((team) => team.trim().toLowerCase() === name) || isTeamName(owner);
}

/**
 * The state an action has after an edit: filling in what was lacking commits it, and what loses its owner or its day is
 * an idea again. What was done, verified or dropped stays so.
 */
export function statusAfter(before: Action, after: Action, teams: readonly string[] = []): ActionStatus {
  if (after.status !== before.status) return after.status;
  const isWhole = lacks(after, teams).length === 0;
  if (after.status === 'committed' && !isWhole) return 'idea';
  if (after.status === 'idea' && isWhole && lacks(before, teams).length > 0) return 'committed';
  return after.status;
}
