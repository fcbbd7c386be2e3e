import { describe, expect, it } from 'vitest';
import { findVague } from '../../../lib/language/vague';

const NOW = '2026-11-24T10:00:00.000Z';
const owned = { owner: 'Ana', due: '2026-12-04' };
const questions = (text: string, rest: { owner?: string; due?: string; doneWhen?: string } = owned) =>
  findVague({ text, ...rest }, { now: NOW, teams: ['Tier 2'] }).map(({ kind, question }) => [kind, question]);

describe('questions are made from the action', () => {
  it.each([
    [
      'Improve the hand-over form',
      [
        ['vague-verb', '“Improve”: what exactly changes about the hand-over form?'],
        ['no-measure', 'How will you see that “Improve the hand-over form” is done?'],
      ],
    ],
    [
      'Remind everyone to follow the process',
      [
        [
          'person-fix',
          'What would see to it that this works without anybody having to remember: follow the process?',
        ],
        ['no-measure', 'How will you see that “Remind everyone to follow the process” is done?'],
      ],
    ],
    [
      'Investigate the time-outs',
      [
        ['vague-verb', '“Investigate”: what exactly changes about the time-outs?'],
        [
          'investigate-only',
          'Once that is known about the time-outs, what is decided, and where is it written down?',
        ],
        ['no-measure', 'How will you see that “Investigate the time-outs” is done?'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(questions(text)).toEqual(expected);
  });

  it.each([
    [{ owner: 'Tier 2', due: '2026-12-04' }, [['team-owner', 'Who in Tier 2 sees it through?']]],
    [{ owner: 'we', due: '2026-12-04' }, [['team-owner', 'Which one of you sees it through?']]],
    [{ owner: 'Ana', due: 'soon' }, [['soft-due', '“soon”: which day is that?']]],
    [{ owner: 'Ana', due: '2026-11-20' }, [['past-due', '2026-11-20 has passed: which day is it now?']]],
    [{ owner: 'Ana', due: '2026-11-24' }, []],
    [{ owner: 'Ana' }, [['missing-due', 'By which day is it done?']]],
    [{ due: '2026-12-04' }, [['missing-owner', 'Which one person does “Delete the old refund macro”?']]],
  ])('owner and due %j', (rest, expected) => {
    expect(questions('Delete the old refund macro', rest)).toEqual(expected);
  });
});

it('what is done when is said, is not vague', () => {
  expect(questions('Improve the first reply', { ...owned, doneWhen: '9 of 10 within 2 h in March' })).toEqual(
    [],
  );
});

it('an empty action is asked for its words, its owner and its day', () => {
  expect(questions('', {}).map(([kind]) => kind)).toEqual(['no-measure', 'missing-owner', 'missing-due']);
});
