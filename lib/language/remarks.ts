/**
 * Two readings of a customer's message that the first numbers depend on: "thanks, it works" opens no wait,
 * and "let me speak to a manager" is an escalation. English, from phrases; quoted mail is not read.
 */
import type { Message } from '../ticket/events';

const LONGEST_REMARK = 220;
/** A pasted log says nothing about what its sender asks for, and reading it all takes long. */
const READ = 4_000;

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

// Not the "manager role" or "manager view" of a product.
const senior =
  '(?:(?:\\w+ )?(?:manager|supervisor|team ?lead(?:er)?|director)|someone (?:senior|else|in charge|higher(?: up)?)|your (?:boss|lead|superiors?))(?! (?:role|permission|account|view|page|screen|console|app|portal|login|licen[cs]e))';
const says =
  '(?:call|contact|reply|respond|phone|ring|write|look|speak|get back|step in|involved|on the phone|now)';

const asksUp = [
  // To a person: "let me speak to your manager", "I want a manager on the phone", "get the duty manager".
  new RegExp(`\\b(?:speak|talk|chat|put me through|connect me|get me)\\b[^.?!\\n]{0,30}\\b${senior}\\b`, 'i'),
  new RegExp(`\\b(?:get|involve|bring in|pass (?:it|this) to) (?:an?|the|your) ${senior}\\b`, 'i'),
  new RegExp(`\\b(?:an?|your|the) ${senior}\\b[^.?!\\n]{0,30}\\b${says}\\b`, 'i'),
  // To a level: "please escalate", "I want this escalated", "we are escalating".
  /\b(please|can you|could you|kindly|must|need to|needs to be|want to|want (this|it)|would like to( have)?|ask(ing)? for( an)?|request(ing)?( an)?)\b[^.?!\n]{0,40}\bescalat(e|ed|ion)\b/i,
  /\b(i am|i'm|we are|we're|i'll|we'll|i will|we will)\b[^.?!\n]{0,20}\bescalat(e|ing)\b/i,
  /\bescalate (this|it|the (ticket|case|issue|matter))\b/i,
];
const deniesIt =
  /\b(no need|don['’]t|do not|without|rather not|not|never)\b[^.?!\n]{0,20}\b(escalat|manager|supervisor)/i;

/** The customer asks for somebody higher up. */
export function asksToEscalate(message: Message): boolean {
  const text = ownWords(message).slice(0, READ);
  return asksUp.some((pattern) => pattern.test(text)) && !deniesIt.test(text);
}

/** What the writer wrote, without the mail quoted below it and without the signature. */
export function ownWords(message: Message): string {
  const { text, quotedFrom, signatureFrom } = message.body;
  return text.slice(0, Math.min(quotedFrom ?? text.length, signatureFrom ?? text.length)).trim();
}
