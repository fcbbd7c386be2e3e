/** Plain names for events: E1, E2, … down the timeline, then whatever else a sentence rests on. */
import { formatExact } from '../language/dates';
import { linkedAt } from '../postmortem/linked';
import { type TextSectionName, textSectionNames } from '../postmortem/schema';
import type { EventId } from '../ticket/events';
import { inOrder } from '../ticket/order';
import { openIn } from './figures-to-check';
import { sectionNames } from './part-names';
import type { Record } from './record';
import { type BlockInput, bullets, code, type InlineInput, link, paragraph, strong } from './tree';

export type EvidenceIndex = ReadonlyMap<EventId, string>;

export function evidenceIndex(record: Record): EvidenceIndex {
  const { postmortem, capture } = record;
  const against = openIn(record).flatMap(({ events }) => events);
  const cited = new Set([...restsOn(postmortem).flatMap((part) => part.events), ...against]);
  const others = inOrder(capture.ticket.events).filter((event) => cited.has(event.id));
  const ids = new Set([...postmortem.timeline.map((entry) => entry.event), ...others.map(({ id }) => id)]);
  return new Map([...ids].map((id, index) => [id, `E${index + 1}`]));
}

export function evidenceLink(url: string | undefined, name: string): InlineInput {
  return url === undefined ? name : link(url, name);
}

/** Which entry of the helpdesk each of E1, E2, … is, and which part rests on it. */
export function evidence({ postmortem, capture }: Record, index: EvidenceIndex): BlockInput {
  const byId = new Map(capture.ticket.events.map((event) => [event.id, event]));
  if (index.size === 0) return paragraph('Not filled.');
  const places = new Map([...index.keys()].map((id, place) => [id, place]));
  const placeOf = (id: EventId) => places.get(id) ?? -1;
  const parts = restsOn(postmortem).flatMap(({ part, events }) => {
    const known = events.filter((id) => places.has(id)).sort((a, b) => placeOf(a) - placeOf(b));
    const names = known.map((id) => index.get(id));
    return names.length === 0 ? [] : [[strong(`${part}:`), ` ${names.join(', ')}`]];
  });
  return [
    bullets(
      [...index].map(([id, name]) => {
        const event = byId.get(id);
        if (!event) return [`${name}: `, code(id), ', not in this capture'];
        const place = event.source.endpoint ?? event.source.selector;
        return [
          evidenceLink(event.url, name),
          `: ${formatExact(event.time.at)}, `,
          code(id),
          place !== undefined && [' from ', code(place)],
        ];
      }),
    ),
    parts.length > 0 && [paragraph('What each part rests on:'), bullets(parts)],
  ];
}

/** Which events the parts of the document rest on: those of generated sentences that still stand, and linked ones. */
function restsOn(postmortem: Record['postmortem']): { part: string; events: EventId[] }[] {
  const { sections, whys } = postmortem;
  const standing = (name: TextSectionName) =>
    sections[name].claims
      .filter((claim) => sections[name].text.includes(claim.text))
      .flatMap((claim) => claim.events);
  return [
    ...textSectionNames.map((name) => ({
      part: sectionNames[name],
      events: [...standing(name), ...linkedAt(postmortem, name)],
    })),
    {
      part: 'Five whys',
      events: whys.flatMap(({ answer, events }, index) => [
        ...(answer.trim() === '' ? [] : events),
        ...linkedAt(postmortem, `why:${index}`),
      ]),
    },
  ].map(({ part, events }) => ({ part, events: [...new Set(events)] }));
}
