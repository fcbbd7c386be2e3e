import { suggestActions } from '../../postmortem/draft-actions';
import type { Action } from '../../postmortem/schema';
import { storyOf } from '../../postmortem/story';
import { byPriority } from '../plan-parts';
import type { Record } from '../record';
import type { OutsideWords } from './outside-words';

/** A change somebody has promised, without who. */
export interface Change {
  text: string;
  /** ISO day, or empty. */
  due: string;
  isDone: boolean;
}

/** What Debrief suggests is worded for colleagues; the same for the customer, by the suggestion's id. */
const forCustomer: Readonly<globalThis.Record<string, string>> = {
  'untouched-after-handoff':
    'A ticket that changes hands and is not picked up within 30 minutes alerts a team lead',
  'no-owner-after-handoff':
    'A ticket that changes teams and has nobody in charge for 30 minutes alerts a team lead',
  'silence-with-notes':
    'When we work on a ticket for 4 hours without writing to you, we are reminded to write',
  'update-after-escalation': 'When you ask us to escalate, you hear who has it and when you hear next',
  'promised-time-in-handoff': 'A ticket that moves between teams carries the time promised to you',
  'write-down-answer': 'The right answer is written down where everybody who answers you finds it',
  'confirm-before-solve': 'We close a ticket only once you have confirmed that it works',
  'warn-before-breach': 'We are warned before a time agreed with you runs out',
  'cover-shift-end': 'Urgent tickets that arrive late in a shift have one person who takes them',
  unanswered: 'A message from you that has had no reply for 4 hours alerts a team lead',
};

/** Committed and done actions, most urgent first. An idea is no promise, and a customer would take it for one. */
export function changesForCustomer({ postmortem, capture, analysis }: Record, words: OutsideWords): Change[] {
  const promised = postmortem.actions.filter(({ status, text }) => isPromised(status) && text.trim() !== '');
  if (promised.length === 0) return [];
  const suggested = new Map(
    suggestActions(storyOf(capture, analysis, postmortem.kind)).map(({ id, text }) => [id, text]),
  );
  return byPriority(promised).map(({ id, text, due, status }) => ({
    text:
      (suggested.get(id) === text && forCustomer[id.replace(/^suggested:/, '')]) || words.own(text.trim()),
    due,
    isDone: status === 'done' || status === 'verified',
  }));
}

export function isPromised(status: Action['status']): boolean {
  return status === 'committed' || status === 'done' || status === 'verified';
}
