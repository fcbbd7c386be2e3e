import { describe, expect, it } from 'vitest';
import { isClosingRemark, ownWords } from '../../../lib/language/remarks';
import type { Message } from '../../../lib/ticket/events';
import { ticket } from '../support/capture-builder';

function said(text: string, more: Partial<Message['body']> = {}): Message {
  const [event] = ticket()
    .customer('+0', text, { body: { text, ...more } })
    .build().ticket.events;
  if (event?.kind !== 'message') throw new Error('not a message');
  return event;
}

describe('a closing remark', () => {
  it.each([
    'Thanks a lot!',
    'Works again, thank you.',
    'Thank you, that did it. You can close this ticket.',
    'Hi Bo,\n\nthe printers are back online. Many thanks!\n\nBest regards\nAda Lund',
    'Solved, please close.',
    'Perfect.',
    'Great, all good now. Have a nice weekend.',
    'The upload is working now.',
    "It's fixed, cheers",
    'Ok, thanks for the quick help',
  ])('is %j', (text) => {
    expect(isClosingRemark(said(text))).toBe(true);
  });

  it.each([
    '',
    'Please send the invoice, thanks.',
    'Thanks in advance!',
    'Thanks, but it still fails.',
    "Thanks. It doesn't work.",
    'It doesn’t work, thank you.',
    'Nothing works.',
    'It stopped working.',
    'The printer is not working.',
    'Thank you. Attached is the log from this morning, taken on the second machine.',
    'Can you check order 4411? Thanks',
    'Thanks, when will it be done',
    'Thanks for looking into it.',
    'Works now, except on the second floor.',
    'Thanks. We need this by Friday.',
    'Our shop opens at nine.',
    `Thank you. ${'The log says the same thing over and over. '.repeat(6)}`,
  ])('is not %j', (text) => {
    expect(isClosingRemark(said(text))).toBe(false);
  });

  it('is read without the mail quoted below it', () => {
    const text = 'Thanks, it works.\n\n> Can you please check whether it still fails?';
    expect(isClosingRemark(said(text))).toBe(false);
    expect(isClosingRemark(said(text, { quotedFrom: text.indexOf('>') }))).toBe(true);
  });
});

it('own words are those above the quote and the signature', () => {
  const text = 'Any news?\n--\nAda Lund\nPlease escalate to my manager if I am away.';
  expect(ownWords(said(text, { signatureFrom: text.indexOf('--') }))).toBe('Any news?');
});
