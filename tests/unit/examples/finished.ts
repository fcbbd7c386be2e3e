/** The demo tickets with everything filled in that only people can say: what the examples under docs/examples show. */
import { analyse } from '../../../lib/analysis/analyse';
import type { Record as PostmortemRecord } from '../../../lib/export/record';
import { draftPostmortem } from '../../../lib/postmortem/draft';
import {
  addAction,
  confirmSection,
  confirmTimeline,
  editAction,
  editSection,
  editWhy,
  removeAction,
} from '../../../lib/postmortem/edit';
import {
  editCheckpoint,
  editMeeting,
  setFact,
  setFlags,
  setStatus,
  toggleCause,
} from '../../../lib/postmortem/edit-plan';
import type { Action } from '../../../lib/postmortem/plan';
import { redraft } from '../../../lib/postmortem/redraft';
import { type Postmortem, type TextSectionName, textSectionNames } from '../../../lib/postmortem/schema';
import type { ZendeskStory } from '../../helpdesks/zendesk/wire';
import { captureOf } from '../helpdesks/zendesk/harness';

/** What a person enters, in the order of the document. */
export interface Answers {
  /** When they did. */
  at: string;
  users: string;
  services: string;
  /** Answers to the whys after the first. */
  whys: readonly string[];
  systemic: string;
  /** Sections said in other words, and those a draft leaves to people. */
  sections?: Partial<Record<TextSectionName, string>>;
  /** The ticked causes that people did not agree with. */
  notCauses?: readonly string[];
  actions: readonly (Partial<Action> & { id: string })[];
  meeting?: { facilitator: string; notetaker: string; heldAt: string; minutes: number; notes: string };
}

export async function finished(story: ZendeskStory, answers: Answers): Promise<PostmortemRecord> {
  const capture = await captureOf(story);
  const analysis = analyse(capture, { now: capture.capturedAt });
  const { at } = answers;
  let pm = draftPostmortem(capture, analysis, {
    now: capture.capturedAt,
    id: `example-${capture.ticket.key}`,
    helpdeskLabel: 'Zendesk',
  });
  pm = setFact(pm, 'usersAffected', { text: answers.users, source: 'entered by the account team' }, at);
  pm = setFact(pm, 'servicesDisrupted', { text: answers.services, source: 'entered by hand' }, at);
  for (const [index, answer] of answers.whys.entries()) pm = editWhy(pm, index + 1, { answer }, at);
  pm = setFlags(pm, { customersAffected: 'yes' }, at);
  for (const detail of answers.notCauses ?? []) pm = toggleCause(pm, detail, at);
  pm = redraft(pm, capture, analysis).next;
  pm = editSection(pm, 'systemic', answers.systemic, at);
  for (const [name, text] of Object.entries(answers.sections ?? {})) {
    pm = editSection(pm, name as TextSectionName, text, at);
  }
  pm = withActions(pm, answers, at);
  for (const name of textSectionNames) {
    if (pm.sections[name].state !== 'empty') pm = confirmSection(pm, name, at);
  }
  pm = confirmTimeline(pm, at);
  if (answers.meeting) pm = editMeeting(pm, answers.meeting, at);
  pm = editCheckpoint(pm, 30, { note: 'Looks at every hand-off of the first two weeks of December.' }, at);
  for (const status of ['in_review', 'final', 'tracked'] as const) pm = setStatus(pm, status, at);
  return { postmortem: pm, capture, analysis };
}

/** Suggestions that nobody took up go; the others get an owner and a day. */
function withActions(pm: Postmortem, { actions }: Answers, at: string): Postmortem {
  const wanted = new Set(actions.map(({ id }) => id));
  let next = pm;
  for (const { id } of pm.actions) if (!wanted.has(id)) next = removeAction(next, id, at);
  for (const { id, ...change } of actions) {
    if (!next.actions.some((action) => action.id === id)) next = addAction(next, id, at);
    next = editAction(next, id, change, at);
  }
  return next;
}
