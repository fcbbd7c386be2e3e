import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addAction,
  addWhy,
  confirmSection,
  editAction,
  editSection,
  editTimelineText,
  editWhy,
  removeAction,
  removeTimelineEntry,
} from '../../../lib/postmortem/edit';
import { mergeWindows } from '../../../lib/postmortem/merge-windows';
import { type Postmortem, parsePostmortem, textSectionNames } from '../../../lib/postmortem/schema';
import { settleConflict } from '../../../lib/postmortem/settle-conflict';
import { at, ticket } from '../support/capture-builder';
import { draftOf } from './drafting';

const base = draftOf(
  ticket()
    .person('ann', { team: 'Tier 1' })
    .customer('+0', 'Down.')
    .note('+1h')
    .group('+2h', 'Tier 1', 'Tier 2')
    .sla('+0', 'first_reply', 'applied', { targetMs: 3_600_000 })
    .sla('+1h', 'first_reply', 'breached')
    .build(),
  at('+8h'),
);
const [first, second] = [base.timeline[0]?.event ?? '', base.timeline[1]?.event ?? ''];
const [action] = base.actions.map(({ id }) => id);
const MINE = at('+9h');
const THEIRS = at('+10h');
const merge = (mine: Postmortem, theirs: Postmortem, from = base) => mergeWindows(from, mine, theirs);

it('the draft has rows to write into', () => {
  expect([first, second, action].every(Boolean)).toBe(true);
});

describe('two windows that wrote into different places', () => {
  it.each<[string, (current: Postmortem) => Postmortem, (current: Postmortem) => Postmortem]>([
    [
      'two sections',
      (one) => editSection(one, 'summary', 'Mine.', MINE),
      (one) => editSection(one, 'impact', 'Theirs.', THEIRS),
    ],
    [
      'two rows',
      (one) => editTimelineText(one, first, 'Mine.', MINE),
      (one) => editTimelineText(one, second, 'Theirs.', THEIRS),
    ],
    [
      'two whys',
      (one) => editWhy(one, 0, { answer: 'Mine.' }, MINE),
      (one) => editWhy(one, 1, { answer: 'Theirs.' }, THEIRS),
    ],
    [
      'owner and text of one action',
      (one) => editAction(one, action ?? '', { owner: 'Mine.' }, MINE),
      (one) => editAction(one, action ?? '', { text: 'Theirs.' }, THEIRS),
    ],
    [
      'two new actions',
      (one) => editAction(addAction(one, 'x', MINE), 'x', { text: 'Mine.' }, MINE),
      (one) => editAction(addAction(one, 'y', THEIRS), 'y', { text: 'Theirs.' }, THEIRS),
    ],
  ])('have both: %s', (_name, editMine, editTheirs) => {
    const { merged, conflicts } = merge(editMine(base), editTheirs(base));
    expect(conflicts).toEqual([]);
    expect(merged).toEqual({ ...editTheirs(editMine(base)), updatedAt: THEIRS });
  });

  it('keep the row that one took out and the other wrote into', () => {
    const { merged, conflicts } = merge(
      removeTimelineEntry(base, first, MINE),
      editTimelineText(base, first, 'Theirs.', THEIRS),
    );
    expect(conflicts).toEqual([]);
    expect(merged.timeline.find(({ event }) => event === first)?.text).toBe('Theirs.');
  });

  it('lose the row that one took out and the other left alone', () => {
    const { merged } = merge(
      removeAction(base, action ?? '', MINE),
      editSection(base, 'cause', 'Theirs.', THEIRS),
    );
    expect(merged.actions.map(({ id }) => id)).not.toContain(action);
    expect(merged.dropped).toContain(action);
  });

  it('have the words of one, confirmed by the other as they were, for edited', () => {
    const { merged, conflicts } = merge(
      confirmSection(base, 'summary', MINE),
      editSection(base, 'summary', 'Theirs.', THEIRS),
    );
    expect(conflicts).toEqual([]);
    expect(merged.sections.summary).toMatchObject({ text: 'Theirs.', state: 'edited' });
  });

  it('rest on the capture that the one pulled', () => {
    const { merged, conflicts } = merge(editSection(base, 'summary', 'Mine.', MINE), {
      ...base,
      captureId: 'sha256:newer',
      ticket: { ...base.ticket, subject: 'Renamed' },
    });
    expect(conflicts).toEqual([]);
    expect(merged).toMatchObject({ captureId: 'sha256:newer', ticket: { subject: 'Renamed' } });
  });
});

describe('two windows that wrote into one place', () => {
  const mine = editSection(base, 'summary', 'Mine.', MINE);
  const theirs = editAction(
    editSection(base, 'summary', 'Theirs.', THEIRS),
    action ?? '',
    { due: '2026-12-01' },
    THEIRS,
  );

  it('are a conflict there, with mine on screen, and merged elsewhere', () => {
    const { merged, conflicts } = merge(mine, theirs);
    expect(conflicts.map(({ path }) => path)).toEqual([['sections', 'summary']]);
    expect(merged.sections.summary.text).toBe('Mine.');
    expect(merged.actions.find(({ id }) => id === action)?.due).toBe('2026-12-01');
  });

  it('are settled by taking one, or theirs below mine', () => {
    const { merged, conflicts } = merge(mine, theirs);
    const text = (choice: 'mine' | 'theirs' | 'both') =>
      conflicts[0] && settleConflict(merged, conflicts[0], choice)?.sections.summary.text;
    expect(text('mine')).toBe('Mine.');
    expect(text('theirs')).toBe('Theirs.');
    expect(text('both')).toBe('Mine.\n\nTheirs.');
  });

  it('cannot keep two days', () => {
    const day = (due: string) => editAction(base, action ?? '', { due }, MINE);
    const { merged, conflicts } = merge(day('2026-12-01'), day('2026-12-02'));
    expect(conflicts.map(({ path }) => path)).toEqual([['actions', action, 'due']]);
    expect(conflicts[0] && settleConflict(merged, conflicts[0], 'both')).toBeUndefined();
    expect(
      conflicts[0] && settleConflict(merged, conflicts[0], 'theirs')?.actions.find(({ id }) => id === action),
    ).toMatchObject({ due: '2026-12-02' });
  });
});

describe('fields this code has never heard of', () => {
  // As a later version may have them.
  const later = (fields: object) => ({ ...base, ...fields }) as Postmortem;

  it('are whole values, and rows where their rows have names', () => {
    const from = later({
      gravity: { level: 2, why: 'a' },
      followUps: [{ id: 'f1', note: '', done: false }],
    });
    const mine = {
      ...from,
      gravity: { level: 1, why: 'a' },
      followUps: [{ id: 'f1', note: 'Mine.', done: false }],
    };
    const theirs = {
      ...from,
      followUps: [
        { id: 'f1', note: '', done: true },
        { id: 'f2', note: 'New.', done: false },
      ],
    };
    const { merged, conflicts } = merge(mine, theirs, from);
    expect(conflicts).toEqual([]);
    expect(merged).toMatchObject({
      gravity: { level: 1, why: 'a' },
      followUps: [
        { id: 'f1', note: 'Mine.', done: true },
        { id: 'f2', note: 'New.', done: false },
      ],
    });
  });

  it('are a conflict as a whole where both changed one', () => {
    const from = later({ gravity: { level: 2, why: 'a' } });
    const { conflicts } = merge(
      { ...from, gravity: { level: 1, why: 'a' } } as Postmortem,
      { ...from, gravity: { level: 2, why: 'b' } } as Postmortem,
      from,
    );
    expect(conflicts.map(({ path }) => path)).toEqual([['gravity']]);
  });
});

/** One thing a person does; `{}` in it becomes a word that stands nowhere else. */
type Deed = (current: Postmortem, word: string) => Postmortem;

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .constantFrom(...textSectionNames)
    .map<Deed>((name) => (one, word) => editSection(one, name, `${one.sections[name].text} ${word}`, MINE)),
  fc.constantFrom(...textSectionNames).map<Deed>((name) => (one) => confirmSection(one, name, MINE)),
  fc.nat(3).map<Deed>((n) => (one, word) => editTimelineText(one, one.timeline[n]?.event ?? '', word, MINE)),
  fc.nat(3).map<Deed>((n) => (one) => removeTimelineEntry(one, one.timeline[n]?.event ?? '', MINE)),
  fc.nat(6).map<Deed>((n) => (one, word) => editWhy(one, n, { answer: word }, MINE)),
  fc.constant<Deed>((one, word) => editWhy(addWhy(one, MINE), one.whys.length, { answer: word }, MINE)),
  fc.constant<Deed>((one, word) =>
    editAction(addAction(one, `new-${word}`, MINE), `new-${word}`, { text: word }, MINE),
  ),
  fc.tuple(fc.nat(4), fc.constantFrom('text' as const, 'owner' as const)).map<Deed>(
    ([n, field]) =>
      (one, word) =>
        editAction(one, one.actions[n]?.id ?? '', { [field]: word }, MINE),
  ),
  fc.nat(4).map<Deed>((n) => (one) => removeAction(one, one.actions[n]?.id ?? '', MINE)),
);

const written = (deeds: Deed[], side: string, from = base) =>
  deeds.reduce((one, act, index) => act(one, `${side}${index}word`), from);
const wordsIn = (value: unknown): string[] =>
  JSON.stringify(value).match(/(?:mine|theirs|both)\d+word/g) ?? [];

describe('whatever two windows write', () => {
  it('no word of either is lost: it is merged, or one of the two texts of a conflict', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 8 }),
        fc.array(deed, { maxLength: 8 }),
        fc.array(deed, { maxLength: 4 }),
        (a, b, before) => {
          const from = written(before, 'both');
          const [mine, theirs] = [written(a, 'mine', from), written(b, 'theirs', from)];
          const { merged, conflicts } = merge(mine, theirs, from);
          const shown = wordsIn([merged, conflicts]);
          for (const word of [...wordsIn(mine), ...wordsIn(theirs)].filter((one) => !one.startsWith('both')))
            expect(shown).toContain(word);
          expect(parsePostmortem(merged).ok).toBe(true);
          const settled = conflicts.reduce(
            (one, conflict) => settleConflict(one, conflict, 'both') ?? one,
            merged,
          );
          const kept = wordsIn(settled);
          for (const word of [...wordsIn(mine), ...wordsIn(theirs)].filter((one) => !one.startsWith('both')))
            expect(kept).toContain(word);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is the same as what one wrote where the other wrote nothing', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 8 }), (deeds) => {
        const wrote = written(deeds, 'mine');
        for (const { merged, conflicts } of [merge(wrote, base), merge(base, wrote), merge(wrote, wrote)]) {
          expect(conflicts).toEqual([]);
          expect(merged).toEqual(wrote);
        }
      }),
      { numRuns: 200 },
    );
  });
});
