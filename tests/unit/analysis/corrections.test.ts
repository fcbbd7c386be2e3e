import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse';
import { emptyOverlay, type Overlay, throughOverlay } from '../../../lib/analysis/overlay';
import { at, ms, ticket } from '../support/capture-builder';

const story = () =>
  ticket()
    .customer('+0', 'Down.')
    .reply('+2h', 'Looking.')
    .customer('+3h', 'Our manager is on leave.')
    .reply('+9h', 'Found it.')
    .status('+10h', 'open', 'solved')
    .build();

function analysed(overlay: Partial<Overlay>) {
  return analyse(story(), { now: at('+5d'), overlay: { ...emptyOverlay, ...overlay } });
}

describe('a person’s corrections', () => {
  it('move every clock with a corrected time, and leave the capture as it was', () => {
    const capture = story();
    const before = structuredClone(capture);
    const overlay = { ...emptyOverlay, corrected: [{ event: 'e2', at: at('+30m') }] };
    expect(analyse(capture, { now: at('+5d'), overlay }).firstReply?.ms).toBe(ms('30m'));
    expect(capture).toEqual(before);
    const event = throughOverlay(capture, overlay).ticket.events.find(({ id }) => id === 'e2');
    expect(event?.time).toMatchObject({ at: at('+30m'), raw: at('+2h') });
  });

  it('take a hidden entry out of the reckoning', () => {
    expect(analysed({ hidden: ['e2'] }).firstReply?.ms).toBe(ms('9h'));
  });

  it('count a call that is on no ticket', () => {
    const call = {
      id: 'made:1',
      at: at('+4h'),
      text: 'Called Ada.',
      audience: 'customer',
      side: 'agent',
    } as const;
    expect(analysed({ added: [call] }).waits[1]).toMatchObject({ ms: ms('1h'), events: ['e3', 'made:1'] });
  });

  it('make an escalation of an entry, and unmake one', () => {
    expect(analysed({ marks: [{ event: 'e3', as: 'escalation' }] }).escalations).toMatchObject([
      { event: 'e3', firstUpdate: { ms: ms('6h') } },
    ]);
    const raised = ticket().customer('+0', 'Down.').priority('+1h', 'Normal', 'High').build();
    const marks = [{ event: 'e2', as: 'not_escalation' as const }];
    expect(analyse(raised, { now: at('+5d'), overlay: { ...emptyOverlay, marks } }).escalations).toEqual([]);
  });

  it('pin a key event, and keep noise from being one', () => {
    const ids = (overlay: Partial<Overlay>) => analysed(overlay).keyEvents.map(({ id }) => id);
    expect(ids({ noise: ['e2'] })).not.toContain('e2');
    const many = ticket();
    for (let hour = 0; hour < 30; hour++)
      many.customer(`+${hour}h`, 'Please escalate this.').reply(`+${hour}h30m`);
    const pinned = { ...emptyOverlay, pinned: ['e41'] };
    const found = analyse(many.build(), { now: at('+5d'), overlay: pinned }).keyEvents;
    expect(found.map(({ id }) => id)).toContain('e41');
    expect(found).toHaveLength(10);
  });

  it('say when the customer had what they came for', () => {
    expect(analysed({}).resolution).toMatchObject({ how: 'solved', event: 'e5' });
    expect(analysed({ marks: [{ event: 'e4', as: 'customer_confirmed' }] }).resolution).toMatchObject({
      how: 'customer_confirmed',
      at: at('+9h'),
    });
  });

  it('that say nothing change nothing', () => {
    const capture = story();
    expect(throughOverlay(capture, emptyOverlay)).toBe(capture);
    expect(analysed({ hidden: ['no such entry'] }).firstReply).toEqual(analysed({}).firstReply);
  });
});

describe('what if', () => {
  const routed = ticket()
    .customer('+0', 'Down.')
    .note('+1h', 'Not ours.')
    .group('+4h', 'Desk', 'Tier 2')
    .reply('+5h', 'Found it.', { by: 'bo' })
    .status('+6h', 'open', 'solved')
    .build();

  it('the right team had had it from the start: all after the move comes sooner', () => {
    const found = analyse(routed, { now: at('+5d'), suppose: { kind: 'first_group', group: 'Tier 2' } });
    expect(found.hypothetical).toEqual({ kind: 'first_group', group: 'Tier 2' });
    expect(found.firstReply?.ms).toBe(ms('1h'));
    expect(found.handoffs).toEqual([]);
    expect(found.span.ms).toBe(ms('2h'));
  });

  const fromStart = (builder: ReturnType<typeof ticket>) =>
    analyse(builder.build(), { now: at('+5d'), suppose: { kind: 'first_group', group: 'Tier 2' } });

  it('the right team had had it from the start: what the first team told the customer still counts', () => {
    const found = fromStart(
      ticket()
        .customer('+0', 'Down.')
        .reply('+1h', 'We are looking into it.')
        .group('+4h', 'Desk', 'Tier 2')
        .reply('+6h', 'Found it.', { by: 'bo' }),
    );
    expect(found.firstReply?.ms).toBe(ms('1h'));
    expect(found.counts.replies).toBe(2);
  });

  it('the right team had had it from the start: nothing is answered before it was asked', () => {
    const found = fromStart(
      ticket()
        .customer('+0', 'Down.')
        .reply('+1h', 'Please restart it.')
        .customer('+3h', 'Still down.')
        .group('+7h', 'Desk', 'Tier 2')
        .reply('+8h', 'Found it.', { by: 'bo' })
        .status('+9h', 'open', 'solved'),
    );
    expect(found.waits.map((wait) => wait.ms)).toEqual([ms('1h'), ms('1h')]);
    expect(found.span.ms).toBe(ms('5h'));
  });

  it('the right team had had it from the start: nobody asks again for what was answered', () => {
    const found = fromStart(
      ticket()
        .customer('+0', 'Down.')
        .customer('+6h', 'Any news? Please escalate this.')
        .group('+7h', 'Desk', 'Tier 2')
        .reply('+8h', 'Found it.', { by: 'bo' }),
    );
    expect(found.waits.map((wait) => wait.ms)).toEqual([ms('1h')]);
    expect(found.escalations).toEqual([]);
  });

  it('the right team had had it from the start: a reply saved with the move was the first team’s', () => {
    const found = fromStart(
      ticket()
        .customer('+0', 'Down.')
        .group('+4h', 'Desk', 'Tier 2', { save: 's' })
        .reply('+4h', 'Tier 2 will take over.', { save: 's' })
        .reply('+9h', 'Found it.', { by: 'bo' }),
    );
    expect(found.firstReply?.ms).toBe(ms('4h'));
  });

  it('the right team had had it from the start: a reply at the instant of the move still follows the question', () => {
    const found = fromStart(
      ticket()
        .customer('+0', 'Down.', { seq: 7 })
        .group('+4h', 'Desk', 'Tier 2', { seq: 1 })
        .reply('+4h', 'Found it.', { by: 'bo', seq: 2 }),
    );
    expect(found.firstReply?.ms).toBe(0);
  });

  it('the right team had had it from the start: a first message that reads as a thanks is answered after it came', () => {
    const found = fromStart(
      ticket()
        .customer('+3h', 'Thanks, works now.')
        .group('+4h', 'Desk', 'Tier 2')
        .reply('+5h', 'Glad to hear it.', { by: 'bo' }),
    );
    expect(found.firstReply?.ms).toBe(ms('1h'));
  });

  it('the right team had had it from the start: what was asked before the first team’s last word stays before it', () => {
    const found = fromStart(
      ticket()
        .group('+1h', 'Desk', 'Tier 2', { save: 's' })
        .customer('+1h', 'Down.')
        .reply('+2h', 'Tier 2 will take over.', { save: 's' }),
    );
    expect(found.firstReply?.ms).toBe(ms('1h'));
  });

  it('somebody had replied at a time', () => {
    const found = analyse(routed, { now: at('+5d'), suppose: { kind: 'reply_at', at: at('+30m') } });
    expect(found.firstReply?.ms).toBe(ms('30m'));
  });

  it('a team that never had it changes nothing but the mark', () => {
    const { hypothetical, ...rest } = analyse(routed, {
      now: at('+5d'),
      suppose: { kind: 'first_group', group: 'Nobody' },
    });
    expect(hypothetical).toBeDefined();
    expect(rest).toEqual(analyse(routed, { now: at('+5d') }));
  });
});

describe('stages', () => {
  it('share out the unsolved time, each moment once', () => {
    const { stages } = analyse(
      ticket({
        initial: {
          status: { label: 'new', status: 'new' },
          group: { label: 'Desk' },
          assignee: null,
          known: true,
        },
      })
        .customer('+0', 'Down.')
        .assignee('+1h', null, 'ann')
        .status('+3h', 'new', 'pending')
        .status('+5h', 'pending', 'hold')
        .status('+6h', 'hold', 'open')
        .group('+7h', 'Desk', 'Tier 2')
        .status('+10h', 'open', 'solved')
        .build(),
      { now: at('+5d') },
    );
    expect(stages.map(({ stage, group, ms: length }) => [stage, group, length])).toEqual([
      ['group', 'Desk', ms('3h')],
      ['group', 'Tier 2', ms('3h')],
      ['waiting_for_customer', undefined, ms('2h')],
      ['unassigned', undefined, ms('1h')],
      ['on_hold', undefined, ms('1h')],
    ]);
    expect(stages.reduce((sum, stage) => sum + stage.ms, 0)).toBe(ms('10h'));
  });
});

describe('the suggested kind', () => {
  it('is a breach where a target was missed, an escalation where the customer asked, else a wrong answer', () => {
    const kind = (builder: ReturnType<typeof ticket>) =>
      analyse(builder.build(), { now: at('+5d') }).suggestion.kind;
    const late = ticket()
      .customer('+0', 'Down.')
      .sla('+0', 'first_reply', 'applied', { targetMs: ms('1h') });
    expect(kind(late.sla('+1h', 'first_reply', 'breached').reply('+2h'))).toBe('sla_breach');
    const asked = ticket()
      .customer('+0', 'Down.')
      .reply('+5m')
      .customer('+1h', 'I want a manager.')
      .reply('+70m');
    expect(kind(asked)).toBe('escalation');
    const wrong = ticket()
      .customer('+0', 'Empty.')
      .reply('+5m', 'Clear the cache.')
      .customer('+10m', 'That did not help.');
    expect(kind(wrong.reply('+20m', 'Use B.').customer('+30m', 'Works now.'))).toBe('knowledge_gap');
  });
});
