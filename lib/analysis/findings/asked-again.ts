/** Questions of the company that the customer had answered before: by the customer's word, else by what stands there. */
import { tellsTopic, topicsAsked } from '../../language/asked-before';
import type { Message } from '../../ticket/events';
import { cause } from '../causes';
import { isAfter, lastBefore } from '../positions';
import type { Handoff } from '../types';
import type { Finding, Scene } from './finding';
import { asksSomething } from './said';

export function repeatedQuestionFindings(scene: Scene): Finding[] {
  const { customerMessages } = scene.facts;
  const said = customerMessages.flatMap((answer) => saidBefore(scene, answer));
  const known = new Set(said.map(({ events }) => events[0]));
  const told = newcomers(scene).filter(({ id }) => !known.has(id));
  return [...said, ...told.flatMap((question) => toldBefore(scene, question))];
}

/** The first message of each colleague but the first. */
function newcomers({ facts }: Scene): Message[] {
  const first = new Map<string, Message>();
  for (const reply of facts.replies) if (!first.has(reply.actor.id)) first.set(reply.actor.id, reply);
  return [...first.values()].slice(1);
}

/** "As I wrote in my first mail." */
function saidBefore({ facts, readings, handoffs }: Scene, answer: Message): Finding[] {
  if (!readings.says(answer, 'repeat_info')) return [];
  const question = lastBefore(facts.replies, answer);
  if (!question || !asksSomething(question)) return [];
  const earlier = lastBefore(facts.replies, question);
  const since = earlier?.time.at ?? facts.ticket.createdAt;
  const move = handoffs.findLast(({ at }) => at >= since && at <= question.time.at);
  return [
    {
      kind: 'repeated_question',
      weight: move ? 'serious' : 'worth_a_look',
      title: titleOf(move, 'what had been answered before'),
      detail: 'The customer says so in the answer.',
      events: [question.id, answer.id, ...(move ? [move.event] : [])],
      cause: cause('handoff_context'),
    },
  ];
}

/** Asked by somebody who is new to the ticket, although an earlier message of the customer has it. */
function toldBefore({ facts, handoffs }: Scene, question: Message): Finding[] {
  for (const topic of topicsAsked(question.body.text)) {
    const told = facts.customerMessages.find(
      (message) => isAfter(question, message) && tellsTopic(message.body.text, topic),
    );
    if (!told) continue;
    const move = handoffs.findLast(({ at }) => at <= question.time.at);
    return [
      {
        kind: 'repeated_question',
        weight: 'worth_a_look',
        title: titleOf(move, `for ${topic}, which an earlier message seems to tell`),
        detail: 'Found by the words of both messages; nobody said so.',
        events: [question.id, told.id, ...(move ? [move.event] : [])],
        cause: cause('handoff_context'),
      },
    ];
  }
  return [];
}

function titleOf(move: Handoff | undefined, what: string): string {
  return `${move ? 'After a hand-off the' : 'The'} customer was asked ${what}`;
}
