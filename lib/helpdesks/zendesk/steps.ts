/**
 * What the history of saves does not hold, or holds without its own times: turns of a chat or messaging
 * conversation, the marks between them, and comments that are in no save. Read elsewhere, walked through together
 * with the saves (`history.ts`), so that sides and teams are those of their time.
 */

import type { Iso } from '../../ticket/basics';
import type { Message } from '../../ticket/events';
import { timeFrom } from './fields';
import type { Actor } from './people';
import { actorIn, type Context, type Draft, type Scene } from './scene';

export type Spoken = 'chat' | 'messaging';

interface StepBase {
  id: string;
  at: Iso;
  raw: string;
  speaker: Speaker;
  channel: Message['channel'];
  threadId?: string;
  source: { endpoint: string; rule: string };
}

export type Step =
  | (StepBase & {
      kind: 'turn';
      isPublic: boolean;
      body: Message['body'];
      attachments: Message['attachments'];
      /** Of a comment: its id, and the save it says it belongs to. */
      comment?: string;
      batch?: string;
    })
  | (StepBase & { kind: 'session'; phase: 'started' | 'ended' | 'transferred'; channel: Spoken })
  | (StepBase & { kind: 'mark'; label: string });
export type Turn = Extract<Step, { kind: 'turn' }>;

/**
 * Who spoke: `person` by id alone, `customer` and `agent` as the conversation says, with or without an id (a
 * visitor who was not signed in has none), `bot` by its name, `rule` for what the account sends by itself.
 */
export interface Speaker {
  kind: 'person' | 'customer' | 'agent' | 'bot' | 'rule';
  id?: string;
  name?: string;
}

export function inTime(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

export function draftOfStep(context: Context, scene: Scene, step: Step): Draft {
  const { id, at, raw, speaker, channel, source } = step;
  const base = {
    id,
    time: timeFrom(at, raw),
    actor: actorOf(context, scene, step),
    via: { channel, rule: speaker.kind === 'rule' ? { type: 'trigger' as const } : undefined },
    url: context.url,
    source,
  };
  if (step.kind === 'session') {
    const threadId = step.threadId ?? 'conversation';
    return { ...base, kind: 'session', threadId, phase: step.phase, channel: step.channel };
  }
  if (step.kind === 'mark') return { ...base, kind: 'other', label: step.label, data: {} };
  return {
    ...base,
    batch: step.batch,
    kind: 'message',
    audience: wasPublic(context, step) ? 'customer' : 'internal',
    threadId: step.threadId,
    body: step.body,
    attachments: step.attachments,
    channel,
    auto: autoOf(speaker),
    state: context.states.get(step.comment ?? ''),
  };
}

/** Audience at the time: a list of comments tells today's. */
function wasPublic(context: Context, { comment, isPublic }: Turn): boolean {
  const changed = comment === undefined ? undefined : context.privacy.get(comment);
  return changed === undefined ? isPublic : !changed;
}

function autoOf({ kind }: Speaker): Message['auto'] {
  return kind === 'bot' || kind === 'rule' ? kind : undefined;
}

function actorOf(context: Context, scene: Scene, step: Step): Actor {
  const { people } = context;
  const { kind, id, name } = step.speaker;
  if (kind === 'bot') return { id: people.bot(id, name), side: 'system' };
  if (kind === 'rule') return { id: people.system(), side: 'system' };
  if (kind === 'customer') {
    // Somebody not signed in is the requester: Zendesk opens the ticket in the name of whoever wrote.
    const known = id !== undefined && people.knows(id) ? id : (scene.requester ?? id);
    return known === undefined
      ? { id: people.unlisted(name, 'customer'), side: 'customer' }
      : actorIn(context, scene, known, 'customer');
  }
  if (id === undefined) return { id: people.unlisted(name, 'agent'), side: 'agent' };
  const isCustomers =
    kind === 'person' && (id === scene.requester || (step.kind === 'turn' && step.isPublic));
  return actorIn(context, scene, id, isCustomers ? 'customer' : 'agent');
}
