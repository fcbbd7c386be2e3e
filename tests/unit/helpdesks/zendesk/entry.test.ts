import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { zendesk } from '../../../../lib/helpdesks/zendesk';
import { agentPage, ticketPane } from '../../../helpdesks/zendesk/agent-page';
import { escalationStory, metStory } from '../../../helpdesks/zendesk/stories';
import { messagingStory } from '../../../helpdesks/zendesk/story-messaging';
import { captureOf, ofKind } from './harness';

function pageOf(html: string, key = 48_213): Document {
  return new JSDOM(html, { url: `https://acme.zendesk.com/agent/tickets/${key}` }).window.document;
}

describe('the entry on the page', () => {
  it('is the comment of the event, for every message and what was saved with it', async () => {
    const document = pageOf(agentPage([escalationStory()], escalationStory()));
    const capture = await captureOf(escalationStory());
    const written = ofKind(capture, 'message').filter(({ auto }) => !auto);
    for (const message of written) {
      const found = zendesk.entry(document, message);
      expect(found?.getAttribute('data-test-id')).toBe('omni-log-comment-item');
      expect(found?.textContent).toContain(message.body.text.slice(0, 30).split('\n')[0]);
    }
  });

  it('is looked for in the pane of the address, not in one kept hidden', async () => {
    const [shown, hidden] = [escalationStory(), metStory()];
    const document = pageOf(agentPage([shown, hidden], shown));
    document.querySelector('main')?.insertAdjacentHTML('afterbegin', ticketPane(hidden));
    document.querySelector('[data-ticket-id="48241"]')?.setAttribute('style', 'display: none');
    const [mine] = ofKind(await captureOf(shown), 'message');
    const [other] = ofKind(await captureOf(hidden), 'message');
    expect(mine && zendesk.entry(document, mine)).toBeDefined();
    expect(other && zendesk.entry(document, other)).toBeUndefined();
  });

  it('is found by the comment’s own number or by its second where the page has no other', async () => {
    const html = agentPage([escalationStory()], escalationStory());
    const [first, , second] = ofKind(await captureOf(escalationStory()), 'message');
    if (!first || !second) throw new Error('no messages');
    const byNumber = pageOf(html.replaceAll(/<article([^>]*) id="\d+"/g, '<article$1'));
    expect(zendesk.entry(byNumber, first)?.textContent).toContain('month-end run');
    const byTime = pageOf(html.replaceAll(/ (id|data-comment-id)="\d+"/g, ''));
    expect(zendesk.entry(byTime, second)?.textContent).toContain('clear numbers');
  });

  it('is the turn of a conversation, which has only its second on the page', async () => {
    const told = messagingStory();
    const document = pageOf(agentPage([told], told), 48_301);
    const turns = ofKind(await captureOf(told), 'message').filter(({ id }) => id.startsWith('turn:'));
    expect(turns).toHaveLength(10);
    for (const turn of turns) {
      const words = turn.body.text.split('\n')[0] ?? '';
      expect(zendesk.entry(document, turn)?.textContent).toContain(words);
    }
  });

  it('is nothing for a clock, another helpdesk’s event, or a comment that is not loaded', () => {
    const document = pageOf(agentPage([escalationStory()], escalationStory()));
    const time = { at: '2020-01-01T00:00:00.000Z', precision: 's' as const };
    for (const id of [
      'metric:48213001',
      'txn:7',
      'audit:1/evt:2',
      'audit:"]/evt:2',
      'comment:5',
      'turn:"]',
      '',
    ]) {
      expect(zendesk.entry(document, { id, kind: 'message', time })).toBeUndefined();
    }
  });
});
