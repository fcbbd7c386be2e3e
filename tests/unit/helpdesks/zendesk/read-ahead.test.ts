/** A long history is read while its last pages are on their way; what they bring may change how the first ones read. */
import { afterEach, expect, it, vi } from 'vitest';
import type { TicketRef } from '../../../../lib/helpdesks/contract';
import { zendesk } from '../../../../lib/helpdesks/zendesk';
import { seal } from '../../../../lib/ticket/seal';
import { elena, jonas } from '../../../helpdesks/zendesk/cast';
import { answeringPage } from '../../../helpdesks/zendesk/node-page';
import { answerApi, type Features } from '../../../helpdesks/zendesk/replay-api';
import { longStory } from '../../../helpdesks/zendesk/stories';
import type { WireAudit, WireEvent, ZendeskStory } from '../../../helpdesks/zendesk/wire';

const PAGES = 6;
const told = longStory(PAGES * 100 - 20);

afterEach(() => vi.restoreAllMocks());

/** The last page comes when everything else has long been there. */
async function readAhead(
  story: ZendeskStory,
  before = async (_asked: readonly string[]) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
  },
) {
  const page = pageOf(story);
  const { fetch } = page;
  const result = await zendesk.pull(zendesk.locate(page.url) as TicketRef, {
    ...page,
    fetch: async (path, init) => {
      const answer = await fetch(path, init);
      if (path.includes(`/audits`) && path.includes(`&page=${PAGES}`)) {
        await before(page.asked);
      }
      return answer;
    },
  });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

/** Cursors tell one page after another, and nothing is read before the last. */
async function readAtOnce(story: ZendeskStory) {
  const page = pageOf(story, { paging: 'cursor' });
  const result = await zendesk.pull(zendesk.locate(page.url) as TicketRef, page);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

function pageOf(story: ZendeskStory, features: Features = {}) {
  return answeringPage(story.ticket.id, (url) => answerApi([story], url, features));
}

/** The story with one more event in its last save, and whatever else is to be different. */
function ending(event: Omit<WireEvent, 'id'>, more: Partial<Record<number, Partial<WireAudit>>> = {}) {
  const last = told.audits.length - 1;
  const audits = told.audits.map((audit, index) => ({
    ...audit,
    ...more[index],
    events: index === last ? [...audit.events, { ...event, id: 1 } as WireEvent] : audit.events,
  }));
  return { ...told, audits };
}

const firstNote = told.audits[1]?.events.find(({ type }) => type === 'Comment')?.id;

it.each<[string, ZendeskStory]>([
  ['nothing of the kind', told],
  [
    'that an early note was public at first',
    ending({ type: 'CommentPrivacyChange', comment_id: firstNote, public: false }),
  ],
  ['that an early note was blacked out', ending({ type: 'CommentRedactionEvent', comment_id: firstNote })],
  [
    'that somebody else had asked',
    ending({ type: 'Change', field_name: 'requester_id', previous_value: elena.id, value: jonas.id }),
  ],
  [
    'a save of long before',
    ending(
      { type: 'Change', field_name: 'priority', previous_value: 'low', value: 'high' },
      {
        [told.audits.length - 1]: { created_at: told.audits[3]?.created_at },
      },
    ),
  ],
])(
  'reads the same where the last page brings %s',
  async (_what, story) => {
    const capture = await readAhead(story);
    expect(capture.id).toBe((await readAtOnce(story)).id);
    const { id, ...unsealed } = JSON.parse(JSON.stringify(capture));
    expect((await seal(unsealed)).id).toBe(id);
  },
  20_000,
);

it('asks for names, reads and hashes before the last page is there', async () => {
  const hash = vi.spyOn(crypto.subtle, 'digest');
  let asked: string[] = [];
  const capture = await readAhead(told, async (paths) => {
    await vi.waitFor(() => expect(hash).toHaveBeenCalledTimes(1), 10_000);
    asked = [...paths];
  });
  expect(asked.filter((path) => path.includes('/groups'))).toHaveLength(1);
  expect(hash).toHaveBeenCalledTimes(Math.ceil(capture.ticket.events.length / 500) + 2);
}, 20_000);

it('asks for names before all but the first pages, because nothing is read without them', async () => {
  const page = pageOf(told);
  const result = await zendesk.pull(zendesk.locate(page.url) as TicketRef, {
    ...page,
    fetch: async (path, init) => {
      const answer = await page.fetch(path, init);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return answer;
    },
  });
  expect(result.ok).toBe(true);
  const place = (part: string) => page.asked.findIndex((path) => path.includes(part));
  expect(place('/groups')).toBeGreaterThan(0);
  expect(place('/groups')).toBeLessThan(place('&page=5'));
  expect(place('&page=5')).toBeLessThan(place('/metrics'));
}, 20_000);
