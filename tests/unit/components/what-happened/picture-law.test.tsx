import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { EvidenceProvider } from '../../../../components/ui/Evidence';
import { Picture } from '../../../../components/what-happened/Picture';
import { analyse } from '../../../../lib/analysis/analyse';
import type { Iso } from '../../../../lib/ticket/basics';
import type { Capture } from '../../../../lib/ticket/schema';
import { captureArbitrary, NOW } from '../../postmortem/arbitrary-capture';
import { at, ticket } from '../../support/capture-builder';

/** Every length and place in the picture, as `name="value"`. Labels may say anything. */
function places(capture: Capture, now: Iso): string[] {
  const markup = renderToStaticMarkup(
    <EvidenceProvider ticket={capture.ticket} onGo={() => {}}>
      <Picture capture={capture} analysis={analyse(capture, { now })} />
    </EvidenceProvider>,
  );
  const tags = markup.match(/<[a-z]+(?: [a-zA-Z-]+="[^"]*")*/g) ?? [];
  return tags.flatMap((tag) => tag.match(/ (?:x|y|x1|x2|y1|y2|dx|r|width|height)="[^"]*"/g) ?? []);
}

/** What no browser would draw where it belongs. */
function misplaced(found: readonly string[]): string[] {
  return found.filter((place) => {
    const [, name = '', number = '', unit] = /^ (\w+)="([^"%]*)(%?)"$/.exec(place) ?? [];
    const value = number === '' ? Number.NaN : Number(number);
    if (!Number.isFinite(value)) return true;
    if (name === 'width' || name === 'height' || name === 'r') return value < 0;
    return unit === '%' && (value < 0 || value > 100);
  });
}

describe('every place in the picture is inside it', () => {
  it.each<[string, Capture, Iso]>([
    ['no event', ticket().build(), at('+0')],
    ['one event', ticket().customer('+0', 'Hello?').build(), at('+0')],
    ['one event after the time of the pull', ticket().customer('+3d', 'Hello?').build(), at('+0')],
    [
      'equal times',
      ticket()
        .customer('+0', 'Hello?')
        .group('+0', 'A', 'B')
        .sla('+0', 'first_reply', 'applied', { targetMs: 0 })
        .sla('+0', 'first_reply', 'breached')
        .reply('+0')
        .status('+0', 'open', 'solved')
        .build(),
      at('+0'),
    ],
    [
      'a year',
      ticket()
        .customer('+0', 'Hello?')
        .group('+100d', 'A', 'B')
        .sla('+0', 'resolution', 'applied', { targetMs: 1 })
        .sla('+1s', 'resolution', 'breached')
        .reply('+365d')
        .build(),
      at('+366d'),
    ],
    ['a time before the ticket', ticket().customer('-3d', 'Hello?').reply('-2d').build(), at('+1d')],
  ])('of a ticket with %s', (_what, capture, now) => {
    const found = places(capture, now);
    expect(found.length).toBeGreaterThan(10);
    expect(misplaced(found)).toEqual([]);
  });

  it('of any ticket, however messy', () => {
    const now = fc.constantFrom(NOW, at('+0'), at('+400d'), at('-1d'));
    fc.assert(
      fc.property(captureArbitrary(), now, (capture, moment) => {
        expect(misplaced(places(capture, moment))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
