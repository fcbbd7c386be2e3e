import {
  elena,
  fernleaf,
  groups,
  hours,
  nadia,
  odile,
  organizations,
  people,
  standardPolicy,
  tierOne,
  tierTwo,
  tom,
} from './cast';
import { chatEvent, logRows, type Saying } from './conversation';
import { story } from './story';
import type { ZendeskStory } from './wire';

const bot = { bot: 'Northbeam Helper' };
const conversation = { conversation_id: '6740aa11bb22' };

/** What was said, the bot first, then Nadia after eleven minutes, then Tom who knows. */
export const messagingTurns: readonly Saying[] = [
  { who: odile, at: '2026-11-19T13:02:05.112Z', text: 'Hello, the export of our payroll is empty' },
  {
    who: bot,
    at: '2026-11-19T13:02:06.480Z',
    text: 'Hi, I am the Northbeam Helper. Did one of these articles help?',
    more: {
      content: {
        type: 'text',
        text: 'Hi, I am the Northbeam Helper. Did one of these articles help?',
        actions: [{ reply: { text: 'Talk to a person', payload: 'goto_node=01J9' } }],
      },
    },
  },
  { who: odile, at: '2026-11-19T13:02:41.007Z', text: 'Talk to a person' },
  {
    who: bot,
    at: '2026-11-19T13:02:42.300Z',
    text: 'Connecting you to our team. Somebody will be with you shortly.',
  },
  { who: odile, at: '2026-11-19T13:07:30.950Z', text: 'Is anybody there? Salaries go out today.' },
  {
    who: nadia,
    at: '2026-11-19T13:13:41.268Z',
    text: 'Hi Odile, sorry for the wait. Which month did you export?',
  },
  {
    who: odile,
    at: '2026-11-19T13:14:20.402Z',
    text: 'November. Here is what I see.',
    more: {
      attachments: [
        {
          file_name: 'empty-export.png',
          content_type: 'image/png',
          size: 20_331,
          content_url: 'https://acme.zendesk.com/attachments/token/kq7Rw2ZnPf/?name=empty-export.png',
        },
      ],
    },
  },
  { who: nadia, at: '2026-11-19T13:21:02.000Z', text: 'I bring in Tom from our payroll team.' },
  {
    who: tom,
    at: '2026-11-19T13:24:55.731Z',
    text: 'The November period was still open. I closed it, please export again.',
  },
  { who: odile, at: '2026-11-19T13:26:12.090Z', text: 'It is there now, thank you both!' },
];

/** #48301: messaging. A bot answers at once, a person after eleven minutes and a half. */
export function messagingStory(): ZendeskStory {
  const told = story({
    id: 48_301,
    subject: 'Conversation with Odile Fontaine',
    requester: odile,
    opened: '2026-11-19T13:02:43Z',
    me: elena,
    people,
    groups,
    organizations: organizations.filter(({ id }) => id === fernleaf.id),
    policy: standardPolicy,
    hours,
    channel: 'native_messaging',
  })
    .opens('Conversation with Odile Fontaine\n\nURL: None', {
      rule: { title: 'Messaging to Tier 1', set: { group: tierOne, priority: 'high' }, id: 360_140 },
      raw: [chatEvent('ChatStartedEvent', conversation, messagingTurns.slice(0, 4))],
    })
    .at(1, '13:13:41')
    .edit(nadia, { assignee: nadia, status: 'open' })
    .at(1, '13:20:10')
    .note(nadia, 'Payroll export comes out empty for November only. Looks like an open period, Tom?')
    .at(1, '13:21:30')
    .edit(nadia, { group: tierTwo, assignee: tom })
    .at(1, '13:31:00')
    .raw(tom, [chatEvent('ChatEndedEvent', conversation, messagingTurns)])
    .edit(tom, { status: 'solved' })
    .asOf('2026-11-19T16:00:00Z');
  // An agent's page writes this note in the customer's name when the conversation reaches a person.
  Object.assign(told.audits[0]?.events[0] ?? {}, { public: false });
  told.ticket.from_messaging_channel = true;
  // Zendesk stops the reply clock with the first person's turn, of which no save tells.
  for (const event of told.ticket.metric_events?.reply_time ?? []) {
    if (event.type === 'fulfill' || event.type === 'update_status') event.time = '2026-11-19T13:13:41Z';
    if (event.status) event.status = { calendar: 10, business: 10 };
  }
  return { ...told, conversation: logRows(messagingTurns) };
}

/** #48302: an older live chat. No log, only the transcript in the save that ended it and a comment that repeats it. */
export function chatStory(): ZendeskStory {
  const sayings: Saying[] = [
    { who: odile, at: '2026-11-18T09:00:10.000Z', text: 'Can I change the currency of an invoice?' },
    {
      who: nadia,
      at: '2026-11-18T09:03:45.500Z',
      text: 'Hello Odile, not after it is posted. You can copy it into a new one.',
    },
    { who: odile, at: '2026-11-18T09:05:02.250Z', text: 'That works for me.' },
  ];
  const lines = sayings.map(
    ({ who, at, text }) => `(${at.slice(11, 19)}) ${'name' in who ? who.name : ''}: ${text}`,
  );
  return story({
    id: 48_302,
    subject: 'Chat with Odile Fontaine',
    requester: odile,
    opened: '2026-11-18T09:00:10Z',
    me: elena,
    people,
    groups,
    organizations: organizations.filter(({ id }) => id === fernleaf.id),
    hours,
    channel: 'chat',
  })
    .opens(`Chat started: 2026-11-18 09:00 AM UTC\n\n${lines.join('\n')}`, {
      set: { group: tierOne, assignee: nadia },
    })
    .at(1, '09:06:00')
    .raw(nadia, [chatEvent('ChatEndedEvent', { chat_id: '2611.104.Rk2' }, sayings)], { channel: 'chat' })
    .edit(nadia, { status: 'solved' })
    .asOf('2026-11-18T12:00:00Z');
}
