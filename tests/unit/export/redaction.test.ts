/** What is planted all over a ticket and its postmortem is in no redacted format: whole, in part, or encoded. */

import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../../lib/export/file-name';
import { toCsv } from '../../../lib/export/formats/csv';
import { frontMatter } from '../../../lib/export/formats/front-matter';
import { toIcs } from '../../../lib/export/formats/ics';
import { toJson } from '../../../lib/export/formats/json';
import { toHtmlText } from '../../../lib/export/html';
import { toMarkdownText } from '../../../lib/export/markdown';
import { markdownFile } from '../../../lib/export/markdown-file';
import { postmortemDocument } from '../../../lib/export/postmortem-document';
import { redactDocument } from '../../../lib/export/redact-document';
import { slaSummary } from '../../../lib/export/sla-summary';
import { toPlainText } from '../../../lib/export/text';
import { toHtml, toMarkdown, toText } from '../../../lib/export/to-markdown';
import {
  type BlockInput,
  bullets,
  code,
  codeBlock,
  docTree,
  heading,
  link,
  paragraph,
  quote,
  strong,
  table,
} from '../../../lib/export/tree';
import { makeTokens } from '../../../lib/language/redact';
import { editSection } from '../../../lib/postmortem/edit';
import { blankAction } from '../../../lib/postmortem/plan';
import { pretendSecrets } from '../language/redact/pretend-secrets';
import { recordOf } from '../postmortem/drafting';
import { at, ticket } from '../support/capture-builder';

const secret = (name: string) => pretendSecrets[name]?.() ?? '';
const phone = ['020', '7946', '0871'].join(' ');
const mail = ['ada.lund', 'brightwell.example'].join('@');

/** Each with the words around it that a ticket would have. */
const planted: Record<string, string> = {
  name: 'Ada Lund',
  'name of an agent': 'Ann Okoro',
  'name alone': 'Ada',
  surname: 'Okoro',
  company: 'Brightwell Logistics',
  'e-mail': mail,
  phone,
  'phone abroad': '+49 89 5550 1234',
  card: ['4012', '8888', '8888', '1881'].join(' '),
  IBAN: 'DE89 3704 0044 0532 0130 00',
  'IP address': '203.0.113.9',
  'IPv6 address': '2001:db8::4711:1',
  address: '48 Willow Lane, Portland, OR 97205',
  'German address': 'Bergstraße 41, 69469 Weinheim',
  'social security number': '219-09-1132',
  'tax number': '529.982.247-25',
  aws: secret('aws'),
  github: secret('github'),
  gitlab: secret('gitlab'),
  slack: secret('slack'),
  slackhook: `https://hooks.slack.com/services/${secret('slackhook')}`,
  stripe: secret('stripe'),
  google: secret('google'),
  jwt: secret('jwt'),
  openai: secret('openai'),
  sendgrid: secret('sendgrid'),
  npm: secret('npm'),
  twilio: secret('twilio'),
  shopify: secret('shopify'),
  telegram: secret('telegram'),
  'private key': secret('pem').replaceAll('\n', ' '),
};
/** Where only the words around give it away: before, value. */
const told: Record<string, [before: string, value: string]> = {
  password: ['the password is ', 'Harbour#19'],
  'password in a file': ['SMTP_PASSWORD=', 'zK9-blue-Tree'],
  'temporary password': ['pw: ', 'Maple_77'],
  PIN: ['PIN ', '8842'],
  'one-time code': ['verification code ', '482913'],
  'connection string': ['postgres://app:', 'Q7rty!zx'],
  account: ['account number ', '55779911'],
  customer: ['customer ID ', 'CU-99281'],
  policy: ['policy number ', 'POL-2281-77'],
  passport: ['passport ', 'C01X00T47'],
  birth: ['born ', '02/11/1990'],
  'card code': ['cvv ', '737'],
  'sort code': ['sort code ', '30-96-26'],
  bearer: ['Authorization: Bearer ', secret('mixed40')],
  'API key': ['api_key=', secret('hex32')],
  session: ['https://app.example.com/?sessionid=', secret('mixed24')],
};

const lines = [
  ...Object.entries(planted).map(([name, value]) => `About the ${name} we were told ${value} today.`),
  ...Object.values(told).map(
    ([before, value]) =>
      `They said ${before}${value}${before.includes('://app') ? '@db.example.com/x' : ''} today.`,
  ),
];
const values = [...Object.values(planted), ...Object.values(told).map(([, value]) => value)];

function pieces(value: string): string[] {
  return [value, encodeURIComponent(value), value.toLowerCase(), value.replace(/\W/g, '-').toLowerCase()];
}

function expectNothingOf(text: string, allowed: readonly string[] = []) {
  // Markdown escapes; what stands between two letters of a value then is a backslash.
  const plain = text.replaceAll('\\', '');
  for (const value of values)
    for (const piece of allowed.includes(value) ? [] : pieces(value)) {
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}])${piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
        'iu',
      );
      expect(plain, `still holds ${value}`).not.toMatch(pattern);
    }
}

function record() {
  const subject = `Ada Lund (${mail}, ${phone}) of Brightwell Logistics cannot log in: the password is Harbour#19`;
  const builder = ticket({
    organization: 'Brightwell Logistics',
    subject,
    tags: ['vip-ada-lund', mail],
    productAreas: [mail],
  })
    .person('ada', { emails: [mail], org: 'Brightwell Logistics' })
    .person('ann', { team: 'Tier 2' });
  lines.forEach((line, index) => {
    const more = {
      attachments: [{ name: `Ada_Lund_${phone}_${mail}.pdf`, url: 'https://desk.example/a/1' }],
    };
    if (index % 3 === 0) builder.note(`+${index + 1}m`, line, more);
    else builder.customer(`+${index + 1}m`, `> On Monday Ann wrote:\n> ${line}\n\n${line}`, more);
  });
  const capture = builder
    .tag('+20h', `from-${mail}`)
    .group('+21h', 'Tier 1', 'Okoro’s group', { by: 'ann' })
    .assignee('+22h', null, 'ann')
    .change('+23h', 'custom', { name: 'Phone', from: null, to: { label: phone } })
    .change('+23h', 'subject', { from: { label: subject }, to: { label: `Callback ${phone}` } })
    .sla('+24h', 'first_reply', 'breached', {
      targetMs: 3_600_000,
      policy: { name: 'Brightwell Logistics Gold' },
    })
    .build();
  const all = recordOf(capture);
  const whole = lines.join('\n');
  let { postmortem } = all;
  for (const section of [
    'title',
    'summary',
    'impact',
    'externalMessages',
    'internalMessages',
    'symptom',
    'cause',
    'wentWell',
    'wentBadly',
  ] as const)
    postmortem = editSection(postmortem, section, section === 'title' ? subject : whole, at('+4d'));
  return {
    ...all,
    capture: {
      ...capture,
      coverage: {
        ...capture.coverage,
        complete: false,
        parts: [...capture.coverage.parts, { part: 'chat', state: 'refused' as const, note: whole }],
        warnings: [{ field: 'subject', reason: whole }],
      },
    },
    postmortem: {
      ...postmortem,
      attachments: [
        { id: 'p1', kind: 'image' as const, caption: whole },
        {
          id: 'p2',
          kind: 'link' as const,
          url: `https://example.com/${encodeURIComponent(mail)}`,
          caption: '',
        },
      ],
      keywords: [...values].slice(0, 10),
      meeting: { ...postmortem.meeting, facilitator: 'Ann Okoro', notes: whole, startsAt: at('+5d') },
      checkpoints: postmortem.checkpoints.map((checkpoint) => ({ ...checkpoint, note: whole })),
      ticket: { ...postmortem.ticket, customer: 'Ada Lund, Brightwell Logistics' },
      timeline: capture.ticket.events.map(({ id, time }, index) => ({
        event: id,
        at: time.at,
        lane: 'customer' as const,
        text: lines[index % lines.length] ?? '',
        why: `asked by ${mail}`,
        state: 'edited' as const,
      })),
      whys: [{ question: `Why did ${phone} ring?`, answer: whole, events: [], state: 'edited' as const }],
      actions: [
        {
          ...blankAction,
          id: 'a',
          text: `Call ${phone}, the password is Harbour#19`,
          owner: 'Ann Okoro',
          due: '2026-12-01',
          state: 'edited' as const,
        },
      ],
    },
  };
}

describe('a redacted export', () => {
  const given = record();
  const tokens = makeTokens(given.capture, given.postmortem);
  const { tree, replaced } = redactDocument(postmortemDocument(given), tokens);

  it('has enough planted to mean something, and all of it is there without redaction', () => {
    expect(values.length).toBeGreaterThanOrEqual(40);
    const plain = toPlainText(postmortemDocument(given));
    for (const value of values) expect(plain).toContain(value);
  });

  it.each([
    ['Markdown', () => toMarkdownText(tree)],
    ['Markdown by options', () => toMarkdown(given, { version: 'internal', tokens })],
    ['an HTML file', () => toHtmlText(tree)],
    ['HTML for the clipboard', () => toHtmlText(tree, { fragment: true })],
    ['plain text', () => toPlainText(tree)],
    ['the tree itself', () => JSON.stringify(tree)],
    ['the SLA summary as text', () => slaSummary(given, { tokens }).text],
    ['the SLA summary as Markdown', () => slaSummary(given, { tokens }).markdown],
    ['the SLA summary as HTML', () => slaSummary(given, { tokens }).html],
    [
      'the next step in the SLA summary',
      () => slaSummary(given, { tokens, nextStep: { text: lines.join(' '), owner: 'Ann Okoro' } }).text,
    ],
    ['the timeline as CSV', () => toCsv(given, { tokens })],
    ['the whole ticket as CSV', () => toCsv(given, { tokens, events: 'all' })],
    ['the calendar', () => toIcs(given, { tokens }).replaceAll('\r\n ', '')],
    ['JSON', () => toJson(given, { tokens })],
    ['front matter', () => frontMatter(given, { tokens })],
    [
      'a file with front matter and Mermaid',
      () => markdownFile(tree, given, { frontMatter: true, picture: 'mermaid' }, { tokens }),
    ],
    [
      'a file with a picture',
      () =>
        markdownFile(tree, given, { frontMatter: false, picture: 'svg' }, { tokens }).replace(
          /base64,([^)]+)/,
          (_, data: string) => atob(data),
        ),
    ],
    ['the name of the file', () => exportFileName(given.postmortem, { tokens })],
  ])('holds nothing that was planted: %s', (_, format) => {
    expectNothingOf(format());
  });

  it.each(['internal', 'concise', 'customer', 'support', 'technical', 'agenda', 'action'] as const)(
    'holds nothing that was planted in any format of the version %s, with roles and with names',
    { timeout: 60_000 },
    (version) => {
      for (const names of ['roles', 'names'] as const)
        for (const format of [toMarkdown, toHtml, toText])
          expectNothingOf(format(given, { version, names, tokens, action: 'a' }));
    },
  );

  it('holds nothing in the names of the files of any version', () => {
    for (const version of ['concise', 'customer', 'support', 'technical', 'action'])
      for (const extension of ['md', 'html'])
        expectNothingOf(
          exportFileName(given.postmortem, { tokens, version, extension, capture: given.capture }),
        );
  });

  it('keeps the ticket’s number and what is no one’s', () => {
    const markdown = toMarkdownText(tree);
    expect(markdown).toContain('4711');
    expect(markdown).toContain('About the card we were told');
    expect(exportFileName(given.postmortem, { tokens })).toMatch(/-4711-customer-1-/);
  });

  it('calls a value the same in every format, and says how often', () => {
    const token = tokens.entries.find(({ value }) => value === mail)?.token ?? '';
    expect(toPlainText(tree)).toContain(token);
    expect(slaSummary(given, { tokens }).text).toContain(token);
    expect(replaced.find((item) => item.token === token)?.count).toBeGreaterThan(2);
  });

  it('links nowhere while the helpdesk’s address is replaced, and does again when it is kept', () => {
    expect(toHtmlText(tree)).not.toContain('href');
    expect(toHtmlText(tree)).not.toContain('desk.example');
    const kept = redactDocument(postmortemDocument(given), tokens, new Set(['[site 1]'])).tree;
    expect(toHtmlText(kept)).toContain('href="https://desk.example/tickets/4711"');
    expectNothingOf(toHtmlText(kept));
  });

  it('leaves what is kept, and only that', () => {
    const kept = redactDocument(postmortemDocument(given), tokens, new Set(['[phone 1]'])).tree;
    expect(toPlainText(kept)).toContain(phone);
    expectNothingOf(toPlainText(kept), [phone]);
  });

  it('reads twice as it reads once', () => {
    expect(redactDocument(tree, tokens)).toEqual({ tree, replaced: [] });
  });
});

describe('in a document of every shape', () => {
  const { capture } = recordOf(ticket({ organization: 'Brightwell' }).customer('+0', 'Down.').build());
  const tokens = makeTokens(capture);
  const redacted = (...blocks: readonly BlockInput[]) =>
    toMarkdownText(redactDocument(docTree(...blocks), tokens).tree);

  it.each([
    ['a heading', heading(2, 'Call Ada')],
    ['a list in a quotation', quote(bullets(['ask Ada', strong('Ada')]))],
    ['a cell', table(['Who'], [['Ada'], [code('Ada')]])],
    ['code', codeBlock('user = "Ada"', 'Ada')],
    ['the text of a link', paragraph(link('https://example.com/x', 'Ada’s page'))],
    ['a link’s address', paragraph(link('https://example.com/ada%20lund', 'page'))],
    ['a link to write to', paragraph(link('mailto:ada@example.com', 'write'))],
    ['a picture’s words that became text', paragraph('![Ada Lund](https://example.com/ada.png)')],
  ])('reaches %s', (_, block) => {
    expect(redacted(block)).not.toMatch(/ada/i);
  });

  it('sees a value and the words before it in different leaves', () => {
    expect(redacted(paragraph(strong('Password:'), ' ', code('hunter2'), ', thanks'))).toBe(
      '**Password:** `[password]`, thanks\n',
    );
    expect(redacted(paragraph('Ada ', strong('Lu'), 'nd came'))).toBe('Customer 1 came\n');
  });
});
