import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../lib/analysis/analyse';
import { slaSummary } from '../../../../lib/export/sla-summary';
import type { Iso } from '../../../../lib/ticket/basics';
import { escalationStory, hostileStory, unansweredStory } from '../../../helpdesks/zendesk/stories';
import { captureOf } from '../../helpdesks/zendesk/harness';
import { at, type CaptureBuilder, ticket } from '../../support/capture-builder';
import { plain, readMarkdown } from './headings';

const HOUR = 3_600_000;

function summaryOf(
  builder: CaptureBuilder,
  now: Iso = at('+4d'),
  nextStep?: { text: string; owner: string },
) {
  const capture = builder.build();
  return slaSummary({ capture, analysis: analyse(capture, { now }) }, nextStep ? { nextStep } : {});
}

const missed = () =>
  ticket({ group: { label: 'Tier 2' }, assignee: null, status: { label: 'Open', status: 'open' } })
    .customer('+0', 'Down.')
    .sla('+0', 'first_reply', 'applied', { targetMs: HOUR, policy: { name: 'Gold' } })
    .sla('+1h', 'first_reply', 'breached')
    .reply('+3h')
    .sla('+3h', 'first_reply', 'achieved');

/** The visible words of any flavour, without its markup. */
const words = {
  text: (text: string) => text,
  markdown: (text: string) => plain(readMarkdown(text)),
  html: (text: string) =>
    text
      .replace(/<[^>]*>/g, '')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&'),
};

describe('the SLA summary', () => {
  it('is lines that can be pasted into a chat', () => {
    expect(summaryOf(missed()).text).toBe(
      `SLA breach: 1 target missed for Brightwell

- Ticket: #4711 (https://desk.example/tickets/4711) Printers down (open)
- First reply: target 1 h, actual 3 h, over by 2 h, policy Gold
- Main delay: 3 h wait for an answer, 16 Nov 08:00 to 16 Nov 11:00
- Owner now: Tier 2, no assignee

Read on 16 Dec 08:00 UTC. All times are UTC.
`,
    );
  });

  it('holds the same facts in every flavour', async () => {
    const capture = await captureOf(escalationStory());
    const summary = slaSummary(
      { capture, analysis: analyse(capture, { now: at('+4d') }) },
      { nextStep: { text: 'Show the promised time in the hand-off form', owner: 'Elena' } },
    );
    const facts = [
      'SLA breach: 2 targets missed for Brightwell Logistics',
      '#48213',
      'Invoice sync to NetSuite stopped, 312 invoices missing (solved)',
      'Next reply: target 2 h (business hours), actual 2 h 59 min, over by 59 min, policy Enterprise',
      'First reply: target 1 h (business hours), actual 1 h 24 min, over by 24 min, policy Enterprise',
      'Main delay: hand-off Tier 1 → Tier 2 on 17 Nov 11:05, untouched for 5 h 02 min, 4 h 34 min without an owner',
      'Next step: Show the promised time in the hand-off form (Elena)',
    ];
    for (const flavour of ['text', 'markdown', 'html'] as const) {
      const shown = words[flavour](summary[flavour]);
      expect(facts.filter((fact) => !shown.includes(fact))).toEqual([]);
      expect(summary[flavour]).toContain('https://acme.zendesk.com/agent/tickets/48213');
    }
  });

  it('of an open ticket says that the clock runs', async () => {
    const capture = await captureOf(unansweredStory());
    const { text } = slaSummary({ capture, analysis: analyse(capture, { now: '2026-11-23T10:24:30.000Z' }) });
    expect(text).toContain(
      'First reply: target 1 h, actual 1 h 20 min, over by 20 min, still running, policy Standard',
    );
    expect(text).toContain('Main delay: 1 h 20 min wait for an answer, since 23 Nov 09:04, still running');
  });

  it.each([
    [
      'no target',
      ticket().customer('+0', 'Down.'),
      /^No SLA target on this ticket for Brightwell\n/,
      'Targets:',
    ],
    [
      'targets that were met',
      ticket()
        .customer('+0', 'Down.')
        .sla('+0', 'first_reply', 'applied', { targetMs: HOUR })
        .reply('+20m')
        .sla('+20m', 'first_reply', 'achieved')
        .status('+20m', 'open', 'solved'),
      /^No SLA breach for Brightwell\n(?:.|\n)*- Targets: 1 of 1 met\n/,
      'over by',
    ],
    [
      'a target that runs',
      ticket()
        .customer('+0', 'Down.')
        .sla('+0', 'first_reply', 'applied', { targetMs: 200 * HOUR }),
      /^No SLA breach so far for Brightwell\n(?:.|\n)*- Targets: 0 of 1 met, 1 running\n/,
      'over by',
    ],
  ])('of a ticket with %s says so', (_, builder, pattern, absent) => {
    const { text } = summaryOf(builder);
    expect(text).toMatch(pattern);
    expect(text).not.toContain(absent);
  });

  it('says unknown instead of leaving out what the helpdesk does not tell', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .sla('+1h', 'other', 'breached', { businessHours: true })
      .status('+2h', 'open', 'solved');
    expect(summaryOf(builder).text).toContain(
      'Deadline: target unknown, actual 1 h, over by 1 h, policy unknown',
    );
    expect(summaryOf(builder).text).toContain('Owner now: assignee unknown');
  });

  it('says that a next step has no owner, and ignores an empty one', () => {
    const step = (text: string, owner: string) => summaryOf(missed(), at('+4d'), { text, owner }).text;
    expect(step('Call the customer', ' ')).toContain('- Next step: Call the customer (no owner yet)');
    expect(step(' ', 'Priya')).toContain('- Owner now: Tier 2, no assignee');
  });

  it('stays short on a ticket with very many breaches', () => {
    let builder = ticket().customer('+0', 'Down.');
    for (let n = 0; n < 25; n++) {
      const instance = `p/${n}`;
      builder = builder
        .sla('+0', 'periodic_update', 'applied', { instance, targetMs: HOUR })
        .sla('+1h', 'periodic_update', 'breached', { instance });
    }
    const { text } = summaryOf(builder);
    expect(text).toContain('SLA breach: 25 targets missed');
    expect(text).toContain('- Further targets missed: 15');
    expect(text.split('\n').length).toBeLessThan(20);
  });
});

describe('the SLA summary of a hostile ticket', () => {
  it('holds no tag and no link but the ticket’s own', async () => {
    const capture = await captureOf(hostileStory());
    const { html, markdown } = slaSummary({ capture, analysis: analyse(capture, { now: at('+4d') }) });
    expect(new Set(html.match(/<\/?[a-z]+/g))).toEqual(
      new Set(['<p', '</p', '<strong', '</strong', '<ul', '</ul', '<li', '</li', '<a', '</a']),
    );
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual([capture.ticket.url]);
    expect(html).toContain('&lt;script&gt;alert(&#39;subject&#39;)&lt;/script&gt;');
    expect(readMarkdown(markdown).children.map((node) => node.type)).toEqual([
      'paragraph',
      'list',
      'paragraph',
    ]);
  });

  it('does not link where the ticket’s address is no web address', () => {
    const capture = ticket().customer('+0', 'Down.').build();
    const hostile = { ...capture, ticket: { ...capture.ticket, url: 'javascript:alert(1)' } };
    const { html, markdown, text } = slaSummary({
      capture: hostile,
      analysis: analyse(hostile, { now: at('+1d') }),
    });
    expect(html + markdown + text).not.toContain('javascript:');
    expect(html).not.toContain('<a');
  });
});
