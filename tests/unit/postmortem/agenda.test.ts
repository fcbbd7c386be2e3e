import { describe, expect, it } from 'vitest';
import { agenda } from '../../../lib/postmortem/agenda';
import { editMeeting } from '../../../lib/postmortem/edit-plan';
import { checkpointDay, deadlines } from '../../../lib/postmortem/follow-ups';
import { at, ticket } from '../support/capture-builder';
import { recordOf } from './drafting';

const NOW = at('+2d');
const solved = recordOf(
  ticket()
    .customer('+0', 'Down.')
    .note('+1h')
    .note('+2h')
    .reply('+8h', 'Up again.')
    .status('+9h', 'open', 'solved')
    .build(),
  NOW,
);
const open = recordOf(ticket().customer('+0', 'Down.').build(), NOW);

function agendaOf(minutes: number, questions: string[] = []) {
  return agenda(editMeeting(solved.postmortem, { minutes }, NOW), solved.analysis, questions);
}

describe('the agenda', () => {
  it.each([45, 50, 55, 60])('fits %d minutes to the minute', (minutes) => {
    const { rows, total } = agendaOf(minutes);
    expect(total).toBe(minutes);
    expect(rows.reduce((sum, row) => sum + row.minutes, 0)).toBe(total);
    expect(rows.map(({ title }) => title)).toEqual([
      'Opening',
      'Walk through the timeline',
      'What made it possible',
      'What went well, what went badly',
      'Actions, three to five',
      'Closing',
    ]);
  });

  it('of 45 minutes has the timeline read beforehand, and of 30 says what to leave out', () => {
    expect(agendaOf(45)).toMatchObject({ note: expect.stringContaining('read before the meeting') });
    expect(agendaOf(45).rows[1]?.minutes).toBe(0);
    expect(agendaOf(30).note).toContain('leave out');
  });

  it('never gives a row more than its most, and warns beyond an hour', () => {
    const { rows, total, note } = agendaOf(120);
    expect(total).toBe(80);
    expect(rows.map(({ minutes }) => minutes)).toEqual([5, 20, 20, 15, 15, 5]);
    expect(note).toContain('More than 60 minutes');
  });

  it('opens without blame and asks what the evidence leaves open', () => {
    const { rows } = agendaOf(60, ['What is behind “40 other accounts”?']);
    expect(rows[0]?.points[0]).toMatch(/not at who did it/);
    const walk = rows[1]?.points.join('\n') ?? '';
    expect(walk).toContain('What kept the 8 h from 16 Nov 08:00 UTC without an update to the customer?');
    expect(walk).toContain('What is behind “40 other accounts”?');
  });
});

describe('the clocks of a document', () => {
  it('run from the solve: draft 24 h, final 48 h, meeting 24 to 72 h, checks after 30, 60 and 90 days', () => {
    expect(deadlines(solved.postmortem, solved.analysis)).toMatchObject({
      resolvedAt: at('+9h'),
      draftBy: at('+33h'),
      finalBy: at('+57h'),
      isFinalMoved: false,
      meetingFrom: at('+33h'),
      meetingTo: at('+81h'),
    });
    expect([30, 60, 90].map((days) => checkpointDay(solved.analysis, days))).toEqual([
      '2026-12-16',
      '2027-01-15',
      '2027-02-14',
    ]);
  });

  it('give a day after the meeting to write in what was said', () => {
    const met = editMeeting(solved.postmortem, { startsAt: at('+80h'), minutes: 60 }, NOW);
    expect(deadlines(met, solved.analysis)).toMatchObject({ finalBy: at('+105h'), isFinalMoved: true });
    const early = editMeeting(solved.postmortem, { startsAt: at('+10h') }, NOW);
    expect(deadlines(early, solved.analysis)).toMatchObject({ finalBy: at('+57h'), isFinalMoved: false });
  });

  it('have not begun while the ticket is open', () => {
    expect(deadlines(open.postmortem, open.analysis)).toBeUndefined();
    expect(checkpointDay(open.analysis, 30)).toBeUndefined();
  });
});
