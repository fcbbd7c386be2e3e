/** A record whose every text is out to break the format it is written in. */
import type { Record } from '../../../../lib/export/record';
import { blankAction } from '../../../../lib/postmortem/plan';
import { recordOf } from '../../postmortem/drafting';
import { at, ticket } from '../../support/capture-builder';

/** With every field that a format shows holding `text`; the ticket is solved, so that its checks have days. */
export function recordSaying(text: string): Record {
  const capture = ticket({ subject: text, organization: text, tags: [text, 'vip'] })
    .person('ann', { team: text })
    .customer('+0', text)
    .note('+1h', text)
    .sla('+2h', 'first_reply', 'breached', { targetMs: 3_600_000, due: at('+1h'), policy: { name: text } })
    .reply('+3h', text)
    .status('+5h', 'open', 'solved')
    .build();
  const record = recordOf(capture);
  const { postmortem } = record;
  const section = { text, state: 'edited' as const, claims: [] };
  return {
    ...record,
    postmortem: {
      ...postmortem,
      sections: { ...postmortem.sections, title: section, summary: section },
      timeline: postmortem.timeline.map((entry) => ({ ...entry, text, why: text })),
      actions: [
        {
          ...blankAction,
          id: text,
          text,
          owner: text,
          doneWhen: text,
          due: '2026-12-01',
          status: 'committed',
        },
        { ...blankAction, id: 'idea', text, due: '2026-12-02' },
      ],
      meeting: { ...postmortem.meeting, facilitator: text, notetaker: text, startsAt: at('+2d') },
    },
  };
}
