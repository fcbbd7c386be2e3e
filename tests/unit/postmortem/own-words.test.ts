import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { addDecision } from '../../../lib/analysis/decide';
import { emptyOverlay, type Overlay, throughOverlay } from '../../../lib/analysis/overlay';
import { findBlame } from '../../../lib/language/blame';
import { draftPostmortem } from '../../../lib/postmortem/draft';
import { ownWords } from '../../../lib/postmortem/own-words';
import type { TimelineEntry } from '../../../lib/postmortem/schema';
import type { TicketEvent } from '../../../lib/ticket/events';
import { at, ticket } from '../support/capture-builder';

const NOW = at('+9h');
const blame = 'Tier 2 ignored two reminders.';

const pulled = ticket()
  .person('ann', { team: 'Tier 1' })
  .customer('+0', 'Nobody cares. Tier 2 ignored me.', { id: 'asked' })
  .note('+1h', blame, { id: 'note', by: 'ann' })
  .reply('+5h', 'Up.', { id: 'reply' })
  .build();

function rowOf(id: string, overlay: Overlay = { ...emptyOverlay, pinned: [id] }) {
  const capture = throughOverlay(pulled, overlay);
  const analysis = analyse(pulled, { now: NOW, overlay });
  const entry = draftPostmortem(capture, analysis, { now: NOW, id: 'pm-1' }).timeline.find(
    (row) => row.event === id,
  );
  if (!entry) throw new Error(`${id} is no key event`);
  return { entry, event: capture.ticket.events.find((event) => event.id === id) };
}

function made(side: 'agent' | 'customer', text: string): TicketEvent | undefined {
  const added = [{ id: 'made:1', at: at('+2h'), text, audience: 'internal' as const, side }];
  return throughOverlay(pulled, { ...emptyOverlay, added }).ticket.events.find(({ id }) => id === 'made:1');
}

const readIn = (entry: Pick<TimelineEntry, 'text' | 'state'>, event: TicketEvent | undefined) =>
  findBlame(ownWords(entry, event)).map(({ start, end }) => entry.text.slice(start, end));

describe('the words people wrote in a row of the timeline', () => {
  it('are none where the row tells what the ticket says, whatever that is', () => {
    for (const id of ['asked', 'note']) {
      const { entry, event } = rowOf(id);
      expect(ownWords(entry, event).trim()).toBe('');
      expect(readIn({ ...entry, state: 'confirmed' }, event)).toEqual([]);
    }
  });

  it('are around the quotation of the ticket in a row that somebody edited, each in its place', () => {
    const { entry, event } = rowOf('note');
    const edited = {
      text: `${entry.text} The hand-off was lost due to human error.`,
      state: 'edited' as const,
    };
    const words = ownWords(edited, event);
    expect(words).toHaveLength(edited.text.length);
    expect(words).not.toContain('ignored');
    expect(readIn(edited, event)).toEqual([expect.stringContaining('human error')]);
  });

  it('are those of an entry made by hand, in quotation marks as it stands', () => {
    const text = `Support, internal note: “${blame}”`;
    expect(readIn({ text, state: 'generated' }, made('agent', blame))).toEqual([
      expect.stringContaining('Tier 2 ignored'),
    ]);
    expect(readIn({ text: `Decided: ${blame}`, state: 'generated' }, made('agent', blame))).toHaveLength(1);
  });

  it('are not what a customer said on the telephone', () => {
    expect(readIn({ text: `Brightwell: “${blame}”`, state: 'generated' }, made('customer', blame))).toEqual(
      [],
    );
    expect(readIn({ text: `Brightwell: “${blame}”`, state: 'edited' }, made('customer', blame))).toEqual([]);
  });

  it('are a decision’s as the draft writes it', () => {
    const overlay = addDecision({ id: 'made:2', at: at('+3h'), text: blame })(emptyOverlay);
    const { entry, event } = rowOf('made:2', overlay);
    expect(readIn(entry, event)).toHaveLength(1);
  });
});
