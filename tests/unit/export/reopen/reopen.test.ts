import fc from 'fast-check';
import { deflateSync } from 'fflate';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../lib/analysis/analyse';
import { emptyOverlay, throughOverlay } from '../../../../lib/analysis/overlay';
import { noPreferences, optionsFor } from '../../../../lib/analysis/preferences';
import type { Record } from '../../../../lib/export/record';
import { LONGEST_DATA, LONGEST_FILE } from '../../../../lib/export/reopen/data-block';
import { fromMarkdown, withDataBlock } from '../../../../lib/export/reopen/reopen';
import { sha256 } from '../../../../lib/export/sha256';
import { toMarkdown } from '../../../../lib/export/to-markdown';
import { makeTokens } from '../../../../lib/language/redact';
import { blankAction } from '../../../../lib/postmortem/plan';
import { captureArbitrary, hostileText } from '../../postmortem/arbitrary-capture';
import { recordOf } from '../../postmortem/drafting';
import { at, ticket } from '../../support/capture-builder';
import { LAW_TIMEOUT_MS, runs } from '../../support/runs';
import { parseMarkdown } from '../parse-markdown';

const record = recordOf(
  ticket().customer('+0', 'Down.').reply('+3h').status('+5h', 'open', 'solved').build(),
);
const file = withDataBlock(toMarkdown(record), record);

describe('Markdown that opens again', () => {
  it('gives the record back without loss, whatever a ticket says and a person writes', {
    timeout: LAW_TIMEOUT_MS,
  }, () => {
    fc.assert(
      fc.property(captureArbitrary(), hostileText, hostileText, (capture, title, note) => {
        const draft = recordOf(capture);
        const edited = editedRecord(draft, title.toWellFormed(), note.toWellFormed());
        const written = withDataBlock(toMarkdown(edited), edited);
        expect(withDataBlock(toMarkdown(edited), edited)).toBe(written);
        const found = opened(written);
        expect(found.changed).toBe(false);
        expect(found.record.postmortem).toEqual(edited.postmortem);
        expect(found.record.capture).toEqual(capture);
        const options = optionsFor(capture, emptyOverlay, noPreferences);
        expect(found.record.analysis).toEqual(analyse(capture, options));
        expect(toMarkdown(found.record).length).toBeGreaterThan(0);
      }),
      runs(100, 2_000),
    );
  });

  it('takes the capture as it was pulled, with the corrections and options it was seen through', () => {
    const pulled = record.capture;
    const overlay = { ...emptyOverlay, corrected: [{ event: 'e2', at: at('+1h') }] };
    const preferences = {
      ...noPreferences,
      targets: [{ metric: 'first_reply' as const, targetMs: 60_000, hours: 'calendar' as const }],
    };
    const seen: Record = {
      ...record,
      capture: throughOverlay(pulled, overlay),
      analysis: analyse(pulled, optionsFor(pulled, overlay, preferences)),
    };
    const found = opened(withDataBlock('x', seen, { pulled, overlay, preferences }));
    expect(found).toMatchObject({ pulled, overlay, preferences });
    expect(found.record).toEqual(seen);
    expect(found.record.analysis.firstReply?.ms).toBe(3_600_000);
  });

  it('is a code block of one line at the end, which leaves the document before it as it was', () => {
    const before = (parseMarkdown(toMarkdown(record)) as Root).children;
    const after = (parseMarkdown(file) as Root).children;
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({ type: 'code', lang: 'debrief-record' });
    expect(file.slice(toMarkdown(record).length).trim().split('\n')).toHaveLength(4);
  });

  it('is not for a redacted document', () => {
    const tokens = makeTokens(record.capture, record.postmortem);
    expect(() => withDataBlock(toMarkdown(record), record, { tokens })).toThrow(RangeError);
  });

  it('says when the text was changed, and not when an editor only changed white space', () => {
    expect(opened(file.replace('Down.', 'Up.')).changed).toBe(true);
    expect(opened(`${file}\nA note of mine.\n`).changed).toBe(true);
    expect(opened(`\ufeff${file.replaceAll('\n', '\r\n')}\r\n\r\n`).changed).toBe(false);
    expect(opened(file.replace('\n\n', '  \n\n')).changed).toBe(false);
    expect(opened(file.trimEnd()).changed).toBe(false);
  });

  it('takes the block that was added last, not one that a ticket quotes', () => {
    const other = recordOf(ticket({ subject: 'Another' }).customer('+0', 'Hello.').build());
    expect(opened(withDataBlock(`${file}\n`, other)).record.capture).toEqual(other.capture);
    const quoting = recordOf(ticket().customer('+0', file).build());
    const found = opened(withDataBlock(toMarkdown(quoting), quoting));
    expect(found.changed).toBe(false);
    expect(found.record.capture).toEqual(quoting.capture);
  });

  it.each([
    ['no block', toMarkdown(record), /data block at its end is missing/],
    ['an empty file', '', /missing/],
    ['a block that was cut', file.slice(0, -60), /changed or cut off/],
    ['another letter in the data', file.replace(/[A-Za-z](?=[^\n]{20}\n```\n$)/, '+'), /changed or cut off/],
    [
      'data under the hash of other data',
      withData(JSON.stringify(data())).replace(/(?<=[0-9a-f]{64} )[0-9a-f]{64}/, sha256('')),
      /changed or cut off/,
    ],
    ['a later version', file.replace(/\n1 /, '\n2 '), /newer Debrief/],
    ['no version', file.replace(/\n1 /, '\nx '), /changed or cut off/],
    ['too long a file', 'x'.repeat(LONGEST_FILE + 1), /larger than any/],
    ['too much data', withData('{}', LONGEST_DATA + 1), /larger than any/],
    ['more data than said', withData('{"a":1}', 3), /changed or cut off/],
    ['less data than said', withData('{"a":1}', 9), /changed or cut off/],
    ['a bomb', withData('0'.repeat(5_000_000), 100), /changed or cut off/],
    ['no JSON', withData('{'), /changed or cut off/],
    ['a list', withData('[]'), /changed or cut off/],
    ['no postmortem', withData('{}'), /not a postmortem/],
    ['no capture', withData(JSON.stringify({ postmortem: record.postmortem })), /not a ticket capture/],
    [
      'another ticket’s capture',
      withData(JSON.stringify({ ...data(), postmortem: { ...record.postmortem, ticketId: 'other' } })),
      /changed or cut off/,
    ],
    [
      'a check after the end of time',
      withData(
        JSON.stringify({
          ...data(),
          postmortem: {
            ...record.postmortem,
            checkpoints: [{ days: 1e15, state: 'open', note: '', reason: '' }],
          },
        }),
      ),
      /changed or cut off/,
    ],
  ])('refuses %s with a reason', (_, text, reason) => {
    const found = fromMarkdown(text);
    expect(found.ok ? found : `${found.problem.message} ${found.problem.next}`).toMatch(reason);
  });

  it('lets no link lead anywhere but to http and https', () => {
    const bad = 'javascript:alert(1)';
    const postmortem = {
      ...record.postmortem,
      ticket: { ...record.postmortem.ticket, url: bad },
      actions: ['\u0001JavaScript:x', 'data:text/html,x', 'https://tracker.example/7', 'OPS-7'].map(
        (tracker, index) => ({ ...blankAction, id: `a${index}`, tracker }),
      ),
      attachments: [
        { id: '1', kind: 'link', url: bad, caption: '' },
        { id: '2', kind: 'link', url: 'https://shots.example/1', caption: '' },
      ],
    };
    const found = opened(withData(JSON.stringify({ ...data(), postmortem }))).record.postmortem;
    expect(found.ticket.url).toBe(record.capture.ticket.url);
    expect(found.actions.map(({ tracker }) => tracker)).toEqual([
      '',
      '',
      'https://tracker.example/7',
      'OPS-7',
    ]);
    expect(found.attachments.map(({ url }) => url)).toEqual([undefined, 'https://shots.example/1']);
  });

  it('never throws at a file that was cut, mixed up or made up', { timeout: LAW_TIMEOUT_MS }, () => {
    const head = '```debrief-record\n';
    const piece = fc.oneof(
      fc.constantFrom('```', head, '\n', '1 ', sha256(''), 'debrief-record', '0', file, ' > '),
      fc.string({ maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.jsonValue().map((value) => withData(JSON.stringify(value))),
      fc.jsonValue().map((value) => withData(JSON.stringify({ ...data(), overlay: value }))),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.nat(), (pieces, cut) => {
        const text = pieces.join('');
        for (const one of [text, text.slice(0, cut % (text.length + 1)), text.slice(cut % (text.length + 1))])
          expect(typeof fromMarkdown(one).ok).toBe('boolean');
      }),
      runs(300),
    );
  });

  it('never throws at a record with one value changed', { timeout: LAW_TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue(), (where, value) => {
        const text = JSON.stringify(withAnother(data(), where, value));
        expect(typeof fromMarkdown(withData(text)).ok).toBe('boolean');
      }),
      runs(500),
    );
  });
});

function opened(text: string) {
  const found = fromMarkdown(text);
  if (!found.ok) throw new Error(`${found.problem.message} ${found.problem.at ?? ''}`);
  return found.value;
}

function data(): { [key: string]: unknown } {
  return {
    postmortem: record.postmortem,
    capture: record.capture,
    overlay: emptyOverlay,
    preferences: noPreferences,
  };
}

/** A well-formed block around any data, as somebody with bad intentions would write it. */
function withData(json: string, size = Buffer.byteLength(json)): string {
  const packed = Buffer.from(deflateSync(Buffer.from(json))).toString('base64');
  return `\`\`\`debrief-record\n1 ${sha256('')} ${sha256(packed)} ${size}\n${packed}\n\`\`\`\n`;
}

function editedRecord(draft: Record, title: string, note: string): Record {
  const { postmortem } = draft;
  const section = { text: title, state: 'edited' as const, claims: [] };
  return {
    ...draft,
    postmortem: {
      ...postmortem,
      sections: { ...postmortem.sections, title: section, notes: { ...section, text: note } },
      actions: [{ ...blankAction, id: 'a', text: note, due: '2026-12-01' }],
      meeting: { ...postmortem.meeting, notes: note },
    },
  };
}

/** The same with the value at one place replaced by another. */
function withAnother(root: unknown, where: number, value: unknown): unknown {
  let left = where % countOf(root);
  const walk = (one: unknown): unknown => {
    if (left-- === 0) return value;
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(root);
}

function countOf(one: unknown): number {
  if (typeof one !== 'object' || one === null) return 1;
  return Object.values(one).reduce((sum: number, inner) => sum + countOf(inner), 1);
}
