// @vitest-environment jsdom
import { textOf } from '../support/text-of';
import '../support/panel-browser';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Timeline } from '../../../../components/what-happened/Timeline';
import type { Capture } from '../../../../lib/ticket/schema';
import { type CaptureBuilder, ticket } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';
import { escalated, showPart } from '../support/evidence';

const show = (capture: Capture) =>
  showPart(capture, (analysis) => <Timeline capture={capture} analysis={analysis} />);

const rows = () => screen.queryAllByRole('listitem').map(textOf);

function viewerIn(timeZone: string) {
  const options = { ...new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC' }).resolvedOptions(), timeZone };
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue(options);
}

beforeEach(() => viewerIn('UTC'));

/** One of everything a message can be, and a call. */
function mixed(): CaptureBuilder {
  return ticket()
    .person('ann', { team: 'Tier 1' })
    .customer('+0', 'Hello?', { id: 'asked' })
    .reply('+1m', 'We got your mail.', { by: 'system', auto: 'acknowledgement' })
    .note('+2m', 'Who takes it?')
    .message('+3m', 'Can you look?', { by: 'ann', audience: 'side' })
    .status('+4m', 'new', 'open')
    .sla('+5m', 'first_reply', 'breached')
    .add('+6m', { by: 'bo' }, { kind: 'call', direction: 'out', durationMs: 60_000, outcome: 'missed' })
    .reply('+1d', 'Solved.', { by: 'stranger' });
}

describe('the timeline', () => {
  it('tells who wrote what, for whom, and what the system did, under the day it happened', () => {
    show(mixed().build());
    expect(rows()).toEqual([
      'Mon 16 Nov',
      '08:00Ada LundHello?',
      '08:01SystemAutomaticWe got your mail.',
      '08:02Ann Okoro, Tier 1InternalWho takes it?',
      '08:03Ann Okoro, Tier 1Side conversationCan you look?',
      '08:04Status new → open',
      '08:05First reply target missed',
      '08:06Call to the customer, 1 min, missed',
      'Tue 17 Nov',
      '24 h without a word to the customer; 1 internal note',
      '08:00SomebodySolved.',
      '29 d without a word to the customer',
    ]);
    expect(screen.getByText('8 events')).toBeTruthy();
  });

  it.each([
    ['All', 8, undefined],
    ['Customer saw', 4, ['Hello?', 'We got your mail.', 'Call to the customer, 1 min, missed', 'Solved.']],
    ['Internal', 2, ['Who takes it?', 'Can you look?']],
    ['Changes', 1, ['Status new → open']],
    ['SLA', 1, ['First reply target missed']],
  ])('shows under "%s" its %i events and no others', async (name, count, texts) => {
    show(mixed().build());
    const filter = within(screen.getByRole('group', { name: 'Show' })).getByRole('button', {
      name: `${name}${count}`,
    });
    await userEvent.click(filter);
    expect(filter.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getAllByRole('button', { pressed: true })).toHaveLength(1);
    expect(screen.getAllByRole('link')).toHaveLength(count);
    for (const text of texts ?? []) expect(screen.getByText(text)).toBeTruthy();
  });

  it('counts each event under exactly one filter', () => {
    show(mixed().build());
    const counts = within(screen.getByRole('group', { name: 'Show' }))
      .getAllByRole('button')
      .map((button) => Number(/\d+$/.exec(button.textContent ?? '')?.[0]));
    const [all, ...kinds] = counts;
    expect(kinds.reduce((sum, count) => sum + count, 0)).toBe(all);
  });

  it('says so where there is nothing of a kind', async () => {
    show(ticket().customer('+0', 'Hello?').build());
    await userEvent.click(screen.getByRole('button', { name: 'SLA0' }));
    expect(rows()).toEqual([]);
    expect(screen.getByText('Nothing of this kind on this ticket.')).toBeTruthy();
  });

  it('shows the viewer’s own time beside UTC, also where that is another day', () => {
    viewerIn('Asia/Kolkata');
    show(ticket().customer('+11h', 'Late here.').build());
    expect(screen.getByText('GMT+5:30')).toBeTruthy();
    expect(rows().slice(0, 2)).toEqual(['Mon 16 Nov', '19:0000:30Ada LundLate here.']);
    cleanup();
    viewerIn('UTC');
    show(ticket().customer('+11h', 'Late here.').build());
    expect(screen.queryByText('GMT+5:30')).toBeNull();
    expect(rows().slice(0, 2)).toEqual(['Mon 16 Nov', '19:00Ada LundLate here.']);
  });

  it('orders events by time and keeps those of one save as the helpdesk has them', () => {
    const story = ticket()
      .reply('+2h', 'Third.', { seq: 9 })
      .customer('+1h', 'First.', { seq: 7 })
      .note('+1h', 'Second.', { seq: 8 });
    show(story.build());
    const texts = screen
      .getAllByRole('link')
      .map((link) => /(First|Second|Third)\./.exec(link.textContent ?? '')?.[1]);
    expect(texts).toEqual(['First', 'Second', 'Third']);
  });

  it('leads from a row to its entry, by its own address where it has one', async () => {
    const url = 'https://desk.example/tickets/4711#comment-1';
    const { onEvidence } = show(mixed().reply('+2d', 'One more.', { id: 'more', url }).build());
    const row = screen.getByRole('link', { name: /One more/ });
    expect(row.getAttribute('href')).toBe(url);
    await userEvent.click(row);
    expect(onEvidence.mock.lastCall?.[0].id).toBe('more');
    expect(screen.getByRole('link', { name: /Hello/ }).getAttribute('href')).toBe(
      'https://desk.example/tickets/4711',
    );
  });

  it('says of single entries what the analysis made of them, and where the silence was', () => {
    const capture = ticket()
      .customer('+0', 'Down.')
      .reply('+1h', 'I’ll get back to you by noon.')
      .group('+2h', 'Tier 1', 'Tier 2')
      .customer('+7h', 'Any news? I want a manager.')
      .reply('+20h', 'Clear the cache.')
      .customer('+21h', 'That did not help.')
      .reply('+22h', 'Use the new key.')
      .customer('+23h', 'Works now, thank you!')
      .status('+24h', 'open', 'solved')
      .build();
    show(capture);
    expect(rows()).toEqual([
      'Mon 16 Nov',
      '08:00Ada LundDown.',
      '09:00Ann Okorobroken promiseI’ll get back to you by noon.',
      '10:00escalationhand-offGroup Tier 1 → Tier 2',
      '15:00Ada Lundescalationasks againAny news? I want a manager.',
      'Tue 17 Nov',
      '19 h without a word to the customer',
      '04:00Ann Okorowrong answerClear the cache.',
      '05:00Ada LundThat did not help.',
      '06:00Ann OkoroUse the new key.',
      '07:00Ada LundconfirmedWorks now, thank you!',
      '08:00Status open → solved',
    ]);
  });

  it('shows hostile text as text', () => {
    const { container } = show(ticket().customer('+0', '<img src=x onerror=alert(1)> **bold**').build());
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)> **bold**')).toBeTruthy();
  });

  it('draws of a very long ticket only the rows near the window, and says where each stands', async () => {
    const story = ticket();
    for (let n = 0; n < 2_000; n++) story.customer(`+${n}m`, `Message ${n}`);
    const { container } = show(story.build());
    expect(await screen.findByText('Message 0')).toBeTruthy();
    const drawn = screen.getAllByRole('listitem');
    expect(drawn.length).toBeLessThan(100);
    expect(drawn[1]?.getAttribute('aria-posinset')).toBe('2');
    expect(drawn[1]?.getAttribute('aria-setsize')).toBe('2003');
    await expectAccessible(container);
  });

  it('has nothing an accessibility check would find', async () => {
    const { container } = show(escalated().build());
    await expectAccessible(container);
  });
});
