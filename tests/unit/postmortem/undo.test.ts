import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addAction,
  addWhy,
  confirmSection,
  editAction,
  editSection,
  removeAction,
  removeTimelineEntry,
} from '../../../lib/postmortem/edit';
import { addAttachment, removeAttachment, setStatus } from '../../../lib/postmortem/edit-plan';
import type { Postmortem, TextSectionName } from '../../../lib/postmortem/schema';
import {
  BURST_MS,
  emptyStack,
  endBurst,
  MOST_STEPS,
  recordEdit,
  redo,
  type StepResult,
  stepName,
  type UndoStack,
  undo,
} from '../../../lib/postmortem/undo';
import { at, ticket } from '../support/capture-builder';
import { draftOf } from './drafting';

const draft = draftOf(ticket().customer('+0', 'Down.').note('+1h').reply('+5h', 'Up.').build(), at('+8h'));
const NOW = at('+9h');

/** A window in which somebody types; every key is an edit. */
class Typist {
  current = draft;
  stack: UndoStack = emptyStack;
  ms = 1_000_000;

  edit(change: (current: Postmortem) => Postmortem): this {
    const before = this.current;
    this.current = change(before);
    this.stack = recordEdit(this.stack, before, this.current, this.ms);
    return this;
  }

  type(name: TextSectionName, keys: string, everyMs = 80): this {
    for (const key of keys) {
      this.ms += everyMs;
      this.edit((one) => editSection(one, name, one.sections[name].text + key, NOW));
    }
    return this;
  }

  wait(ms: number): this {
    this.ms += ms;
    return this;
  }

  step(how: typeof undo): StepResult['kind'] {
    const result = how(this.stack, this.current);
    if (result.kind === 'stepped') {
      this.current = result.postmortem;
      this.stack = result.stack;
    }
    return result.kind;
  }
}

const textOf = ({ current }: Typist, name: TextSectionName) =>
  current.sections[name].text.slice(draft.sections[name].text.length);

/** Without when it was written; what was dropped is a set, and an edit of no row drops one without a name. */
const content = (one: Postmortem) => ({
  ...one,
  updatedAt: '',
  dropped: one.dropped.filter(Boolean).sort(),
});

describe('undo', () => {
  it('takes back a burst of typing in one place at once, and brings it again', () => {
    const typist = new Typist().type('summary', ' Heard nothing.');
    expect(typist.stack.done).toHaveLength(1);
    expect(typist.step(undo)).toBe('stepped');
    expect(typist.current.sections).toEqual(draft.sections);
    expect(typist.step(undo)).toBe('nothing');
    expect(typist.step(redo)).toBe('stepped');
    expect(textOf(typist, 'summary')).toBe(' Heard nothing.');
  });

  it('ends a step at a pause, at another field, and where a field is left', () => {
    const typist = new Typist().type('summary', ' one').wait(BURST_MS).type('summary', ' two');
    typist.type('impact', ' three');
    typist.stack = endBurst(typist.stack);
    typist.type('impact', ' four');
    const names = typist.stack.done.map(stepName);
    expect(names).toEqual(['Summary', 'Summary', 'Impact', 'Impact']);
    typist.step(undo);
    expect(textOf(typist, 'impact')).toBe(' three');
    typist.step(undo);
    typist.step(undo);
    expect(textOf(typist, 'summary')).toBe(' one');
  });

  it('keeps no more than its steps, and forgets what was taken back once something new is typed', () => {
    const typist = new Typist();
    for (let n = 0; n < MOST_STEPS + 20; n++) typist.type('summary', 'x').wait(BURST_MS);
    expect(typist.stack.done).toHaveLength(MOST_STEPS);
    typist.step(undo);
    typist.type('summary', 'y');
    expect(typist.step(redo)).toBe('nothing');
  });

  it('brings back a row that was taken out, in its place', () => {
    const event = draft.timeline[1]?.event ?? '';
    const typist = new Typist().edit((one) => removeTimelineEntry(one, event, NOW));
    typist.step(undo);
    expect(typist.current).toEqual({ ...draft, updatedAt: NOW });
  });

  it('takes a row that was added and taken out at once back in two steps', () => {
    const typist = new Typist();
    const attached = { id: 'p', kind: 'link', url: 'https://tracker.example/1', caption: 'Log' } as const;
    typist.edit((one) => addAttachment(one, attached, NOW)).edit((one) => removeAttachment(one, 'p', NOW));
    const back = undo(typist.stack, typist.current);
    expect(back).toMatchObject({ kind: 'stepped', postmortem: { attachments: [attached] } });
  });

  it('takes back words and not how far the document has got since; that goes by a step of its own', () => {
    const typist = new Typist().type('summary', ' Mine.');
    typist.current = setStatus(typist.current, 'in_review', at('+10h'));
    typist.step(undo);
    expect(typist.current.sections.summary).toEqual(draft.sections.summary);
    expect(typist.current).toMatchObject({
      status: 'in_review',
      log: [{ what: 'drafted' }, { what: 'in_review' }],
    });
    typist.edit((one) => setStatus(one, 'final', at('+11h'))).type('impact', ' More.');
    typist.step(undo);
    expect(typist.current.status).toBe('final');
    typist.step(undo);
    expect(typist.current).toMatchObject({
      status: 'in_review',
      log: [{ what: 'drafted' }, { what: 'in_review' }],
    });
  });

  it('leaves what another window wrote elsewhere since', () => {
    const typist = new Typist().type('summary', ' Mine.');
    typist.current = editSection(typist.current, 'impact', 'Theirs.', at('+10h'));
    expect(typist.step(undo)).toBe('stepped');
    expect(typist.current.sections.summary).toEqual(draft.sections.summary);
    expect(typist.current.sections.impact.text).toBe('Theirs.');
  });

  it.each<[string, (current: Postmortem) => Postmortem]>([
    ['wrote there', (one) => editSection(one, 'summary', 'Theirs.', at('+10h'))],
    ['confirmed that', (one) => confirmSection(one, 'summary', at('+10h'))],
  ])('does nothing, and says where, after another window %s', (_what, theirs) => {
    const typist = new Typist().type('summary', ' Mine.');
    typist.current = theirs(typist.current);
    const before = typist.current;
    expect(undo(typist.stack, typist.current)).toEqual({ kind: 'in_the_way', name: 'Summary' });
    typist.step(undo);
    expect(typist.current).toBe(before);
  });

  it('of whatever was done, all the way back, is the draft, and forth again what was there', () => {
    type Deed = (typist: Typist) => void;
    const deed = fc.oneof(
      fc
        .tuple(fc.constantFrom<TextSectionName>('summary', 'impact', 'cause'), fc.string({ maxLength: 4 }))
        .map(
          ([name, keys]): Deed =>
            (typist) =>
              typist.type(name, keys),
        ),
      fc.integer({ min: 0, max: 2_000 }).map(
        (ms): Deed =>
          (typist) =>
            typist.wait(ms),
      ),
      fc.constantFrom<Deed>(
        (typist) => typist.edit((one) => addWhy(one, NOW)),
        (typist) => typist.edit((one) => addAction(one, `a${typist.stack.done.length}-${typist.ms}`, NOW)),
        (typist) => typist.edit((one) => editAction(one, one.actions[0]?.id ?? '', { owner: 'Ann' }, NOW)),
        (typist) => typist.edit((one) => removeAction(one, one.actions.at(-1)?.id ?? '', NOW)),
        (typist) => typist.edit((one) => confirmSection(one, 'impact', NOW)),
        (typist) => typist.step(undo),
        (typist) => typist.step(redo),
      ),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        const typist = new Typist();
        for (const act of deeds) {
          act(typist);
          typist.ms += 1;
        }
        const there = typist.current;
        let steps = 0;
        while (typist.step(undo) === 'stepped') steps++;
        expect(typist.stack.done).toEqual([]);
        expect(content(typist.current)).toEqual(content(draft));
        while (steps-- > 0) expect(typist.step(redo)).toBe('stepped');
        expect(content(typist.current)).toEqual(content(there));
      }),
      { numRuns: 300 },
    );
  });
});
