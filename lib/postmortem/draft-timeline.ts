import { isHandMade } from '../analysis/overlay';
import { describeEvent } from '../language/describe-event';
import type { Change, Message, TicketEvent } from '../ticket/events';
import { wordsOf } from './message-in-words';
import { clip, nameInProse, oneLine, quoted } from './names-in-prose';
import type { TimelineEntry } from './schema';
import type { Story } from './story';

const LONGEST_QUOTE = 200;
const LONGEST_TEXT = 240;

/** The key events with what happened at each in one line, and why it was picked. */
export function draftTimeline(story: Story): TimelineEntry[] {
  return story.analysis.keyEvents.flatMap((key) => {
    const event = story.events.get(key.id);
    if (!event) return [];
    return [
      {
        event: event.id,
        at: event.time.at,
        lane: laneOf(event),
        text: isDecidedAloud(event, key.why) ? decisionText(event, story) : textOf(event, story),
        why: whyWords(key.why, story),
        state: 'generated' as const,
      },
    ];
  });
}

/** Every message is in exactly one lane: what the customer could see, or what stayed inside. */
export function laneOf(event: TicketEvent): TimelineEntry['lane'] {
  if (event.kind === 'message') return event.audience === 'customer' ? 'customer' : 'internal';
  return event.kind === 'call' ? 'customer' : 'system';
}

export const DECIDED = 'Decided: ';

/** Entered by a person as a decision: their own words, who heard it and all. */
function isDecidedAloud(event: TicketEvent, why: string): event is Message {
  return event.kind === 'message' && isHandMade(event) && why === 'a decision';
}

function decisionText({ body }: Message, story: Story): string {
  return `${DECIDED}${clip(oneLine(story.nameless(body.text)), LONGEST_TEXT)}`;
}

function textOf(event: TicketEvent, story: Story): string {
  if (event.kind === 'message') {
    const words = wordsOf(event, story, LONGEST_QUOTE);
    const isSilent = event.body.text.trim() === '';
    return `${whoOf(event, story)}: ${isSilent ? words : quoted(words)}`;
  }
  if (event.kind === 'change' && event.field === 'assignee') return assignmentOf(event, story);
  return clip(oneLine(story.nameless(describeEvent(event, story.people))), LONGEST_TEXT);
}

/** The writer as a role: the customer, or the team; never a colleague's name. */
function whoOf(message: Message, story: Story): string {
  const side = message.actor.side;
  if (side === 'customer')
    return message.audience === 'customer' ? story.Customer : `${story.Customer}, internal`;
  if (side === 'system' || message.auto !== undefined) return 'Automatic message';
  const team = nameInProse(message.actor.team, side === 'third_party' ? 'A third party' : 'Support');
  if (message.audience === 'customer') return `${team} to the customer`;
  return message.audience === 'side' ? `${team}, side conversation` : `${team}, internal note`;
}

function assignmentOf({ from, to }: Change, { people }: Story): string {
  const teamOf = (id: string | undefined) => people.get(id ?? '')?.team;
  if (to === null) return 'Assignee removed';
  if (to === undefined) return 'Assignee changed';
  const team = teamOf(to.id);
  const where = team === undefined ? '' : ` in ${nameInProse(team, 'the team')}`;
  if (from === null || from === undefined) return `Assigned${where}`;
  return teamOf(from.id) === team && team !== undefined
    ? `Assignee changed inside ${nameInProse(team, 'the team')}`
    : `Assignee changed${team === undefined ? '' : ` to somebody${where}`}`;
}

/** The reason as the analysis gives it; an escalation's label stands in the text of its event already. */
function whyWords(why: string, { nameless }: Story): string {
  if (why.startsWith('escalation: Customer asked')) return 'the customer asked to escalate';
  return clip(oneLine(nameless(why.startsWith('escalation: ') ? 'escalation' : why)), 100);
}
