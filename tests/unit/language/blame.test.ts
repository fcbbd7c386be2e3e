import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBlame, openEndOf } from '../../../lib/language/blame';
import { LAW_TIMEOUT_MS, runs } from '../support/runs';

const kinds = (text: string) => findBlame(text).map(({ kind }) => kind);
const rewritten = (text: string) => {
  const [first] = findBlame(text);
  if (!first?.rewriteRange) return undefined;
  return text.slice(0, first.rewriteRange[0]) + first.rewrite + text.slice(first.rewriteRange[1]);
};

describe('other words keep what was said and drop who', () => {
  it.each([
    ['Nina forgot to reply before her holiday.', 'It was left to memory to reply before the holiday.'],
    ['Dave pushed a bad config to production.', 'It was possible to push a bad config to production.'],
    [
      'The reply was late because the agent failed to set a reminder.',
      'The reply was late because no check caught the missing step to set a reminder.',
    ],
    [
      'The wrong invoice was sent due to human error.',
      'The wrong invoice was sent due to a step without a safeguard.',
    ],
    [
      'The ticket should have been escalated earlier.',
      'Nothing in the process led to the ticket being escalated earlier.',
    ],
    ['Who approved the change?', 'What made it possible to approve the change?'],
    ['Why didn’t the agent escalate?', 'What made it hard to escalate?'],
    [
      'It was Bea who closed the case without reading it.',
      'It was possible to close the case without reading it.',
    ],
    ['The alert was ignored by the night shift.', 'The alert was ignored at a step without a safeguard.'],
    [
      'It is Petra’s fault that the customer left.',
      'What made it possible that the customer left is not established yet.',
    ],
  ])('%s', (text, other) => {
    expect(rewritten(text)).toBe(other);
    expect(findBlame(other)).toEqual([]);
  });
});

describe('the same verb', () => {
  it.each([
    ['Sam ignored the warning.', ['person-blame']],
    ['The Tier 2 team ignored the warning.', ['team-blame']],
    ['The rule ignored the warning.', []],
    ['The customer ignored the warning.', []],
    ['Nobody ignored the warning.', []],
    ['The agent did not ignore the warning.', []],
    ['Agents can ignore the warning.', []],
    ['The customer wrote that Sam ignored the warning.', []],
    ['“Sam ignored the warning” is what the survey says.', []],
    ['> Sam ignored the warning.', []],
    ['The support portal ignored the warning.', []],
    ['The agent read the mail and ignored the warning.', ['person-blame']],
    ['The alert fired, and the agent on call ignored it.', ['person-blame']],
  ])('in “%s”', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

describe('places', () => {
  it('count UTF-16 units, in a text of several lines and with characters outside the plane', () => {
    const text = '🙂 All quiet.\n> He forgot it.\nÎnes forgot to reply. Sam should’ve checked.';
    const found = findBlame(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Înes forgot to',
      'Sam should’ve checked',
    ]);
  });

  it('are in order, inside the text and never over one another, whatever the text', {
    timeout: LAW_TIMEOUT_MS,
  }, () => {
    const words = fc.constantFrom(
      'Sam',
      'the agent',
      'team',
      'forgot',
      'to',
      'should',
      "shouldn't",
      'have',
      'ignored',
      'who',
      'broke',
      'it',
      'because',
      'of',
      'human error',
      ',',
      '.',
      '?',
      '\n',
      '“',
      '”',
      '(',
      ')',
      ':',
      '’s',
      'fault',
      'by',
      'mistake',
      'never',
      'without',
      'reading',
      'if',
      'had',
      'İ',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), fc.string({ maxLength: 20 }), (parts, noise) => {
        const text = `${parts.join(' ')}${noise}`;
        let before = 0;
        for (const { start, end, rewriteRange } of findBlame(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (rewriteRange) {
            expect(rewriteRange[0]).toBeGreaterThanOrEqual(0);
            expect(rewriteRange[1]).toBeGreaterThanOrEqual(rewriteRange[0]);
            expect(rewriteRange[1]).toBeLessThanOrEqual(text.length);
          }
          before = end;
        }
      }),
      runs(300, 20_000),
    );
  });
});

it.each(['who ', 'had ', 'the agent ', 'never ', 'by ', 'fault of ', 'If ', 'without ', 'was '])(
  'of %s twenty thousand times is done in no time',
  (word) => {
    expect(findBlame(word.repeat(20_000)).length).toBeLessThan(2);
  },
);

describe('the end of a chain of whys', () => {
  it.each([
    'Dana closed the ticket.',
    'The agent forgot to set a reminder.',
    'Human error.',
    'Someone should have noticed.',
    'She was new.',
  ])('is not “%s”', (answer) => {
    expect(openEndOf(answer)?.question).toMatch(/^What .*\?$/);
  });

  it.each([
    'The hand-off form names a group and no person.',
    'No alert fires when a ticket has no assignee.',
    'Tier 2 has one person for SAP questions.',
    'The runbook does not say who takes over at night.',
  ])('can be “%s”', (answer) => {
    expect(openEndOf(answer)).toBeUndefined();
  });
});
