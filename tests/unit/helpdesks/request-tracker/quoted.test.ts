import { describe, expect, it } from 'vitest';
import { ownWordsEnd } from '../../../../lib/helpdesks/request-tracker/quoted';

describe('ownWordsEnd', () => {
  const own = (body: string) => {
    const { quotedFrom, signatureFrom } = ownWordsEnd(body);
    return body.slice(0, Math.min(quotedFrom ?? body.length, signatureFrom ?? body.length));
  };

  it.each([
    ['no quote', 'Hello\nWorld', 'Hello\nWorld'],
    [
      'a trailing quote with its lead',
      'Yes.\n\nOn Tue, 24 Mar 2026, Ada wrote:\n> no\n>\n> really\n',
      'Yes.\n\n',
    ],
    ['a lead in another language', 'Ja.\n\nAm 24.03.2026 um 13:21 schrieb Ada:\n> nein', 'Ja.\n\n'],
    ['a wrapped lead', 'Yes.\nOn Tue, 24 Mar 2026 at 13:21\nAda via RT wrote:\n> no', 'Yes.\n'],
    ['a sentence that ends in a colon stays', 'Done.\nYou asked:\n> when?', 'Done.\nYou asked:\n'],
    ['answers between quoted lines', '> one\nyes\n> two\nno', '> one\nyes\n> two\nno'],
    ['a signature', 'Hi\n-- \nAda', 'Hi\n'],
    ['a signature before a quote', 'Hi\n--\nAda\n\n> old', 'Hi\n'],
    ['only a quote', '> all', ''],
    ['nothing', '', ''],
  ])('%s', (_name, body, words) => {
    expect(own(body)).toBe(words);
  });
});
