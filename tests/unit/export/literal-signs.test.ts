import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtmlText } from '../../../lib/export/html';
import { toMarkdownText } from '../../../lib/export/markdown';
import { part } from '../../../lib/export/parts';
import type { Record } from '../../../lib/export/record';
import { richBlocks } from '../../../lib/export/rich-text';
import { sectionPreview } from '../../../lib/export/section-preview';
import { toMarkdown } from '../../../lib/export/to-markdown';
import { docTree } from '../../../lib/export/tree';
import { editSection, editWhy, takeOffer } from '../../../lib/postmortem/edit';
import { mergeDraft } from '../../../lib/postmortem/merge';
import { type Postmortem, textSectionNames } from '../../../lib/postmortem/schema';
import { recordOf } from '../postmortem/drafting';
import { at, ticket } from '../support/capture-builder';
import { LAW_TIMEOUT_MS, runs } from '../support/runs';
import { parseMarkdown } from './parse-markdown';

const NOW = at('+4d');
const EVIL = 'https://evil.example/a';

/** A ticket whose every name and text is out to be a link, or bold. */
function hostileRecord(hostile: string) {
  return recordOf(
    ticket({ organization: hostile, subject: hostile, group: { label: hostile } })
      .person('ann', { name: hostile, team: hostile })
      .customer('+0', hostile)
      .group('+1h', hostile, 'Tier 2', { by: 'ann' })
      .customer('+2h', hostile)
      .note('+3h', hostile)
      .reply('+9h', `It was caused by ${hostile}.`)
      .status('+9h', 'open', 'solved', { by: 'ann' })
      .build(),
  );
}

const html = (said: string, text: string) =>
  toHtmlText(docTree(richBlocks({ text, state: 'edited', claims: [{ text: said, events: [] }] })), {
    fragment: true,
  }).trim();

describe('a generated sentence that a person changed in part', () => {
  const said = 'Brightwell wrote about “[URGENT] **all** is down” at 08:12.';

  it.each([
    ['Brightwell asked about “[URGENT] **all** is down” in the morning.', []],
    ['Somebody said [URGENT] **all** is down.', []],
    ['“[URGENT](https://evil.example) **all** is down” at 09:00.', []],
    ['**We** heard “[URGENT] **all** is down” at 09:00.', ['<strong>We</strong>']],
    [
      '*Twice* “**all** is down”, see [the page](https://status.example/1).',
      ['<em>Twice</em>', 'the page</a>'],
    ],
  ])('%j', (text, own) => {
    const found = html(said, text).match(/<(strong|em|a)\b[^>]*>.*?<\/\1>/g) ?? [];
    expect(found).toHaveLength(own.length);
    for (const [index, words] of own.entries()) expect(found[index]).toContain(words);
  });

  it('does not take the meaning from a person’s own signs', () => {
    expect(
      html('The field first_reply (all of it) was 9 h.', 'See _reply times_ [here](https://ok.example/(a)).'),
    ).toMatch(/<em>reply times<\/em> <a [^>]*>here<\/a>/);
  });
});

const segment = fc.string({ unit: fc.constantFrom(...'ab .,\n“”é1'), maxLength: 8 });
const withSigns = fc.string({ unit: fc.constantFrom(...'ab .\n*_`[]()\\!'), maxLength: 8 });

/** Cuts a slice out of each stretch between two of the ticket's texts, and writes something in its place. */
function editedAround(text: string, hostile: string, edits: readonly Edit[]): string {
  return text
    .split(hostile)
    .map((part, index) => {
      const { from, to, insert } = edits[index % edits.length] ?? { from: 0, to: 0, insert: '' };
      const [start, end] = [from, to].map((share) => Math.floor(share * part.length)).sort((a, b) => a - b);
      return `${part.slice(0, start)}${insert}${part.slice(end)}`;
    })
    .join(hostile);
}

interface Edit {
  from: number;
  to: number;
  insert: string;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const edits = (insert: fc.Arbitrary<string>) =>
  fc.array(fc.record({ from: share, to: share, insert }), { minLength: 1, maxLength: 4 });

/** The parts that a person writes; the whole document takes a Markdown parser half a second. */
function written(record: Record): string {
  const { sections } = record.postmortem;
  const cause = docTree(part('cause', record, new Map()));
  return [...textSectionNames.map((name) => sectionPreview(name, sections[name])), cause]
    .map(toMarkdownText)
    .join('\n');
}

function edited(
  record: ReturnType<typeof hostileRecord>,
  hostile: string,
  list: readonly Edit[],
): Postmortem {
  const { postmortem } = record;
  const sections = textSectionNames.reduce(
    (current, name) =>
      editSection(current, name, editedAround(current.sections[name].text, hostile, list), NOW),
    postmortem,
  );
  return sections.whys.reduce(
    (current, { answer }, index) =>
      editWhy(current, index, { answer: editedAround(answer, hostile, list) }, NOW),
    sections,
  );
}

describe('a hostile ticket in a document that a person wrote in', () => {
  const inner = fc.string({ unit: fc.constantFrom(...'qxz7é'), minLength: 1, maxLength: 5 });

  it('never becomes a link, whatever is written around it', { timeout: LAW_TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(inner, edits(withSigns), (words, list) => {
        const hostile = `[${words}](${EVIL})`;
        const record = hostileRecord(hostile);
        const markdown = written({ ...record, postmortem: edited(record, hostile, list) });
        expect(nodesIn(parseMarkdown(markdown)).filter(({ url }) => url?.startsWith(EVIL))).toEqual([]);
      }),
      runs(40, 1_000),
    );
  });

  it('never becomes bold, emphasis or code by itself', { timeout: LAW_TIMEOUT_MS }, () => {
    const form = fc.constantFrom<(words: string) => string>(
      (words) => `**${words}**`,
      (words) => `*${words}*`,
      (words) => `_${words}_`,
      (words) => `\`${words}\``,
    );
    fc.assert(
      fc.property(inner, form, edits(segment), (words, write, list) => {
        const hostile = write(words);
        const record = hostileRecord(hostile);
        const markdown = written({ ...record, postmortem: edited(record, hostile, list) });
        const marked = nodesIn(parseMarkdown(markdown)).filter(({ type }) =>
          /^(?:strong|emphasis|inlineCode)$/.test(type),
        );
        expect(marked.filter((node) => textOf(node) === words)).toEqual([]);
      }),
      runs(40, 1_000),
    );
  });

  it('stays literal in an offer that was taken', () => {
    const before = recordOf(ticket({ subject: 'Printers' }).customer('+0', 'Down.').build());
    const after = hostileRecord(`[x](${EVIL})`);
    const mine = editSection(before.postmortem, 'summary', 'In my own words.', NOW);
    const offer = mergeDraft(mine, after.postmortem).offers.find(({ section }) => section === 'summary');
    const taken = offer && takeOffer(after.postmortem, offer, NOW);
    expect(taken?.sections.summary).toMatchObject({ state: 'edited', text: offer?.fresh });
    const markdown = taken && toMarkdown({ ...after, postmortem: taken });
    expect(markdown).toContain('## Summary');
    expect(nodesIn(parseMarkdown(markdown ?? '')).filter(({ url }) => url?.startsWith(EVIL))).toEqual([]);
  });
});

interface Node {
  type: string;
  url?: string;
  value?: string;
  children?: Node[];
}

function nodesIn(tree: unknown): Node[] {
  const node = tree as Node; // what the parser gives
  return [node, ...(node.children ?? []).flatMap(nodesIn)];
}

function textOf({ value = '', children = [] }: Node): string {
  return value + children.map(textOf).join('');
}
