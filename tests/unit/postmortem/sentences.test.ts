import { describe, expect, it } from 'vitest';
import { countSentences } from '../../../lib/language/sentences';

describe('counting sentences', () => {
  it.each([
    [0, ''],
    [0, '…'],
    [1, 'One'],
    [2, 'It failed. It works again!'],
    [1, 'He wrote about “Down? Still down! Help.” on Monday.'],
    [1, 'He wrote about "Down? Still down!" on Monday.'],
    [1, 'Er schrieb «Kaputt! Hilfe!» am Montag.'],
    [2, 'The reply said “It works.” Then the ticket was solved.'],
    [1, 'It failed for e.g. Tier 2 and St. Mary vs. Tier 1.'],
    [1, 'See No. 5 of the list.'],
    [2, 'The answer was no. Then it failed.'],
    [2, 'It took 500 ms. Then it failed.'],
    [1, 'J. R. Smith called the U.S. Team.'],
    [2, 'We chose plan B. Nobody objected.'],
    [1, 'Open https://x.example/?a=1&b=2 first.'],
    [1, 'It took a while… but it works.'],
    [2, 'It took a while… Now it works.'],
    [1, 'Version 2026.11.2 went out at 15:41 UTC.'],
    [2, '1. First point\n2. Second point'],
    [2, '動きません。助けてください！'],
  ])('%i in %j', (count, text) => {
    expect(countSentences(text)).toBe(count);
  });
});
