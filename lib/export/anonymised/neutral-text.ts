/**
 * Texts without what they said: as long, with the same lines, quote marks and question marks, in words that mean
 * nothing. Two readings move numbers, so they are kept: a thanks stays a thanks, and who asked for somebody higher
 * up still does.
 */
import { asksToEscalate, isClosingRemark } from '../../language/remarks';
import type { Message } from '../../ticket/events';

type Body = Message['body'];

export function neutralText(text: string): string {
  return text.split('\n').map(neutralLine).join('\n');
}

/** The text of a message; its offsets stay true. */
export function neutralMessage(message: Message): string {
  const own = ownEnd(message.body);
  const rest = neutralText(message.body.text.slice(own));
  const lines = message.body.text.slice(0, own).split('\n');
  const isClosing = isClosingRemark(message);
  const asking = asksToEscalate(message) ? lineToAskIn(lines, isClosing) : -1;
  const words = lines.map((line, index) => {
    if (index === asking) return isClosing ? withCore(line, closingRequest) : askingLine(line);
    return isClosing ? withCore(line, thanks) : neutralLine(line);
  });
  return words.join('\n') + rest;
}

function ownEnd({ text, quotedFrom, signatureFrom }: Body): number {
  return Math.min(quotedFrom ?? text.length, signatureFrom ?? text.length, text.length);
}

const WORDS =
  'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua ';

function filler(length: number): string {
  const words = WORDS.repeat(Math.ceil(length / WORDS.length)).slice(0, length);
  // A space at the end would be trimmed away, and the text with it be shorter.
  return words.endsWith(' ') ? `${words.slice(0, -1)}.` : words;
}

function neutralLine(line: string): string {
  return withCore(line, (core) => core.replace(/[^?]+/g, (run) => filler(run.length)));
}

/** Quote marks and spaces around a line are its shape. */
function withCore(line: string, replace: (core: string) => string): string {
  const before = /^[>\s]*/.exec(line)?.[0] ?? '';
  const core = line.slice(before.length).trimEnd();
  const after = line.length - before.length - core.length;
  return before.replace(/\s/g, ' ') + replace(core) + ' '.repeat(after);
}

const ASK = 'Need L2';
const CLOSING_ASK = `Thx;${ASK}`;
const runWithRoom = new RegExp(`[^?]{${ASK.length},}`);

/** No way of asking is shorter than this one, so a message that asked has a line with room for it. */
function lineToAskIn(lines: readonly string[], isClosing: boolean): number {
  // A quoted line asks for nothing, whatever it says.
  const cores = lines.map((line) => (/^\s*>/.test(line) ? '' : line.trim()));
  const roomy = isClosing ? cores.findIndex((core) => core.length >= CLOSING_ASK.length) : -1;
  return roomy >= 0 ? roomy : cores.findIndex((core) => runWithRoom.test(core));
}

function askingLine(line: string): string {
  let isAsked = false;
  return withCore(line, (core) =>
    core.replace(/[^?]+/g, (run) => {
      if (isAsked || run.length < ASK.length) return filler(run.length);
      isAsked = true;
      const rest = run.length - ASK.length;
      return ASK + (rest > 1 ? ` ${filler(rest - 1)}` : '.'.repeat(rest));
    }),
  );
}

/** Every line of a thanks says thanks, or is too short to say anything and reads as the name under it. */
function thanks(core: string): string {
  if (core.length < 3) return nameOf(core.length);
  return `Thx${signed(core.length - 3)}`;
}

function closingRequest(core: string): string {
  const words = core.length < CLOSING_ASK.length ? ASK : CLOSING_ASK;
  return words + signed(core.length - words.length);
}

function signed(length: number): string {
  return length < 3 ? '.'.repeat(length) : `. ${nameOf(length - 2)}`;
}

/** One word with a capital, however long. */
function nameOf(length: number): string {
  const letters = filler(length).replace(/[^a-z]/g, 'n');
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}
