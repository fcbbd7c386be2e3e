import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../lib/analysis/analyse';
import {
  followedUpStory,
  followUpStory,
  incidentStory,
  mergeSourceStory,
  mergeTargetStory,
  problemStory,
  splitStory,
} from '../../../helpdesks/zendesk/story-links';
import type { ZendeskStory } from '../../../helpdesks/zendesk/wire';
import { askedBy, captureOf, ofKind, partOf } from './harness';

async function linksOf(told: ZendeskStory): Promise<string[]> {
  return ofKind(await captureOf(told), 'link').map(
    ({ time, added, relation, to }) => `${time.at.slice(11, 16)} ${added ? '+' : '-'} ${relation} ${to.key}`,
  );
}

describe('a merge', () => {
  it('is told on the ticket that stays, and on the one that was closed', async () => {
    expect(await linksOf(mergeTargetStory())).toEqual(['09:40 + merged_from 48305']);
    expect(await linksOf(mergeSourceStory())).toEqual(['09:40 + merged_into 48310']);
    expect((await captureOf(mergeTargetStory())).ticket.mergedFrom).toEqual(['48305']);
    expect((await captureOf(mergeSourceStory())).ticket.mergedInto).toBe('48310');
  });

  it.each([
    ['there', mergeTargetStory],
    ['here', mergeSourceStory],
  ])('writes a comment %s that is no answer to the customer', async (_name, story) => {
    const capture = await captureOf(story());
    expect(ofKind(capture, 'message')[1]).toMatchObject({ audience: 'customer', auto: 'rule' });
    const { milestones } = analyse(capture, { now: capture.capturedAt });
    expect(milestones.find(({ kind }) => kind === 'first_human_reply')).toEqual({
      kind: 'first_human_reply',
    });
  });

  it('points to the other ticket’s own page', async () => {
    expect(ofKind(await captureOf(mergeTargetStory()), 'link')[0]?.to).toEqual({
      key: '48305',
      url: 'https://acme.zendesk.com/agent/tickets/48305',
    });
  });
});

it('a split-off ticket names the one it came from', async () => {
  expect(await linksOf(splitStory())).toEqual(['09:00 + split_from 48310']);
});

describe('problem and incident', () => {
  it('an incident tells its problems from its creation on', async () => {
    expect(await linksOf(incidentStory())).toEqual([
      '09:00 + problem 48312',
      '09:30 + problem 48314',
      '10:00 - problem 48314',
    ]);
  });

  it('a problem lists its incidents, each linked between its creation and its newest change', async () => {
    const capture = await captureOf(problemStory());
    const links = ofKind(capture, 'link');
    expect(links.map(({ to, relation, time }) => [to.key, relation, time.earliest, time.latest])).toEqual([
      ['48313', 'incident', '2026-11-20T10:12:00.000Z', '2026-11-21T08:00:00.000Z'],
      ['48301', 'incident', '2026-11-20T09:00:00.000Z', '2026-11-20T11:30:00.000Z'],
    ]);
    expect(capture.coverage.doubtfulTimes).toEqual(links.map(({ id }) => id));
    expect(partOf(capture, 'incidents')).toMatchObject({ state: 'read' });
  });

  it('costs a request only where there are incidents', async () => {
    const asks = async (told: ZendeskStory) =>
      (await askedBy(told)).filter((path) => path.includes('/incidents'));
    expect(await asks(problemStory())).toHaveLength(1);
    expect(await asks(incidentStory())).toHaveLength(0);
  });
});

describe('a follow-up', () => {
  it('names the closed ticket it answers', async () => {
    expect(await linksOf(followUpStory())).toEqual(['09:00 + follow_up 48290']);
  });

  it('is named by the closed ticket, some time after its last change', async () => {
    const capture = await captureOf(followedUpStory());
    expect(await linksOf(followedUpStory())).toEqual(['11:30 + follow_up 48315']);
    expect(capture.coverage.doubtfulTimes).toEqual(['ticket:follow_up/48315']);
  });
});
