import { describe, expect, it } from 'vitest';
import type { SlaMetric } from '../../../lib/ticket/basics';
import { demoStories, escalationStory, hostileStory } from '../../helpdesks/zendesk/stories';
import { captureOf } from '../helpdesks/zendesk/harness';
import { at, type CaptureBuilder, ticket } from '../support/capture-builder';
import { claimsOf, draftOf, wordsOf } from './drafting';

const textOf = (builder: CaptureBuilder, section: 'summary' | 'symptom' | 'cause', now?: string) =>
  draftOf(builder.build(), now).sections[section].text;
const linesOf = (
  builder: CaptureBuilder,
  section: 'impact' | 'externalMessages' | 'internalMessages' | 'wentWell' | 'wentBadly',
) => draftOf(builder.build()).sections[section].text.split('\n');

/** A target with its end: missed where the end comes after it. */
function target(
  builder: CaptureBuilder,
  metric: SlaMetric,
  [from, to]: [string, string],
  targetMs: number,
  instance = `p/${metric}`,
): CaptureBuilder {
  const late = Date.parse(at(to)) - Date.parse(at(from)) > targetMs;
  const due = new Date(Date.parse(at(from)) + targetMs).toISOString();
  const applied = builder.sla(from, metric, 'applied', { instance, targetMs, policy: { name: 'Gold' } });
  const breached = late
    ? applied.sla(`+${Date.parse(due) - Date.parse(at('+0'))}ms`, metric, 'breached', { instance })
    : applied;
  return breached.sla(to, metric, 'achieved', { instance });
}
const HOUR = 3_600_000;

const unanswered = () => ticket().customer('+0', 'The printer is down.');
const answered = () => unanswered().reply('+20m').status('+20m', 'open', 'solved');
const handedOver = () =>
  ticket()
    .person('ann', { team: 'Tier 1' })
    .person('bo', { team: 'Tier 2' })
    .customer('+0', 'Down.')
    .assignee('+5m', null, 'ann', { by: 'ann' })
    .group('+1h', 'Tier 1', 'Tier 2', { save: 's' })
    .assignee('+1h', 'ann', null, { save: 's' })
    .assignee('+4h', null, 'bo')
    .reply('+6h', 'Found it.\n\nBo Reyes\nTier 2', { by: 'bo' })
    .status('+7h', 'open', 'solved');

describe('the summary', () => {
  it('says who wrote about what, from when to when, how long, and which targets were missed by how much', () => {
    const builder = target(handedOver(), 'first_reply', ['+0', '+6h'], HOUR);
    expect(textOf(builder, 'summary')).toBe(
      'Brightwell wrote about “Printers down” on 16 Nov 2026 at 08:00 UTC, and the ticket was solved at 15:00 UTC the same day, 7 h later. ' +
        'The first reply by a person came 6 h after the first message, on 16 Nov 14:00 UTC. ' +
        'After the hand-off from Tier 1 to Tier 2 on 16 Nov 09:00 UTC the ticket lay untouched for 5 h, 3 h of it without an owner. ' +
        'One SLA target was missed: first reply (target 1 h, actual 6 h, over by 5 h). ' +
        'The cause lies behind a hand-off that was not picked up in time; what made that possible is not established yet.',
    );
  });

  it('of an open ticket ends at the time of writing', () => {
    const text = textOf(unanswered().note('+40m').customer('+2h', 'Hello?'), 'summary', at('+8h'));
    expect(text).toContain('and the ticket was still open at 16:00 UTC the same day, 8 h later.');
    expect(text).toContain(
      'No person has replied so far, while 1 internal note has been written and the customer has asked again once.',
    );
  });

  it('of a ticket solved without an answer says so', () => {
    const text = textOf(unanswered().status('+9h', 'open', 'solved'), 'summary');
    expect(text).toContain('No person had replied when the ticket was solved.');
    expect(text).toContain('behind a message that was not answered');
  });

  it('of a ticket without a customer’s message does not invent a wait', () => {
    const builder = ticket({ createdBy: { id: 'ann', side: 'agent' } })
      .note('+0')
      .status('+2h', 'open', 'solved');
    expect(textOf(builder, 'summary')).toContain('A ticket about “Printers down” was opened for Brightwell');
    expect(textOf(builder, 'summary')).toContain('The ticket holds no message from Brightwell');
  });

  it('of a ticket on which all went well looks for no cause', () => {
    const draft = draftOf(target(answered(), 'first_reply', ['+0', '+20m'], HOUR).build());
    expect(draft.sections.summary.text).toContain('The SLA target was met. The history shows no failure');
    expect(draft.sections.title.text).toBe('Communication review: Printers down');
    expect(draft.sections.cause).toEqual({ text: '', state: 'empty', claims: [] });
    expect(draft.sections.wentBadly.text).toBe('');
    expect(draft.whys[0]).toMatchObject({ answer: '', state: 'empty' });
    expect(draft.actions).toEqual([]);
  });

  it('names every missed target, those alike together', () => {
    let builder = unanswered();
    for (const hour of [10, 20, 30]) {
      builder = builder.customer(`+${hour}h`, 'Again?').reply(`+${hour + 3}h`);
      builder = target(builder, 'next_reply', [`+${hour}h`, `+${hour + 3}h`], 2 * HOUR, `p/n/${hour}`);
    }
    builder = target(builder, 'first_reply', ['+0', '+13h'], 8 * HOUR);
    expect(textOf(builder.status('+40h', 'open', 'solved'), 'summary')).toContain(
      'Four SLA targets were missed: first reply (target 8 h, actual 13 h, over by 5 h) and ' +
        'next reply 3 times (target 2 h; actual 3 h, 3 h and 3 h; over by 1 h, 1 h and 1 h).',
    );
  });

  it.each([
    ['no target', unanswered(), 'No SLA target is recorded on this ticket.'],
    [
      'a target that runs',
      unanswered().sla('+0', 'first_reply', 'applied', { targetMs: 48 * HOUR }),
      'No SLA target has been missed so far; 1 is still open.',
    ],
    [
      'a target missed and running',
      unanswered()
        .sla('+0', 'first_reply', 'applied', { targetMs: HOUR })
        .sla('+1h', 'first_reply', 'breached'),
      'first reply (target 1 h, actual 8 h, over by 7 h so far).',
    ],
  ])('says what there is to say about %s', (_, builder, words) => {
    expect(textOf(builder, 'summary', at('+8h'))).toContain(words);
  });

  it('counts how often a ticket was reopened', () => {
    const builder = answered()
      .customer('+1d', 'Still down.', { save: 'r' })
      .status('+1d', 'solved', 'open', { save: 'r' })
      .reply('+25h')
      .status('+25h', 'open', 'solved');
    expect(textOf(builder, 'summary')).toContain('25 h later, after it had been reopened once.');
    expect(textOf(builder, 'symptom')).toBe(
      'The ticket was solved on 16 Nov 08:20 UTC and reopened on 17 Nov 08:00 UTC.',
    );
    expect(textOf(builder, 'cause')).toContain('reopened when Brightwell wrote again on 17 Nov 08:00 UTC');
  });

  it.each([
    ['“Yahoo! Is this ‘real’? Ltd.” wrote about', { organization: 'Yahoo! Is this “real”? Ltd.' }],
    ['Acme Inc. wrote about', { organization: 'Acme Inc.' }],
    ['株式会社ブライト wrote about', { organization: '株式会社ブライト' }],
    ['about “Why? Down!” on', { subject: 'Why?\nDown!' }],
    ['about something without a subject on', { subject: ' ' }],
    ['The customer wrote about', { organization: '', requester: undefined }],
  ])('writes %s', (words, fields) => {
    expect(draftOf(ticket(fields).customer('+0', 'Help.').build()).sections.summary.text).toContain(words);
  });

  it('cuts a very long subject at a word', () => {
    const text = draftOf(
      ticket({ subject: 'printer '.repeat(99) })
        .customer('+0', 'x')
        .build(),
    ).sections.summary.text;
    expect(text).toMatch(/^Brightwell wrote about “(printer )+printer…” on /);
    expect(text.length).toBeLessThan(600);
  });
});

describe('the impact', () => {
  it('says unknown where the ticket does not tell', () => {
    expect(linesOf(unanswered(), 'impact')).toEqual([
      'Customer affected: Brightwell.',
      'Other customers affected: unknown.',
      'Number of users affected: unknown.',
      'Services disrupted: unknown.',
      'Brightwell wrote 1 message.',
    ]);
  });

  it('does not pass a ticket without a requester off as somebody’s', () => {
    const builder = ticket({ organization: '', requester: undefined }).customer('+0', 'Down.');
    expect(linesOf(builder, 'impact')[0]).toBe('Customer affected: unknown.');
  });

  it('gives the customer’s rating in the customer’s words', async () => {
    const draft = draftOf(await captureOf(escalationStory()));
    expect(draft.sections.impact.text).toContain(
      'Brightwell Logistics rated the support bad: “The fix was right. Fourteen hours without a word was not.”',
    );
  });
});

describe('communication', () => {
  it('keeps apart what was sent and what stayed inside', () => {
    const builder = handedOver().note('+2h', 'Looking.', { by: 'bo' });
    expect(linesOf(builder, 'externalMessages')[0]).toBe('1 reply by a person was sent to Brightwell.');
    expect(linesOf(builder, 'internalMessages')[0]).toBe(
      '1 internal note was written in Tier 2 during the longest silence toward the customer.',
    );
  });

  it('says that nothing was sent, and does not count to zero', () => {
    expect(linesOf(unanswered().status('+9h', 'open', 'solved'), 'externalMessages')[0]).toBe(
      'Nothing was sent to Brightwell.',
    );
  });

  it('tells of one update once, however many escalations came before it', () => {
    const builder = unanswered()
      .reply('+5m')
      .priority('+1h', 'Normal', 'High')
      .priority('+2h', 'High', 'Urgent')
      .reply('+5h');
    const told = linesOf(builder, 'externalMessages').filter((line) => line.startsWith('Escalated'));
    expect(told).toEqual([
      'Escalated twice from 16 Nov 09:00 UTC on (Priority Normal → High; Priority High → Urgent): the next update came 4 h later, on 16 Nov 13:00 UTC.',
    ]);
  });

  it('puts every message into one lane', () => {
    const lanes = draftOf(unanswered().note('+1h').priority('+1h', 'Low', 'High').build()).timeline.map(
      (row) => row.lane,
    );
    expect(new Set(lanes)).toEqual(new Set(['customer', 'internal', 'system']));
  });
});

describe('the cause', () => {
  it('answers the first why from evidence and leaves the others to people', () => {
    const { whys, sections } = draftOf(handedOver().build());
    expect(whys).toHaveLength(5);
    expect(whys[0]).toMatchObject({
      question: 'Why did Brightwell wait 6 h for an answer?',
      answer: 'The hand-off from Tier 1 to Tier 2 left the ticket untouched for 5 h.',
      state: 'generated',
    });
    expect(whys[0]?.events.length).toBeGreaterThan(0);
    expect(whys.slice(1).every((why) => why.answer === '' && why.state === 'empty')).toBe(true);
    expect(sections.symptom.text).toBe('Brightwell waited 6 h for an answer.');
  });

  it('is not sought in a hand-off that was short beside the wait', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .group('+1h', 'Tier 1', 'Tier 2')
      .note('+2h', 'Looking.', { by: 'bo' })
      .reply('+3h', 'We are on it.', { by: 'bo' })
      .customer('+4h', 'And now?')
      .reply('+64h', 'Up again.', { by: 'bo' });
    expect(textOf(builder, 'summary')).toContain('The cause lies behind an answer that took 2 d 12 h;');
    expect(draftOf(builder.build()).whys[0]?.answer).not.toContain('hand-off');
  });

  it('is work that stayed internal, where notes were written and nothing was sent', () => {
    const builder = unanswered().note('+1h').note('+2h').customer('+3h', 'Hello?').reply('+9h');
    expect(textOf(builder, 'cause')).toBe(
      'Between 16 Nov 08:00 UTC and 16 Nov 17:00 UTC 2 internal notes were written, and nothing was sent to Brightwell.',
    );
  });
});

describe('what went well and badly', () => {
  it('counts targets of one kind together', () => {
    let builder = unanswered();
    for (const [hour, took] of [
      [1, 1],
      [5, 1],
      [9, 3],
    ] as const) {
      builder = builder.customer(`+${hour}h`, 'And?').reply(`+${hour + took}h`);
      builder = target(builder, 'next_reply', [`+${hour}h`, `+${hour + took}h`], 2 * HOUR, `p/${hour}`);
    }
    expect(linesOf(builder, 'wentWell')).toContain('Next reply: 2 of 3 targets of 2 h were met.');
    expect(linesOf(builder, 'wentBadly')).toContain(
      'Target missed: next reply (target 2 h, actual 3 h, over by 1 h).',
    );
  });

  it('sees a ticket that was thrown to and fro', () => {
    let builder = unanswered();
    for (let hour = 1; hour <= 4; hour++) {
      const [from, to] = hour % 2 ? ['Tier 1', 'Tier 2'] : ['Tier 2', 'Tier 1'];
      builder = builder.group(`+${hour}h`, from, to ?? null);
    }
    expect(linesOf(builder, 'wentBadly')).toContain('The ticket moved between teams 4 times.');
    expect(linesOf(builder, 'wentWell').join()).not.toContain('picked up');
  });

  it('never says the same thing twice in a list', async () => {
    for (const story of demoStories()) {
      const { sections } = draftOf(await captureOf(story), new Date(story.now).toISOString());
      for (const { text } of Object.values(sections)) {
        const lines = text.split('\n').filter((line) => line !== '');
        expect(new Set(lines).size).toBe(lines.length);
      }
    }
  });
});

describe('the words of a draft', () => {
  const builders: [string, CaptureBuilder][] = [
    ['open and unanswered', unanswered().customer('+2h', 'Hello?')],
    ['solved without an answer', unanswered().status('+9h', 'open', 'solved')],
    ['one event', unanswered()],
    ['no event', ticket()],
    ['all well', answered()],
    ['handed over', handedOver()],
    [
      'undefined values',
      ticket({ status: null }).change('+0', 'custom').change('+1h', 'tags').change('+1h', 'priority'),
    ],
  ];

  it.each(builders)('have no seam on a ticket %s', (_, builder) => {
    const words = wordsOf(draftOf(builder.build(), at('+10h')));
    expect(words).not.toMatch(/undefined|null|NaN|\[object|!|\.\.|,\s*[,.]| {2}|\(\)|“”/);
    expect(words).not.toMatch(/\b1 (?:replies|notes|messages|internal notes|times|sentences)\b/);
    expect(words).not.toMatch(/\b(?:0|no) (?:replies|times)\b/);
  });

  it('name teams and the customer’s organisation, never a colleague', async () => {
    for (const story of [...demoStories(), hostileStory()]) {
      const capture = await captureOf(story);
      const words = wordsOf(draftOf(capture));
      const staff = capture.ticket.people.filter((person) => person.sides.includes('agent'));
      const names = staff.flatMap(({ name }) => [name, ...name.split(' ')]);
      expect(names.filter((name) => new RegExp(`\\b${name}\\b`).test(words))).toEqual([]);
    }
  });

  it('carry evidence wherever they state what happened', async () => {
    const draft = draftOf(await captureOf(escalationStory()));
    const bare = claimsOf(draft).filter((claim) => claim.text !== '' && claim.events.length === 0);
    expect(bare.map((claim) => claim.text)).toEqual([
      'Communication failure: Invoice sync to NetSuite stopped, 312 invoices missing',
      'Customer affected: Brightwell Logistics.',
      'Other customers affected: unknown.',
      'Number of users affected: unknown.',
      'Services disrupted: unknown.',
    ]);
  });

  it('leave a sign-off out of a quoted message, and mark a colleague’s name as replaced', () => {
    const builder = ticket()
      .person('ann', { team: 'Tier 1' })
      .person('bo', { team: 'Tier 2' })
      .customer('+0', 'Down.')
      .note('+2h', 'Bo will look at it, Ann is out.')
      .reply('+6h', 'Found it.\n\nBo Reyes\nTier 2', { by: 'bo' });
    const rows = draftOf(builder.build()).timeline.map((row) => row.text);
    expect(rows).toContain('Tier 2 to the customer: “Found it.”');
    expect(rows).toContain('Tier 1, internal note: “[Tier 2] will look at it, [Tier 1] is out.”');
  });
});

describe('suggested actions', () => {
  it('come without an owner and a date, each tied to what went wrong', () => {
    const { actions } = draftOf(target(handedOver(), 'first_reply', ['+0', '+6h'], HOUR).build());
    expect(actions.map((action) => action.id)).toEqual([
      'suggested:no-owner-after-handoff',
      'suggested:update-after-escalation',
      'suggested:warn-before-breach',
    ]);
    expect(actions.every((action) => action.owner === '' && action.due === '')).toBe(true);
    expect(actions[0]?.text).toBe(
      'Alert the lead of Tier 2 when a ticket handed to it has had no assignee for 30 minutes',
    );
  });
});
