/** The parts of a document that look ahead: actions, follow-ups, the meeting. */
import { causeName, isCauseDetail } from '../analysis/causes';
import { formatExact } from '../language/dates';
import { checkpointDay } from '../postmortem/follow-ups';
import type { Action, Checkpoint } from '../postmortem/plan';
import type { Record } from './record';
import {
  type BlockInput,
  bullets,
  heading,
  type InlineInput,
  lines,
  link,
  paragraph,
  strong,
  table,
} from './tree';

const statusNames: { [status in Action['status']]: string } = {
  idea: 'idea',
  committed: 'committed',
  done: 'done',
  verified: 'verified',
  dropped: 'dropped',
};

/** What was promised, most urgent first; then what is only an idea, then what was dropped and why. */
export function actions({ postmortem }: Record): BlockInput {
  const written = postmortem.actions.filter((action) => action.text.trim() !== '');
  const promised = written.filter(({ status }) => status !== 'idea' && status !== 'dropped');
  const ideas = written.filter(({ status }) => status === 'idea');
  const dropped = written.filter(({ status }) => status === 'dropped');
  return [
    promised.length === 0 &&
      paragraph(
        strong(written.length === 0 ? 'Not filled.' : 'No action is committed yet.'),
        ' Until one has an owner and a due date, this is documentation only.',
      ),
    promised.length > 0 &&
      table(
        ['Priority', 'Action', 'Owner', 'Due', 'Done when', 'Answers', 'State'],
        byPriority(promised).map((action) => [
          action.priority || '–',
          tracked(action),
          action.owner.trim() || 'no owner yet',
          action.due || 'no date yet',
          action.doneWhen.trim() || 'not said',
          causeWords(action.cause),
          statusNames[action.status],
        ]),
      ),
    ideas.length > 0 && [
      heading(3, 'Ideas, not committed'),
      bullets(
        byPriority(ideas).map((action) => [
          action.priority && `${action.priority}: `,
          tracked(action),
          promiseSoFar(action),
        ]),
      ),
    ],
    dropped.length > 0 && [
      heading(3, 'Dropped'),
      bullets(dropped.map(({ text, reason }) => `${text} (${reason.trim() || 'no reason given'})`)),
    ],
  ];
}

function tracked({ text, tracker }: Action): InlineInput {
  const address = tracker.trim();
  if (address === '') return text;
  return [text, ' (', /^https?:\/\//i.test(address) ? link(address, 'ticket') : address, ')'];
}

/** What an idea has of a promise already. */
function promiseSoFar({ owner, due }: Action): string {
  const parts = [owner.trim(), due && `due ${due}`].filter(Boolean);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function causeWords(cause: string): string {
  return isCauseDetail(cause) ? causeName(cause) : cause.trim() || 'no cause named';
}

/** P0 before P3, those without after them; of one priority the order they were written in. */
export function byPriority(list: readonly Action[]): Action[] {
  return [...list].sort((a, b) => (a.priority || 'P9').localeCompare(b.priority || 'P9'));
}

const checkNames: { [state in Checkpoint['state']]: string } = {
  open: 'open',
  verified: 'verified: it held',
  not_verified: 'not verified',
};

export function followUps({ postmortem, analysis }: Record): BlockInput {
  if (postmortem.checkpoints.length === 0) return paragraph('Not filled.');
  return table(
    ['Check', 'Day', 'State', 'Note'],
    postmortem.checkpoints.map(({ days, state, note, reason }) => [
      `${days} days`,
      checkpointDay(analysis, days) ?? 'starts when solved',
      checkNames[state],
      [note.trim(), reason.trim() && `Verified with open actions: ${reason.trim()}`]
        .filter(Boolean)
        .join(' ') || '–',
    ]),
  );
}

export function meeting({ postmortem }: Record): BlockInput {
  const { facilitator, notetaker, minutes, startsAt, heldAt, notes, sharedWith } = postmortem.meeting;
  const planned = heldAt ?? startsAt;
  const written = [facilitator, notetaker, notes, sharedWith].some((text) => text.trim() !== '');
  if (!written && planned === undefined) return paragraph('No meeting is planned.');
  return [
    bullets([
      [
        strong(heldAt === undefined ? 'Planned:' : 'Held:'),
        ` ${planned === undefined ? 'no time set' : `${formatExact(planned).slice(0, 16)} UTC`}, ${minutes} minutes`,
      ],
      [strong('Facilitator:'), ` ${facilitator.trim() || 'nobody yet'}`],
      [strong('Notetaker:'), ` ${notetaker.trim() || 'nobody yet'}`],
      ...(sharedWith.trim() === '' ? [] : [[strong('Shared with:'), ` ${sharedWith.trim()}`]]),
    ]),
    notes.trim() !== '' && notes.split(/\n{2,}/).map((block) => paragraph(lines(block))),
  ];
}
