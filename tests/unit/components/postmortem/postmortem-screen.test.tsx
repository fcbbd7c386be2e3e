// @vitest-environment jsdom
import '../support/panel-browser';
import { fireEvent, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../lib/storage/store';
import { newDisk, openOn, value } from '../../storage/samples';
import { expectAccessible } from '../support/accessibility';
import { escalated } from '../support/evidence';
import { openWindow } from '../support/session';

let store: Store;

beforeEach(async () => {
  store = await openOn(newDisk());
});

afterEach(() => store.close());

async function started() {
  const window = openWindow(store, escalated().build());
  await window.start();
  await window.field('Summary');
  const saved = async () => {
    await waitFor(() => expect(window.saveState().kind).toBe('saved'));
    const [summary] = await store.list();
    const found = summary && value(await store.get(summary.id));
    if (!found) throw new Error('nothing is stored');
    return found.postmortem;
  };
  return { ...window, saved };
}

describe('the postmortem', () => {
  it('has nothing an accessibility check would find', async () => {
    const { container } = await started();
    await expectAccessible(container);
  });

  it('arrives filled in, and every part is one click away with its state', async () => {
    const { here } = await started();
    const outline = here.getByLabelText('Parts of the postmortem');
    const parts = [...outline.querySelectorAll('a')];
    expect(parts.map((part) => part.textContent)).toEqual([
      'Summary, Generated',
      'Impact, Generated',
      'Delays, Generated',
      'Timeline, Generated',
      'Messages, Generated',
      'Cause, Generated',
      'Resolution, Generated',
      'Went well, Generated',
      'Went badly, Generated',
      'Learnings, Generated',
      'Actions, Generated',
      'Follow-ups, Empty',
      'Meeting, Empty',
      'Notes, Empty',
    ]);
    for (const part of parts) expect(document.querySelector(part.getAttribute('href') ?? '')).toBeTruthy();
  });

  it('says of a section whether it is generated, edited, confirmed or empty', async () => {
    const { field, section, here, user, saved } = await started();
    const summary = await section('Summary');
    const state = () => here.getByText(/^Summary$/, { selector: 'nav a' }).textContent;
    await user.click(summary.getByText('Confirm'));
    expect(state()).toBe('Summary, Confirmed');
    expect(summary.queryByText('Confirm')).toBeNull();
    // What is done with folds away, and unfolds again.
    await waitFor(() => expect(summary.queryByRole('textbox')).toBeNull());
    await user.click(summary.getByText('Summary'));
    fireEvent.change(await field('Summary'), { target: { value: 'Mine.' } });
    expect(state()).toBe('Summary, Edited');
    fireEvent.change(await field('Summary'), { target: { value: ' ' } });
    expect(state()).toBe('Summary, Empty');
    expect(summary.queryByText('Confirm')).toBeNull();
    expect((await saved()).sections.summary.state).toBe('empty');
  });

  it('shows on request how a document will have a section', async () => {
    const { field, section, user } = await started();
    const part = await section('Summary');
    fireEvent.change(await field('Summary'), {
      target: { value: 'It was **down**, see [the page](https://status.example/1).\n\n<b>x</b>' },
    });
    await user.click(part.getByRole('button', { name: /^Preview/ }));
    const preview = await part.findByRole('region', { name: 'Preview: Summary' });
    expect(preview.querySelector('strong')?.textContent).toBe('down');
    expect(preview.querySelector('a')?.rel).toBe('noopener noreferrer');
    expect(preview.querySelector('b')).toBeNull();
    expect(preview.textContent).toContain('<b>x</b>');
    await user.click(part.getByRole('button', { name: /^Preview/ }));
    expect(part.queryByRole('region')).toBeNull();
  });

  it('leads from a sentence to its evidence for as long as the sentence stands', async () => {
    const { field, section, user, evidenceSeen } = await started();
    const summary = await section('Summary');
    const chips = () => summary.queryAllByRole('link');
    expect(chips().length).toBeGreaterThan(0);
    await user.click(chips()[0] as HTMLElement); // just counted
    expect(evidenceSeen[0]?.id).toBe('asked');
    fireEvent.change(await field('Summary'), { target: { value: 'Nothing of it stands.' } });
    expect(chips()).toEqual([]);
  });

  it('keeps the title on one line', async () => {
    const { field, saved } = await started();
    fireEvent.change(await field('Title'), { target: { value: 'One\nline' } });
    expect((await saved()).sections.title.text).toBe('One line');
  });
});

describe('the timeline', () => {
  it('loses a row that is taken out, and no other', async () => {
    const { section, user, saved } = await started();
    const timeline = await section('Timeline');
    const rows = () => timeline.getAllByRole('listitem').map((row) => row.querySelector('textarea')?.value);
    const before = rows();
    await user.click(timeline.getAllByLabelText(/^Take out /)[1] as HTMLElement); // there are several
    expect(rows()).toEqual(before.filter((_, index) => index !== 1));
    expect(timeline.getByText(new RegExp(`^${before.length - 1} key events`))).toBeTruthy();
    const { timeline: kept, dropped } = await saved();
    expect(kept).toHaveLength(before.length - 1);
    expect(dropped).toHaveLength(1);
  });

  it('is generated until somebody confirms it, folds away, and is edited with the next word', async () => {
    const { section, here, user, saved, container } = await started();
    const timeline = await section('Timeline');
    const state = () => here.getByText(/^Timeline$/, { selector: 'nav a' }).textContent;
    expect(state()).toBe('Timeline, Generated');
    await user.click(timeline.getByText('Confirm'));
    expect(state()).toBe('Timeline, Confirmed');
    expect(new Set((await saved()).timeline.map((row) => row.state))).toEqual(new Set(['confirmed']));
    await waitFor(() => expect(timeline.queryByRole('textbox')).toBeNull());
    await user.click(timeline.getByText('Timeline'));
    expect(timeline.queryByText('Confirm')).toBeNull();
    const row = container.querySelector('#timeline textarea');
    if (row) fireEvent.change(row, { target: { value: 'The report came in.' } });
    expect(state()).toBe('Timeline, Edited');
    expect(timeline.getByText('Confirm')).toBeTruthy();
  });

  it('says so when no row is left', async () => {
    const { section, user } = await started();
    const timeline = await section('Timeline');
    for (const button of timeline.getAllByLabelText(/^Take out /)) await user.click(button);
    expect(timeline.getByText(/^No key event is left/)).toBeTruthy();
  });

  it('takes other words, and leads to the entry', async () => {
    const { section, user, saved, evidenceSeen } = await started();
    const timeline = await section('Timeline');
    const [first] = timeline.getAllByRole<HTMLTextAreaElement>('textbox');
    if (!first) throw new Error('no row');
    fireEvent.change(first, { target: { value: 'The customer wrote.' } });
    expect((await saved()).timeline[0]).toMatchObject({ text: 'The customer wrote.', state: 'edited' });
    await user.click(timeline.getAllByRole('link')[0] as HTMLElement); // the row just edited has one
    expect(evidenceSeen[0]?.id).toBe((await saved()).timeline[0]?.event);
  });
});

describe('the cause', () => {
  it('takes an answer to a why and grows by another', async () => {
    const { section, user, saved } = await started();
    const cause = await section('Cause');
    const whys = () => cause.getAllByLabelText<HTMLTextAreaElement>(/^\d+\. /);
    const before = whys().length;
    await user.click(cause.getByText('Why'));
    expect(whys()).toHaveLength(before + 1);
    fireEvent.change(whys()[before] as HTMLElement, { target: { value: 'No rota.' } }); // just added
    expect((await saved()).whys.at(-1)).toMatchObject({ answer: 'No rota.', state: 'edited' });
  });
});

describe('an action', () => {
  async function withAction() {
    const window = await started();
    const actions = await window.section('Actions');
    for (const button of actions.queryAllByLabelText(/^Remove action/)) await window.user.click(button);
    await window.user.click(actions.getByText('Action'));
    return { ...window, actions };
  }

  it('is an idea until it has words, an owner and a due date', async () => {
    const { actions, saved } = await withAction();
    const idea = () => actions.queryByText(/^Idea\./)?.textContent;
    const write = (label: string, value: string) =>
      fireEvent.change(actions.getByLabelText(label), { target: { value } });
    expect(idea()).toBe('Idea. Needs words, an owner and a due date to be committed.');
    write('Action 1', 'Name a holder for hand-offs');
    expect(idea()).toBe('Idea. Needs an owner and a due date to be committed.');
    write('Owner', 'Bo Reyes');
    expect(idea()).toBe('Idea. Needs a due date to be committed.');
    expect(actions.getByText('0 of 1 committed')).toBeTruthy();
    write('Due', '2026-12-01');
    expect(idea()).toBeUndefined();
    expect(actions.getByText('1 of 1 committed')).toBeTruthy();
    expect((await saved()).actions).toEqual([
      {
        id: expect.any(String),
        text: 'Name a holder for hand-offs',
        owner: 'Bo Reyes',
        due: '2026-12-01',
        priority: '',
        doneWhen: '',
        cause: '',
        tracker: '',
        status: 'committed',
        reason: '',
        state: 'edited',
      },
    ]);
  });

  it('whose date is cleared is an idea again', async () => {
    const { actions, saved } = await withAction();
    const due = actions.getByLabelText<HTMLInputElement>('Due');
    expect(due.type).toBe('date');
    fireEvent.change(due, { target: { value: '2026-12-01' } });
    fireEvent.change(due, { target: { value: '' } });
    expect((await saved()).actions[0]?.due).toBe('');
  });

  it('that is removed is gone, and the others keep their words', async () => {
    const { actions, user, saved } = await withAction();
    for (const text of ['First', 'Second', 'Third']) {
      const place = `Action ${actions.getAllByLabelText(/^Action \d/).length}`;
      fireEvent.change(actions.getByLabelText(place), { target: { value: text } });
      await user.click(actions.getByText('Action'));
    }
    await user.click(actions.getByLabelText('Remove action 2'));
    expect(actions.getByLabelText<HTMLTextAreaElement>('Action 2').value).toBe('Third');
    expect((await saved()).actions.map((action) => action.text)).toEqual(['First', 'Third', '']);
  });
});

describe('the check under the summary', () => {
  async function saidOf(text: string) {
    const window = await started();
    fireEvent.change(await window.field('Summary'), { target: { value: text } });
    const summary = await window.section('Summary');
    return () => summary.getByText(/sentence/).closest('p')?.textContent;
  }

  it.each([
    ['', '0 sentences, too short: three to five read best'],
    ['One.', '1 sentence, too short: three to five read best'],
    ['One. Two. Three.', '3 sentences'],
    ['One. Two. Three. Four. Five. Six.', '6 sentences, too long: three to five read best'],
  ])('counts %j as %s', async (text, said) => {
    const seen = await saidOf(text);
    await waitFor(() => expect(seen()).toMatch(new RegExp(`^${said}`)));
  });

  it('names what a reader will look for and not find', async () => {
    const seen = await saidOf('Something went wrong. It was bad. It is over.');
    await waitFor(() => expect(seen()).toContain('What, how long, who, SLA, cause are missing.'));
  });
});
