import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addAction,
  addWhy,
  confirmSection,
  confirmTimeline,
  editAction,
  editSection,
  editTimelineText,
  editWhy,
  removeAction,
  removeTimelineEntry,
} from '../../../lib/postmortem/edit';
import { mergeDraft } from '../../../lib/postmortem/merge';
import { type Postmortem, parsePostmortem, textSectionNames } from '../../../lib/postmortem/schema';
import { at, ticket } from '../support/capture-builder';
import { LAW_TIMEOUT_MS, runs } from '../support/runs';
import { captureArbitrary, NOW } from './arbitrary-capture';
import { draftOf } from './drafting';

const NEXT = at('+5d');
const started = () =>
  ticket()
    .person('ann', { team: 'Tier 1' })
    .customer('+0', 'Down.')
    .note('+1h')
    .note('+2h')
    .sla('+0', 'first_reply', 'applied', { targetMs: 3_600_000 })
    .sla('+1h', 'first_reply', 'breached');
const earlier = () => draftOf(started().build(), at('+8h'));
const later = () =>
  draftOf(started().reply('+9h', 'Up again.').status('+9h', 'open', 'solved').build(), at('+10h'));

describe('after another pull', () => {
  it('what nobody touched says what the new draft says', () => {
    const { next, offers } = mergeDraft(earlier(), later());
    const { createdAt, updatedAt, log } = earlier();
    expect(next).toEqual({ ...later(), createdAt, updatedAt, log });
    expect(offers).toEqual([]);
  });

  it.each(['summary', 'impact', 'cause'] as const)(
    'an edited %s stays, and the new one is offered',
    (name) => {
      const current = editSection(earlier(), name, 'In my own words.', NEXT);
      const { next, offers } = mergeDraft(current, later());
      expect(next.sections[name]).toEqual(current.sections[name]);
      expect(offers.find((offer) => offer.section === name)).toEqual(
        later().sections[name].text === earlier().sections[name].text
          ? undefined
          : {
              section: name,
              current: 'In my own words.',
              fresh: later().sections[name].text,
              claims: later().sections[name].claims,
            },
      );
    },
  );

  it('a confirmed section stays, and so does one that a person emptied', () => {
    const current = editSection(confirmSection(earlier(), 'summary', NEXT), 'symptom', '', NEXT);
    const { next, offers } = mergeDraft(current, later());
    expect(next.sections.summary).toEqual({ ...earlier().sections.summary, state: 'confirmed' });
    expect(next.sections.symptom).toMatchObject({ text: '', state: 'empty' });
    expect(offers.map((offer) => offer.section)).toEqual(['summary', 'symptom']);
  });

  it('a section that the draft had left empty is filled when there is something to say', () => {
    expect(earlier().sections.wentWell.text).toBe('');
    expect(mergeDraft(earlier(), later()).next.sections.wentWell).toEqual(later().sections.wentWell);
  });

  it('nothing is offered that says what the person has already seen', () => {
    const oneLine = editSection(earlier(), 'impact', 'One line instead of five.', NEXT);
    expect(mergeDraft(oneLine, earlier()).offers).toEqual([]);
  });

  it('a confirmed row keeps its words, and takes the time that was corrected since', () => {
    const read = confirmTimeline(
      editTimelineText(earlier(), earlier().timeline[0]?.event ?? '', 'In.', NEXT),
      NEXT,
    );
    const retimed = earlier();
    retimed.timeline = retimed.timeline.map((row) => ({ ...row, at: at('+30m'), text: 'Anew.' }));
    const { timeline } = mergeDraft(read, retimed).next;
    expect(timeline.map(({ text, at: when, state }) => ({ text, at: when, state }))).toEqual(
      read.timeline.map(({ text }) => ({ text, at: at('+30m'), state: 'confirmed' })),
    );
  });

  it('timeline rows that a person rewrote or took out stay so', () => {
    const [row, other] = earlier().timeline;
    let current = editTimelineText(earlier(), row?.event ?? '', 'The report came in.', NEXT);
    current = removeTimelineEntry(current, other?.event ?? '', NEXT);
    const { timeline } = mergeDraft(current, later()).next;
    expect(timeline.find(({ event }) => event === row?.event)?.text).toBe('The report came in.');
    expect(timeline.some(({ event }) => event === other?.event)).toBe(false);
    expect(timeline.map(({ at }) => at)).toEqual(timeline.map(({ at }) => at).sort());
  });

  it('a person’s answers and questions stay, also a question without an answer', () => {
    let current = editWhy(earlier(), 0, { answer: 'The queue has no lead.' }, NEXT);
    current = editWhy(current, 2, { question: 'Who is asked at night?' }, NEXT);
    current = addWhy(current, NEXT);
    const { whys } = mergeDraft(current, later()).next;
    expect(whys).toHaveLength(6);
    expect(whys[0]?.answer).toBe('The queue has no lead.');
    expect(whys[2]?.question).toBe('Who is asked at night?');
    expect(mergeDraft(editWhy(earlier(), 0, { answer: '' }, NEXT), later()).next.whys[0]?.answer).toBe('');
  });

  it('actions keep their order, their owner and their place; a dropped suggestion does not return', () => {
    const drafted = earlier();
    const [one, two] = drafted.actions;
    if (!one || !two) throw new Error('two suggestions expected');
    let current = editAction(addAction(drafted, 'mine', NEXT), 'mine', { text: 'Write the runbook' }, NEXT);
    current = editAction(current, two.id, { owner: 'Priya', due: '2026-12-04' }, NEXT);
    current = removeAction(current, one.id, NEXT);
    current = { ...current, actions: [...current.actions].reverse() };
    const { actions } = mergeDraft(current, drafted).next;
    expect(actions.map(({ id }) => id)).toEqual(['mine', two.id]);
    expect(actions[1]).toMatchObject({ text: two.text, owner: 'Priya', due: '2026-12-04' });
  });

  it('the postmortem keeps its identity and points at the new capture', () => {
    const fresh = { ...later(), id: 'other', captureId: 'capture-2' };
    const { next } = mergeDraft(earlier(), fresh);
    expect(next).toMatchObject({ id: 'pm-1', captureId: 'capture-2', createdAt: at('+8h') });
  });
});

it('a due date that is no day is left out, so that the record can be read again', () => {
  const current = editAction(addAction(earlier(), 'mine', NEXT), 'mine', { due: '2026-02-31' }, NEXT);
  expect(current.actions.at(-1)?.due).toBe('');
  expect(parsePostmortem(current).ok).toBe(true);
});

/** What a person does to a postmortem; every text they write is one of a kind. */
type Edit = (current: Postmortem, text: string) => Postmortem;
const index = fc.nat(12);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom(...textSectionNames).map(
    (name): Edit =>
      (pm, text) =>
        editSection(pm, name, text, NEXT),
  ),
  fc.constantFrom(...textSectionNames).map(
    (name): Edit =>
      (pm) =>
        editSection(pm, name, '', NEXT),
  ),
  fc.constantFrom(...textSectionNames).map(
    (name): Edit =>
      (pm) =>
        confirmSection(pm, name, NEXT),
  ),
  index.map(
    (n): Edit =>
      (pm, text) =>
        editTimelineText(pm, pm.timeline[n]?.event ?? '', text, NEXT),
  ),
  index.map(
    (n): Edit =>
      (pm) =>
        removeTimelineEntry(pm, pm.timeline[n]?.event ?? '', NEXT),
  ),
  index.map(
    (n): Edit =>
      (pm, text) =>
        editWhy(pm, n, { question: text }, NEXT),
  ),
  index.map(
    (n): Edit =>
      (pm, text) =>
        editWhy(pm, n, { answer: text }, NEXT),
  ),
  index.map(
    (n): Edit =>
      (pm) =>
        editWhy(pm, n, { answer: '' }, NEXT),
  ),
  fc.constant<Edit>((pm) => addWhy(pm, NEXT)),
  fc.constant<Edit>((pm, text) => addAction(pm, `id ${text}`, NEXT)),
  index.map(
    (n): Edit =>
      (pm, text) =>
        editAction(pm, pm.actions[n]?.id ?? '', { text }, NEXT),
  ),
  index.map(
    (n): Edit =>
      (pm, owner) =>
        editAction(pm, pm.actions[n]?.id ?? '', { owner }, NEXT),
  ),
  index.map(
    (n): Edit =>
      (pm) =>
        removeAction(pm, pm.actions[n]?.id ?? '', NEXT),
  ),
  fc.constant<Edit>((pm) => ({ ...pm, actions: [...pm.actions].reverse() })),
);
const captures = fc.tuple(captureArbitrary(), captureArbitrary(), fc.array(edit, { maxLength: 25 }));

function edited(drafted: Postmortem, edits: readonly Edit[]): Postmortem {
  return edits.reduce((pm, change, n) => change(pm, `person’s text ${n};`), drafted);
}

function personsWords(pm: Postmortem): string[] {
  return (
    JSON.stringify(pm)
      .match(/person’s text \d+;/g)
      ?.sort() ?? []
  );
}

describe('the law of merging', () => {
  it('keeps every text a person wrote and whatever they took out, and loses nobody’s section', {
    timeout: LAW_TIMEOUT_MS,
  }, () => {
    fc.assert(
      fc.property(captures, ([one, two, edits]) => {
        const current = edited(draftOf(one, NOW), edits);
        const { next } = mergeDraft(current, draftOf(two, NOW));
        expect(personsWords(next)).toEqual(personsWords(current));
        for (const name of textSectionNames) {
          const mine = current.sections[name];
          if (mine.state === 'edited' || mine.state === 'confirmed')
            expect(next.sections[name]).toEqual(mine);
        }
        const shown = [...next.timeline.map((row) => row.event), ...next.actions.map((action) => action.id)];
        expect(shown.filter((id) => current.dropped.includes(id) && !personsWords(current).length)).toEqual(
          [],
        );
        expect(new Set(next.timeline.map((row) => row.event)).size).toBe(next.timeline.length);
        expect(parsePostmortem(next).ok).toBe(true);
      }),
      runs(120),
    );
  });

  it('is idempotent, and takes the whole new draft where nobody has written', {
    timeout: LAW_TIMEOUT_MS,
  }, () => {
    fc.assert(
      fc.property(captures, ([one, two, edits]) => {
        const drafted = draftOf(one, NOW);
        const fresh = draftOf(two, NOW);
        const { log } = drafted;
        expect(mergeDraft(drafted, fresh)).toEqual({ next: { ...fresh, log }, offers: [] });
        const once = mergeDraft(edited(drafted, edits), fresh);
        expect(mergeDraft(once.next, fresh)).toEqual(once);
      }),
      runs(120),
    );
  });
});
