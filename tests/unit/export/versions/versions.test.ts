import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../../../lib/export/text';
import { toMarkdown, toText } from '../../../../lib/export/to-markdown';
import { actionTicket } from '../../../../lib/export/versions/action-ticket';
import { escalationStory, knowledgeGapStory, metStory } from '../../../helpdesks/zendesk/stories';
import { captureOf } from '../../helpdesks/zendesk/harness';
import { recordOf } from '../../postmortem/drafting';
import { at, ticket } from '../../support/capture-builder';
import { promisedRecord } from './records';

const escalated = async () => promisedRecord(await captureOf(escalationStory()));

describe('the concise version', () => {
  it('is the summary, what was missed, the cause in a line and the actions', async () => {
    const text = toText(await escalated(), { version: 'concise' });
    expect(text).toContain('The longest wait for an answer was 13 h 40 min');
    expect(text).toContain('5 more targets of this ticket, none missed by more.');
    expect(text).toContain('Tom Reyes, by 2026-12-04');
    expect(text).not.toMatch(/Timeline|Evidence|What was read/);
  });

  it('fits a page', async () => {
    for (const told of [escalationStory(), knowledgeGapStory(), metStory()]) {
      const text = toText(promisedRecord(await captureOf(told)), { version: 'concise' });
      expect(text.length).toBeLessThan(3_200);
    }
  });

  it('has the deepest answer for its cause, where somebody has found one', async () => {
    const record = await escalated();
    const whys = [
      { question: 'Why?', answer: 'It stayed in notes.', events: [], state: 'edited' as const },
      { question: 'Why that?', answer: 'No rule asks for an update', events: [], state: 'edited' as const },
    ];
    const text = toText({ ...record, postmortem: { ...record.postmortem, whys } }, { version: 'concise' });
    expect(text).toMatch(/Cause\n-+\n+No rule asks for an update\./);
  });
});

describe('the support guide', () => {
  it('tells the problem, its signs, the cause and the steps in the words that passed in public', async () => {
    expect(
      toText(promisedRecord(await captureOf(knowledgeGapStory())), { version: 'support' }),
    ).toMatchInlineSnapshot(`
      "VAT rate wrong on credit notes since the new year setup
      =======================================================

      Problem
      -------

      In the customer’s words:

      > Since we prepared the new year, credit notes carry 25 % VAT although the invoice they refer to has 12 %. Is that a setting or a fault?

      Symptoms
      --------

      No further signs were described.

      Cause
      -----

      The new year setup switched on "Rate by posting date" under Tax, Defaults.

      Resolution
      ----------

      Switch it off and the credit notes take the rate of their invoice again.

      All forty carry the rate of their invoice.

      Prevention
      ----------

      - Write the answer that held into the knowledge base and link it from the article that was used.
      - Add “the customer has confirmed that it works” to what a ticket needs before it is solved.

      Keywords
      --------

      rate, credit, notes, VAT, setup, invoice
      "
    `);
  });

  it('leaves out an answer that was wrong, and everybody’s name', async () => {
    const text = toText(await escalated(), { version: 'support' });
    expect(text).toContain('Re-post them with today’s date.');
    expect(text).not.toContain('Re-authorise');
    for (const name of ['Maya', 'Samir', 'Brightwell', 'Tom', 'Elena', 'Jonas', 'Tier'])
      expect(text).not.toContain(name);
  });

  it('cleans the subject', () => {
    const record = recordOf(
      ticket({ subject: 'RE: FW: [#48213] printers down!!' }).customer('+0', 'Down.').build(),
    );
    expect(toText(record, { version: 'support' })).toMatch(/^Printers down\n/);
  });

  it('has five to ten keywords from areas, tags and what is said again and again', () => {
    const record = recordOf(
      ticket({
        subject: 'Printers in Gothenburg print blank pages',
        productAreas: ['Printing / Labels'],
        tags: ['vip', 'label_printer', 'escalated', 'ann-okoro'],
      })
        .customer('+0', 'Every label comes out blank since the firmware update.')
        .reply('+1h', 'The firmware update changed the label size.')
        .build(),
    );
    const line = toText(record, { version: 'support' }).trim().split('\n').at(-1) ?? '';
    const words = line.split(', ');
    expect(words.slice(0, 2)).toEqual(['Printing / Labels', 'label printer']);
    expect(words).toContain('firmware');
    expect(words.length).toBeGreaterThanOrEqual(5);
    expect(words.length).toBeLessThanOrEqual(10);
    expect(line).not.toMatch(/vip|escalated|okoro/i);
  });
});

describe('the technical version', () => {
  it('has every event of every lane, with its entry', async () => {
    const record = await escalated();
    const markdown = toMarkdown(record, { version: 'technical' });
    const rows = markdown.split('\n').filter((line) => /^\| \d{4}-/.test(line));
    expect(rows).toHaveLength(record.capture.ticket.events.length);
    expect(rows.join('\n')).toContain('| System | Zendesk | First reply target missed |');
    expect(markdown).toContain('audit:48213000001/evt:482130000005');
  });

  it('has each clock with its stretches, and our numbers beside the helpdesk’s', async () => {
    const text = toText(await escalated(), { version: 'technical' });
    expect(text).toContain('17 Nov 09:36 to 17 Nov 09:58: paused, 22 min');
    expect(text).toMatch(/Our numbers beside those of Zendesk/);
    expect(text).toContain(await captureOf(escalationStory()).then(({ id }) => id));
  });

  it('stops a table that nobody reads to its end', () => {
    const builder = ticket({});
    for (let index = 0; index < 1_050; index++) builder.customer(`+${index}m`, 'Again.');
    const text = toText(recordOf(builder.build(), at('+4d')), { version: 'technical' });
    expect(text).toContain('50 later events are not in this table.');
  });
});

describe('the agenda', () => {
  it('goes through the meeting with its minutes', async () => {
    const record = await escalated();
    const text = toText(record, { version: 'agenda' });
    expect(text).toMatch(/^Communication failure: Invoice sync/);
    expect(text).toContain('Agenda of the meeting on');
    expect(text).toMatch(/60 minutes\. Facilitator: nobody yet\./);
    expect(text).toContain('What kept the 14 h 01 min');
    const minutes = [...text.matchAll(/\((\d+) minutes\)$/gm)].map(([, count]) => Number(count));
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(60);
  });
});

describe('one action as a ticket', () => {
  it('has a title, a body, an owner and a day', async () => {
    const record = await escalated();
    const ticketOf = actionTicket(record, record.postmortem.actions[0]?.id ?? '');
    expect(ticketOf).toMatchObject({
      title: 'Alert the lead of Tier 2 when a ticket handed to it has had no assignee for 30 minutes',
      owner: 'Tom Reyes',
      due: '2026-12-04',
    });
    const body = toPlainText(ticketOf?.body ?? ({ type: 'root', children: [] } as never));
    expect(body).toContain('Done when: A test ticket handed over without an assignee');
    expect(body).toContain('Zendesk #48213');
  });

  it('is a title of one line, whatever was written', () => {
    const record = promisedRecord(ticket({}).customer('+0', 'Down.').build(), [
      { text: `Tell\nthem ${'all of it '.repeat(40)}` },
    ]);
    const title = actionTicket(record, 'own-0')?.title ?? '';
    expect(title.length).toBeLessThanOrEqual(121);
    expect(title).toMatch(/^Tell them all of it .*…$/);
  });

  it('is none where there is no such action, or no words', () => {
    const record = promisedRecord(ticket({}).customer('+0', 'Down.').build(), [{ text: ' ' }]);
    expect(actionTicket(record, 'own-0')).toBeUndefined();
    expect(actionTicket(record, 'gone')).toBeUndefined();
  });
});
