import type { Analysis } from '../analysis/types';
import type { Iso } from '../ticket/basics';
import type { Capture } from '../ticket/schema';
import { suggestActions } from './draft-actions';
import { draftCause } from './draft-cause';
import { wentBadly, wentWell } from './draft-lists';
import { externalMessages, impact, internalMessages } from './draft-messages';
import { draftSummary } from './draft-summary';
import { draftTimeline } from './draft-timeline';
import { claim } from './facts-in-words';
import { clip, oneLine } from './names-in-prose';
import type { Claim, Postmortem, TextSection } from './schema';
import { type Story, storyOf } from './story';

/**
 * A complete first draft from the evidence. Deterministic: the same capture, analysis, `now` and `id` give the
 * same postmortem. What the evidence does not tell is written as unknown or left empty, never made up.
 */
export function draftPostmortem(
  capture: Capture,
  analysis: Analysis,
  options: { now: Iso; id: string; helpdeskLabel: string },
): Postmortem {
  const { ticket } = capture;
  const story = storyOf(capture, analysis);
  const { whys, symptom, cause } = draftCause(story);
  const prose = (claims: readonly Claim[]) => section(story, claims, ' ');
  const lines = (claims: readonly Claim[]) => section(story, claims, '\n');
  return {
    v: 1,
    id: options.id,
    kind: 'communication_failure',
    ticketId: ticket.id,
    captureId: capture.id,
    ticket: {
      helpdesk: ticket.helpdesk,
      label: options.helpdeskLabel,
      key: ticket.key,
      url: ticket.url,
      subject: ticket.subject,
      customer: analysis.customer,
    },
    createdAt: options.now,
    updatedAt: options.now,
    sections: {
      title: prose([claim(titleOf(story))]),
      summary: prose(draftSummary(story)),
      impact: lines(impact(story)),
      externalMessages: lines(externalMessages(story)),
      internalMessages: lines(internalMessages(story)),
      symptom: prose(symptom),
      cause: prose(cause),
      wentWell: lines(wentWell(story)),
      wentBadly: lines(wentBadly(story)),
    },
    timeline: draftTimeline(story),
    dropped: [],
    whys: whys.map((why) => ({ ...why, events: known(story, why.events) })),
    actions: suggestActions(story),
  };
}

/** Reads as a title in a list of postmortems; a ticket on which all went well is not called a failure. */
function titleOf({ capture, nameless, failed }: Story): string {
  const { subject, key } = capture.ticket;
  const what = clip(oneLine(nameless(subject)), 150) || `ticket #${key}`;
  return `${failed ? 'Communication failure' : 'Communication review'}: ${what}`;
}

/** Sentences or lines with the events each rests on; events that the capture does not hold are no evidence. */
function section(story: Story, claims: readonly Claim[], separator: ' ' | '\n'): TextSection {
  if (claims.length === 0) return { text: '', state: 'empty', claims: [] };
  return {
    text: claims.map((part) => part.text).join(separator),
    state: 'generated',
    claims: claims.map((part) => ({ text: part.text, events: known(story, part.events) })),
  };
}

function known({ events }: Story, ids: readonly string[]): string[] {
  return ids.filter((id) => events.has(id));
}
