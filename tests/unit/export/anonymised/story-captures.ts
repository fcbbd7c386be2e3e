/** Captures of both helpdesks as their readers make them, the hostile ones among them. */
import type { Capture } from '../../../../lib/ticket/schema';
import { demoStories, hostileStory, longStory } from '../../../helpdesks/zendesk/stories';
import { captureOf as rtCaptureOf } from '../../helpdesks/request-tracker/captures';
import { longRtStory } from '../../helpdesks/request-tracker/long-story';
import { captureOf as zendeskCaptureOf } from '../../helpdesks/zendesk/harness';

export async function storyCaptures(): Promise<{ name: string; capture: Capture }[]> {
  const stories = [...demoStories(), hostileStory(), longStory(60)];
  const zendesk = await Promise.all(
    stories.map(async (story) => ({
      name: `Zendesk ${story.ticket.id}`,
      capture: await zendeskCaptureOf(story),
    })),
  );
  return [...zendesk, { name: 'Request Tracker 12', capture: await rtCaptureOf(longRtStory()) }];
}
