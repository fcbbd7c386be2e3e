/** Drafts as the panel makes them: analysed and written at one instant. */
import { analyse } from '../../../lib/analysis/analyse';
import type { Record } from '../../../lib/export/record';
import { draftPostmortem } from '../../../lib/postmortem/draft';
import type { Claim, KindId, Postmortem } from '../../../lib/postmortem/schema';
import type { Iso } from '../../../lib/ticket/basics';
import type { Capture } from '../../../lib/ticket/schema';
import { at } from '../support/capture-builder';

export function recordOf(capture: Capture, now: Iso = at('+4d'), kind?: KindId): Record {
  const analysis = analyse(capture, { now });
  const postmortem = draftPostmortem(capture, analysis, {
    now,
    id: 'pm-1',
    helpdeskLabel: 'Zendesk',
    ...(kind ? { kind } : {}),
  });
  return { capture, analysis, postmortem };
}

export function draftOf(capture: Capture, now?: Iso): Postmortem {
  return recordOf(capture, now).postmortem;
}

export function claimsOf({ sections, whys }: Postmortem): Claim[] {
  return [
    ...Object.values(sections).flatMap((section) => section.claims),
    ...whys.map((why) => ({ text: why.answer, events: why.events })),
  ];
}

/** Everything the draft says in its own words or quotes from the ticket. */
export function wordsOf({ sections, timeline, whys, actions }: Postmortem): string {
  return [
    ...Object.values(sections).map((section) => section.text),
    ...timeline.flatMap((entry) => [entry.text, entry.why]),
    ...whys.flatMap((why) => [why.question, why.answer]),
    ...actions.map((action) => action.text),
  ].join('\n');
}
