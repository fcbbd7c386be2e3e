import { isMissed } from '../../analysis/missed';
import { findBlame } from '../../language/blame';
import type { Capture } from '../../ticket/schema';
import { plural } from '../facts-in-words';
import { type PartId, sectionsOfPart } from '../kinds';
import { ownWords } from '../own-words';
import { isPlaceholder } from '../placeholder';
import { type Postmortem, type TextSectionName, textSectionNames } from '../schema';
import { at, blocks, type Check, type CheckRule, type CheckScene, warns } from './check';

/** What the parts have to say. */
export const bodyRules: readonly CheckRule[] = [
  { id: 'timeline', name: 'The timeline has its key events', find: timeline },
  { id: 'impact', name: 'Whom it affected is said', find: impact },
  { id: 'kind', name: 'What this kind of incident turns on is said', find: ofKind },
];

/** What holds for the document as a whole. */
export const wholeRules: readonly CheckRule[] = [
  { id: 'confirmed', name: 'A person has read every section', find: confirmed },
  { id: 'blameless', name: 'The wording blames nobody', find: blameless },
  { id: 'evidence', name: 'The whole ticket was read', find: evidence },
  { id: 'required', name: 'It may be left out where it says so', find: required },
];

function timeline({ postmortem, capture }: CheckScene) {
  return at('timeline', 'timeline', 'timeline', [
    postmortem.timeline.length === 0 &&
      capture.ticket.events.length > 0 &&
      blocks('in_review', 'The timeline is empty: pull the ticket again, or add what happened.'),
  ]);
}

function impact({ postmortem }: CheckScene) {
  const { flags, facts } = postmortem;
  return at('impact', 'impact', 'impact', [
    flags.customersAffected === 'unknown' && warns('Say whether customers were affected.'),
    facts.usersAffected.text.trim() === '' && {
      level: 'info',
      message: 'How many users were affected is unknown.',
    },
  ]);
}

function ofKind({ postmortem, analysis }: CheckScene): Check[] {
  const { sections, causes } = postmortem;
  if (postmortem.kind === 'escalation') {
    return at('messages', 'externalMessages', 'kind', [
      isPlaceholder(sections.externalMessages.text) &&
        blocks('final', 'Say what reached the customer, and when.'),
    ]);
  }
  if (postmortem.kind === 'sla_breach') {
    const late = analysis.slas.some(({ state }) => isMissed(state));
    return at('delays', 'delays', 'kind', [
      late &&
        isPlaceholder(sections.delays.text) &&
        blocks('final', 'Say where the time of each breach went.'),
      late && causes.details.length === 0 && warns('Name at least one contributing cause for the breach.'),
    ]);
  }
  return at('answers', 'answers', 'kind', [
    isPlaceholder(sections.answers.text) &&
      blocks('final', 'Say which answer was wrong, and which one held.'),
    isPlaceholder(sections.dependencies.text) && warns('Say who or what held the right answer.'),
  ]);
}

/** What a machine wrote is a draft until somebody has read it. */
function confirmed({ postmortem, kind }: CheckScene): Check[] {
  const unread = kind.parts.flatMap((part): { part: PartId; name: string }[] =>
    part === 'timeline'
      ? isTimelineUnread(postmortem)
        ? [{ part, name: part }]
        : []
      : sectionsOfPart[part]
          .filter((name) => postmortem.sections[name].state === 'generated')
          .map((name) => ({ part, name })),
  );
  const [first] = unread;
  if (!first) return [];
  const needed = unread.filter(({ name }) => name === 'summary' || name === 'cause');
  return at(first.part, first.name, 'confirmed', [
    needed.length > 0
      ? blocks('final', 'Summary and cause are still as they were generated: read and confirm them.')
      : warns(
          `${plural(unread.length, 'section')} ${unread.length === 1 ? 'is' : 'are'} still as generated: read and confirm.`,
        ),
  ]);
}

function isTimelineUnread({ timeline }: Postmortem): boolean {
  return (
    timeline.some(({ state }) => state === 'generated') && !timeline.some(({ state }) => state === 'edited')
  );
}

function blameless({ postmortem, capture, kind }: CheckScene): Check[] {
  const parts = new Map<TextSectionName, PartId>(
    kind.parts.flatMap((part) => sectionsOfPart[part].map((name) => [name, part] as const)),
  );
  const remarks = textSectionNames.flatMap((name) => {
    const { text, state } = postmortem.sections[name];
    const part = parts.get(name) ?? (name === 'title' ? 'summary' : undefined);
    return part && state === 'edited' && findBlame(text).length > 0 ? [{ name, part }] : [];
  });
  const whys = postmortem.whys.filter(
    ({ question, answer, state }) => state === 'edited' && findBlame(`${question}\n${answer}`).length > 0,
  );
  return [
    ...remarks.flatMap(({ name, part }) =>
      at(part, name, `blameless:${name}`, [warns('The wording here names somebody as the cause.')]),
    ),
    ...at('timeline', 'timeline', 'blameless:timeline', [
      kind.parts.includes('timeline') &&
        blamesInTimeline(postmortem, capture) &&
        warns('The wording in the timeline names somebody as the cause.'),
    ]),
    ...at('cause', 'whys', 'blameless:whys', [
      whys.length > 0 && warns('The wording of the whys names somebody as the cause.'),
    ]),
  ];
}

function blamesInTimeline({ timeline }: Postmortem, { ticket }: Capture): boolean {
  const told = new Set(timeline.map(({ event }) => event));
  const events = new Map(ticket.events.filter(({ id }) => told.has(id)).map((event) => [event.id, event]));
  return timeline.some((entry) => {
    const words = ownWords(entry, events.get(entry.event));
    return words.trim() !== '' && findBlame(words).length > 0;
  });
}

function evidence({ capture }: CheckScene) {
  const unread = capture.coverage.parts.filter(
    ({ state }) => state === 'partial' || state === 'refused' || state === 'failed',
  );
  return at('document', 'summary', 'evidence', [
    unread.length > 0 && {
      level: 'info',
      message: `Not everything was read: ${unread.map(({ part }) => part.replaceAll('_', ' ')).join(', ')}.`,
    },
  ]);
}

function required({ postmortem, rules }: CheckScene) {
  return at('document', 'severity', 'required', [
    postmortem.exempt.trim() !== '' &&
      rules.isRequired &&
      blocks('in_review', `It is set down as not required, but ${rules.why}.`),
  ]);
}
