import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkClaims } from '../../../../lib/postmortem/claims';
import { LAW_TIMEOUT_MS, runs } from '../../support/runs';
import { captureArbitrary, hostileText, NOW } from '../arbitrary-capture';
import { recordOf } from '../drafting';

it('every figure of every draft is borne out by its ticket', { timeout: LAW_TIMEOUT_MS }, () => {
  fc.assert(
    fc.property(
      captureArbitrary(),
      fc.constantFrom('escalation', 'sla_breach', 'knowledge_gap'),
      (ticketCapture, kind) => {
        const { postmortem, capture, analysis } = recordOf(ticketCapture, NOW, kind);
        const checks = checkClaims(postmortem, capture, analysis);
        const doubted = checks.filter(({ verdict }) => verdict !== 'supported');
        expect(
          doubted.map(({ section, text, message }) => ({
            section,
            text,
            message,
            of: section.startsWith('why') ? '' : postmortem.sections[section as 'summary'].text,
          })),
        ).toEqual([]);
      },
    ),
    runs(150, 10_000),
  );
});

it('whatever is written, its checks lie in the text, in order, and are the same again', {
  timeout: LAW_TIMEOUT_MS,
}, () => {
  const figure = fc.constantFrom(
    '17 Nov',
    '17:05 UTC',
    '2 h 3 min',
    'twice',
    '40 accounts',
    '99 %',
    '3 internal notes',
    'almost two hours',
    '3pm',
    '2026-02-31',
    '“5 notes”',
  );
  const text = fc.array(fc.oneof(hostileText, figure), { maxLength: 8 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(captureArbitrary(), text, (ticketCapture, summary) => {
      const { postmortem, capture, analysis } = recordOf(ticketCapture, NOW);
      const written = {
        ...postmortem,
        sections: { ...postmortem.sections, summary: { ...postmortem.sections.summary, text: summary } },
      };
      const checks = checkClaims(written, capture, analysis).filter(({ section }) => section === 'summary');
      let at = 0;
      for (const check of checks) {
        expect(summary.slice(check.start, check.end)).toBe(check.text);
        expect(check.start).toBeGreaterThanOrEqual(at);
        expect(check.use === undefined).toBe(check.verdict !== 'contradicted');
        at = check.end;
      }
      const again = checkClaims(
        structuredClone(written),
        structuredClone(capture),
        structuredClone(analysis),
      );
      expect(again.filter(({ section }) => section === 'summary')).toEqual(checks);
    }),
    runs(100, 5_000),
  );
});
