import { findVague } from '../../language/vague';
import type { Capture } from '../../ticket/schema';
import { isTeam } from '../actions';
import { LONGEST_MEETING } from '../agenda';
import { plural } from '../facts-in-words';
import { promisedActions } from '../follow-ups';
import { isPlaceholder } from '../placeholder';
import type { Action, Priority } from '../plan';
import { at, blocks, type Check, type CheckRule, type CheckScene, type Found, warns } from './check';

export const planRules: readonly CheckRule[] = [
  { id: 'actions-committed', name: 'Three to five actions are committed', find: committed },
  { id: 'actions-clear', name: 'Every committed action can be checked', find: clear },
  { id: 'actions-urgent', name: 'Affected customers get a P0 or P1', find: urgent },
  { id: 'meeting', name: 'The meeting has a facilitator, a notetaker and an hour at most', find: meeting },
  { id: 'follow-ups', name: 'Every check is decided', find: followUps },
];

const FEWEST = 3;
const MOST = 5;

function committed({ postmortem }: CheckScene) {
  const count = promisedActions(postmortem.actions).length;
  return at('actions', 'actions', 'actions-committed', [
    count === 0 && blocks('final', 'No action is committed: without one this is documentation only.'),
    count > 0 &&
      count < FEWEST &&
      warns(`${plural(count, 'action')} committed: three to five is what teams get done.`),
    count > MOST && warns(`${count} actions are committed: keep three to five, the others stay ideas.`),
  ]);
}

/** One line an action: who it is for, what is vague, what it answers, where it is tracked. */
function clear({ postmortem, teams, now }: CheckScene): Check[] {
  return postmortem.actions.flatMap((action, index) =>
    action.status === 'committed'
      ? at(
          'actions',
          `action-${action.id}`,
          `actions-clear:${action.id}`,
          problems(action, index, teams, now),
        )
      : [],
  );
}

function problems(action: Action, index: number, teams: readonly string[], now: string): Found[] {
  const name = `Action ${index + 1}`;
  if (isTeam(action.owner, teams)) {
    return [blocks('final', `${name} is owned by a team: name the one person who will see to it.`)];
  }
  const [vague] = findVague(action, { now, teams });
  if (vague) return [warns(`${name}: ${vague.question}`)];
  if (action.doneWhen.trim() === '')
    return [warns(`${name} does not say how anybody would see that it is done.`)];
  if (action.cause.trim() === '') return [warns(`${name} answers no cause yet.`)];
  if (action.tracker.trim() === '') {
    return [{ level: 'info', message: `${name} has no link to where it is tracked.` }];
  }
  return [];
}

const urgentPriorities: readonly (Priority | '')[] = ['P0', 'P1'];

/** A customer who was let down and nothing urgent to change is a contradiction. */
function urgent({ postmortem }: CheckScene) {
  const { flags, actions } = postmortem;
  const isUrgent = promisedActions(actions).some(({ priority }) => urgentPriorities.includes(priority));
  return at('actions', 'actions', 'actions-urgent', [
    flags.customersAffected === 'yes' &&
      !isUrgent &&
      blocks('final', 'Customers were affected: at least one committed action has to be P0 or P1.'),
  ]);
}

function meeting({ postmortem, capture, rules }: CheckScene) {
  const { meeting: plan, sections } = postmortem;
  const people = [plan.facilitator.trim().toLowerCase(), plan.notetaker.trim().toLowerCase()];
  const isPlanned = plan.startsAt !== undefined || plan.heldAt !== undefined;
  const isDue = rules.meeting === 'held' || isPlanned;
  return at('meeting', 'meeting', 'meeting', [
    rules.meeting === 'held' &&
      plan.heldAt === undefined &&
      blocks('final', `${postmortem.severity} asks for a meeting: set its time, and when it was held.`),
    isDue && people.includes('') && warns('The meeting needs a facilitator and a notetaker.'),
    people[0] !== '' && people[0] === people[1] && warns('Facilitator and notetaker are the same person.'),
    people[0] !== '' &&
      people[0] === mainHandler(capture)?.toLowerCase() &&
      warns('The facilitator handled the ticket: somebody who did not can ask more freely.'),
    plan.minutes > LONGEST_MEETING && warns(`The meeting is longer than ${LONGEST_MEETING} minutes.`),
    plan.heldAt !== undefined &&
      isPlaceholder(sections.summary.text) &&
      warns('The meeting was held before there was a draft.'),
  ]);
}

/** The colleague who wrote most of what the team wrote on it; undefined where nobody did. */
function mainHandler({ ticket }: Capture): string | undefined {
  const counts = new Map<string, number>();
  for (const { kind, actor } of ticket.events)
    if (kind === 'message' && actor.side === 'agent') counts.set(actor.id, (counts.get(actor.id) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return ticket.people.find(({ id, kind }) => id === most?.[0] && kind === 'human')?.name.trim();
}

/** Final is not the end: what was promised is looked at again, three times. */
function followUps({ postmortem }: CheckScene) {
  const { checkpoints, actions } = postmortem;
  const undecided = checkpoints.filter(({ state }) => state === 'open');
  const open = actions.filter(({ status }) => status === 'committed');
  const unreasoned = checkpoints.filter(({ state, reason }) => state === 'verified' && reason.trim() === '');
  return at('followUps', 'followUps', 'follow-ups', [
    undecided.length > 0 &&
      blocks(
        'closed',
        `${plural(undecided.length, 'check')} after ${undecided.map(({ days }) => days).join(', ')} days not decided yet.`,
      ),
    open.length > 0 &&
      unreasoned.length > 0 &&
      blocks(
        'closed',
        `The check after ${unreasoned[0]?.days} days is verified while ${plural(open.length, 'action')} ${open.length === 1 ? 'is' : 'are'} open: say why.`,
      ),
    open.length > 0 &&
      blocks(
        'closed',
        `${plural(open.length, 'committed action')} ${open.length === 1 ? 'is' : 'are'} not done yet.`,
      ),
  ]);
}
