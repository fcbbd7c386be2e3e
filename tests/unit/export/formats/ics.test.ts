import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIcs } from '../../../../lib/export/formats/ics';
import { makeTokens } from '../../../../lib/language/redact';
import { hostileText } from '../../postmortem/arbitrary-capture';
import { LAW_TIMEOUT_MS, runs } from '../../support/runs';
import { recordSaying } from './hostile-record';

describe('the calendar', () => {
  it('has the meeting, what is due, and the three checks', () => {
    const events = parseIcs(toIcs(recordSaying('Sync stopped')));
    expect(events.map(({ SUMMARY, when }) => [SUMMARY, when])).toEqual([
      ['Postmortem meeting: Sync stopped', 'DTSTART:20261118T080000Z'],
      ['Due: Sync stopped', 'DTSTART;VALUE=DATE:20261201'],
      ['30-day check: Sync stopped', 'DTSTART;VALUE=DATE:20261216'],
      ['60-day check: Sync stopped', 'DTSTART;VALUE=DATE:20270115'],
      ['90-day check: Sync stopped', 'DTSTART;VALUE=DATE:20270214'],
    ]);
    expect(events[0]).toMatchObject({ DURATION: 'PT60M', TRANSP: 'OPAQUE' });
    expect(events[1]).toMatchObject({
      TRANSP: 'TRANSPARENT',
      DTSTAMP: expect.stringMatching(/^\d{8}T\d{6}Z$/),
    });
  });

  it('leaves out what has no day, is done, or was checked', () => {
    const record = recordSaying('x');
    const { postmortem } = record;
    const quiet = {
      ...record,
      postmortem: {
        ...postmortem,
        meeting: { facilitator: '', notetaker: '', minutes: 60, notes: '', sharedWith: '' },
        actions: postmortem.actions.map((action) => ({ ...action, status: 'done' as const })),
        checkpoints: postmortem.checkpoints.map((check) => ({ ...check, state: 'verified' as const })),
      },
    };
    expect(parseIcs(toIcs(quiet))).toEqual([]);
  });

  it('keeps its UIDs and stamps from export to export, and each once', () => {
    const record = recordSaying('x');
    expect(toIcs(record)).toBe(toIcs(record));
    const renamed = recordSaying('x');
    renamed.postmortem.sections.title = { text: 'Another title', state: 'edited', claims: [] };
    const uids = (ics: string) => parseIcs(ics).map(({ UID }) => UID);
    expect(uids(toIcs(renamed))).toEqual(uids(toIcs(record)));
    expect(new Set(uids(toIcs(record))).size).toBe(5);
  });

  it('keeps line breaks, commas, semicolons and backslashes as text', () => {
    const said = 'a, b; c\\n d\r\nBEGIN:VEVENT\r\nATTACH:https://evil.example';
    const [meeting] = parseIcs(toIcs(recordSaying(said)));
    expect(meeting?.SUMMARY).toBe(
      'Postmortem meeting: a, b; c\\n d BEGIN:VEVENT ATTACH:https://evil.example',
    );
  });

  it('is a calendar whatever a ticket says', { timeout: LAW_TIMEOUT_MS }, () => {
    const piece = fc.oneof(
      hostileText,
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\u2028',
        ':',
        ';',
        ',',
        '\\',
        '\\n',
        '"',
        '👩‍👩‍👧',
        'é'.repeat(90),
      ),
      fc.string({ unit: 'grapheme', maxLength: 120 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        const events = parseIcs(toIcs(recordSaying(text)));
        expect(events).toHaveLength(5);
        const line = events[1]?.SUMMARY ?? '';
        expect(line.startsWith('Due: ')).toBe(true);
        expect(parseIcs(toIcs(recordSaying(line)))[1]?.SUMMARY).toBe(`Due: ${line}`);
      }),
      runs(200),
    );
  });

  it('names nobody when redacted', () => {
    const record = recordSaying('Ada Lund, ada@brightwell.example');
    const ics = toIcs(record, { tokens: makeTokens(record.capture, record.postmortem) });
    expect(ics.replaceAll('\r\n ', '')).not.toMatch(/Ada Lund|brightwell|https?:/i);
    expect(parseIcs(ics)[1]?.SUMMARY).toMatch(/Customer 1|Company 1|e-mail 1/);
  });
});

/** RFC 5545 to the letter, for the properties we write; throws at anything else. */
function parseIcs(ics: string): { [name: string]: string }[] {
  if (!ics.endsWith('\r\n') || /[\r\n]/.test(ics.replaceAll('\r\n', '')))
    throw new Error('a stray line break');
  const raw = ics.slice(0, -2).split('\r\n');
  for (const line of raw) {
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`);
    if (Buffer.from(line).toString() !== line) throw new Error('cut inside a character');
  }
  const lines = ics.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR') throw new Error('no calendar');
  const events: { [name: string]: string }[] = [];
  let open: { [name: string]: string } | undefined;
  for (const line of lines.slice(1, -1)) {
    const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)(;[A-Z]+=[A-Z]+)?:(.*)$/u.exec(line) ?? [];
    if (name === '') throw new Error(`no property: ${line}`);
    if (line === 'BEGIN:VEVENT' && !open) open = {};
    else if (line === 'END:VEVENT' && open) {
      events.push(open);
      open = undefined;
    } else if (open) {
      if (!known.has(name) || name in open) throw new Error(`unexpected: ${line}`);
      if (name === 'DTSTART') open.when = line;
      open[name] = name === 'SUMMARY' || name === 'DESCRIPTION' ? unescaped(value) : value;
    } else if (!['VERSION', 'PRODID', 'CALSCALE', 'METHOD'].includes(name))
      throw new Error(`unexpected: ${line}`);
    if (parameters !== '' && name !== 'DTSTART') throw new Error(`parameters: ${line}`);
  }
  if (open) throw new Error('an event without an end');
  return events;
}

const known = new Set(['UID', 'DTSTAMP', 'DTSTART', 'DURATION', 'SUMMARY', 'DESCRIPTION', 'URL', 'TRANSP']);

function unescaped(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error(`not escaped: ${value}`);
  return value.replace(/\\([\\;,n])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
}
