/** Tells a conversation turn by turn, and turns it into the log's rows and into the transcript of a save. */
import type { WireEvent, WireTurn, WireUser } from './wire';

export interface Saying {
  who: WireUser | { bot: string };
  /** UTC, with milliseconds where two turns share a second. */
  at: string;
  text: string;
  more?: Partial<WireTurn>;
}

export function logRows(sayings: readonly Saying[]): WireTurn[] {
  return sayings.map(({ who, at, text, more }, index) => ({
    id: `01JD${String(index + 1).padStart(22, '0')}`,
    type: 'Messaging::ConversationMessage',
    reference: `zen:sunco:conversation_message:6740${index}`,
    created_at: `${at.slice(0, 19)}Z`,
    received_at: at,
    author: authorOf(who),
    content: { type: 'text', text },
    source: { type: 'bot' in who ? 'zd:answerBot' : who.role === 'end-user' ? 'web' : 'zd:agentWorkspace' },
    metadata: { custom: {}, system: { ip_address: '198.51.100.7' }, ticket_version: 0 },
    attachments: [],
    ...more,
  }));
}

/** The save that starts or ends a chat, with everything said up to then. */
export function chatEvent(
  type: 'ChatStartedEvent' | 'ChatEndedEvent',
  chat: { chat_id?: string; conversation_id?: string },
  sayings: readonly Saying[] = [],
): Omit<WireEvent, 'id'> {
  const history = sayings.map(({ who, at, text }, index) => ({
    type: 'ChatMessage',
    timestamp: Date.parse(at),
    actor_type: 'bot' in who ? 'bot' : who.role === 'end-user' ? 'end-user' : 'agent',
    actor_id: 'bot' in who ? '-1' : who.role === 'end-user' ? `10414779-13tfv${who.id % 7}` : String(who.id),
    actor_name: 'bot' in who ? who.bot : who.name,
    message: text,
    message_id: `m-${index + 1}`,
    chat_index: index,
  }));
  return { type, value: { visitor_id: '10414779-13tfv', ...chat, history } };
}

function authorOf(who: Saying['who']): Record<string, unknown> {
  if ('bot' in who) {
    return { type: 'bot', display_name: who.bot, 'zen:sunco:user_id': 'a21a91', 'zen:support:user_id': -1 };
  }
  const type = who.role === 'end-user' ? 'user' : 'agent';
  return { type, display_name: who.name, 'zen:support:user_id': who.id };
}
