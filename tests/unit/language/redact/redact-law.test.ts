import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTokens, redact } from '../../../../lib/language/redact';
import { ticket } from '../../support/capture-builder';
import { labelled, labelledSets } from './labelled';

const capture = ticket({ subject: 'Ada Lund cannot log in', organization: 'Brightwell Logistics' })
  .person('ada', { emails: ['ada.lund@example.com'] })
  .customer('+0', 'My password is Harbour#19, call 020 7946 0991 or write to ada.lund@example.com.')
  .note('+1h', 'Ann called her on +44 20 7946 0018; account number 99281-22.')
  .build();
const tokens = makeTokens(capture);

describe('tokens', () => {
  it.each([
    ['Ada wrote to Ann Okoro.', 'Customer 1 wrote to Agent A.'],
    ['ADA.LUND@example.com', '[e-mail 1]'],
    ['0207 946 0991 and 020 7946 0991', '[phone 1] and [phone 1]'],
    ['Bo’s note for Brightwell', 'Agent B’s note for Company 1'],
    ['the account 99281-22 at desk.example', 'the account [account 1] at [site 1]'],
    ['I tried Harbour#19 again', 'I tried [password 1] again'],
    ['cut off: ada.lund@ex…', 'cut off: [e-mail 1]…'],
    ['a new one: zoe@example.org', 'a new one: [e-mail]'],
    ['Ticket #4711, order 88213311', 'Ticket #4711, order 88213311'],
  ])('%s', (text, redacted) => {
    expect(redact(text, tokens)).toBe(redacted);
  });

  it('are the same whatever is redacted first, and lead back', () => {
    expect(makeTokens(capture).entries).toEqual(tokens.entries);
    expect(tokens.entries.find(({ token }) => token === '[password 1]')?.value).toBe('Harbour#19');
  });

  it('number what only the postmortem says after what the ticket says', () => {
    const more = makeTokens(capture, { summary: { text: 'zoe@example.org told ada.lund@example.com' } });
    expect(redact('zoe@example.org, ada.lund@example.com', more)).toBe('[e-mail 2], [e-mail 1]');
  });

  it.each(['[phone 1]', '020 7946 0991'])('stay away from what is kept, by token or value: %s', (kept) => {
    expect(redact('020 7946 0991, Harbour#19', tokens, new Set([kept]))).toBe('020 7946 0991, [password 1]');
  });

  it('take the characters along that nobody sees', () => {
    expect(redact('a\u202eb\u200bc \u2066Ada\u2069', tokens)).toBe('abc Customer 1');
  });
});

describe('redacting twice', () => {
  const texts = labelledSets().flatMap((set) => labelled(set).map(({ text }) => text));

  it('changes nothing in the labelled texts', () => {
    for (const text of texts) {
      const once = redact(text, tokens);
      expect(redact(once, tokens)).toBe(once);
    }
  });

  it('changes nothing, however texts, names and tokens are put together', () => {
    const token = fc.constantFrom(
      'Customer 1',
      'Agent A',
      '[phone 1]',
      '[password]',
      'Company 1',
      '[site 1]',
    );
    const glue = fc.constantFrom(
      '',
      ' ',
      '\n',
      ': ',
      ', ',
      '@',
      '/',
      '-',
      '.',
      ' is ',
      'password ',
      'account ',
      '…',
    );
    const name = fc.constantFrom('Ada', 'lund', 'Ann Okoro', 'Brightwell', 'desk.example');
    const part = fc.oneof(fc.constantFrom(...texts), token, glue, name, fc.string());
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const once = redact(parts.join(''), tokens);
        expect(redact(once, tokens)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});
