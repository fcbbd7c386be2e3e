import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../../../lib/export/file-name';
import { hostileText } from '../../postmortem/arbitrary-capture';
import { draftOf } from '../../postmortem/drafting';
import { at, ticket } from '../../support/capture-builder';

function nameFor(fields: { helpdesk?: string; key?: string; subject?: string }): string {
  const draft = draftOf(ticket().build(), at('+2d'));
  return exportFileName({
    ...draft,
    ticket: { ...draft.ticket, helpdesk: 'zendesk', key: '42', ...fields },
  });
}

describe('the name of the Markdown file', () => {
  it.each([
    ['Invoice sync stopped, 312 missing', '2026-11-18-zendesk-42-invoice-sync-stopped-312-missing.md'],
    ['Größe der Straße: naïve Café, łódź', '2026-11-18-zendesk-42-grosse-der-strasse-naive-cafe-lodz.md'],
    ['', '2026-11-18-zendesk-42.md'],
    ['🖨️🔥', '2026-11-18-zendesk-42.md'],
    ['プリンターが動きません', '2026-11-18-zendesk-42.md'],
    ['../../etc/passwd', '2026-11-18-zendesk-42-etc-passwd.md'],
    ['CON', '2026-11-18-zendesk-42-con.md'],
    ['C:\\temp\\..\\x%2e%2e%2f\u0000.exe', '2026-11-18-zendesk-42-c-temp-x-2e-2e-2f-exe.md'],
    [
      'word '.repeat(40),
      '2026-11-18-zendesk-42-word-word-word-word-word-word-word-word-word-word-word-word.md',
    ],
    ['x'.repeat(300), `2026-11-18-zendesk-42-${'x'.repeat(60)}.md`],
  ])('of %j is %s', (subject, name) => {
    expect(nameFor({ subject })).toBe(name);
  });

  it('has a word for a helpdesk without a name', () => {
    expect(nameFor({ helpdesk: '..', key: '../1', subject: '' })).toBe('2026-11-18-ticket-1.md');
  });

  it('never leaves its folder, whatever the ticket says', () => {
    fc.assert(
      fc.property(fc.tuple(hostileText, hostileText, hostileText), ([helpdesk, key, subject]) => {
        const name = nameFor({ helpdesk, key, subject });
        expect(name).toMatch(/^\d{4}-\d\d-\d\d(-[a-z0-9]+)+\.md$/);
        expect(name.length).toBeLessThan(150);
      }),
    );
  });
});
