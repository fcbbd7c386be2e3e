/** The version for customers: what it says, and that there is nothing in it which it was not given. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Record } from '../../../../lib/export/record';
import { toPlainText } from '../../../../lib/export/text';
import { toHtml, toMarkdown, toText } from '../../../../lib/export/to-markdown';
import { customerDocument } from '../../../../lib/export/versions/customer-document';
import { customerRecord } from '../../../../lib/export/versions/customer-record';
import {
  demoStories,
  escalationStory,
  knowledgeGapStory,
  metStory,
  unansweredStory,
} from '../../../helpdesks/zendesk/stories';
import { captureOf } from '../../helpdesks/zendesk/harness';
import { recordOf } from '../../postmortem/drafting';
import { at, type CaptureBuilder, ticket } from '../../support/capture-builder';
import { INSIDE, markedRecord, NAME, TAG } from './marked-record';
import { promisedRecord, withActions } from './records';

const textOf = (record: Record) => toText(record, { version: 'customer' });
const built = (builder: CaptureBuilder) => textOf(recordOf(builder.build(), at('+4d')));

describe('what a customer reads', () => {
  it('after an escalation: course, cause in our words to them, what was late, what changes', async () => {
    expect(textOf(promisedRecord(await captureOf(escalationStory())))).toMatchInlineSnapshot(`
      "Invoice sync to NetSuite stopped, 312 invoices missing: what happened and what we change
      ========================================================================================

      Ticket #48213, for Brightwell Logistics. All times are UTC.

      You wrote to us about “Invoice sync to NetSuite stopped, 312 invoices missing” on 17 Nov 2026 at 08:12 UTC. You confirmed on 18 Nov at 15:38 UTC that it works, 31 h 26 min after your first message.

      On the cause we wrote to you on 18 Nov at 07:33 UTC: “Our release 2026.11.2 stopped asking NetSuite for a permission that older connections still need.”

      We answered later than agreed, and an update we promised for 17 Nov 14:00 UTC came at 17:31 UTC. After you had asked us to escalate on 17 Nov at 17:52 UTC, our next update took 13 h 40 min. We are sorry for that.

      What we agreed and what you got
      -------------------------------

      Target               Agreed  Took         Over by
      First reply          1 h     1 h 24 min   24 min
      Next reply, 5 times  2 h     2 h 59 min   59 min
      Your wait in all     16 h    14 h 59 min  met

      Only our business hours are counted. Of several, the slowest is shown.

      What we change
      --------------

      - A ticket that changes teams and has nobody in charge for 30 minutes alerts a team lead. By 4 Dec 2026.
      - When we work on a ticket for 4 hours without writing to you, we are reminded to write. By 4 Dec 2026.
      - A ticket that moves between teams carries the time promised to you. By 4 Dec 2026.
      - The right answer is written down where everybody who answers you finds it. By 4 Dec 2026.
      - When you ask us to escalate, you hear who has it and when you hear next. By 4 Dec 2026.
      "
    `);
  });

  it('while nobody has answered', async () => {
    expect(
      textOf(recordOf(await captureOf(unansweredStory()), '2026-11-23T12:30:00.000Z')),
    ).toMatchInlineSnapshot(`
      "Card terminals offline in all four clinics: what happened
      =========================================================

      Ticket #48260, for Fernleaf Clinics. All times are UTC.

      You wrote to us about “Card terminals offline in all four clinics” on 23 Nov 2026 at 09:04 UTC. The ticket was still open on 23 Nov at 12:30 UTC.

      We have not answered you yet, and the time we had agreed for it has passed. You wrote again on 23 Nov at 09:48 UTC. We are sorry for that.

      What we agreed and what you got
      -------------------------------

      Target            Agreed  Took               Over by
      First reply       1 h     3 h 25 min so far  2 h 25 min
      Your wait in all  24 h    3 h 25 min so far  not yet due
      "
    `);
  });

  it('after a wrong answer', async () => {
    expect(textOf(promisedRecord(await captureOf(knowledgeGapStory())))).toMatchInlineSnapshot(`
      "VAT rate wrong on credit notes since the new year setup: what happened and what we change
      =========================================================================================

      Ticket #48227, for Tallyworks. All times are UTC.

      You wrote to us about “VAT rate wrong on credit notes since the new year setup” on 12 Nov 2026 at 08:40 UTC. We had closed the ticket on 12 Nov at 10:02 UTC, too early: it was opened again on 13 Nov at 07:55 UTC. We closed it as solved on 13 Nov at 12:18 UTC, 27 h 38 min after your first message.

      On the cause we wrote to you on 13 Nov at 10:05 UTC: “The new year setup switched on ‘Rate by posting date’ under Tax, Defaults.”

      The answer we gave you on 12 Nov at 10:02 UTC was wrong; we corrected it on 13 Nov at 10:05 UTC. We are sorry for that.

      What we agreed and what you got
      -------------------------------

      Target               Agreed  Took        Over by
      First reply          4 h     1 h 22 min  met
      Next reply, 2 times  8 h     2 h 10 min  met
      Your wait in all     2 d     4 h 20 min  met

      Only our business hours are counted. Of several, the slowest is shown.

      What we change
      --------------

      - The right answer is written down where everybody who answers you finds it. By 4 Dec 2026.
      - We close a ticket only once you have confirmed that it works. By 4 Dec 2026.
      "
    `);
  });

  it('after all went well', async () => {
    expect(textOf(promisedRecord(await captureOf(metStory())))).toMatchInlineSnapshot(`
      "“How do I add a second approver for payouts?”: what happened
      ============================================================

      Ticket #48241, for Tallyworks. All times are UTC.

      You wrote to us about “How do I add a second approver for payouts?” on 19 Nov 2026 at 09:15 UTC. You confirmed on 19 Nov at 10:20 UTC that it works, 1 h 05 min after your first message.

      What we agreed and what you got
      -------------------------------

      Target            Agreed  Took    Over by
      First reply       8 h     36 min  met
      Next reply        24 h    3 min   met
      Your wait in all  4 d     39 min  met
      "
    `);
  });

  it('says each suggested change in words for a customer', async () => {
    for (const told of demoStories()) {
      const record = promisedRecord(await captureOf(told));
      const { changes } = customerRecord(record);
      expect(changes).toHaveLength(record.postmortem.actions.length);
      for (const { text } of changes) expect(text).not.toMatch(/assignee|note|checklist|hand-off|lead of/i);
    }
  });

  it('names a change in a person’s own words without owner, colleague or team, and leaves ideas out', () => {
    const capture = ticket({ group: { label: 'Tier 2' } })
      .person('ann', { team: 'Tier 2' })
      .customer('+0', 'Down.')
      .reply('+1h', 'Up.')
      .build();
    const record = promisedRecord(capture, [
      { text: 'Ann tells the Tier 2 team about outages' },
      { text: 'an idea', owner: '' },
    ]);
    const actions = record.postmortem.actions.map((action) =>
      action.text === 'an idea' ? { ...action, status: 'idea' as const } : action,
    );
    const { changes } = customerRecord(withActions(record, actions));
    expect(changes.at(-1)).toEqual({
      text: 'a colleague tells our team about outages',
      due: '2026-12-04',
      isDone: false,
    });
  });

  it('counts targets of the ticket, not those between teams nor a user’s own', () => {
    const text = built(
      ticket({})
        .customer('+0', 'Down.')
        .sla('+0', 'first_reply', 'applied', { targetMs: 3_600_000 })
        .sla('+0', 'group_ownership', 'applied', { targetMs: 60_000 })
        .sla('+0', 'resolution', 'applied', { targetMs: 60_000, scope: 'group' })
        .sla('+1h', 'first_reply', 'breached')
        .reply('+3h')
        .sla('+3h', 'first_reply', 'achieved'),
    );
    expect(text).toContain('First reply');
    expect(text).not.toMatch(/ownership|Solution/);
  });

  it('does not call an answer wrong because a customer did not like it', async () => {
    expect(textOf(recordOf(await captureOf(escalationStory())))).not.toContain('was wrong');
  });
});

describe('of two audiences the stricter', () => {
  const told = 'The cause was an expired certificate.';
  const withRevision = (what: 'made_internal' | 'made_public' | 'deleted' | 'redacted') =>
    built(
      ticket({})
        .customer('+0', 'Down.')
        .reply('+1h', told, { id: 'told' })
        .add('+2h', { by: 'ann' }, { kind: 'revision', of: 'told', what }),
    );

  it('quotes what the customer can still read', () => {
    expect(built(ticket({}).customer('+0', 'Down.').reply('+1h', told))).toContain('an expired certificate');
  });

  it.each(['made_internal', 'made_public', 'deleted', 'redacted'] as const)(
    'leaves out what was %s',
    (what) => {
      expect(withRevision(what)).not.toContain('certificate');
    },
  );

  it.each([
    ['a note', { audience: 'internal' }],
    ['a side conversation', { audience: 'side' }],
    ['a reply that was never sent', { delivery: 'failed' }],
    ['a draft', { delivery: 'draft' }],
    ['a message that was deleted', { state: 'deleted' }],
  ] as const)('leaves out %s', (_, how) => {
    expect(built(ticket({}).customer('+0', 'Down.').reply('+1h', told, how))).not.toContain('certificate');
  });
});

describe('by construction', () => {
  it('the document takes a record for customers, and no other', () => {
    const record = recordOf(ticket({}).customer('+0', 'Down.').build());
    // @ts-expect-error: a whole record has notes in it
    expect(() => customerDocument(record)).toThrow();
  });

  it('the record has no more in it than its type says', async () => {
    const record = customerRecord(promisedRecord(await captureOf(escalationStory())));
    const all = JSON.stringify(record);
    expect(Object.keys(record).sort()).toEqual(
      'cause changes confirmedAt customer escalation firstReplyAt isOpen levels longestWait opened promises readAt solvedAt subject ticket tooEarly unanswered'.split(
        ' ',
      ),
    );
    for (const inside of [
      'audit:',
      'sha256:',
      'Tier',
      'Tom',
      'Elena',
      'Jonas',
      'sandbox',
      'Enterprise',
      '/api/',
    ])
      expect(all).not.toContain(inside);
  });

  it.each([
    ['Markdown', toMarkdown],
    ['HTML', toHtml],
    ['plain text', toText],
  ])(
    'nothing that colleagues wrote for each other, and no colleague, is in the %s',
    { timeout: 60_000 },
    (_, format) => {
      fc.assert(
        fc.property(markedRecord(), fc.constantFrom('customer', 'support' as const), (record, version) => {
          const text = format(record, { version });
          expect(text).not.toContain(record.capture.id);
          expect(text.toLowerCase()).not.toContain(NAME.toLowerCase());
          expect(text).not.toContain(INSIDE);
          // A guide is found by its tags; a customer has no use for them.
          if (version === 'customer') expect(text).not.toContain(TAG);
          expect(text).not.toMatch(/Tier \d/);
        }),
        { numRuns: 150 },
      );
    },
  );
});

it('reads the same twice', async () => {
  const record = promisedRecord(await captureOf(escalationStory()));
  expect(toPlainText(customerDocument(customerRecord(record)))).toBe(toText(record, { version: 'customer' }));
});
