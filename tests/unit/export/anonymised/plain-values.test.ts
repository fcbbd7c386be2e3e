import { describe, expect, it } from 'vitest';
import {
  knownExtension,
  knownLanguage,
  knownMime,
  knownRawTime,
  knownZone,
} from '../../../../lib/export/anonymised/plain-values';

describe('what may pass as it is', () => {
  it.each([
    '2026-03-24T08:02:10Z',
    '2026-11-16T10:00:00.123+01:00',
    'Mon Mar 24 08:02:10 2026',
    '24. März 2026, 9:02 Uhr',
    '16/11/2026 10:02 PM',
    '5 minutes ago',
  ])('is the time “%s”', (raw) => expect(knownRawTime(raw)).toBe(raw));

  it.each(['0170 555 0199', '+49 170 5550199', 'Monday at Brightwell', '10:02 Ada', '4711', ''])(
    'is not “%s” for a time',
    (raw) => expect(knownRawTime(raw)).toBeUndefined(),
  );

  it.each([
    [knownZone, ['UTC', 'Europe/Berlin', '+01:00', '-0530'], ['Brightwell/Depot', '+1', 'Ada', '']],
    [knownLanguage, ['de', 'en-US', 'pt_BR'], ['zx', 'qwv', 'en-brightwell', 'Ada', 'de-DE-x-ada', '']],
    [knownMime, ['application/pdf', 'text/plain'], ['text/brightwell', 'ada']],
  ])('is one of a known list for %o', (known: (value: string) => string | undefined, kept, dropped) => {
    expect(kept.map(known)).toEqual(kept);
    expect(dropped.map(known)).toEqual(dropped.map(() => undefined));
  });

  it.each([
    ['Marsh invoice.PDF', '.pdf'],
    ['backup.tar.gz', '.gz'],
    ['notes.brightwell', ''],
    ['ada', ''],
  ])('is of the file name %s the ending “%s”', (name, ending) => expect(knownExtension(name)).toBe(ending));
});
