// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { clockSvg, clockWords } from '../../../../lib/export/formats/clock-picture';
import { recordOf } from '../../postmortem/drafting';
import { at, ticket } from '../../support/capture-builder';
import { recordSaying } from './hostile-record';

const HOSTILE = 'Ada <script>alert(1)</script> https://evil.example : ; # "';

function breached() {
  return recordOf(
    ticket()
      .customer('+0', 'Down.')
      .sla('+0', 'first_reply', 'started', { instance: 'p/1', targetMs: 3_600_000, due: at('+1h') })
      .sla('+1h', 'first_reply', 'breached', { instance: 'p/1', targetMs: 3_600_000, due: at('+1h') })
      .reply('+3h')
      .sla('+3h', 'first_reply', 'achieved', { instance: 'p/1' })
      .status('+4h', 'open', 'solved')
      .build(),
  );
}

describe('the clock picture for documents', () => {
  it('is an image that stands alone, with its words in it', () => {
    const svg = clockSvg(breached()) ?? '';
    const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(document.querySelector('parsererror')).toBeNull();
    expect(document.documentElement.getAttribute('role')).toBe('img');
    expect(document.querySelector('desc')?.textContent).toBe(clockWords(breached()));
    expect(clockWords(breached())).toMatch(/^From 16 Nov 08:00 to .* UTC\. First reply: missed, 2 h over\./);
    expect(svg).not.toMatch(/<(?:script|style|image|foreignObject|a)\b|href|url\(|@import|\bon\w+=/i);
    expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  it('holds no word of the ticket', () => {
    const record = recordSaying(HOSTILE);
    for (const picture of [clockSvg(record), clockWords(record)]) {
      expect(picture).toBeTruthy();
      expect(picture).not.toMatch(/Ada|script|evil|alert/);
    }
  });

  it('is not there without a clock', () => {
    const record = { analysis: { ...breached().analysis, slas: [] } };
    expect(clockSvg(record)).toBeUndefined();
    expect(clockWords(record)).toBe('No SLA clock on this ticket.');
  });
});
