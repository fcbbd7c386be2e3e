import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../lib/export/to-markdown';
import { checkClaims } from '../../../lib/postmortem/claims';
import { editSection, editWhy, knowClaim } from '../../../lib/postmortem/edit';
import { linkEvent, linkedAt, unlinkEvent } from '../../../lib/postmortem/linked';
import { mergeDraft } from '../../../lib/postmortem/merge';
import { mergeWindows } from '../../../lib/postmortem/merge-windows';
import { parsePostmortem } from '../../../lib/postmortem/schema';
import { escalated } from '../components/support/evidence';
import { at } from '../support/capture-builder';
import { recordOf } from './drafting';

const NOW = at('+4d');
const capture = escalated().build();
const record = recordOf(capture);
const { postmortem, analysis } = record;

describe('an entry linked to a part', () => {
  it('is linked once, and goes with its place alone', () => {
    const twice = linkEvent(linkEvent(postmortem, 'why:0', 'note', NOW), 'why:0', 'note', NOW);
    const both = linkEvent(twice, 'summary', 'note', NOW);
    expect(linkedAt(both, 'why:0')).toEqual(['note']);
    expect(linkedAt(both, 'impact')).toEqual([]);
    const left = unlinkEvent(both, 'why:0', 'note', NOW);
    expect([linkedAt(left, 'why:0'), linkedAt(left, 'summary')]).toEqual([[], ['note']]);
  });

  it('is nowhere in a record from before there were any, and nowhere in a draft', () => {
    expect(parsePostmortem(JSON.parse(JSON.stringify(postmortem)))).toEqual({ ok: true, value: postmortem });
    expect(postmortem).not.toHaveProperty('linked');
    expect(linkedAt(postmortem, 'summary')).toEqual([]);
    const linked = linkEvent(postmortem, 'summary', 'note', NOW);
    expect(parsePostmortem(JSON.parse(JSON.stringify(linked)))).toEqual({ ok: true, value: linked });
  });

  it('two windows that link other entries keep both, beside words that one of them wrote', () => {
    const mine = linkEvent(linkEvent(postmortem, 'summary', 'note', NOW), 'why:0', 'note', NOW);
    const theirs = linkEvent(
      editSection(postmortem, 'summary', 'In my words.', NOW),
      'summary',
      'chaser',
      NOW,
    );
    const { merged, conflicts } = mergeWindows(postmortem, mine, theirs);
    expect(conflicts).toEqual([]);
    expect([...linkedAt(merged, 'summary')].sort()).toEqual(['chaser', 'note']);
    expect(linkedAt(merged, 'why:0')).toEqual(['note']);
    expect(merged.sections.summary.text).toBe('In my words.');
  });

  it('stays when the ticket is pulled again', () => {
    const mine = linkEvent(postmortem, 'summary', 'note', NOW);
    expect(mergeDraft(mine, recordOf(escalated().build()).postmortem).next.linked).toEqual(mine.linked);
  });

  it('a figure that was let stand for its sake is asked about again without it', () => {
    const text = '40 accounts';
    const written = linkEvent(
      editSection(postmortem, 'summary', `${text} fell.`, NOW),
      'summary',
      'note',
      NOW,
    );
    const known = knowClaim(written, { section: 'summary', text, event: 'note' }, NOW);
    const verdicts = (of: typeof known) => checkClaims(of, capture, analysis).map(({ verdict }) => verdict);
    expect(verdicts(known)).not.toContain('unsupported');
    expect(verdicts(unlinkEvent(known, 'summary', 'note', NOW))).toContain('unsupported');
  });

  it('lets the length from one linked entry to the other stand', () => {
    const text = 'From the note to the second message it took 2 h 40 min.';
    const written = editWhy(postmortem, 1, { answer: text }, NOW);
    const check = (of: typeof written) =>
      checkClaims(of, capture, analysis).find(({ section }) => section === 'why:1');
    expect(check(written)?.verdict).not.toBe('supported');
    const linked = linkEvent(linkEvent(written, 'why:1', 'note', NOW), 'why:1', 'chaser', NOW);
    expect(check(linked)).toMatchObject({ verdict: 'supported', events: ['note', 'chaser'] });
  });
});

describe('linked evidence in a document', () => {
  const urls = capture.ticket.events.map((event) => ({
    ...event,
    url: `https://desk.example/4711#${event.id}`,
  }));
  const withUrls = { ...record, capture: { ...capture, ticket: { ...capture.ticket, events: urls } } };
  const written = (['summary', 'factors', 'cause', 'why:0'] as const).reduce(
    (current, place) => linkEvent(current, place, 'note', NOW),
    postmortem,
  );
  const markdown = toMarkdown({ ...withUrls, postmortem: written });
  const link = /\[E\d+\]\(https:\/\/desk\.example\/4711#note\)/;

  it('stands at its part as a link, and in the evidence', () => {
    const name = link.exec(markdown)?.[0] ?? '';
    expect(name).not.toBe('');
    const parts = markdown.split(/^#{2,3} /m);
    const part = (title: string) => parts.find((one) => one.startsWith(`${title}\n`));
    expect(part('Summary')).toContain(`Evidence: ${name}`);
    expect(part('Contributing factors')).toContain(`Evidence: ${name}`);
    expect(part('Cause')).toMatch(/\*\*What broke\.\*\* .* \(Evidence: \[E/);
    expect(part('Five whys')).toMatch(/^1\. .* \(Evidence: \[E/m);
    const number = /E\d+/.exec(name)?.[0];
    expect(part('Evidence')).toMatch(new RegExp(`\\*\\*Five whys:\\*\\* .*\\b${number}\\b`));
  });

  it('is not in what leaves for others, and says nothing where there is none', () => {
    for (const version of ['customer', 'support'] as const)
      expect(toMarkdown({ ...withUrls, postmortem: written }, { version })).not.toContain('#note');
    expect(toMarkdown(withUrls)).not.toContain('Evidence: ');
  });

  it('stands beside a figure that a person confirmed by it', () => {
    const text = '40 accounts';
    const known = knowClaim(
      linkEvent(editSection(postmortem, 'summary', `${text} fell.`, NOW), 'summary', 'note', NOW),
      { section: 'summary', text, event: 'note' },
      NOW,
    );
    expect(toMarkdown({ ...withUrls, postmortem: known })).toMatch(
      /^- \*\*Summary:\*\* “40 accounts” \[E\d+\]\(https:\/\/desk\.example\/4711#note\)$/m,
    );
  });
});
