import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { at, type CaptureBuilder, ms, ticket } from '../support/capture-builder';

function escalationsOf(builder: CaptureBuilder, now = at('+10h')) {
  return analyse(builder.build(), { now }).escalations;
}

describe('a change of group escalates', () => {
  it.each([
    ['Tier 1', 'Tier 2'],
    ['L1 Support', 'EMEA_L3'],
    ['First line', 'Second-level desk'],
    ['Support Tier II', 'Support Tier III'],
    ['Level one', 'Level two'],
    ['Support', 'Tier 2'],
    ['Support', 'Engineering'],
    ['Tier 2', 'SRE'],
  ])('from %s to %s', (from, to) => {
    expect(escalationsOf(ticket().group('+1h', from, to))).toMatchObject([
      { kind: 'group_raised', label: `${from} → ${to}`, event: 'e1' },
    ]);
  });

  it.each([
    ['Tier 2', 'Tier 1'],
    ['Tier 2', 'Tier 2 EMEA'],
    ['Support', 'Tier 1'],
    ['Support', 'Billing'],
    ['Engineering', 'Support'],
    ['Engineering', 'Operations'],
    ['Hotline 5', 'Detail 2'],
  ])('but not from %s to %s', (from, to) => {
    expect(escalationsOf(ticket().group('+1h', from, to))).toEqual([]);
  });
});

describe('a priority escalates when it is raised', () => {
  it.each([
    ['Normal', 'Urgent', 1],
    ['Low', 'High', 1],
    ['High', 'Normal', 0],
    ['Urgent', 'Urgent', 0],
    [null, 'Urgent', 0],
    ['Somewhat', 'Urgent', 0],
  ])('from %s to %s: %i', (from, to, count) => {
    const found = escalationsOf(ticket().priority('+1h', from, to));
    expect(found).toHaveLength(count);
    for (const one of found)
      expect(one).toMatchObject({ kind: 'priority_raised', label: `Priority ${from} → ${to}` });
  });

  it('not in the save that created the ticket', () => {
    const builder = ticket()
      .customer('+0', 'Down.', { save: 's' })
      .priority('+0', 'Normal', 'Urgent', { save: 's' });
    expect(escalationsOf(builder)).toEqual([]);
  });
});

describe('other signs', () => {
  it.each<[string, CaptureBuilder, string, string]>([
    ['a tag', ticket().tag('+1h', 'escalated_t2'), 'tagged', 'Tagged escalated_t2'],
    ['a severity tag', ticket().tag('+1h', 'sev-1'), 'tagged', 'Tagged sev-1'],
    [
      'a rule',
      ticket().change('+1h', 'custom', { by: 'system', rule: 'Escalate after 4 h' }),
      'rule',
      'Rule “Escalate after 4 h”',
    ],
    [
      'the customer',
      ticket().customer('+1h', 'Please escalate this.'),
      'customer_asked',
      'Customer asked to escalate',
    ],
    [
      'a link',
      ticket().add(
        '+1h',
        { by: 'ann' },
        {
          kind: 'link',
          to: { key: 'OPS-12', external: 'jira' },
          relation: 'escalated_to',
          added: true,
        },
      ),
      'linked',
      'Linked to jira OPS-12',
    ],
    [
      'a severity',
      ticket().change('+1h', 'severity', { from: { label: 'S3', rank: 3 }, to: { label: 'S1', rank: 1 } }),
      'priority_raised',
      'Severity S3 → S1',
    ],
  ])('%s counts', (_, builder, kind, label) => {
    expect(escalationsOf(builder)).toMatchObject([{ event: 'e1', kind, label }]);
  });

  it.each<[string, CaptureBuilder]>([
    ['a tag that takes it back', ticket().tag('+1h', 'de_escalated')],
    ['an agent who speaks of escalating', ticket().reply('+1h', 'Should I escalate this?')],
    ['an ordinary tag', ticket().tag('+1h', 'printer')],
    [
      'a link to another ticket',
      ticket().add('+1h', {}, { kind: 'link', to: { key: '9' }, relation: 'related', added: true }),
    ],
  ])('%s does not', (_, builder) => {
    expect(escalationsOf(builder)).toEqual([]);
  });
});

it('makes one of what happened in one save, under the strongest reason', () => {
  const builder = ticket()
    .tag('+1h', 'escalated', { save: 's' })
    .priority('+1h', 'Normal', 'High', { save: 's' })
    .group('+1h', 'Tier 1', 'Tier 2', { save: 's' });
  expect(escalationsOf(builder)).toMatchObject([
    { event: 'e3', kind: 'group_raised', label: 'Tier 1 → Tier 2; Priority Normal → High; Tagged escalated' },
  ]);
});

describe('after an escalation', () => {
  it('each has its own first update, and what was said in its own save is none', () => {
    const builder = ticket()
      .customer('+0', 'Down.')
      .reply('+1h', 'I am handing this to Tier 2.', { save: 's' })
      .group('+1h', 'Tier 1', 'Tier 2', { save: 's' })
      .priority('+2h', 'Normal', 'High')
      .note('+3h', 'On it.', { by: 'bo' })
      .reply('+5h', 'Tier 2 here.', { by: 'bo' });
    expect(escalationsOf(builder)).toMatchObject([
      {
        event: 'e3',
        firstUpdate: { ms: ms('4h'), events: ['e3', 'e6'] },
        accepted: { ms: ms('2h'), events: ['e3', 'e5'] },
      },
      {
        event: 'e4',
        firstUpdate: { ms: ms('3h'), events: ['e4', 'e6'] },
        accepted: { ms: ms('1h'), events: ['e4', 'e5'] },
      },
    ]);
  });

  it('an update that never came runs to now, or to the solve', () => {
    const builder = ticket().group('+1h', 'Tier 1', 'Tier 2');
    expect(escalationsOf(builder)[0]?.firstUpdate).toMatchObject({ ms: ms('9h'), events: ['e1'] });
    expect(escalationsOf(builder)[0]?.firstUpdate).not.toHaveProperty('to');
    expect(escalationsOf(builder.status('+3h', 'open', 'solved'))[0]?.firstUpdate).toMatchObject({
      ms: ms('2h'),
    });
  });

  it('what was said in its own save is no update, on whichever side of it the helpdesk lists it', () => {
    const builder = ticket()
      .group('+1h', 'Tier 1', 'Tier 2', { save: 's' })
      .reply('+1h', 'I am handing this to Tier 2.', { save: 's' })
      .reply('+5h', 'Tier 2 here.', { by: 'bo' });
    expect(escalationsOf(builder)[0]?.firstUpdate).toMatchObject({ ms: ms('4h'), events: ['e1', 'e3'] });
  });

  it('a group that handed it on untouched has not accepted it', () => {
    const builder = ticket()
      .group('+1h', 'Tier 1', 'Tier 2')
      .group('+3h', 'Tier 2', 'Tier 1', { by: 'system' })
      .note('+4h', 'Back with us.', { by: 'bo' });
    expect(escalationsOf(builder)[0]).not.toHaveProperty('accepted');
  });

  it('nobody has accepted it while only who escalated acts', () => {
    const builder = ticket().priority('+1h', 'Normal', 'High').note('+2h').note('+3h').tag('+4h', 'x');
    expect(escalationsOf(builder)[0]).not.toHaveProperty('accepted');
  });
});

describe('a field of the helpdesk’s own escalates', () => {
  it.each([
    ['Escalated', 'Yes', 1],
    ['Escalation level', '2', 1],
    ['Escalated', 'No', 0],
    ['Escalated', 'false', 0],
    ['Colour', 'Yes', 0],
  ])('%s set to %s: %i', (name, label, count) => {
    const builder = ticket().customer('+0', 'Down.');
    builder.change('+1h', 'custom', { name, from: null, to: { label } });
    const found = escalationsOf(builder);
    expect(found).toHaveLength(count);
    if (count > 0) expect(found[0]).toMatchObject({ kind: 'tagged', label: `${name}: ${label}` });
  });
});
