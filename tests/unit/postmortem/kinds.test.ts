import { describe, expect, it } from 'vitest';
import { postmortemDocument } from '../../../lib/export/postmortem-document';
import { addAction, editAction, editSection, editWhy } from '../../../lib/postmortem/edit';
import { chooseKind, setFact } from '../../../lib/postmortem/edit-plan';
import { firstUpdates } from '../../../lib/postmortem/first-update';
import { kindOf, kinds } from '../../../lib/postmortem/kinds';
import { isPlaceholder } from '../../../lib/postmortem/placeholder';
import { redraft } from '../../../lib/postmortem/redraft';
import { type Postmortem, textSectionNames } from '../../../lib/postmortem/schema';
import { rulesFor } from '../../../lib/postmortem/severity';
import { breachStory, escalationStory, knowledgeGapStory } from '../../helpdesks/zendesk/stories';
import { captureOf } from '../helpdesks/zendesk/harness';
import { recordOf } from './drafting';

const NOW = '2026-11-20T09:00:00.000Z';

describe('the kind a draft suggests', () => {
  it.each([
    [escalationStory, 'escalation', 'Communication failure: '],
    [breachStory, 'sla_breach', 'SLA breach: '],
    [knowledgeGapStory, 'knowledge_gap', 'Knowledge gap: '],
  ] as const)('%o', async (story, kind, title) => {
    const { postmortem } = recordOf(await captureOf(story()));
    expect(postmortem.kind).toBe(kind);
    expect(postmortem.sections.title.text.startsWith(title)).toBe(true);
  });
});

describe('another kind', () => {
  it('keeps every entered word, and shows what it has no part for', async () => {
    const record = recordOf(await captureOf(breachStory()));
    let pm: Postmortem = textSectionNames.reduce(
      (current, name) => editSection(current, name, `My own words on ${name}`, NOW),
      record.postmortem,
    );
    pm = editAction(addAction(pm, 'mine', NOW), 'mine', { text: 'My own action' }, NOW);
    for (const { id } of kinds) {
      const other = redraft(chooseKind(pm, id, NOW), record.capture, record.analysis).next;
      const words = JSON.stringify(postmortemDocument({ ...record, postmortem: other }));
      for (const name of textSectionNames) expect(words).toContain(`My own words on ${name}`);
      expect(words).toContain('My own action');
    }
  });

  it('asks its own whys where nobody has answered', async () => {
    const record = recordOf(await captureOf(knowledgeGapStory()));
    expect(record.postmortem.whys[1]?.question).toContain('Where should the right answer have been found');
    const other = redraft(chooseKind(record.postmortem, 'escalation', NOW), record.capture, record.analysis);
    expect(other.next.whys[1]?.question).toBe('What made that possible?');
  });

  it('of the user’s own has its name, parts and questions', async () => {
    const record = recordOf(await captureOf(escalationStory()));
    const own = {
      id: 'own:1',
      name: 'Billing dispute',
      base: 'escalation' as const,
      parts: ['summary', 'cause', 'actions', 'nonsense'],
      prompts: { cause: 'Which rule of billing allowed this?' },
      causes: ['price list'],
    };
    const chosen = chooseKind(record.postmortem, own, NOW);
    expect(kindOf(chosen)).toMatchObject({
      name: 'Billing dispute',
      parts: ['summary', 'cause', 'actions'],
      prompts: { cause: 'Which rule of billing allowed this?' },
    });
    const { next } = redraft(chosen, record.capture, record.analysis);
    expect(next.sections.title.text).toMatch(/^Billing dispute: /);
    expect(chooseKind(next, 'sla_breach', NOW).customKind).toBeUndefined();
  });
});

describe('what people fill in', () => {
  it('finds its way into what is still generated, and nowhere else', async () => {
    const record = recordOf(await captureOf(escalationStory()));
    let pm = setFact(record.postmortem, 'usersAffected', { text: '1,200' }, NOW);
    pm = setFact(pm, 'servicesDisrupted', { text: 'the NetSuite sync' }, NOW);
    pm = editWhy(pm, 1, { answer: 'The hand-off form has no field for a promised time.' }, NOW);
    pm = editSection(pm, 'impact', 'Mine.', NOW);
    const { next, offers } = redraft(pm, record.capture, record.analysis);
    expect(next.sections.summary.text).toContain('It affected 1,200 users and disrupted the NetSuite sync.');
    expect(next.sections.summary.text).toContain(
      'The cause, as far as it is known: the hand-off form has no field for a promised time.',
    );
    expect(next.sections.impact.text).toBe('Mine.');
    expect(offers.map(({ section }) => section)).toContain('impact');
  });
});

describe('severity', () => {
  it('decides form, meeting and whether one is needed', async () => {
    const { postmortem } = recordOf(await captureOf(escalationStory()));
    const of = (severity: Postmortem['severity'], flags: Partial<Postmortem['flags']> = {}) =>
      rulesFor({ severity, flags: { ...postmortem.flags, ...flags } });
    expect(of('SEV-0')).toMatchObject({ form: 'full', meeting: 'held', isRequired: true });
    expect(of('SEV-1')).toMatchObject({ form: 'full', meeting: 'held', isRequired: true });
    expect(of('SEV-2')).toMatchObject({ form: 'concise', meeting: 'optional', isRequired: true });
    expect(of('SEV-3')).toMatchObject({ form: 'concise', meeting: 'none', isRequired: false });
    expect(of('SEV-3', { security: true })).toMatchObject({ isRequired: true, why: 'security was affected' });
  });

  it('decides within how long the customer should have heard: exactly on target is a pass', async () => {
    const { analysis } = recordOf(await captureOf(escalationStory()));
    expect(firstUpdates('SEV-1', analysis).map(({ verdict }) => verdict)).toEqual(Array(5).fill('fail'));
    expect(firstUpdates('SEV-3', analysis).every(({ verdict }) => verdict === undefined)).toBe(true);
    const [first] = firstUpdates('SEV-1', analysis);
    const exact = firstUpdates('SEV-1', analysis, { 'SEV-1': first?.ms ?? 0 });
    expect(exact[0]?.verdict).toBe('pass');
  });
});

describe('a placeholder', () => {
  it.each([
    '',
    ' ',
    'TBD',
    'tbd.',
    '[TODO]',
    'n/a',
    'N/A',
    '…',
    '???',
    'To be decided',
    'lorem ipsum dolor',
    'xxx',
  ])('%j is one', (text) => expect(isPlaceholder(text)).toBe(true));
  it.each(['Unknown.', 'No rota.', 'The test was late.', 'Nothing was sent for 4 h.', 'Later than agreed.'])(
    '%j is none',
    (text) => expect(isPlaceholder(text)).toBe(false),
  );
});
