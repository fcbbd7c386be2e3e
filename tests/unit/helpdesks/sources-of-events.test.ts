// @vitest-environment jsdom
/** What "Where from?" tells is there for every event that a reader makes. */
import { describe, expect, it } from 'vitest';
import { explainEvent } from '../../../lib/language/explain-event';
import { germanStory } from '../../helpdesks/zendesk/story-german';
import {
  followedUpStory,
  followUpStory,
  incidentStory,
  mergeSourceStory,
  mergeTargetStory,
  problemStory,
  splitStory,
} from '../../helpdesks/zendesk/story-links';
import { chatStory, messagingStory } from '../../helpdesks/zendesk/story-messaging';
import { storyCaptures } from '../export/anonymised/story-captures';
import { opening, captureOf as rtCaptureOf } from './request-tracker/captures';
import { fakeRt } from './request-tracker/fake-rt';
import { captureOf, plainStory } from './zendesk/harness';

describe('every event of every story', () => {
  it('names its endpoint and its rule, and the time as found with its zone where it is exact to the second', async () => {
    for (const { name, capture } of await storyCaptures()) {
      const kinds = new Set<string>();
      for (const event of capture.ticket.events) {
        const of = `${name}: ${event.kind} ${event.id}`;
        kinds.add(event.kind);
        expect(event.source.endpoint, of).toMatch(/^\/\S+$/);
        expect(event.source.endpoint, of).toContain(capture.ticket.key);
        expect(event.source.rule.trim(), of).not.toBe('');
        expect(event.time, of).toMatchObject({ precision: 's', zone: 'UTC', zoneFrom: 'offset' });
        expect(Date.parse(event.time.raw ?? ''), of).toBe(Date.parse(event.time.at));
        const terms = explainEvent(event, capture).map(({ term }) => term);
        expect(terms, of).toEqual(
          expect.arrayContaining(['Read as', 'Asked', 'Time found', 'Zone', 'Place', 'Id']),
        );
      }
      expect(kinds.size, name).toBeGreaterThan(2);
    }
  });

  it('names them too where a ticket was a conversation, or is tied to others', async () => {
    const told = [
      ...[messagingStory(), chatStory(), germanStory(), mergeTargetStory(), mergeSourceStory()],
      ...[splitStory(), problemStory(), incidentStory(), followUpStory(), followedUpStory()],
    ];
    for (const story of told) {
      for (const event of (await captureOf(story)).ticket.events) {
        const of = `${story.ticket.id}: ${event.kind} ${event.id}`;
        expect(event.source.endpoint, of).toMatch(/^\/\S+$/);
        expect(event.source.rule.trim(), of).not.toBe('');
        if (event.time.precision === 's')
          expect(event.time, of).toMatchObject({ zone: 'UTC', zoneFrom: 'offset' });
        else expect(event.time, of).toHaveProperty('earliest');
      }
    }
  });

  it('has of a Zendesk time with an offset that offset for its zone', async () => {
    const told = plainStory().asOf('2026-11-20T12:00:00Z');
    for (const audit of told.audits) audit.created_at = '2026-11-20T10:00:00+01:00';
    const { ticket } = await captureOf(told);
    expect(ticket.events.find(({ kind }) => kind === 'message')?.time).toEqual({
      at: '2026-11-20T09:00:00.000Z',
      precision: 's',
      raw: '2026-11-20T10:00:00+01:00',
      zone: '+01:00',
      zoneFrom: 'offset',
    });
  });

  it('marks what Request Tracker did not report as worked out', async () => {
    const due = { id: 71, type: 'Set', field: 'Due', from: '1970-01-01 00:00:00', to: '2026-03-24 10:00:00' };
    const { ticket } = await rtCaptureOf(fakeRt([opening, due]));
    const clocks = ticket.events.filter((event) => event.kind === 'sla');
    expect(clocks.map(({ computed, source }) => [computed, source.rule])).toEqual([
      [true, 'Set Due: deadline then'],
    ]);
  });
});
