import {
  elena,
  enterprisePolicy,
  fernleaf,
  groups,
  hours,
  nadia,
  odile,
  organizations,
  people,
  tierOne,
  tierTwo,
  tom,
} from './cast';
import { story } from './story';
import type { ZendeskStory } from './wire';

/** The default statuses under their German names, and two of the account's own. */
export const germanStatuses: ZendeskStory['customStatuses'] = [
  { id: 901, agent_label: 'Neu', status_category: 'new' },
  { id: 902, agent_label: 'Offen', status_category: 'open' },
  { id: 903, agent_label: 'Wartet auf Lieferanten', status_category: 'hold' },
  { id: 904, agent_label: 'Rückfrage beim Kunden', status_category: 'pending' },
  { id: 905, agent_label: 'Gelöst', status_category: 'solved' },
];

/** #48320: an account in German. Values people see are translated, field names and states of the system are not. */
export function germanStory(): ZendeskStory {
  const told = story({
    id: 48_320,
    subject: 'Überweisung in 日本語-Mandant schlägt fehl',
    requester: odile,
    opened: '2026-11-19T09:15:30Z',
    me: { ...elena, locale: 'de', time_zone: 'Berlin', iana_time_zone: 'Europe/Berlin' },
    people,
    groups: groups.map((group) =>
      group.id === tierTwo.id ? { ...group, name: 'Zahlungsverkehr – Ebene 2' } : group,
    ),
    organizations: organizations.filter(({ id }) => id === fernleaf.id),
    policy: { ...enterprisePolicy, title: 'Großkunden' },
    hours,
    tags: ['überfällig', '請求書', 'straße'],
    customStatuses: germanStatuses,
    ticketFields: [
      {
        id: 24_472_982,
        title: 'Produktbereich',
        type: 'tagger',
        custom_field_options: [{ name: 'Zahlungen::Ausland', value: 'zahlungen_ausland' }],
      },
    ],
  })
    .opens('Guten Tag, die Überweisung nach Osaka schlägt seit heute früh fehl.', {
      set: { group: tierOne, priority: 'high', customStatus: 901 },
    })
    .at(1, '09:40')
    .reply(nadia, 'Guten Tag, ich sehe es mir an.', { status: 'open', customStatus: 902, assignee: nadia })
    .at(1, '10:05')
    .edit(nadia, {
      status: 'hold',
      customStatus: 903,
      group: tierTwo,
      assignee: tom,
      tags: ['zahlungsverkehr'],
      untag: ['straße'],
      custom: { '24472982': 'zahlungen_ausland' },
    })
    .at(1, '14:20')
    .reply(tom, 'Die Bank hat das Format geändert, seit 14 Uhr geht es wieder.', {
      status: 'solved',
      customStatus: 905,
    })
    .asOf('2026-11-20T08:00:00Z');
  // A ticket is created with its custom status beside the plain one.
  const born = told.audits[0]?.events.find(({ field_name }) => field_name === 'custom_status_id');
  if (born) Object.assign(born, { type: 'Create', previous_value: undefined });
  return told;
}
