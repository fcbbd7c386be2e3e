import fc from 'fast-check';
import type { Capture } from '../../../lib/ticket/schema';
import { at, type CaptureBuilder, ticket } from '../support/capture-builder';

/** Valid captures whose every text is out to break sentences, lines, tables and headings. */
export function captureArbitrary(): fc.Arbitrary<Capture> {
  return capture;
}

/** Later than most events; some lie after it, as with a reader's clock that runs behind. */
export const NOW = at('+3d');

const pieces = [
  ...[
    '# ',
    '## Summary',
    '\n',
    '\n\n',
    '\r\n',
    '|',
    '| a |',
    '|---|',
    '- ',
    '1. ',
    '> ',
    '```',
    '---',
    '===',
  ],
  ...['. ', '? ', '! ', '… ', '“', '”', '"', '‘', '«', '»', '。', '！', ' e.g. ', 'Inc.', 'St. ', 'J. '],
  ...['<script>', '&amp;', '[x](javascript:alert(1))', '**', '`', '\\', '@team', 'https://x.example/?a=1!B'],
  ...[
    'Tier 2',
    'Brightwell',
    'Why',
    'no',
    'B',
    'a',
    '3',
    ' ',
    '株式会社',
    '😀',
    '\ud83d',
    '\u202e',
    '\u0000',
  ],
  ...['undefined', 'Ann Okoro', 'Bo'],
];
export const hostileText = fc
  .array(fc.constantFrom(...pieces), { maxLength: 12 })
  .map((parts) => parts.join(''));
const word = fc.oneof(
  hostileText,
  fc.constantFrom('Brightwell', 'Tier 1', 'Tier 2', 'Escalations', 'Acme Inc.'),
);

const offset = fc.oneof(
  fc.constantFrom('+0', '+1h', '+2h', '+5h', '+90d', '-1h'),
  fc.integer({ min: 0, max: 300_000 }).map((seconds) => `+${seconds}s`),
);
const by = fc.constantFrom('ada', 'ann', 'bo', 'cleo', 'bot', 'system', 'stranger');
const how = fc.record({ by, save: fc.constantFrom('a', 'b', 'c') }, { requiredKeys: ['by'] });
const body = fc.oneof(
  hostileText,
  fc.constantFrom('Thanks, works now.', 'Please escalate this.', 'Any news?', '', 'Hi.\n\nAnn Okoro\nTier 1'),
);
const status = fc.constantFrom('new', 'open', 'pending', 'solved', 'closed', 'deleted', 'unknown' as const);
const holder = fc.constantFrom('ann', 'bo', 'stranger', null);
const metric = fc.constantFrom('first_reply', 'next_reply', 'resolution', 'other' as const);
const phase = fc.constantFrom(
  'applied',
  'retargeted',
  'started',
  'paused',
  'breached',
  'achieved',
  'cancelled',
);

type Step = (builder: CaptureBuilder) => CaptureBuilder;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(offset, body, how, fc.constantFrom('customer', 'customer', 'internal', 'side')).map(
    ([when, text, who, audience]) =>
      (b: CaptureBuilder) =>
        b.message(when, text, { ...who, audience }),
  ),
  fc.tuple(offset, status, status, how).map(
    ([when, from, to, who]) =>
      (b: CaptureBuilder) =>
        b.status(when, from, to, who),
  ),
  fc.tuple(offset, fc.option(word), fc.option(word), how).map(
    ([when, from, to, who]) =>
      (b: CaptureBuilder) =>
        b.group(when, from, to, who),
  ),
  fc.tuple(offset, holder, holder, how).map(
    ([when, from, to, who]) =>
      (b: CaptureBuilder) =>
        b.assignee(when, from, to, who),
  ),
  fc.tuple(offset, metric, phase, fc.integer({ min: 1, max: 4 }), word).map(
    ([when, which, what, n, name]) =>
      (b: CaptureBuilder) =>
        b.sla(when, which, what, { instance: `p/${n}`, targetMs: n * 3_600_000, policy: { name } }),
  ),
  fc.tuple(offset, word).map(
    ([when, tag]) =>
      (b: CaptureBuilder) =>
        b.tag(when, `escalated ${tag}`),
  ),
  fc.tuple(offset, word).map(
    ([when, comment]) =>
      (b: CaptureBuilder) =>
        b.add(when, { by: 'ada' }, { kind: 'satisfaction', phase: 'given', score: 0, max: 1, comment }),
  ),
  fc.tuple(offset, word).map(
    ([when, key]) =>
      (b: CaptureBuilder) =>
        b.add(when, {}, { kind: 'link', to: { key }, relation: 'problem', added: true }),
  ),
);

const capture = fc
  .record({
    steps: fc.array(step, { maxLength: 30 }),
    subject: hostileText,
    organization: fc.option(word, { nil: undefined }),
    requester: fc.constantFrom('ada', 'ann', undefined),
    team: word,
    area: word,
  })
  .map(({ steps, subject, organization, requester, team, area }) => {
    const builder = ticket({ subject, organization, requester, productAreas: [area] }).person('ann', {
      team,
    });
    return steps.reduce((built, next) => next(built), builder).build();
  });
