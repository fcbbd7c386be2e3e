import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTokens } from '../../../../lib/language/redact';
import { ticket } from '../../support/capture-builder';
import { runs } from '../../support/runs';
import { labelled, labelledSets } from './labelled';

const lines = labelledSets()
  .flatMap(labelled)
  .map(({ text }) => text);

describe('many texts looked through at once', () => {
  it('does not take half a key in one message and half in another for one', () => {
    const begin = '-----BEGIN PRIVATE KEY-----';
    const end = 'My password is hunter2!x. -----END PRIVATE KEY-----';
    const { entries } = makeTokens(ticket().customer('+0', begin).customer('+1h', end).build());
    expect(entries.map(({ value }) => value)).toEqual(expect.arrayContaining([begin, 'hunter2!x']));
  });

  it('finds in each what is found in it alone', () => {
    const tokens = makeTokens(ticket({ organization: 'Brightwell Logistics' }).build());
    const halves = [
      '-----BEGIN PRIVATE KEY-----',
      '12 Oak Street,',
      'Dover, DE 19901',
      'bearer ',
      'Customer 1',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines, ...halves), { maxLength: 12 }), (texts) => {
        const alone = texts.map((text) => tokens.replacements(text));
        expect(tokens.replacementsOfAll(texts)).toEqual(alone);
      }),
      runs(200),
    );
  });
});
