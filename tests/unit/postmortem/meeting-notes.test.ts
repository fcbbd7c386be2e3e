import { describe, expect, it } from 'vitest';
import { agenda } from '../../../lib/postmortem/agenda';
import { editMeeting } from '../../../lib/postmortem/edit-plan';
import { type NoteKind, noteInMeeting, parkedIn } from '../../../lib/postmortem/meeting-notes';
import type { Postmortem } from '../../../lib/postmortem/schema';
import { at, ticket } from '../support/capture-builder';
import { recordOf } from './drafting';

const NOW = at('+2d');
const { postmortem: draft, analysis } = recordOf(
  ticket().customer('+0', 'Down.').reply('+8h', 'Up again.').status('+9h', 'open', 'solved').build(),
  NOW,
);

const say = (current: Postmortem, kind: NoteKind, text: string, item = 'Opening') =>
  noteInMeeting(current, { kind, item, text }, { id: 'a9', now: NOW });

describe('what is said in the meeting', () => {
  it('stands under its item of the agenda, whatever else is in the notes', () => {
    let current = editMeeting(draft, { notes: 'Ann joined late.\n' }, NOW);
    current = say(current, 'note', 'All had read it.');
    current = say(current, 'note', 'The form has no field.', 'What made it possible');
    current = say(current, 'note', ' Two lines\nas one. ');
    expect(current.meeting.notes).toBe(
      'Ann joined late.\n\nOpening:\nAll had read it.\nTwo lines as one.\n\nWhat made it possible:\nThe form has no field.',
    );
  });

  it('is parked for the end, where the agenda asks about it', () => {
    const current = say(say(draft, 'parked', 'Billing export'), 'parked', 'Night shift');
    expect(parkedIn(current.meeting.notes)).toEqual(['Billing export', 'Night shift']);
    const closing = agenda(current, analysis).rows.at(-1)?.points ?? [];
    expect(closing).toContain('Parked: Billing export. Who takes it on?');
    expect(agenda(draft, analysis).rows.at(-1)?.points.join()).not.toContain('Parked');
  });

  it.each(['wentWell', 'wentBadly', 'lucky'] as const)('is a line of its part: %s', (kind) => {
    const before = draft.sections[kind].text;
    const { sections } = say(draft, kind, 'The night shift noticed.');
    expect(sections[kind]).toMatchObject({
      text: before === '' ? 'The night shift noticed.' : `${before}\nThe night shift noticed.`,
      state: 'edited',
    });
  });

  it('is an action that is an idea until it has an owner and a day', () => {
    expect(say(draft, 'action', 'Add a field').actions.at(-1)).toMatchObject({
      id: 'a9',
      text: 'Add a field',
      status: 'idea',
    });
  });

  it('is nothing where nothing was said', () => {
    expect(say(draft, 'note', '  ')).toBe(draft);
  });
});
