import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { neutralMessage, neutralText } from '../../../../lib/export/anonymised/neutral-text';
import { asksToEscalate, isClosingRemark } from '../../../../lib/language/remarks';
import type { Message } from '../../../../lib/ticket/events';
import { ticket } from '../../support/capture-builder';

// Each message is read four times by a dozen patterns.
vi.setConfig({ testTimeout: 60_000 });

function message(body: Message['body']): Message {
  const event = ticket().customer('+0', '', { body }).build().ticket.events[0];
  if (event?.kind !== 'message') throw new Error('no message');
  return event;
}

const shape = (text: string) => text.split('\n').map((line) => `${line.length} ${line.replace(/[^?]/g, '')}`);

describe('neutral text', () => {
  it('has the lines, lengths, quote marks and question marks of the original, and none of its words', () => {
    const text = 'Hi Ada,\n\n> did it work? Or not?\n  yes\n-- \nBo Reyes';
    expect(neutralText(text)).toBe('lorem i\n\n> lorem ipsum?lorem i?\n  lor\nlo \nlorem ip');
    expect(shape(neutralText(text))).toEqual(shape(text));
  });

  it.each([
    ['Thanks, works now.', true, false],
    ['thx', true, false],
    ['Solved!\nBo', true, false],
    ['> thanks', true, false],
    ['Please escalate this to your manager.', false, true],
    ['Can you do it? escalate it?', false, true],
    ['Thanks. Escalate It', true, true],
    ['thx escalate it', true, true],
    ['> I want a manager on the phone', false, false],
    ['> I want it\nneed L2', false, true],
    ['Do not escalate this.', false, false],
    ['Any news?', false, false],
  ])('reads “%s” as it did', (text, closes, asks) => {
    const before = message({ text });
    const after = message({ text: neutralMessage(before) });
    expect([isClosingRemark(before), asksToEscalate(before)]).toEqual([closes, asks]);
    expect([isClosingRemark(after), asksToEscalate(after)]).toEqual([closes, asks]);
    expect(shape(after.body.text)).toEqual(shape(text));
  });

  it('keeps shape and readings of any message, wherever its quote and its signature begin', () => {
    const pieces = fc.constantFrom(
      ...[
        'thanks',
        'Thx',
        'works now',
        'escalate it',
        'need L2',
        'please escalate',
        'get a manager',
        "I'm escalating",
        'solved',
      ],
      ...[
        'not',
        'wait',
        'never',
        'Hi',
        'Ada',
        'regards',
        ' ',
        '  ',
        '\n',
        '\n\n',
        '?',
        '.',
        '!',
        ';',
        '>',
        '> ',
        '-- \n',
      ],
      ...['x'.repeat(210), '\u00a0', '\t', '😀', 'ü', '株式会社', 'escalate the issue solved', 'all good'],
    );
    const body = fc.record({
      text: fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
      quotedFrom: fc.option(fc.nat(60), { nil: undefined }),
      signatureFrom: fc.option(fc.nat(60), { nil: undefined }),
    });
    fc.assert(
      fc.property(body, (told) => {
        const before = message(told);
        const after = message({ ...told, text: neutralMessage(before) });
        expect(isClosingRemark(after)).toBe(isClosingRemark(before));
        expect(asksToEscalate(after)).toBe(asksToEscalate(before));
        expect(shape(after.body.text)).toEqual(shape(told.text));
      }),
      { numRuns: 1_000 },
    );
  });
});
