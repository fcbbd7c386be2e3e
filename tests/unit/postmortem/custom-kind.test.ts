import { describe, expect, it } from 'vitest';
import { noPreferences } from '../../../lib/analysis/preferences';
import {
  askIn,
  movePart,
  newCustomKind,
  partsOf,
  rebase,
  togglePart,
} from '../../../lib/postmortem/custom-kind';
import { chooseSeverity } from '../../../lib/postmortem/edit-plan';
import { kindOf } from '../../../lib/postmortem/kinds';
import {
  postmortemPreferences,
  withCustomKind,
  withFirstUpdateTargets,
  withoutCustomKind,
} from '../../../lib/postmortem/preferences';
import { samplePostmortem } from '../storage/samples';

const fresh = newCustomKind('k1', 'sla_breach');
const ids = (kind: typeof fresh) => partsOf(kind).flatMap(({ id, isIn }) => (isIn ? [id] : []));

describe('a kind of one’s own', () => {
  it('begins as its base, with the parts the base leaves out to choose from', () => {
    expect(ids(fresh)).toEqual(kindOf({ kind: 'sla_breach' }).parts);
    expect(partsOf(fresh).filter(({ isIn }) => !isIn)).toEqual([{ id: 'answers', isIn: false }]);
  });

  it('has its parts in the order a person gave them', () => {
    expect(ids(movePart(fresh, 'impact', -1)).slice(0, 2)).toEqual(['impact', 'summary']);
    expect(ids(movePart(fresh, 'summary', 1)).slice(0, 2)).toEqual(['impact', 'summary']);
    expect(movePart(fresh, 'summary', -1)).toEqual(fresh);
    expect(movePart(fresh, 'answers', 1)).toEqual(fresh);
    const without = togglePart(fresh, 'impact');
    expect(kindOf({ kind: 'sla_breach', customKind: without }).parts).not.toContain('impact');
    expect(ids(togglePart(without, 'impact')).at(-1)).toBe('impact');
  });

  it('never loses its last part', () => {
    const one = { ...fresh, parts: ['summary'] };
    expect(togglePart(one, 'summary')).toEqual(one);
  });

  it('asks its own questions, and the base’s again once one is emptied', () => {
    const asked = askIn(fresh, 'cause', 'What in the migration plan allowed this?');
    expect(kindOf({ kind: 'sla_breach', customKind: asked }).prompts.cause).toBe(
      'What in the migration plan allowed this?',
    );
    expect(askIn(asked, 'cause', ' ')).toEqual(fresh);
  });

  it('takes the parts of another base and keeps what is the user’s own', () => {
    const mine = { ...askIn(fresh, 'cause', 'Why?'), name: 'Migration', causes: ['No dry run'] };
    const next = rebase(mine, 'knowledge_gap');
    expect(ids(next)).toEqual(kindOf({ kind: 'knowledge_gap' }).parts);
    expect(next).toMatchObject({ name: 'Migration', prompts: { cause: 'Why?' }, causes: ['No dry run'] });
  });
});

describe('what is decided for every postmortem', () => {
  it('is added, replaced and taken out by id, and what cannot be read stays', () => {
    const odd = { ...noPreferences, postmortem: { customKinds: ['from a later version'] } };
    const one = withCustomKind(odd, fresh);
    const two = withCustomKind(one, { ...fresh, name: 'Migration' });
    expect(postmortemPreferences(two).customKinds).toEqual([{ ...fresh, name: 'Migration' }]);
    expect(withoutCustomKind(two, 'k1')).toEqual(odd);
  });

  it('has no targets of its own until there are some, and then those and no others', () => {
    expect(postmortemPreferences(noPreferences).firstUpdateTargets).toBeUndefined();
    const own = withFirstUpdateTargets(noPreferences, { 'SEV-2': 60_000 });
    expect(postmortemPreferences(own).firstUpdateTargets).toEqual({ 'SEV-2': 60_000 });
    expect(postmortemPreferences(withFirstUpdateTargets(own, undefined)).firstUpdateTargets).toBeUndefined();
  });

  it('goes into a postmortem when its severity is chosen, and out of it with the defaults', () => {
    const now = '2026-03-09T09:00:00.000Z';
    const strict = chooseSeverity(samplePostmortem('p1'), 'SEV-2', now, { 'SEV-2': 60_000 });
    expect(strict.firstUpdateTargets).toEqual({ 'SEV-2': 60_000 });
    expect(chooseSeverity(strict, 'SEV-1', now)).not.toHaveProperty('firstUpdateTargets');
  });
});
