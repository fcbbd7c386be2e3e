/** Entries that no story of a ticket needs: reactions, acknowledgements, chatter, and what rules churn. */
import { ownWords } from '../language/remarks';
import type { Message, TicketEvent } from '../ticket/events';

const LONGEST_CHATTER = 120;

/** Emoji, "+1", "following", "any one else seeing this?", "nvm": says nothing of the case. */
const chatter =
  /^(?:\+1|[-–—]|\.+|n\/?a|nvm|never ?mind|following|subscribed|watching|bump|fyi(?: seen)?|seen|noted|ack(?:nowledged)?|ok(?:ay)?|k|done|yes|no|ta|same(?: here)?|me too|lol|haha+|thanks?(?: you| all| a lot| everyone)?|thx|ty|cheers|hi(?: all| team)?|hello|test(?:ing)?|brb|on it|looking|checking|is (?:any ?one|any ?body) else (?:seeing|having|getting) (?:this|that|it|the same)|any ?one else(?: seeing (?:this|that|it))?|sorry,? wrong (?:ticket|thread|window|chat)|wrong ticket|ignore (?:this|that|me)|lunch\b.*|back (?:at|in) \S+)[\s.!?…]*$/i;

export function isNoise(event: TicketEvent): boolean {
  switch (event.kind) {
    case 'message':
      return isEmptyMessage(event);
    case 'change':
      // What automation does beside the fields that carry a story is housekeeping.
      return (
        (event.actor.side === 'system' ||
          (event.via?.rule !== undefined && event.via.rule.type !== 'macro')) &&
        !storyFields.has(event.field)
      );
    case 'other':
    case 'participant':
      return true;
    default:
      return false;
  }
}

const storyFields = new Set(['status', 'priority', 'severity', 'assignee', 'group', 'tier', 'due']);

function isEmptyMessage(message: Message): boolean {
  if (message.auto === 'acknowledgement' || message.auto === 'out_of_office' || message.auto === 'survey')
    return true;
  const text = ownWords(message);
  if (text === '') return message.attachments.length === 0;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  return text.length <= LONGEST_CHATTER && chatter.test(text);
}
