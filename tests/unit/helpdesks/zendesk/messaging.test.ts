import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../lib/analysis/analyse';
import type { Capture } from '../../../../lib/ticket/schema';
import { jonas, nadia, odile, tom } from '../../../helpdesks/zendesk/cast';
import { chatEvent, logRows, type Saying } from '../../../helpdesks/zendesk/conversation';
import { chatStory, messagingStory, messagingTurns } from '../../../helpdesks/zendesk/story-messaging';
import { askedBy, captureOf, ofKind, partOf, plainStory } from './harness';

function spoken(capture: Capture): string[] {
  const names = new Map(capture.ticket.people.map(({ id, name }) => [id, name]));
  return ofKind(capture, 'message').map(
    ({ time, actor, auto, audience, body }) =>
      `${time.at.slice(11, 19)} ${names.get(actor.id)} ${auto ?? actor.side} ${audience}: ${body.text.slice(0, 24)}`,
  );
}

describe('a messaging ticket', () => {
  it('tells every turn at its own time, by who said it, once', async () => {
    expect(spoken(await captureOf(messagingStory()))).toEqual([
      '13:02:05 Odile Fontaine customer customer: Hello, the export of our',
      '13:02:06 Northbeam Helper bot customer: Hi, I am the Northbeam H',
      '13:02:41 Odile Fontaine customer customer: Talk to a person',
      '13:02:42 Northbeam Helper bot customer: Connecting you to our te',
      '13:07:30 Odile Fontaine customer customer: Is anybody there? Salari',
      '13:13:41 Nadia Rahimi agent customer: Hi Odile, sorry for the ',
      '13:14:20 Odile Fontaine customer customer: November. Here is what I',
      '13:20:10 Nadia Rahimi agent internal: Payroll export comes out',
      '13:21:02 Nadia Rahimi agent customer: I bring in Tom from our ',
      '13:24:55 Tom Okafor agent customer: The November period was ',
      '13:26:12 Odile Fontaine customer customer: It is there now, thank y',
    ]);
  });

  it('finds the first reply by a person, to the second, and no bot for one', async () => {
    const capture = await captureOf(messagingStory());
    const reply = ofKind(capture, 'message').find(({ actor }) => actor.id === String(nadia.id));
    const { milestones } = analyse(capture, { now: capture.capturedAt });
    expect(milestones.find(({ kind }) => kind === 'first_human_reply')).toEqual({
      kind: 'first_human_reply',
      at: '2026-11-19T13:13:41.000Z',
      event: reply?.id,
    });
  });

  it('knows the bot as a bot, the sides of people, and the team that answered', async () => {
    const capture = await captureOf(messagingStory());
    expect(capture.ticket.people.find(({ name }) => name === 'Northbeam Helper')).toEqual({
      id: 'bot:1',
      name: 'Northbeam Helper',
      kind: 'bot',
      sides: ['system'],
    });
    const last = ofKind(capture, 'message').find(({ actor }) => actor.id === String(tom.id));
    expect(last).toMatchObject({
      actor: { side: 'agent', team: 'Tier 2' },
      channel: 'messaging',
      threadId: '6740aa11bb22',
    });
  });

  it('keeps what could be tapped and what was attached, without the address that opens it', async () => {
    const capture = await captureOf(messagingStory());
    const [, offer] = ofKind(capture, 'message');
    expect(offer?.body.text).toBe(
      'Hi, I am the Northbeam Helper. Did one of these articles help?\n[Talk to a person]',
    );
    expect(ofKind(capture, 'message').flatMap(({ attachments }) => attachments)).toEqual([
      { name: 'empty-export.png', mime: 'image/png', bytes: 20_331 },
    ]);
    expect(JSON.stringify(capture)).not.toMatch(/kq7Rw2ZnPf|198\.51\.100\.7/);
  });

  it('tells the sessions, and the note Zendesk wrote in the customer’s name as what it is', async () => {
    const capture = await captureOf(messagingStory());
    expect(
      ofKind(capture, 'session').map(({ time, phase, channel }) => [time.at.slice(11, 19), phase, channel]),
    ).toEqual([
      ['13:02:43', 'started', 'messaging'],
      ['13:31:00', 'ended', 'messaging'],
    ]);
    expect(ofKind(capture, 'other').map(({ label }) => label)).toContain('Conversation opened');
  });

  it('counts what it read, and is complete', async () => {
    const { coverage } = await captureOf(messagingStory());
    expect(coverage.parts.find(({ part }) => part === 'chat')).toEqual({
      part: 'chat',
      state: 'read',
      found: 10,
    });
    expect(coverage).toMatchObject({ complete: true, unknownTypes: [], warnings: [] });
  });

  it('reads a long log page by page, and takes a turn told twice for one', async () => {
    const sayings = Array.from(
      { length: 230 },
      (_, n): Saying => ({
        who: n % 2 ? nadia : odile,
        at: new Date(Date.parse('2026-11-19T13:03:00Z') + n * 2_000).toISOString(),
        text: `Turn ${n}`,
      }),
    );
    const rows = logRows(sayings);
    const told = { ...messagingStory(), conversation: [...rows, ...rows.slice(100, 120)] };
    const asked = await askedBy(told);
    expect(asked.filter((path) => path.includes('conversation_log'))).toHaveLength(3);
    expect(partOf(await captureOf(told), 'chat')).toMatchObject({ state: 'read', found: 230 });
  });

  it('asks once more than for an ordinary ticket, and for the log beside the history', async () => {
    expect((await askedBy(messagingStory())).map((path) => path.replace(/[?].*/, ''))).toEqual([
      '/api/v2/tickets/48301.json',
      '/api/v2/tickets/48301/audits.json',
      '/api/v2/users/me.json',
      '/api/v2/tickets/48301/conversation_log',
      '/api/v2/tickets/48301/metrics.json',
      '/api/v2/tickets/48301/comments/count.json',
      '/api/v2/groups/7200001.json',
    ]);
  });
});

describe('where the log may not be read', () => {
  it.each<['refused' | 'absent', string]>([
    ['refused', 'refused'],
    ['absent', 'not there'],
  ])('a log that is %s gives way to the transcript, turn by turn', async (conversationLog, word) => {
    const capture = await captureOf(messagingStory(), { conversationLog });
    const whole = await captureOf(messagingStory());
    expect(spoken(capture)).toEqual(spoken(whole));
    expect(partOf(capture, 'chat')).toMatchObject({
      state: 'read',
      found: 10,
      note: `10 turns out of the transcript Zendesk wrote; the conversation log is ${word}`,
    });
  });

  it('a conversation that still runs is read in part: its transcript is older than its end', async () => {
    const told = messagingStory();
    told.audits = told.audits.slice(0, 4);
    const capture = await captureOf(told, { conversationLog: 'refused' });
    expect(spoken(capture)).toHaveLength(5);
    expect(partOf(capture, 'chat')).toMatchObject({ state: 'partial', found: 4 });
    expect(capture.coverage.complete).toBe(false);
  });

  it('without log and transcript says that nothing of it was read', async () => {
    const told = messagingStory();
    for (const { events } of told.audits) {
      for (const event of events) if (event.type.startsWith('Chat')) delete event.value;
    }
    const { coverage } = await captureOf(told, { conversationLog: 'refused' });
    expect(coverage.parts.find(({ part }) => part === 'chat')).toMatchObject({ state: 'refused', found: 0 });
    expect(coverage.complete).toBe(false);
  });
});

describe('an older chat', () => {
  it('is told by the transcript of its end, and not once more by the comment that repeats it', async () => {
    const capture = await captureOf(chatStory());
    expect(spoken(capture)).toEqual([
      '09:00:10 Odile Fontaine customer customer: Can I change the currenc',
      '09:03:45 Nadia Rahimi agent customer: Hello Odile, not after i',
      '09:05:02 Odile Fontaine customer customer: That works for me.',
    ]);
    expect(ofKind(capture, 'other').map(({ label }) => label)).toContain('Chat transcript');
    expect(ofKind(capture, 'message').every(({ channel }) => channel === 'chat')).toBe(true);
  });

  it('names the second agent who joined a hand-over', async () => {
    const told = chatStory();
    const ended = told.audits.flatMap(({ events }) => events).find(({ type }) => type === 'ChatEndedEvent');
    const { history } = Object(ended?.value);
    const join = (who: typeof nadia, at: string) => ({
      type: 'ChatJoin',
      timestamp: Date.parse(at),
      actor_type: 'agent',
      actor_id: String(who.id),
      actor_name: who.name,
    });
    history.splice(1, 0, join(nadia, '2026-11-18T09:03:00Z'));
    history.push(join(jonas, '2026-11-18T09:05:10Z'));
    const transferred = ofKind(await captureOf(told), 'session').filter(
      ({ phase }) => phase === 'transferred',
    );
    expect(transferred).toMatchObject([
      { time: { at: '2026-11-18T09:05:10.000Z' }, actor: { id: String(jonas.id) } },
    ]);
  });
});

describe('what repeats', () => {
  it('a comment saved within seconds of the same turn is that turn', async () => {
    const told = messagingStory();
    const mirror = plainStory({ id: 48_301, requester: odile, opened: '2026-11-19T13:24:58Z' })
      .reply(tom, messagingTurns[8]?.text ?? '')
      .asOf('2026-11-19T16:00:00Z').audits[1];
    if (!mirror) throw new Error('no mirror');
    told.audits.push({ ...mirror, id: 48_301_000_099, created_at: '2026-11-19T13:24:58Z' });
    const capture = await captureOf(told);
    expect(spoken(capture).filter((line) => line.includes('The November period'))).toHaveLength(1);
  });

  it('the same words said later are said again', async () => {
    const told = messagingStory();
    const later = plainStory({ id: 48_301, requester: odile, opened: '2026-11-19T14:00:00Z' })
      .reply(tom, messagingTurns[8]?.text ?? '')
      .asOf('2026-11-19T16:00:00Z').audits[1];
    if (!later) throw new Error('no reply');
    told.audits.push({ ...later, id: 48_301_000_099, created_at: '2026-11-19T14:00:00Z' });
    expect(spoken(await captureOf(told)).filter((line) => line.includes('The November period'))).toHaveLength(
      2,
    );
  });

  it('a comment that only the log holds is not lost', async () => {
    const told = messagingStory();
    const [row] = logRows([{ who: tom, at: '2026-11-19T13:40:00.000Z', text: '' }]);
    if (!row) throw new Error('no row');
    told.conversation?.push({
      ...row,
      type: 'Comment',
      reference: 'zen:ticket_event:8639326502654',
      content: { type: 'html', body: '<p>For the record:<br>period <b>11</b> was open.</p>' },
      metadata: { public: false },
    });
    const note = ofKind(await captureOf(told), 'message').at(-1);
    expect(note).toMatchObject({
      id: 'comment:8639326502654',
      audience: 'internal',
      actor: { id: String(tom.id), side: 'agent' },
      body: { text: 'For the record:\nperiod 11 was open.' },
      source: { endpoint: '/api/v2/tickets/48301/conversation_log' },
    });
  });
});

describe('odd turns', () => {
  const odd = (more: object) => {
    const told = messagingStory();
    const [row] = logRows([{ who: odile, at: '2026-11-19T13:40:00.000Z', text: 'Odd' }]);
    told.conversation?.push({ ...row, id: '01ODD', ...more } as never);
    return captureOf(told);
  };

  it.each<[string, object, object]>([
    [
      'somebody not signed in is the requester',
      { author: { type: 'user', display_name: 'Visitor 771' } },
      { id: String(odile.id), side: 'customer' },
    ],
    [
      'an agent without a number is an agent',
      { author: { type: 'agent', display_name: 'Ada' } },
      { id: expect.stringContaining('visitor:'), side: 'agent' },
    ],
    [
      'a message a program sent is nobody’s reply',
      { author: { type: 'business' }, source: { type: 'api:conversations' } },
      { side: 'system' },
    ],
  ])('%s', async (_name, more, actor) => {
    expect(ofKind(await odd(more), 'message').at(-1)?.actor).toMatchObject(actor);
  });

  it('a type nobody has heard of stays as a row and is counted', async () => {
    const capture = await odd({ type: 'Messaging::TypingIndicator', content: { text: 'secret' } });
    expect(capture.coverage.unknownTypes).toEqual([{ type: 'Messaging::TypingIndicator', count: 1 }]);
    expect(ofKind(capture, 'other').at(-1)).toMatchObject({ label: 'Messaging typing indicator', data: {} });
  });

  it('a turn without a time is left out with a warning, and one with null all over does not harm', async () => {
    const untimed = await odd({ created_at: null });
    expect(untimed.coverage.warnings).toContainEqual(expect.objectContaining({ field: 'created_at' }));
    const bare = await odd({ author: null, content: null, metadata: null, attachments: null, source: null });
    expect(ofKind(bare, 'message').at(-1)?.body.text).toBe('');
  });

  it('a chat that began on an ordinary ticket is found by its history', async () => {
    const told = plainStory()
      .after(20)
      .raw(nadia, [chatEvent('ChatStartedEvent', { conversation_id: 'c-9' })])
      .asOf('2026-11-20T12:00:00Z');
    const turns = logRows([
      { who: nadia, at: '2026-11-20T09:21:00.000Z', text: 'Writing to you here instead.' },
    ]);
    const capture = await captureOf({ ...told, conversation: turns });
    expect(ofKind(capture, 'message').at(-1)).toMatchObject({
      time: { at: '2026-11-20T09:21:00.000Z' },
      threadId: 'c-9',
    });
  });
});
