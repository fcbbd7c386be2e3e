/** Colleagues are roles in everything that leaves; whoever promised something keeps their name. */
import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../../../lib/export/file-name';
import { nextStepOf, slaSummary } from '../../../../lib/export/sla-summary';
import { toMarkdown, toText } from '../../../../lib/export/to-markdown';
import { makeTokens } from '../../../../lib/language/redact';
import { editSection } from '../../../../lib/postmortem/edit';
import { roleNames } from '../../../../lib/postmortem/roles';
import { escalationStory } from '../../../helpdesks/zendesk/stories';
import { captureOf } from '../../helpdesks/zendesk/harness';
import { recordOf } from '../../postmortem/drafting';
import { at, ticket } from '../../support/capture-builder';
import { promisedRecord } from './records';

const capture = () =>
  ticket({ subject: 'Ann Okoro asked about printers' })
    .person('ann', { team: 'Tier 1', emails: ['ann.okoro@desk.example'] })
    .person('bo', { team: 'Tier 2' })
    .person('cleo', {})
    .customer('+0', 'Down.')
    .reply('+1h', 'Ann here.')
    .build();

const inRoles = (text: string) => {
  const roles = roleNames(capture());
  let result = text;
  for (const { start, end, token } of roles.replacements(text).reverse())
    result = result.slice(0, start) + token + result.slice(end);
  return result;
};

describe('a name', () => {
  it.each([
    ['Handed over by Ann Okoro.', 'Handed over by Agent A, Tier 1.'],
    ['Ann Okoro wrote to Bo', 'Agent A wrote to Agent B, Tier 2'],
    ['Ann, Tier 1', 'Agent A, Tier 1'],
    ['asked Cleo Marsh', 'asked Agent C'],
    ['write to ann.okoro@desk.example, please', 'write to Agent A, please'],
    ['Ada Lund rang', 'Ada Lund rang'],
    ['Agent A, Tier 1', 'Agent A, Tier 1'],
  ])('“%s” is read as “%s”', (text, expected) => {
    expect(inRoles(text)).toBe(expected);
  });

  it('can be found again from its role', () => {
    expect(roleNames(capture()).entries).toContainEqual({
      token: 'Agent A, Tier 1',
      kind: 'person',
      value: 'Ann Okoro',
    });
  });

  it('has the letter that redaction uses', () => {
    const letters = makeTokens(capture()).entries.map(({ token }) => token);
    for (const { token } of roleNames(capture()).entries) expect(letters).toContain(token.slice(0, 7));
  });

  it('is no part of its own role, where a team is called after somebody', () => {
    const named = ticket({}).person('ann', { team: 'Okoro’s group' }).customer('+0', 'Down.').build();
    expect(roleNames(named).entries[0]?.token).toBe('Agent A');
  });
});

describe('in a document', () => {
  const record = () => {
    const made = promisedRecord(capture(), [{ text: 'Ask Ann about it', owner: 'Ann Okoro' }]);
    const summary = 'Ann Okoro passed it to Bo Reyes.';
    const postmortem = editSection(made.postmortem, 'summary', summary, at('+4d'));
    return {
      ...made,
      postmortem: { ...postmortem, meeting: { ...postmortem.meeting, facilitator: 'Bo Reyes' } },
    };
  };

  it.each(['internal', 'concise', 'technical'] as const)('of the version %s people are roles', (version) => {
    const text = toText(record(), { version });
    expect(text).not.toMatch(/Bo passed|Ann (?:Okoro )?(?:passed|asked|about)/);
  });

  it('keeps the names of owners and of who leads the meeting', () => {
    const text = toText(record(), { version: 'internal' });
    expect(text).toContain('Ann Okoro');
    expect(text).toContain('Facilitator: Bo Reyes');
    expect(text).toContain('Ask Agent A about it');
    expect(text).toContain('Agent A passed it to Agent B, Tier 2.');
  });

  it('has the names when they are asked for, but never in a version for others', () => {
    expect(toText(record(), { version: 'internal', names: 'names' })).toContain(
      'Ann Okoro passed it to Bo Reyes.',
    );
    for (const version of ['customer', 'support'] as const)
      expect(toText(record(), { version, names: 'names' })).not.toMatch(/Ann|Okoro|Reyes/);
  });

  it('keeps its links, whatever name is in an address', () => {
    const named = ticket({ site: 'https://okoro.example', url: 'https://okoro.example/tickets/4711' })
      .customer('+0', 'Down.')
      .build();
    expect(toMarkdown(recordOf(named))).toContain('(https://okoro.example/tickets/4711)');
  });

  it('replaces owners too once it is redacted', () => {
    const given = record();
    const tokens = makeTokens(given.capture, given.postmortem);
    expect(toText(given, { version: 'internal', tokens })).not.toMatch(/Okoro|Reyes/);
  });

  it('is named after no colleague', () => {
    expect(exportFileName(record().postmortem, { capture: capture(), version: 'concise' })).toMatch(
      /-4711-agent-a-asked-about-printers-concise\.md$/,
    );
  });
});

describe('in the SLA summary', () => {
  it('whoever holds the ticket is a role, and the next step keeps its owner', async () => {
    const record = promisedRecord(await captureOf(escalationStory()));
    expect(slaSummary(record).text).toContain('Owner now: Agent C, Tier 2');
    expect(slaSummary(record, { names: 'names' }).text).toContain('Owner now: Elena');
    const nextStep = nextStepOf(record.postmortem);
    expect(slaSummary(record, nextStep ? { nextStep } : {}).text).toContain('(Tom Reyes)');
  });

  it('the next step is the most urgent of what is committed', () => {
    const { postmortem } = promisedRecord(capture(), [
      { text: 'Later', priority: 'P2' },
      { text: 'First', priority: 'P0', owner: 'Bo' },
    ]);
    expect(nextStepOf(postmortem)).toEqual({ text: 'First', owner: 'Bo' });
    const done = postmortem.actions.map((action) => ({ ...action, status: 'done' as const }));
    expect(nextStepOf({ ...postmortem, actions: done })).toBeUndefined();
  });
});
