import { describe, expect, it } from 'vitest';
import { toHtml, toMarkdown } from '../../../lib/export/to-markdown';
import type { Version } from '../../../lib/export/versions/version-document';
import { editSection, editWhy, knowClaim } from '../../../lib/postmortem/edit';
import type { Postmortem, TextSectionName } from '../../../lib/postmortem/schema';
import { escalated } from '../components/support/evidence';
import { recordOf } from '../postmortem/drafting';
import { at } from '../support/capture-builder';

const NOW = at('+4d');
const record = recordOf(escalated().build());
const open = written({
  summary: 'About 40 other accounts were hit. The reply came at 16:40.',
  impact: 'It cost 12 engineers a night.',
});

function written(texts: { [name in TextSectionName]?: string }): Postmortem {
  const names = Object.keys(texts) as TextSectionName[]; // keys of a closed type
  return names.reduce(
    (current, name) => editSection(current, name, texts[name] ?? '', NOW),
    record.postmortem,
  );
}

function exported(postmortem: Postmortem, version: Version = 'internal'): string {
  return toMarkdown({ ...record, postmortem }, { version });
}

/** From the heading to the next of its level. */
function part(markdown: string, title: string): string {
  return markdown.split(/^## /m).find((one) => one.startsWith(`${title}\n`)) ?? '';
}

describe('figures that the ticket does not bear out', () => {
  it('stand before the evidence with what it says, the wrong ones first, and are counted at the top', () => {
    const markdown = exported(open);
    expect(part(markdown, 'Figures to check')).toMatchInlineSnapshot(`
      "Figures to check

      3 figures are not borne out by the ticket, and nobody has confirmed them.

      - **Summary:** “came at 16:40”. Contradicted: The first reply was sent on 16 Nov 17:12 UTC. E5
      - **Summary:** “About 40 other accounts”. Unsupported: No event says so.
      - **Impact:** “12 engineers”. Unsupported: No event says so.

      "
    `);
    expect(markdown).toContain(
      '- **Figures:** 3 figures are not borne out by the ticket, see “Figures to check”',
    );
    expect(markdown.indexOf('## Figures to check')).toBeLessThan(markdown.indexOf('## Evidence'));
  });

  it.each<Version>(['internal', 'concise', 'technical'])(
    'are not spoken of in %s where there are none',
    (version) => {
      expect(exported(record.postmortem, version)).not.toMatch(/\bfigures?\b/i);
    },
  );

  it('stand in the technical version with the entry, and in the concise one as far as it shows them', () => {
    expect(part(exported(open, 'technical'), 'Figures to check')).toContain('16:40');
    const concise = part(exported(open, 'concise'), 'Figures to check');
    expect(concise).toContain('“came at 16:40”. Contradicted: The first reply was sent on 16 Nov 17:12 UTC.');
    expect(concise).toContain('2 figures are not borne out');
    expect(concise).not.toContain('engineers');
  });

  it.each<[string, Postmortem]>([
    ['the systemic cause', written({ systemic: 'For 9 weeks nobody looked at 70 alarms.' })],
    ['the last why', editWhy(record.postmortem, 1, { answer: 'Nobody looked at 70 alarms.' }, NOW)],
    ['what broke', written({ cause: 'Nobody looked at 70 alarms.' })],
  ])('%s is a cause that the concise version shows', (_name, postmortem) => {
    expect(part(exported(postmortem, 'concise'), 'Figures to check')).toContain('70 alarms”');
  });

  it.each<Version>(['customer', 'support', 'agenda', 'action'])('never stand in %s', (version) => {
    expect(exported(open, version)).not.toContain('Figures to check');
  });

  it('are confirmed by a person in the document too, once one has said so', () => {
    const [summary, impact] = ['About 40 other accounts', '12 engineers'];
    const known = [
      { section: 'summary', text: summary },
      { section: 'impact', text: impact },
      { section: 'impact', text: 'a figure that is gone' },
    ].reduce((current, claim) => knowClaim(current, claim, NOW), open);
    const markdown = exported(known);
    expect(part(markdown, 'Figures to check')).toMatch(
      /^1 figure is not borne out by the ticket, and nobody has confirmed it\.$/m,
    );
    expect(markdown).toContain('### Figures confirmed by a person');
    expect(markdown).toContain('- **Summary:** “About 40 other accounts”');
    expect(markdown).toContain('- **Impact:** “12 engineers”');
    expect(markdown).not.toContain('a figure that is gone');
    const all = knowClaim(known, { section: 'summary', text: '16:40' }, NOW);
    expect(exported(all)).not.toContain('Figures to check');
    expect(exported(all)).toContain('## Figures confirmed by a person');
  });

  it('quote a hostile text as text', () => {
    const hostile = written({ summary: 'Since <img src=x onerror=alert(1)> from 40 **accounts** on.' });
    expect(toHtml({ ...record, postmortem: hostile })).not.toContain('<img');
    expect(part(exported(hostile), 'Figures to check')).not.toContain('**accounts**');
  });
});
