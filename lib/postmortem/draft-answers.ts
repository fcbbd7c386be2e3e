import { formatDuration } from '../language/duration';
import type { EventId, Message } from '../ticket/events';
import { claim, plural, stamp } from './facts-in-words';
import { quotedMessage } from './message-in-words';
import { nameInProse } from './names-in-prose';
import type { Claim } from './schema';
import type { Story } from './story';

const MOST_WRONG = 3;

/** Which answers did not hold, which one did, how long that took, and what was new in the one that held. */
export function draftAnswers(story: Story): Claim[] {
  const { answers } = story.analysis;
  if (!answers) return [];
  const right = messageOf(story, answers.right);
  const more = answers.wrong.length - MOST_WRONG;
  return [
    ...answers.wrong.slice(0, MOST_WRONG).flatMap((wrong) => wrongLine(story, wrong)),
    ...(more > 0
      ? [
          claim(
            `${plural(more, 'further answer')} did not hold.`,
            answers.wrong.slice(MOST_WRONG).map(({ event }) => event),
          ),
        ]
      : []),
    ...(right
      ? [rightLine(story, right, answers.ms), ...whatWasNew(story, answers.wrong, right)]
      : [claim('No answer that held is known.')]),
  ];
}

/** Where the right answer came from: what a document would have to carry the next time. */
export function dependencies(story: Story): Claim[] {
  const { analysis } = story;
  const right = messageOf(story, analysis.answers?.right);
  const team = right?.actor.team;
  const alone = analysis.findings.find(({ kind }) => kind === 'one_person');
  return [
    ...(team === undefined
      ? []
      : [claim(`The answer that held was known to ${nameInProse(team, 'one team')}.`, [right?.id])]),
    ...(alone ? [claim('Most of the work on the ticket hung on one role.', alone.events)] : []),
  ];
}

function wrongLine(story: Story, { event, said }: { event: EventId; said?: EventId }): Claim[] {
  const wrong = messageOf(story, event);
  if (!wrong) return [];
  const teller = messageOf(story, said);
  const told = teller
    ? `; ${teller.actor.side === 'customer' ? story.customer : 'we'} said so on ${stamp(teller.time.at)}`
    : '';
  return [
    claim(
      `The answer of ${stamp(wrong.time.at)} did not hold${told}: ${quotedMessage(wrong, story)}`,
      teller ? [wrong.id, teller.id] : [wrong.id],
    ),
  ];
}

function rightLine(story: Story, right: Message, ms: number | undefined): Claim {
  const later = ms === undefined ? '' : `, ${formatDuration(ms)} after the first one`;
  return claim(
    `The answer that held came on ${stamp(right.time.at)}${later}: ${quotedMessage(right, story)}`,
    [right.id],
  );
}

/** Another team had joined: the nearest a history comes to saying where the knowledge was. */
function whatWasNew(story: Story, wrong: readonly { event: EventId }[], right: Message): Claim[] {
  const before = new Set(wrong.map(({ event }) => messageOf(story, event)?.actor.team));
  const { team } = right.actor;
  if (team === undefined || before.has(team)) return [];
  return [claim(`In between, ${nameInProse(team, 'another team')} had taken over the ticket.`, [right.id])];
}

function messageOf({ events }: Story, id: EventId | undefined): Message | undefined {
  const event = id === undefined ? undefined : events.get(id);
  return event?.kind === 'message' ? event : undefined;
}
