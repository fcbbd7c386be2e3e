/**
 * The reading of a customer's message that the first numbers depend on: "thanks, it works" opens no wait. Stricter
 * than the signals of `signals.ts`: what is taken for a closing word ends a clock. English; quoted mail is not read.
 */
import type { Message } from '../ticket/events';
import { readSignals } from './signals';

const LONGEST_REMARK = 220;
const thanks =
  /\b(thanks?( you)?|thx|cheers|much appreciated|appreciate (it|that|your help)|great (work|job)|perfect|brilliant|excellent|all good|awesome)\b/i;
const confirms =
  /\b(works?( again| now| fine| perfectly)?|working( again| now| fine)?|(is|are|'s|’s|all|been|now|issue|problem) (back( up)?|online|sorted|solved|resolved|fixed)|back online|online again|^(solved|fixed|resolved|sorted)|(you can|you may|please|feel free to|can be) closed?)\b/gi;
/** Whatever keeps a friendly sentence from being the last word. */
const objects =
  /\?|n['’]t\b|\b(but|however|still|not|nothing|never|nobody|no longer|none|cannot|fail(s|ed|ing|ure)?|errors?|stop(s|ped)?|broken|again tomorrow|unless|until|only|except|yet|in advance|look(ing)? into)\b/i;
const requests =
  /\b(please|pls|can you|could you|would you|will you|let (me|us) know|we need|i need|waiting|wait|send|check|look at|asap|urgent(ly)?|when|how|why|what|which|any (news|update))\b/i;
const pleasantries =
  /^(hi|hello|hey|dear|good (morning|afternoon|evening)|(kind |best |warm )?regards|best( wishes)?|sincerely|have a (nice|good|great) \w+|(a )?(nice|good|great) (day|weekend|evening|one)|ok(ay)?|great|got it|noted|understood|yes)\b/i;
const MOST_WORDS_OF_A_NAME = 3;

/** A thanks or a confirmation that asks for nothing: the customer is not waiting after it. */
export function isClosingRemark(message: Message): boolean {
  const text = ownWords(message);
  if (text.length === 0 || text.length > LONGEST_REMARK || objects.test(text)) return false;
  const sentences = text.split(/[.!;\n]+/).flatMap((part) => part.trim() || []);
  return sentences.some(isSettled) && sentences.every((part) => isSettled(part) || isPleasantry(part));
}

function isSettled(sentence: string): boolean {
  const rest = sentence.replace(confirms, ' ');
  return (rest !== sentence || thanks.test(sentence)) && !requests.test(rest);
}

function isPleasantry(sentence: string): boolean {
  if (requests.test(sentence)) return false;
  return pleasantries.test(sentence) || isName(sentence);
}

/** A name under the message: "Ada", "Ada Lund, Brightwell". */
function isName(sentence: string): boolean {
  const words = sentence.split(/[\s,]+/);
  return words.length <= MOST_WORDS_OF_A_NAME && words.every((word) => /^\p{Lu}/u.test(word));
}

/** The customer asks for somebody higher up. */
export function asksToEscalate(message: Message): boolean {
  const signals = readSignals({ text: ownWords(message), side: 'customer', at: message.time.at });
  return signals.some(({ kind }) => kind === 'escalation_request');
}

/** What the writer wrote, without the mail quoted below it and without the signature. */
export function ownWords(message: Message): string {
  const { text, quotedFrom, signatureFrom } = message.body;
  return text.slice(0, Math.min(quotedFrom ?? text.length, signatureFrom ?? text.length)).trim();
}
