/** Records of arbitrary tickets in which everything that customers must not see carries a mark. */
import fc from 'fast-check';
import type { Record } from '../../../../lib/export/record';
import { editSection } from '../../../../lib/postmortem/edit';
import { recordOf } from '../../postmortem/drafting';
import { at, type CaptureBuilder, ticket } from '../../support/capture-builder';

/** In no word of any language, and in nothing Debrief writes. */
export const INSIDE = 'qzinside';
export const TAG = 'qztagged';
export const NAME = 'Zyxwva';
const SECRET = `The cause was ${INSIDE}, a setting was wrong. I will call you by 3pm.`;

type Step = (builder: CaptureBuilder, index: number) => CaptureBuilder;

const when = fc.integer({ min: 0, max: 172_800 }).map((seconds) => `+${seconds}s`);
const who = fc.constantFrom('ann', 'bo', 'cleo', 'bot', 'system');
const spoken = fc.constantFrom(
  `The cause was an update that ${NAME} Okoro made. I will write by 4pm.`,
  `What we told you was wrong, says ${NAME}.`,
  'It works again.',
  '',
  `Please ask ${NAME.toLowerCase()}.okoro@desk.example or Tier 2.\n\n${NAME}`,
);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(
      when,
      fc.constantFrom('Down.', 'Any news?', 'Please escalate this to a manager.', 'Works, thanks!'),
    )
    .map(
      ([offset, text]): Step =>
        (builder) =>
          builder.customer(offset, text),
    ),
  fc.tuple(when, who, spoken).map(
    ([offset, by, text]): Step =>
      (builder) =>
        builder.reply(offset, text, { by }),
  ),
  fc.tuple(when, who, fc.constantFrom('internal', 'side' as const)).map(
    ([offset, by, audience]): Step =>
      (builder) =>
        builder.message(offset, SECRET, { by, audience }),
  ),
  fc.tuple(when, who, fc.constantFrom('failed', 'draft', 'queued' as const)).map(
    ([offset, by, delivery]): Step =>
      (builder) =>
        builder.reply(offset, SECRET, { by, delivery }),
  ),
  fc.tuple(when, who, fc.constantFrom('made_internal', 'deleted', 'redacted' as const)).map(
    ([offset, by, what]): Step =>
      (builder, index) =>
        builder
          .reply(offset, SECRET, { by, id: `taken-back-${index}` })
          .add(offset, { by }, { kind: 'revision', of: `taken-back-${index}`, what, before: SECRET }),
  ),
  fc.tuple(when, fc.constantFrom('Tier 2', `${INSIDE} squad 7`)).map(
    ([offset, to]): Step =>
      (builder) =>
        builder.group(offset, 'Tier 1', to),
  ),
  fc.tuple(when, fc.constantFrom('ann', 'bo')).map(
    ([offset, to]): Step =>
      (builder) =>
        builder.assignee(offset, null, to),
  ),
  when.map(
    (offset): Step =>
      (builder) =>
        builder.tag(offset, TAG),
  ),
  fc
    .tuple(
      when,
      fc.constantFrom('first_reply', 'next_reply', 'resolution', 'group_ownership' as const),
      fc.constantFrom('applied', 'breached', 'achieved' as const),
    )
    .map(
      ([offset, metric, phase]): Step =>
        (builder) =>
          builder.sla(offset, metric, phase, { targetMs: 3_600_000, policy: { name: INSIDE } }),
    ),
  fc.tuple(when, fc.constantFrom('solved', 'open', 'closed' as const)).map(
    ([offset, to]): Step =>
      (builder) =>
        builder.status(offset, undefined, to),
  ),
);

export function markedRecord(): fc.Arbitrary<Record> {
  return fc.array(step, { maxLength: 14 }).map((steps) => {
    const builder = steps.reduce(
      (before, take, index) => take(before, index),
      ticket({ subject: `Printers down, asks ${NAME} Okoro`, tags: [TAG] })
        .person('ann', {
          name: `${NAME} Okoro`,
          team: 'Tier 2',
          emails: [`${NAME.toLowerCase()}.okoro@desk.example`],
        })
        .person('bo', { name: `Bo ${NAME}`, team: `${INSIDE} squad 7` }),
    );
    const capture = builder.build();
    const warned = {
      ...capture,
      coverage: { ...capture.coverage, warnings: [{ field: INSIDE, reason: INSIDE }] },
    };
    const record = recordOf(warned, at('+4d'));
    const named = [
      'title',
      'summary',
      'impact',
      'symptom',
      'cause',
      'systemic',
      'resolution',
      'notes',
    ] as const;
    const postmortem = named.reduce(
      (before, name) => editSection(before, name, SECRET, at('+4d')),
      record.postmortem,
    );
    return {
      ...record,
      postmortem: {
        ...postmortem,
        actions: postmortem.actions.map((action) => ({
          ...action,
          status: 'committed' as const,
          owner: `${NAME} Okoro`,
          doneWhen: SECRET,
        })),
        meeting: { ...postmortem.meeting, notes: SECRET, facilitator: `Bo ${NAME}` },
      },
    };
  });
}
