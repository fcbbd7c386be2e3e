import { claim, length, stamp } from './facts-in-words';
import { quotedMessage } from './message-in-words';
import type { Claim } from './schema';
import type { Story } from './story';

/** What came of the ticket, for somebody who meets the same trouble: the last words to the customer before it held. */
export function draftResolution(story: Story): Claim[] {
  const { analysis, messages, customer, Customer } = story;
  const { resolution, span } = analysis;
  if (!resolution) {
    return [claim(`The ticket is not solved; it has been open for ${length(span)}.`, span.events)];
  }
  const last = messages.findLast(
    ({ actor, audience, auto, time }) =>
      actor.side === 'agent' && audience === 'customer' && auto === undefined && time.at <= resolution.at,
  );
  const told = last
    ? [
        claim(`The last reply before that, of ${stamp(last.time.at)}: ${quotedMessage(last, story)}`, [
          last.id,
        ]),
      ]
    : [claim(`The ticket holds no reply to ${customer} that says how it was solved.`)];
  const how =
    resolution.how === 'customer_confirmed'
      ? claim(`${Customer} confirmed on ${stamp(resolution.at)} that it works.`, [resolution.event])
      : claim(
          `The ticket was solved on ${stamp(resolution.at)}; the customer’s word that it works did not follow.`,
          [resolution.event],
        );
  return [how, ...told];
}
