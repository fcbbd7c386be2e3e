/** What a message says, in one line without colleagues' names, as a sentence can quote it. */
import { excerpt } from '../language/describe-event';
import type { Message } from '../ticket/events';
import { clip, ended, oneLine, quoted } from './names-in-prose';
import type { Story } from './story';

const SIGN_OFF_LINES = 5;
const LONGEST_QUOTE = 160;

/** At most `longest` characters and an ellipsis; empty where the message has no text. */
export function wordsOf(message: Message, story: Story, longest: number): string {
  return clip(oneLine(story.nameless(excerpt(withoutSignOff(message, story), longest))), longest + 1);
}

/** In quotation marks and ended, whatever the message holds. */
export function quotedMessage(message: Message, story: Story): string {
  return ended(quoted(wordsOf(message, story, LONGEST_QUOTE)));
}

/** The lines from the writer's own name on, when they end the message, tell nothing that the lane does not. */
function withoutSignOff(message: Message, { people }: Story): Message {
  const name = people.get(message.actor.id)?.name;
  const first = name?.split(/\s+/)[0];
  if (!name || !first) return message;
  const { text, signatureFrom, quotedFrom } = message.body;
  const end = Math.min(signatureFrom ?? text.length, quotedFrom ?? text.length);
  const written = text.slice(0, end).trimEnd().split('\n');
  const at = written.findIndex(
    (line, index) =>
      index > 0 &&
      index >= written.length - SIGN_OFF_LINES &&
      line.length <= 60 &&
      isNamed(line.trim(), first),
  );
  if (at === -1) return message;
  return { ...message, body: { ...message.body, signatureFrom: written.slice(0, at).join('\n').length } };
}

/** "Maya", "Maya Lindqvist", "Tom, Tier 2"; not "Tom will look at it". */
function isNamed(line: string, first: string): boolean {
  if (!line.startsWith(first)) return false;
  const rest = line.slice(first.length);
  return /^(?:$|[\s,|-]+\p{Lu}[^.!?]*$)/u.test(rest);
}
