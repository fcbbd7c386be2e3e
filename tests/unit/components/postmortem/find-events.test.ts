import { expect, it } from 'vitest';
import { eventsToLink, matching } from '../../../../components/postmortem/find-events';
import { ticket } from '../../support/capture-builder';

const { ticket: of } = ticket()
  .person('ann', { name: 'Ann Okoro' })
  .customer('+0', 'Two printers, 12 labels.', { id: 'first' })
  .group('+12m', 'Tier 1', 'Tier 2', { id: 'moved', by: 'ann' })
  .note('+1h', 'Seen in tier one, and 2 more. 停止しました', { id: 'note', by: 'ann' })
  .build();
const all = eventsToLink(of, () => 'Ann', new Set());
const ids = (query: string) => matching(all, query).map(({ event }) => event.id);

it.each([
  ['', ['first', 'moved', 'note']],
  ['print', ['first']],
  ['rinters', []],
  ['tier 2', ['moved', 'note']],
  ['2 TIER', ['moved', 'note']],
  ['more 2', ['note']],
  ['08:12', ['moved', 'first']],
  ['okoro note', []],
  ['停止', ['note']],
  ['止し', ['note']],
])('%j finds %j', (query, expected) => {
  expect(ids(query)).toEqual(expected);
});

it('leaves out what stands at the part already', () => {
  expect(eventsToLink(of, () => '', new Set(['moved'])).map(({ event }) => event.id)).toEqual([
    'first',
    'note',
  ]);
});
