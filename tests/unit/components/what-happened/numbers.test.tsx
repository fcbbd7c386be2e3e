// @vitest-environment jsdom
import { textOf } from '../support/text-of';
import '../support/panel-browser';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Numbers } from '../../../../components/what-happened/Numbers';
import type { Iso } from '../../../../lib/ticket/basics';
import { at, type CaptureBuilder, ticket } from '../../support/capture-builder';
import { escalated, showPart } from '../support/evidence';

function show(story: CaptureBuilder, now?: Iso) {
  return showPart(story.build(), (analysis) => <Numbers analysis={analysis} />, now ? { now } : {});
}

/** Label, number and remark of each card. */
function cards(): string[][] {
  return screen
    .queryAllByRole('group')
    .map((card) => [...(card.querySelector('summary')?.children ?? [])].map(textOf));
}

/** The rows of one card's table, the names of those who acted without their times. */
function rows(of: string): string[][] {
  const table = screen.getByRole('table', { name: `How ${of} was computed` });
  return within(table)
    .getAllByRole('row')
    .map((row) => {
      const chips = within(row).queryAllByRole('link');
      const cell = textOf(within(row).getByRole('cell'));
      return [textOf(within(row).getByRole('rowheader')), chips.length ? `${chips.length}` : cell];
    });
}

describe('numbers', () => {
  it('of a solved escalation', () => {
    show(escalated());
    expect(cards()).toEqual([
      ['First reply', '9 h 12 min', 'by a person, seen by the customer'],
      ['Longest wait', '9 h 12 min', 'asked again once'],
      ['Longest silence', '9 h 12 min', '1 internal note meanwhile'],
      ['First update after escalation', '7 h 48 min', 'Tier 1 → Tier 2'],
      ['Hand-off untouched', '6 h', '6 h without an owner'],
      ['Without an owner', '6 h 10 min', 'in all, while unsolved'],
    ]);
    expect(rows('longest wait')).toEqual([
      ['Wait begins', '1'],
      ['Asked again', '1'],
      ['Answer', '1'],
    ]);
  });

  it('of an open ticket run up to now and say what has not come yet', () => {
    const story = ticket({ group: { label: 'Tier 2' } })
      .customer('+0', 'Hello?')
      .customer('+1h', 'Anybody?')
      .customer('+2h', 'Please?')
      .group('+3h', 'Tier 1', 'Tier 2', { by: 'ann' });
    show(story, at('+5h'));
    expect(cards()).toEqual([
      ['First reply', '5 h', 'no person has replied yet'],
      ['Longest wait', '5 h', 'asked again 2 times'],
      ['Longest silence', '5 h', 'no internal note meanwhile'],
      ['First update after escalation', '2 h', 'Tier 1 → Tier 2'],
      ['Hand-off untouched', '2 h', '2 h without an owner'],
      ['Without an owner', '5 h', 'in all, while unsolved'],
    ]);
    expect(rows('first reply').at(-1)).toEqual(['First human reply', 'none yet']);
    expect(rows('longest wait').at(-1)).toEqual(['Answer', 'none yet']);
    expect(rows('hand-off untouched')).toContainEqual(['Next action', 'none yet']);
  });

  it('of a ticket that was solved without an answer name the solve', () => {
    show(ticket().customer('+0', 'Hello?').status('+2h', 'open', 'solved'));
    expect(rows('longest wait').at(-1)).toEqual(['Solved without one', '1']);
  });

  it('of a ticket on which nobody wrote are only those that there are', () => {
    show(ticket().assignee('+0', null, 'ann').status('+1h', 'new', 'open').status('+1h', 'open', 'solved'));
    expect(cards().map(([label]) => label)).not.toContain('First reply');
    expect(cards().map(([label]) => label)).not.toContain('Longest wait');
  });

  it('and their section are left out where there are none', () => {
    show(ticket().assignee('+0', null, 'ann').status('+0', 'new', 'solved'));
    expect(screen.queryByRole('heading', { name: 'Numbers' })).toBeNull();
  });

  it('say "at least" where the beginning could not be seen', () => {
    const blind = ticket({ initial: { known: false } })
      .customer('+0', 'Hello?')
      .group('+1h', 'Tier 1', 'Tier 2', { by: 'ann' })
      .assignee('+5h', undefined, 'bo', { by: 'bo' })
      .assignee('+6h', 'bo', null, { by: 'bo' });
    show(blind, at('+8h'));
    const values = Object.fromEntries(cards().map(([label, value]) => [label, value]));
    expect(values['Without an owner']).toBe('at least 2 h');
    expect(values['Hand-off untouched']).toBe('at least 4 h');
    expect(values['First reply']).toBe('8 h');
  });

  it('say "about" where a span is not known for certain', () => {
    const capture = escalated().build();
    showPart(capture, (analysis) => (
      <Numbers
        analysis={{
          ...analysis,
          firstReply: { from: at('+0'), ms: 3_600_000, certainty: 'unknown', events: ['asked'] },
        }}
      />
    ));
    expect(cards()[0]?.[1]).toBe('about 1 h');
  });

  it('of many escalations show the slowest first update, and the eight slowest in their order', () => {
    const story = ticket().customer('+0', 'Hello?');
    for (let n = 1; n <= 10; n++) story.tag(`+${n}d`, `escalated-${n}`).reply(`+${n}d${n}h`);
    show(story);
    const [label, value, more] = cards().find(([name]) => name?.startsWith('First update')) ?? [];
    expect([label, value, more]).toEqual(['First update after escalation', '10 h', 'the slowest of 10']);
    const numbered = rows('first update after escalation').map(([name]) => Number.parseInt(name ?? '', 10));
    expect(numbered).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('lead to their entries, four of many and how many more', async () => {
    const story = ticket().customer('+0', 'Hello?');
    for (let n = 1; n <= 8; n++) story.customer(`+${n}h`, 'And now?', { id: `ask-${n}` });
    const { onEvidence } = show(story.reply('+9h'));
    const row = screen.getByRole('rowheader', { name: 'Asked again' }).closest('tr');
    if (!row) throw new Error('no row');
    const chips = within(row).getAllByRole('link');
    expect(chips.map((chip) => chip.querySelector('time')?.textContent)).toEqual([
      '16 Nov 09:00',
      '16 Nov 10:00',
      '16 Nov 11:00',
      '16 Nov 12:00',
    ]);
    expect(row.textContent).toContain('and 4 more');
    await userEvent.click(chips[1] ?? row);
    expect(onEvidence.mock.lastCall?.[0].id).toBe('ask-2');
  });
});
