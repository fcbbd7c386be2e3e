import { zendesk } from '../../lib/helpdesks/zendesk';
import type { Capture } from '../../lib/ticket/schema';
import { answeringPage } from '../helpdesks/zendesk/node-page';
import { answerApi } from '../helpdesks/zendesk/replay-api';
import { longStory } from '../helpdesks/zendesk/stories';
import type { ZendeskStory } from '../helpdesks/zendesk/wire';

export interface LongTicket {
  story: ZendeskStory;
  capture: Capture;
}

/** The sizes that are measured, in events of the ticket's history as the reader gives them. */
export const sizes = [100, 1_000, 10_000];

const NEAR_ENOUGH = 0.02;

/** A ticket of this many events, give or take two in a hundred: one save leaves more than one of them. */
export async function longTicket(events: number): Promise<LongTicket> {
  let saves = Math.round(events / 2);
  for (let tries = 0; tries < 6; tries++) {
    const story = longStory(saves);
    const capture = await captureOf(story);
    const found = capture.ticket.events.length;
    if (Math.abs(found - events) <= events * NEAR_ENOUGH) return { story, capture };
    saves = Math.round((saves * events) / found);
  }
  throw new Error(`No number of saves gives about ${events} events`);
}

async function captureOf(story: ZendeskStory): Promise<Capture> {
  const page = answeringPage(story.ticket.id, (url) => answerApi([story], url, {}));
  const ref = zendesk.locate(page.url);
  if (!ref) throw new Error(`${page.url} is not a ticket`);
  const result = await zendesk.pull(ref, page);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
