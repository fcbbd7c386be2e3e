import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockMermaid } from '../../../../lib/export/formats/clock-mermaid';
import { slaMetricSchema } from '../../../../lib/ticket/basics';
import { recordOf } from '../../postmortem/drafting';
import { at, ticket } from '../../support/capture-builder';
import { runs } from '../../support/runs';
import { recordSaying } from './hostile-record';

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

const stamp = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d`;
const name = String.raw`[^\s:#;%][^:#;%\n]*`;

/**
 * What Mermaid 10.9.8 and 11.17.2 drew when it was rendered in Chromium: the keys of the head in this form, and bars
 * whose name is not white space alone (a no-break space is), has no `:`, `;` or `#` and is not a word of the grammar.
 */
const chart = new RegExp(
  [
    '^---\ndisplayMode: compact\nconfig:\n {2}gantt:\n(?: {4}[a-zA-Z]+: \\d+\n)+---\n',
    'gantt\n {2}accTitle: [\\w ]+\n {2}accDescr: [^;#\n]+\n {2}title [\\w ()]+\n',
    ' {2}dateFormat YYYY-MM-DD HH:mm:ss\n {2}axisFormat %d %b(?: %H:%M)?\n',
    ' {2}tickInterval [1-9]\\d*(?:minute|hour|day|week|month)\n {2}todayMarker off\n',
    `(?: {2}section ${name}<br>${name}\n(?: {2}${name} :(?:(?:active|crit|done), ${stamp}, ${stamp}|milestone, crit, ${stamp}, 0s)\n)+)+$`,
  ].join(''),
);

describe('the clock picture as Mermaid', () => {
  it('has a row for each clock, red where it ran over', () => {
    expect(clockMermaid(breached())).toMatchInlineSnapshot(`
      "---
      displayMode: compact
      config:
        gantt:
          leftPadding: 150
          barHeight: 26
          barGap: 8
      ---
      gantt
        accTitle: SLA clocks
        accDescr: From 16 Nov 08:00 to 16 Nov 11:00 UTC. First reply: missed, 2 h over.
        title SLA clocks (UTC)
        dateFormat YYYY-MM-DD HH:mm:ss
        axisFormat %d %b %H:%M
        tickInterval 30minute
        todayMarker off
        section First reply<br>missed, 2 h over
        Running :active, 2026-11-16 08:00:00, 2026-11-16 09:00:00
        Over the target :crit, 2026-11-16 09:00:00, 2026-11-16 11:00:00
      "
    `);
  });

  it('has only lines that Mermaid was seen to draw', () => {
    const instant = fc.integer({ min: 1, max: 60 * 24 * 90 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...slaMetricSchema.options), { minLength: 1, maxLength: 4 }),
        instant,
        instant,
        (metrics, due, end) => {
          const built = metrics.reduce(
            (story, metric) =>
              story
                .sla('+0', metric, 'started', {
                  instance: metric,
                  targetMs: due * 60_000,
                  due: at(`+${due}m`),
                })
                .sla(`+${due}m`, metric, 'breached', {
                  instance: metric,
                  targetMs: due * 60_000,
                  due: at(`+${due}m`),
                })
                .sla(`+${due + end}m`, metric, 'achieved', { instance: metric }),
            ticket().customer('+0', 'Down.'),
          );
          expect(clockMermaid(recordOf(built.build()))).toMatch(chart);
        },
      ),
      runs(60),
    );
  });

  it('holds no word of the ticket', () => {
    const picture = clockMermaid(recordSaying('Ada <script>alert(1)</script> https://evil.example : ; # "'));
    expect(picture).toMatch(chart);
    expect(picture).not.toMatch(/Ada|script|evil|alert/);
  });

  it('is not there without a clock', () => {
    expect(clockMermaid({ analysis: { ...breached().analysis, slas: [] } })).toBeUndefined();
  });
});
