import { describe, expect, it } from 'vitest';
import { firstPerson, neutral } from '../../../../lib/export/versions/neutral-voice';

describe('a sentence of a reply in a guide', () => {
  it.each([
    ['I reset the cache.', 'Reset the cache.'],
    ['We have restarted the worker.', 'Restart the worker.'],
    ['I’ve cleared the queue and restarted it for your account.', 'Clear the queue and restart it.'],
    ['I stopped the sync and then I applied the patch.', 'Stop the sync and then apply the patch.'],
    ['We submitted the file this morning.', 'Submit the file.'],
    [
      'I have re-posted them with today’s date as your colleague [the customer] allowed by phone.',
      'Re-post them with today’s date.',
    ],
    [
      'I have put it back for your account, please make the file again.',
      'Put it back, then make the file again.',
    ],
    ['Could you please open Settings?', 'Open Settings.'],
    ['Please sign out and in again.', 'Sign out and in again.'],
    ['Send me the first ten lines of the file.', 'Ask the customer for the first ten lines of the file.'],
    ['Switch it off.', 'Switch it off.'],
  ])('is an instruction: %s', (sentence, text) => {
    expect(neutral(sentence)).toEqual({ text, isStep: true });
  });

  it.each([
    ['The correction is live for your account.', 'The correction is live.'],
    ['We can see the entry in the log.', 'The agent can see the entry in the log.'],
    ['I’ve found an old token there.', 'The agent has found an old token there.'],
    ['I stopped the sync and repaved the index.', 'The agent stopped the sync and repaved the index.'],
    ['I think it is the token.', 'The agent wrote: “I think it is the token.”'],
    ['The token was mine, so I rotated it.', 'The agent wrote: “The token was mine, so I rotated it.”'],
    ['The token was old, so I rotated it.', 'The token was old, so the agent rotated it.'],
  ])('says how things stand: %s', (sentence, text) => {
    expect(neutral(sentence)).toEqual({ text, isStep: false });
  });

  it('is never in the first person outside quotation marks', () => {
    for (const verb of [
      'cleared',
      'am clearing',
      'clear',
      'would clear',
      'have not cleared',
      'had it cleared',
    ])
      for (const who of ['I', 'we', 'We', 'When I', 'my team and I', 'let me; I'])
        expect(neutral(`${who} ${verb} the cache of my own.`).text.replace(/“.*”/, '')).not.toMatch(
          firstPerson,
        );
  });
});
