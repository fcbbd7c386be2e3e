import { expect, it } from 'vitest';
import { staleExports, withExport } from '../../../../lib/export/versions/export-log';
import { changedPlaces } from '../../../../lib/postmortem/changed-places';
import { confirmSection, editSection } from '../../../../lib/postmortem/edit';
import { mergeDraft } from '../../../../lib/postmortem/merge';
import { mergeWindows } from '../../../../lib/postmortem/merge-windows';
import { parsePostmortem } from '../../../../lib/postmortem/schema';
import { at, ticket } from '../../support/capture-builder';
import { promisedRecord } from './records';

const record = () =>
  promisedRecord(ticket({}).customer('+0', 'Down.').reply('+9h', 'Up.').build(), [{ text: 'Write it down' }]);

it('a version is stale once the record says something else in it', () => {
  const given = record();
  const exported = { ...given, postmortem: withExport(given, { version: 'internal', at: at('+5d') }) };
  expect(staleExports(exported)).toEqual([]);
  const postmortem = editSection(exported.postmortem, 'summary', 'Another one.', at('+6d'));
  expect(staleExports({ ...exported, postmortem })).toMatchObject([{ version: 'internal', at: at('+5d') }]);
});

it('what a version does not show makes it no staler', () => {
  const given = record();
  const exported = { ...given, postmortem: withExport(given, { version: 'customer', at: at('+5d') }) };
  const postmortem = editSection(exported.postmortem, 'summary', 'Another one.', at('+6d'));
  expect(staleExports({ ...exported, postmortem })).toEqual([]);
});

it('the last export of a version counts, and the newest stale one comes first', () => {
  let given = record();
  for (const [version, when] of [
    ['internal', '+5d'],
    ['concise', '+6d'],
    ['internal', '+7d'],
  ] as const)
    given = { ...given, postmortem: withExport(given, { version, at: at(when) }) };
  expect(given.postmortem.exports).toHaveLength(2);
  const postmortem = editSection(given.postmortem, 'summary', 'Another one.', at('+8d'));
  expect(staleExports({ ...given, postmortem }).map(({ version }) => version)).toEqual([
    'internal',
    'concise',
  ]);
});

it('each action is an export of its own', () => {
  const given = record();
  const action = given.postmortem.actions.at(-1)?.id ?? '';
  const exported = withExport(given, { version: 'action', action, at: at('+5d') });
  const changed = exported.actions.map((one) => (one.id === action ? { ...one, text: 'Else' } : one));
  expect(staleExports({ ...given, postmortem: exported })).toEqual([]);
  expect(staleExports({ ...given, postmortem: { ...exported, actions: changed } })).toMatchObject([
    { version: `action:${action}` },
  ]);
});

it('is stored, outlives another pull, and a record without one can be read', () => {
  const given = record();
  const exported = withExport(given, { version: 'internal', at: at('+5d') });
  expect(parsePostmortem(exported)).toMatchObject({ ok: true, value: { exports: exported.exports } });
  expect(parsePostmortem(given.postmortem).ok).toBe(true);
  expect(mergeDraft(exported, given.postmortem).next.exports).toEqual(exported.exports);
  expect(confirmSection(exported, 'summary', at('+6d')).exports).toEqual(exported.exports);
});

it('of two windows the later export of each version counts, and none is a conflict or an edit to take back', () => {
  const given = record();
  const base = given.postmortem;
  const mine = withExport(given, { version: 'internal', at: at('+5d') });
  const both = { ...given, postmortem: withExport(given, { version: 'concise', at: at('+6d') }) };
  const theirs = withExport(both, { version: 'internal', at: at('+7d') });
  const { merged, conflicts } = mergeWindows(base, mine, theirs);
  expect(conflicts).toEqual([]);
  expect(merged.exports?.map(({ version, at: when }) => [version, when])).toEqual([
    ['internal', at('+7d')],
    ['concise', at('+6d')],
  ]);
  expect(mergeWindows(base, base, mine).merged.exports).toEqual(mine.exports);
  expect(mergeWindows(mine, mine, mine).merged.exports).toEqual(mine.exports);
  expect(changedPlaces(base, mine)).toEqual([]);
});

it('ignores a version that a later Debrief may have', () => {
  const given = record();
  const exports = [{ version: 'video', at: at('+5d'), hash: 'x' }];
  expect(staleExports({ ...given, postmortem: { ...given.postmortem, exports } })).toEqual([]);
});
