/** The invented account behind every Zendesk story: Northbeam sells accounting software; its desk is "acme". */
import type { Policy } from './story-clocks';
import type { WireNamed, WireUser } from './wire';

export const northbeam: WireNamed = { id: 9_100_001, name: 'Northbeam' };
export const brightwell: WireNamed = { id: 9_100_002, name: 'Brightwell Logistics' };
export const fernleaf: WireNamed = { id: 9_100_003, name: 'Fernleaf Clinics' };
export const tallyworks: WireNamed = { id: 9_100_004, name: 'Tallyworks' };
export const organizations = [northbeam, brightwell, fernleaf, tallyworks];

export const tierOne: WireNamed = { id: 7_200_001, name: 'Tier 1' };
export const tierTwo: WireNamed = { id: 7_200_002, name: 'Tier 2' };
export const groups = [tierOne, tierTwo];

export const maya = person(8_300_001, 'Maya Lindqvist', 'maya.lindqvist@brightwell.example', brightwell);
export const samir = person(8_300_002, 'Samir Haddad', 'samir.haddad@brightwell.example', brightwell);
export const odile = person(8_300_003, 'Odile Fontaine', 'odile.fontaine@fernleaf.example', fernleaf);
export const henrik = person(8_300_004, 'Henrik Solberg', 'henrik.solberg@tallyworks.example', tallyworks);

export const jonas = agent(8_400_001, 'Jonas Weber', tierOne);
export const nadia = agent(8_400_002, 'Nadia Rahimi', tierOne);
export const tom = agent(8_400_003, 'Tom Okafor', tierTwo);
export const elena = agent(8_400_004, 'Elena Sousa', tierTwo, { role: 'admin', role_type: 4 });
export const priya = agent(8_400_005, 'Priya Nair', tierTwo, { role_type: 1, only_private_comments: true });

export const people = [maya, samir, odile, henrik, jonas, nadia, tom, elena, priya];

/** Monday to Friday, 07:00 to 19:00 UTC, as the stories' clocks count. */
export const hours = { from: 7, to: 19 };

const enterprise = { next_reply_time: 120, requester_wait_time: 960 };
export const enterprisePolicy: Policy = {
  id: 6_500_001,
  title: 'Enterprise',
  businessHours: true,
  targets: {
    urgent: { first_reply_time: 30, ...enterprise },
    high: { first_reply_time: 60, ...enterprise },
    normal: { first_reply_time: 240, next_reply_time: 480, requester_wait_time: 2_880 },
  },
};
export const standardPolicy: Policy = {
  id: 6_500_002,
  title: 'Standard',
  businessHours: false,
  targets: {
    urgent: { first_reply_time: 60, next_reply_time: 120, requester_wait_time: 1_440 },
    high: { first_reply_time: 240, next_reply_time: 480, requester_wait_time: 2_880 },
    normal: { first_reply_time: 480, next_reply_time: 1_440, requester_wait_time: 5_760 },
  },
};

function person(id: number, name: string, email: string, organization: WireNamed): WireUser {
  return {
    id,
    name,
    email,
    role: 'end-user',
    role_type: null,
    only_private_comments: false,
    organization_id: organization.id,
    default_group_id: null,
    time_zone: 'Copenhagen',
    iana_time_zone: 'Europe/Copenhagen',
    locale: 'en-US',
    active: true,
    phone: '+45 00 00 00 00',
  };
}

function agent(id: number, name: string, group: WireNamed, more: Partial<WireUser> = {}): WireUser {
  const email = `${name.toLowerCase().replace(' ', '.')}@northbeam.example`;
  return { ...person(id, name, email, northbeam), role: 'agent', default_group_id: group.id, ...more };
}
