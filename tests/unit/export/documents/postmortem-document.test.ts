import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Record } from '../../../../lib/export/record';
import { toMarkdown } from '../../../../lib/export/to-markdown';
import {
  addAction,
  editAction,
  editSection,
  editTimelineText,
  editWhy,
} from '../../../../lib/postmortem/edit';
import { textSectionNames } from '../../../../lib/postmortem/schema';
import { escalationStory, hostileStory } from '../../../helpdesks/zendesk/stories';
import { captureOf } from '../../helpdesks/zendesk/harness';
import { captureArbitrary, hostileText, NOW } from '../../postmortem/arbitrary-capture';
import { recordOf } from '../../postmortem/drafting';
import { at, ticket } from '../../support/capture-builder';
import { LAW_TIMEOUT_MS, runs } from '../../support/runs';
import { expectedHeadings, headingsOf, plain, readMarkdown, tableShapes } from './headings';

const markdownOf = (record: Record) => toMarkdown(record, { version: 'internal' });

/** The text under a heading, up to the next one. */
function part(markdown: string, heading: string): string {
  return markdown.split(`\n${heading}\n`)[1]?.split(/\n##/)[0]?.trim() ?? '';
}

function emptied(record: Record): Record {
  const postmortem = textSectionNames.reduce(
    (pm, name) => editSection(pm, name, ' ', NOW),
    record.postmortem,
  );
  return {
    ...record,
    postmortem: { ...postmortem, timeline: [], actions: [], whys: [] },
  };
}

describe('the postmortem as Markdown', () => {
  it('has every heading, and says where a section is not filled', () => {
    const markdown = markdownOf(emptied(recordOf(ticket().customer('+0', 'Down.').build())));
    expect(headingsOf(markdown)).toEqual(expectedHeadings);
    for (const heading of [
      '## Summary',
      '## Impact',
      '## Timeline and evidence',
      '### Five whys',
      '## Evidence',
    ]) {
      expect(part(markdown, heading)).toBe('Not filled.');
    }
    expect(part(markdown, '## Next steps')).toContain('Not filled.');
    expect(markdown).toMatch(/^# Printers down$/m);
    expect(markdown).not.toMatch(/undefined|null/);
  });

  it('is the same again from the same record', async () => {
    const capture = await captureOf(escalationStory());
    expect(markdownOf(recordOf(structuredClone(capture)))).toBe(markdownOf(recordOf(capture)));
  });

  it('gives every target as target, actual and over by', async () => {
    const rows = part(markdownOf(recordOf(await captureOf(escalationStory()))), '## Service levels').split(
      '\n',
    );
    expect(rows[0]).toBe('| Metric | Policy | Target | Actual | Over by | State |');
    expect(rows).toContain(
      '| First reply | Enterprise | 1 h (business hours) | 1 h 24 min | 24 min | missed |',
    );
    expect(rows).toContain('| Requester wait | Enterprise | 16 h (business hours) | 14 h 59 min | – | met |');
  });

  it('links each timeline row to its evidence and lists what each part rests on', async () => {
    const markdown = markdownOf(recordOf(await captureOf(escalationStory())));
    const rows = part(markdown, '## Timeline and evidence').split('\n').slice(2);
    expect(rows.length).toBeGreaterThanOrEqual(5);
    expect(rows.length).toBeLessThanOrEqual(10);
    for (const [index, row] of rows.entries()) {
      expect(row).toMatch(/^\| 2026-11-1[78] \d\d:\d\d:\d\d \| (Customer|Internal|System) \| /);
      expect(row).toContain(`[E${index + 1}](https://acme.zendesk.com/agent/tickets/48213`);
    }
    expect(part(markdown, '## Evidence')).toMatch(/\*\*Summary:\*\* E1, E/);
  });

  it('shows the words of a person and the warning until an action is committed', () => {
    const record = recordOf(ticket().customer('+0', 'Down.').build());
    let { postmortem } = record;
    postmortem = editSection(postmortem, 'summary', 'First block.\n\nSecond\nblock.', NOW);
    postmortem = editSection(postmortem, 'wentWell', '- one\n* two\n\n• three', NOW);
    postmortem = editTimelineText(postmortem, 'e1', 'The report.', NOW);
    postmortem = editWhy(postmortem, 0, { answer: 'No lead.\nNo rota.' }, NOW);
    postmortem = editAction(addAction(postmortem, 'a', NOW), 'a', { text: 'Write the rota' }, NOW);
    const open = markdownOf({ ...record, postmortem });
    expect(part(open, '## Summary')).toBe('First block.\n\nSecond\\\nblock.');
    expect(part(open, '## What went well')).toBe('- one\n- two\n- three');
    expect(part(open, '## Timeline and evidence')).toContain('| The report. ');
    expect(open).toContain('- Write the rota');
    expect(open).toContain('**No action is committed yet.**');
    postmortem = editAction(postmortem, 'a', { owner: 'Priya', due: '2026-12-04' }, NOW);
    const committed = markdownOf({ ...record, postmortem });
    expect(committed).toContain('| Write the rota | Priya | 2026-12-04 |');
    expect(committed).not.toContain('documentation only');
  });

  it('accounts for what was not read', () => {
    const coverage = {
      complete: true,
      parts: [
        { part: 'events', state: 'read' as const, found: 58 },
        { part: 'side_conversations', state: 'refused' as const, found: 0, expected: 1 },
      ],
      unknownTypes: [{ type: 'Odd', count: 2 }],
      doubtfulTimes: ['e1'],
      warnings: [],
    };
    const markdown = markdownOf(recordOf(ticket({}, { coverage }).customer('+0', 'Down.').build()));
    const read = part(markdown, '## What was read');
    expect(read).toContain('Not everything could be read, on 2026-12-16 08:00:00 UTC.');
    expect(read).toContain('- Side conversations: refused, 0 of 1');
    expect(read).toContain('- The time of 1 event: unknown, the helpdesk does not show them exactly');
    expect(read).toContain('- Kept without being understood: Odd, 2 times');
  });

  it('names no zone but UTC and gives open tickets no end', () => {
    const markdown = markdownOf(recordOf(ticket().customer('+0', 'Down.').build(), at('+1d')));
    expect(markdown).toContain('**Open:** since 2026-11-16 08:00, still open when read. All times are UTC.');
  });
});

describe('a hostile ticket', () => {
  it('changes neither headings nor tables, and links nowhere else', async () => {
    const markdown = markdownOf(recordOf(await captureOf(hostileStory())));
    expect(headingsOf(markdown)).toEqual(expectedHeadings);
    for (const shape of tableShapes(markdown)) expect(new Set(shape).size).toBe(1);
    const links = [...JSON.stringify(readMarkdown(markdown)).matchAll(/"url":"([^"]*)"/g)].map(
      ([, url]) => url,
    );
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((url) => !url?.startsWith('https://acme.zendesk.com/agent/tickets/48299'))).toEqual(
      [],
    );
    expect(JSON.stringify(readMarkdown(markdown))).not.toContain('"type":"html"');
  });

  it('of any kind keeps the headings, the tables and one title', { timeout: LAW_TIMEOUT_MS }, () => {
    const shown = textSectionNames.filter((name) => name !== 'delays' && name !== 'answers');
    const written = fc.tuple(captureArbitrary(), hostileText, fc.constantFrom(...shown));
    fc.assert(
      fc.property(written, ([capture, text, name]) => {
        const record = recordOf(capture, NOW, 'escalation');
        let postmortem = editSection(record.postmortem, name, text, NOW);
        postmortem = editWhy(postmortem, 1, { answer: text, question: text }, NOW);
        postmortem = editAction(addAction(postmortem, 'a', NOW), 'a', { text, owner: text }, NOW);
        const markdown = markdownOf({ ...record, postmortem });
        const own = headingsOf(markdown).filter((heading) => heading !== '### Ideas, not committed');
        expect(own).toEqual(expectedHeadings);
        for (const shape of tableShapes(markdown)) expect(new Set(shape).size).toBe(1);
        const titles = readMarkdown(markdown).children.filter(
          (node) => node.type === 'heading' && node.depth === 1,
        );
        expect(titles).toHaveLength(1);
        expect(plain(titles[0]).trim()).not.toBe('');
      }),
      runs(100),
    );
  });
});
