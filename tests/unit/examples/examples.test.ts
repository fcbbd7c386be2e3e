/**
 * The examples under docs/examples are made from the demo tickets and kept in step with the code: a change that would
 * alter them fails here until they are written anew with `UPDATE_EXAMPLES=1 npx vitest run --project unit tests/unit/examples`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Record } from '../../../lib/export/record';
import { toMarkdown } from '../../../lib/export/to-markdown';
import { findBlame } from '../../../lib/language/blame';
import { checkPostmortem } from '../../../lib/postmortem/check';
import { breachStory, escalationStory, knowledgeGapStory } from '../../helpdesks/zendesk/stories';
import { breachAnswers, escalationAnswers, knowledgeGapAnswers } from './answers';
import { finished } from './finished';

const folder = new URL('../../../docs/examples/', import.meta.url);

const examples: [string, () => Promise<Record>][] = [
  ['escalation', () => finished(escalationStory(), escalationAnswers)],
  ['sla-breach', () => finished(breachStory(), breachAnswers)],
  ['knowledge-gap', () => finished(knowledgeGapStory(), knowledgeGapAnswers)],
];

function compare(name: string, text: string): void {
  const file = new URL(name, folder);
  if (process.env['UPDATE_EXAMPLES']) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe('each version of the escalation', () => {
  it.each(['concise', 'customer', 'support', 'technical', 'agenda', 'action'] as const)(
    '%s is what docs/examples shows',
    async (version) => {
      const record = await finished(escalationStory(), escalationAnswers);
      const action = record.postmortem.actions[0]?.id ?? '';
      compare(`escalation-${version}.md`, toMarkdown(record, { version, action }));
    },
  );
});

describe.each(examples)('the example of %s', (name, make) => {
  it('is what docs/examples shows', async () => {
    compare(`${name}.md`, toMarkdown(await make(), { version: 'internal' }));
  });

  it('lacks nothing that would hold it back, and blames nobody', async () => {
    const { postmortem, capture, analysis } = await make();
    const checks = checkPostmortem(postmortem, capture, analysis, { now: '2026-11-20T09:00:00.000Z' });
    expect(checks.filter(({ level, holds }) => level === 'block' && holds !== 'closed')).toEqual([]);
    expect(checks.filter(({ level }) => level === 'warn')).toEqual([]);
    const prose = [
      ...Object.values(postmortem.sections).map(({ text }) => text),
      ...postmortem.whys.map(({ answer }) => answer),
    ];
    expect(prose.flatMap((text) => findBlame(text))).toEqual([]);
  });
});
