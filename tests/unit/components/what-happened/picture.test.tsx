// @vitest-environment jsdom
import { textOf } from '../support/text-of';
import '../support/panel-browser';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Picture } from '../../../../components/what-happened/Picture';
import type { Iso } from '../../../../lib/ticket/basics';
import { at, type CaptureBuilder, ticket } from '../../support/capture-builder';
import { escalated, showPart } from '../support/evidence';

function draw(story: CaptureBuilder, now?: Iso) {
  const capture = story.build();
  const view = showPart(
    capture,
    (analysis) => <Picture capture={capture} analysis={analysis} />,
    now ? { now } : {},
  );
  const picture = screen.getByRole('img');
  const texts = [...picture.querySelectorAll('text')].map((text) => text.textContent ?? '');
  return { ...view, picture, texts, said: picture.getAttribute('aria-label') };
}

/** What stands at the left of the lanes, from the customer's down to the system's. */
function laneNames(texts: readonly string[], customer: string): string[] {
  const isNumber = /^\d+$|^\d+ (d|h|min|s|messages?)\b/;
  return texts.slice(texts.indexOf(customer)).filter((text) => !isNumber.test(text));
}

/** The name that stands above a mark. */
function laneOf(picture: Element, mark: string): string | undefined {
  const y = (element: Element | null | undefined) => Number(element?.getAttribute('y'));
  const place = y(picture.querySelector(mark)?.parentElement);
  const names = [...picture.querySelectorAll('svg > g > text, svg > text')];
  return (
    names.findLast((name) => y(name) < place && !/message/.test(name.textContent ?? ''))?.textContent ??
    undefined
  );
}

describe('the picture', () => {
  it('tells those who do not see it the same facts', () => {
    const { said, texts } = draw(escalated());
    expect(said).toBe(
      'SLA clocks and messages from Mon 16 Nov 08:00 to Mon 16 Nov 17:12 UTC. First reply: 8 h 12 min over. ' +
        'Silence of 9 h 12 min from Mon 08:00. Hand-off from Tier 1 to Tier 2, untouched for 6 h.',
    );
    expect(texts).toEqual(expect.arrayContaining(['First reply', '9 h 12 min of 1 h8 h 12 min over', '6 h']));
    expect(texts).toContain('9 h 12 min silent');
  });

  it('names over each stretch of a clock its state, its time and the event that began it', () => {
    const story = ticket()
      .customer('+0', 'Down.', { id: 'asked' })
      .sla('+0', 'first_reply', 'applied', { targetMs: 3_600_000 })
      .sla('+0', 'first_reply', 'started')
      .sla('+1h', 'first_reply', 'breached')
      .reply('+2h', 'Looking.')
      .sla('+2h', 'first_reply', 'achieved');
    const { picture } = draw(story, at('+3h'));
    expect([...picture.querySelectorAll('rect > title')].map(textOf)).toEqual([
      expect.stringMatching(/^First reply, running, Mon 08:00 to Mon 09:00 UTC\. Begun by Mon 08:00 \S/),
      'First reply, over target, Mon 09:00 to Mon 10:00 UTC',
    ]);
  });

  it('is stepped through by keyboard, each stretch in words with the way to what began it', async () => {
    const story = ticket()
      .customer('+0', 'Down.', { id: 'asked' })
      .sla('+0', 'first_reply', 'applied', { targetMs: 3_600_000 })
      .sla('+0', 'first_reply', 'started', { id: 'started' })
      .sla('+1h', 'first_reply', 'breached')
      .reply('+2h', 'Looking.')
      .sla('+2h', 'first_reply', 'achieved');
    const { picture, onEvidence } = draw(story, at('+3h'));
    const steps = screen.getByRole('group', { name: 'Stretches of the clocks' });
    expect(textOf(steps)).toBe('2 stretches of the clocks, one by one');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(textOf(steps)).toBe('1 of 2. First reply, running, Mon 08:00 to Mon 09:00 UTC. What began it');
    expect(picture.querySelectorAll('[class*="chosen"]')).toHaveLength(1);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(onEvidence.mock.lastCall?.[0].id).toBe('started');
    await userEvent.click(screen.getByRole('button', { name: 'Next stretch' }));
    expect(textOf(steps)).toBe('2 of 2. First reply, over target, Mon 09:00 to Mon 10:00 UTC. ');
    await userEvent.click(screen.getByRole('button', { name: 'Next stretch' }));
    expect(textOf(steps)).toMatch(/^1 of 2\./);
  });

  it('says how far a clock of an open ticket is, and that a silence lasts', () => {
    const open = ticket({ organization: 'Brightwell' })
      .customer('+0', 'Hello?', { id: 'asked' })
      .status('+0', 'new', 'open')
      .sla('+0', 'resolution', 'applied', { targetMs: 36_000_000 })
      .sla('+0', 'resolution', 'started')
      .note('+1h')
      .note('+2h');
    const { said, texts } = draw(open, at('+5h'));
    expect(said).toBe(
      'SLA clocks and messages from Mon 16 Nov 08:00 to Mon 16 Nov 13:00 UTC. Resolution: running. Silence of 5 h from Mon 08:00.',
    );
    expect(texts).toContain('5 h of 10 hrunning');
    expect(textOf(screen.getByText(/No reply reached/))).toBe(
      'Mon 08:00 to now. No reply reached Brightwell for 5 h; 2 internal notes were written. Show in ticket',
    );
  });

  it('leads from the longest silence to the entry it begins with', async () => {
    const story = ticket()
      .status('+0', 'new', 'open', { id: 'opened', by: 'ann' })
      .customer('+1m', 'Hello?')
      .reply('+1h', 'On it.', { id: 'first' })
      .reply('+9h', 'Done.');
    const { onEvidence } = draw(story, at('+10h'));
    await userEvent.click(screen.getByRole('link', { name: 'Show in ticket' }));
    expect(onEvidence.mock.lastCall?.[0].id).toBe('first');
  });

  it('has a lane for the customer, each group and the system', () => {
    const { texts } = draw(escalated());
    expect(laneNames(texts, 'Brightwell')).toEqual(['Brightwell', 'Tier 1', 'Tier 2', 'System']);
    expect(texts).toContain('2 messages');
  });

  it('without teams puts each colleague into the lane of the group that held the ticket then', () => {
    const story = ticket({ initial: { group: { label: 'Front' }, known: true } })
      .customer('+0', 'Hello?')
      .reply('+1h', 'Hi.', { by: 'ann' })
      .group('+2h', 'Front', 'Back', { by: 'ann' })
      .note('+3h', 'Seen.', { by: 'bo' });
    const { texts, picture } = draw(story);
    expect(laneNames(texts, 'Brightwell')).toEqual(['Brightwell', 'Front', 'Back', 'System']);
    expect(laneOf(picture, 'rect[width="9"]')).toBe('Front');
    expect(laneOf(picture, 'rect[width="6.5"]')).toBe('Back');
  });

  it('calls the only lane Support where nothing is known of groups', () => {
    const story = ticket({ initial: { known: false } })
      .customer('+0', 'Hello?')
      .reply('+1h');
    expect(laneNames(draw(story).texts, 'Brightwell')).toEqual(['Brightwell', 'Support', 'System']);
  });

  it.each([
    [4, ['T1', 'T2', 'T3', 'T4']],
    [5, ['T1', 'T2', 'T3', '2 more groups']],
    [9, ['T1', 'T2', 'T3', '6 more groups']],
  ])('of %i groups draws these lanes: %j', (count, lanes) => {
    const story = ticket().customer('+0', 'Hello?');
    for (let n = 1; n <= count; n++) story.reply(`+${n}d`, 'Hi.', { by: `agent-${n}`, team: `T${n}` });
    const { texts, picture } = draw(story);
    expect(laneNames(texts, 'Brightwell')).toEqual(['Brightwell', ...lanes, 'System']);
    expect(picture.querySelectorAll('rect[width="9"]')).toHaveLength(count);
  });

  it('draws the customer’s messages that lie close together as one with their number', () => {
    const story = ticket().customer('+0', 'Hello?').customer('+1m', 'Hello?').customer('+2m', 'Hello?');
    const { picture, texts } = draw(story.customer('+5d', 'Hello?'), at('+10d'));
    expect(picture.querySelectorAll('circle')).toHaveLength(2);
    expect(texts).toContain('3');
  });

  it('draws automatic answers with the system and not as replies', () => {
    const story = ticket().customer('+0', 'Hello?').reply('+1d', 'We got it.', { auto: 'acknowledgement' });
    const { picture, texts } = draw(story);
    expect(picture.querySelectorAll('rect[width="9"]')).toHaveLength(0);
    expect(laneNames(texts, 'Brightwell')).toEqual(['Brightwell', 'System']);
  });

  it('draws what a third party wrote with the system: it is neither the customer’s nor a reply of ours', () => {
    const story = ticket()
      .person('vera', { name: 'Vera Voss', sides: ['third_party'] })
      .customer('+0', 'Hello?')
      .reply('+1d')
      .message('+2d', 'I am on copy here.', { by: 'vera' });
    const { picture } = draw(story);
    expect(picture.querySelectorAll('rect[width="9"]')).toHaveLength(1);
    expect(picture.querySelectorAll('circle')).toHaveLength(1);
    expect(picture.querySelectorAll('svg > path[d^="M0-3.6"]')).toHaveLength(1);
  });

  it.each([
    ['paused', 'paused'],
    ['cancelled', 'cancelled'],
  ] as const)('says of a %s clock that it is %s, to the eye and to a screen reader', (phase, verdict) => {
    const story = ticket()
      .customer('+0', 'Hello?')
      .sla('+0', 'resolution', 'applied', { targetMs: 36_000_000 })
      .sla('+0', 'resolution', 'started')
      .sla('+1h', 'resolution', phase);
    const { said, texts } = draw(story, at('+5h'));
    expect(texts.find((text) => text.includes('of 10 h'))?.endsWith(verdict)).toBe(true);
    expect(said).toContain(`Resolution: ${verdict}.`);
  });

  it('draws clocks that start and are missed in the same moment', () => {
    const story = ticket().customer('+0', 'Hello?');
    for (const instance of ['gold/next_reply/1', 'silver/next_reply/1']) {
      story
        .sla('+0', 'next_reply', 'applied', { instance, targetMs: 3_600_000 })
        .sla('+0', 'next_reply', 'started', { instance })
        .sla('+1h', 'next_reply', 'breached', { instance });
    }
    const { picture } = draw(story, at('+5h'));
    expect(picture.querySelectorAll('rect[height="14"]')).toHaveLength(2);
  });

  it('is not squeezed by a thank-you weeks after the solve', () => {
    const story = escalated().customer('+20d', 'Thanks again!');
    const days = draw(story).texts.filter((text) => /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d/.test(text));
    expect(days).toEqual(['Mon 16 Nov']);
  });

  it('explains its marks, and those of clocks only where there is one', () => {
    const { container } = draw(escalated());
    expect(container.textContent).toContain('over target');
    cleanup();
    const other = draw(ticket().customer('+0', 'Hello?'));
    expect(other.container.textContent).not.toContain('over target');
  });
});
