import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSensitive } from '../../../../lib/language/redact';
import type { KnownName } from '../../../../lib/language/redact/types';
import { labelled, labelledSets, score } from './labelled';
import { pretendSecrets } from './pretend-secrets';

const found = (text: string, known?: readonly KnownName[]) =>
  findSensitive(text, known).map(({ start, end }) => text.slice(start, end));

describe('on texts labelled by hand', () => {
  it.each(labelledSets())('%s: finds what is marked and leaves the rest alone', (set) => {
    const { recall, precision, missed, wrong, clean, touched } = score(labelled(set), findSensitive);
    const complaint = [...missed, ...wrong].join('\n');
    expect(recall, complaint).toBeGreaterThanOrEqual(0.97);
    expect(precision, complaint).toBeGreaterThanOrEqual(0.95);
    expect(touched / clean, complaint).toBeLessThanOrEqual(2 / 38);
  });

  it('they are many, and a good part of them is clean', () => {
    const items = labelledSets().flatMap(labelled);
    expect(items.length).toBeGreaterThanOrEqual(400);
    expect(items.filter(({ spans }) => spans.length === 0).length / items.length).toBeGreaterThan(0.35);
  });

  it('calls what it finds by the kind it is marked as', () => {
    const items = labelledSets().flatMap(labelled);
    const marked = items.flatMap((item) => item.spans.map((span) => ({ item, span })));
    const same = marked.filter(({ item, span }) =>
      findSensitive(item.text).some(
        ({ start, end, kind }) => start < span.end && span.start < end && kind === span.kind,
      ),
    );
    expect(same.length / marked.length).toBeGreaterThan(0.95);
  });
});

describe('known names', () => {
  const known: KnownName[] = [
    { name: 'Maya Lindqvist', emails: ['mlind77@example.com'] },
    { name: 'José Ñáñez-Ortiz' },
    { name: 'Will Parker' },
    { name: 'Jürgen Weiß' },
    { name: '山田太郎' },
    { name: 'Brightwell Logistics GmbH', kind: 'company' },
    { name: 'Tier 2 Support' },
  ];

  it.each([
    ['the whole name', 'We told Maya Lindqvist today.', ['Maya Lindqvist']],
    ['the first name alone', 'Maya wrote again.', ['Maya']],
    ['a possessive', 'It was Maya’s order.', ['Maya']],
    ['an initial before the surname', 'signed M. Lindqvist, sales', ['M. Lindqvist']],
    ['an initial after the first name', 'Maya L. asked for it', ['Maya L']],
    ['surname first', 'Lindqvist, Maya (EMEA)', ['Lindqvist, Maya']],
    ['capitals', 'MAYA LINDQVIST', ['MAYA LINDQVIST']],
    ['small letters', 'ask maya lindqvist', ['maya lindqvist']],
    ['without accents', 'Jose Nanez-Ortiz and Juergen Weiss', ['Jose Nanez-Ortiz', 'Juergen Weiss']],
    ['with accents', 'José Ñáñez-Ortiz', ['José Ñáñez-Ortiz']],
    ['accents as characters of their own', 'Jose\u0301 called', ['Jose\u0301']],
    ['in the name of a file', 'Maya_Lindqvist_invoice.pdf', ['Maya_Lindqvist']],
    ['written together', 'user mayalindqvist logged in', ['mayalindqvist']],
    ['by the local part of an address', 'user mlind77 logged in', ['mlind77']],
    ['without spaces between words', '山田太郎様', ['山田太郎']],
    ['a name that is a word, where a name stands', 'We asked Will to look.', ['Will']],
    ['the company', 'Brightwell Logistics GmbH is upset', ['Brightwell Logistics GmbH']],
    [
      'the company in short',
      'Brightwell’s invoices, Brightwell Logistics',
      ['Brightwell', 'Brightwell Logistics'],
    ],
  ])('are found as %s', (_, text, names) => {
    expect(found(text, known)).toEqual(names);
  });

  it.each([
    'Will you look into it? It will work.',
    'Will this be fixed in May?',
    'The support team and tier 2 answered.',
    'Mayan calendars and parkering',
    'Plan B. Order 4711.',
  ])('leave other words alone: %s', (text) => {
    expect(found(text, known)).toEqual([]);
  });
});

describe('spellings', () => {
  it.each([
    ['wide digits', 'card ４２４２ ４２４２ ４２４２ ４２４２', '４２４２ ４２４２ ４２４２ ４２４２'],
    [
      'hard spaces',
      'IBAN DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000',
      'DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000',
    ],
    ['long dashes', 'call 212–555–0144 now', '212–555–0144'],
    ['a zero-width space inside', 'to maya\u200b@example.com.', 'maya\u200b@example.com'],
  ])('with %s it is found where it stands', (_, text, value) => {
    expect(found(text)).toEqual([value]);
  });
});

it('gives spans inside the text, in order and apart, whatever the text', () => {
  const pieces = fc.constantFrom(
    ...Object.values(pretendSecrets).map((make) => make()),
    ...[
      'password is ',
      'a@b.example ',
      '+44 20 7946 0018',
      '4242 4242 4242 4242',
      '12 Oak Street, Dover',
      'Maya ',
    ],
    ...['\n', '@', '://', ':', '.', '…', '\u200b', '４', 'é', 'e\u0301', '\ud83d', 'İ', '[', ' '],
  );
  const text = fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (given) => {
      let last = 0;
      for (const { start, end } of findSensitive(given, [{ name: 'Maya Lindqvist' }])) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(given.length);
        last = end;
      }
    }),
  );
});
