// @vitest-environment jsdom
import { textOf } from '../support/text-of';
import '../support/panel-browser';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Handoffs } from '../../../../components/what-happened/Handoffs';
import { Headline } from '../../../../components/what-happened/Headline';
import { Milestones } from '../../../../components/what-happened/Milestones';
import { WhatHappened } from '../../../../components/what-happened/WhatHappened';
import { analyse } from '../../../../lib/analysis/analyse';
import { emptyOverlay } from '../../../../lib/analysis/overlay';
import type { TicketEvent } from '../../../../lib/ticket/events';
import { recordOf } from '../../postmortem/drafting';
import { at, ticket } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';
import { installClipboard } from '../support/clipboard';
import { escalated, showPart } from '../support/evidence';

const sentence =
  'Brightwell waited 9 h 12 min for a human; 6 h of it unassigned after Tier 1 → Tier 2; first reply was 8 h 12 min late.';

describe('the sentence', () => {
  it.each([
    ['9 h 12 min', 'asked'],
    ['6 h', 'moved'],
    ['8 h 12 min late', 'reply'],
  ])('leads from "%s" to the entry it came from', async (number, event) => {
    const { onEvidence } = showPart(escalated().build(), (analysis) => <Headline analysis={analysis} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(sentence);
    await userEvent.click(screen.getByRole('link', { name: number }));
    expect(onEvidence.mock.lastCall?.[0].id).toBe(event);
  });

  it('makes no link of words without evidence, nor of a number whose entries are not in this capture', () => {
    const whole = escalated().build();
    const without = { ...whole, ticket: { ...whole.ticket, events: [] } };
    showPart(whole, (analysis) => <Headline analysis={analysis} />);
    const all = screen.getAllByRole('link').map((link) => link.textContent);
    expect(all).toEqual(['9 h 12 min', '6 h', '8 h 12 min late']);
    cleanup();
    showPart(whole, (analysis) => <Headline analysis={analysis} />, { of: without });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(sentence);
    expect(screen.queryAllByRole('link')).toEqual([]);
  });

  it('skips an entry that is missing and leads to the next one that is there', async () => {
    const whole = escalated().build();
    const events = whole.ticket.events.filter((event) => event.id !== 'asked');
    const { onEvidence } = showPart(whole, (analysis) => <Headline analysis={analysis} />, {
      of: { ...whole, ticket: { ...whole.ticket, events } },
    });
    await userEvent.click(screen.getByRole('link', { name: '9 h 12 min' }));
    expect(onEvidence.mock.lastCall?.[0].id).toBe('reply');
  });

  it('says since when an open ticket has been open, and up to when a solved one was', () => {
    showPart(escalated().build(), (analysis) => <Headline analysis={analysis} />);
    expect(textOf(screen.getByText(/Counted around the clock/))).toBe(
      'Mon 16 Nov 08:00 to Mon 16 Nov 17:12 UTC, 9 h 12 min. Counted around the clock.',
    );
    cleanup();
    const open = ticket().customer('+0', 'Hello?').build();
    showPart(open, (analysis) => <Headline analysis={analysis} />, { now: at('+2d') });
    expect(textOf(screen.getByText(/Counted around the clock/))).toBe(
      'Since Mon 16 Nov 08:00 UTC, still open: 2 d. Counted around the clock.',
    );
  });

  it('is copied word for word', async () => {
    const user = userEvent.setup();
    const { written } = installClipboard();
    showPart(escalated().build(), (analysis) => <Headline analysis={analysis} />);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(written).toEqual([{ 'text/plain': sentence }]);
  });
});

describe('hand-offs', () => {
  const ownedByAnn = { initial: { assignee: { id: 'ann', label: 'Ann Okoro' }, known: true } };

  it.each([
    [
      'an owner all the time',
      ticket(ownedByAnn).group('+1h', 'A', 'B').reply('+1h20m', 'Hi.', { by: 'bo' }),
      'A → B, untouched for 20 min',
      'Group changed; it had an owner all the time.',
    ],
    [
      'nobody',
      ticket().group('+1h', 'A', 'B', { by: 'ann' }).assignee('+3h', null, 'bo', { by: 'bo' }),
      'Long gap: A → B, untouched for 2 h',
      'Group changed; nobody was assigned for 2 h.',
    ],
    [
      'nobody, then somebody who had not acted',
      ticket()
        .group('+1h', 'A', 'B', { by: 'ann' })
        .assignee('+3h', null, 'bo', { by: 'ann' })
        .reply('+3h20m', 'Hi.', { by: 'bo' }),
      'Long gap: A → B, untouched for 2 h 20 min',
      'Group changed; 2 h without an owner, then 20 min assigned and untouched.',
    ],
    [
      'an assignee who has not acted yet',
      ticket(ownedByAnn).assignee('+1h', 'ann', 'bo', { by: 'ann' }),
      'Long gap: Ann Okoro → Bo Reyes, untouched so far for 4 h',
      'Assignee changed; it had an owner all the time.',
    ],
  ])('tells a gap with %s', (_who, story, line, split) => {
    showPart(story.build(), (analysis) => <Handoffs analysis={analysis} />, { now: at('+5h') });
    const said = within(screen.getByRole('listitem')).getAllByRole('paragraph');
    expect(said.map(textOf)).toEqual([line, split]);
  });

  it('shows of many the longest eight in their order, and all on request', async () => {
    const story = ticket();
    for (let n = 1; n <= 12; n++) {
      story.group(`+${n}d`, `Team ${n}`, `Team ${n + 1}`, { by: 'ann' });
      story.reply(`+${n}d${n}h`, 'On it.', { by: 'bo' });
    }
    showPart(story.build(), (analysis) => <Handoffs analysis={analysis} />);
    const moves = () => screen.getAllByText(/^Team \d+ → Team \d+$/).map((move) => move.textContent);
    expect(moves()).toEqual([5, 6, 7, 8, 9, 10, 11, 12].map((n) => `Team ${n} → Team ${n + 1}`));
    await userEvent.click(screen.getByRole('button', { name: '4 more shorter ones' }));
    expect(moves()).toHaveLength(12);
    expect(screen.queryByRole('button', { name: /more/ })).toBeNull();
  });

  it('says nothing where nothing changed hands', () => {
    showPart(ticket().customer('+0', 'Hello?').build(), (analysis) => <Handoffs analysis={analysis} />);
    expect(screen.queryByRole('heading', { name: 'Hand-offs' })).toBeNull();
  });
});

describe('milestones', () => {
  it('lists what has happened as links with their times, and what has not as not yet', async () => {
    const open = ticket().customer('+0', 'Hello?', { id: 'asked' }).tag('+1h', 'escalated', { id: 'tagged' });
    const { onEvidence } = showPart(open.build(), (analysis) => <Milestones analysis={analysis} />);
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows).toContain('16 Nov 08:00First customer message');
    expect(rows.filter((row) => row?.startsWith('not yet'))).toEqual([
      'not yetFirst human reply',
      'not yetFirst update after it',
    ]);
    await userEvent.click(screen.getByRole('link', { name: /^Escalated: / }));
    expect(onEvidence.mock.lastCall?.[0].id).toBe('tagged');
  });

  it('keeps the beginning and the end of a ticket that went up and down for months', async () => {
    const story = ticket().customer('+0', 'Hello?').reply('+1h');
    for (let n = 1; n <= 20; n++)
      story.status(`+${n}d`, 'open', 'solved').status(`+${n}d1h`, 'solved', 'open');
    showPart(story.build(), (analysis) => <Milestones analysis={analysis} />);
    const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows()).toHaveLength(15);
    expect(rows()[0]).toBe('16 Nov 08:00Created');
    expect(rows().at(-1)).toBe('6 Dec 09:00Reopened');
    await userEvent.click(screen.getByRole('button', { name: /more between/ }));
    expect(rows()).toHaveLength(43);
  });
});

describe('the first screen', () => {
  const show = async (hasPostmortem = false) => {
    const postmortem = hasPostmortem ? recordOf(escalated().build()).postmortem : null;
    const capture = escalated().build();
    const corrections = { overlay: emptyOverlay, change: () => undefined };
    const onStart = vi.fn<() => void>();
    const onEvidence = vi.fn<(event: TicketEvent) => void>();
    const options = { now: capture.capturedAt };
    const analysis = analyse(capture, options);
    const view = render(
      <main>
        <WhatHappened
          label="Zendesk"
          read={capture}
          {...{ capture, options, analysis, corrections, postmortem, onStart, onEvidence }}
        />
      </main>,
    );
    await screen.findByRole('img');
    return { ...view, onStart };
  };

  it('has nothing an accessibility check would find', async () => {
    const { container } = await show();
    await expectAccessible(container);
  });

  it('opens the postmortem that is there, and starts one that is not', async () => {
    await show(true);
    expect(screen.getByRole('button', { name: 'Open postmortem' })).toBeTruthy();
    cleanup();
    const { onStart } = await show(false);
    await userEvent.click(screen.getByRole('button', { name: 'Start postmortem' }));
    expect(onStart).toHaveBeenCalledOnce();
  });

  it('copies the SLA summary for chat and for documents in one write', async () => {
    const user = userEvent.setup();
    const { written } = installClipboard();
    await show();
    // In the panel it is a file at hand; a test compiles it first, which takes its time.
    await import('../../../../components/share/copy-summary');
    await user.click(screen.getByRole('button', { name: 'Copy SLA summary' }));
    await screen.findByText('Copied to the clipboard');
    expect(Object.keys(written[0] ?? {})).toEqual(['text/plain', 'text/html']);
    expect(written[0]?.['text/plain']).toContain('8 h 12 min');
  });
});
