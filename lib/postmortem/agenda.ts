/** The meeting's agenda (product rows ): six items, scaled to the time there is. */
import type { Analysis } from '../analysis/types';
import { formatDuration } from '../language/duration';
import { plural, stamp } from './facts-in-words';
import { openActions } from './follow-ups';
import { parkedIn } from './meeting-notes';
import { isPlaceholder } from './placeholder';
import type { Postmortem } from './schema';

export interface AgendaRow {
  id: 'opening' | 'timeline' | 'cause' | 'went' | 'actions' | 'closing';
  title: string;
  minutes: number;
  points: string[];
}

export interface Agenda {
  rows: AgendaRow[];
  /** Sum of the minutes. */
  total: number;
  /** What does not fit, and what to do about it. */
  note?: string;
}

/** Longer meetings tire more than they find out. */
export const LONGEST_MEETING = 60;
/** Opens the meeting, and may open the document; a user may say it in other words. */
export const BLAMELESS_OPENING =
  'We look at how the work was set up, not at who did it. Everybody acted on what they could see at the time.';

const MOST_QUESTIONS = 6;

interface Frame {
  id: AgendaRow['id'];
  title: string;
  least: number;
  most: number;
}

const frames: readonly Frame[] = [
  { id: 'opening', title: 'Opening', least: 5, most: 5 },
  { id: 'timeline', title: 'Walk through the timeline', least: 10, most: 20 },
  { id: 'cause', title: 'What made it possible', least: 15, most: 20 },
  { id: 'went', title: 'What went well, what went badly', least: 10, most: 15 },
  { id: 'actions', title: 'Actions, three to five', least: 10, most: 15 },
  { id: 'closing', title: 'Closing', least: 5, most: 5 },
];

/**
 * Rows that fit into `meeting.minutes`. Every row gets its least; what is left goes to the longer ones. Where even the
 * least does not fit, the timeline is to be read beforehand; below that the note says what to cut.
 */
export function agenda(
  postmortem: Postmortem,
  analysis: Analysis,
  questions: readonly string[] = [],
): Agenda {
  const { minutes } = postmortem.meeting;
  const points = pointsOf(postmortem, analysis, questions);
  const fit = fitted(minutes);
  const rows = frames.map(({ id, title }, index) => ({
    id,
    title,
    minutes: fit.minutes[index] ?? 0,
    points: points[id],
  }));
  const total = rows.reduce((sum, row) => sum + row.minutes, 0);
  const note = [
    fit.note,
    minutes > LONGEST_MEETING ? `More than ${LONGEST_MEETING} minutes tire people: cut a point instead.` : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
  return { rows, total, ...(note === '' ? {} : { note }) };
}

/** The least of every row, then one minute at a time to the row that is furthest below its most. */
function fitted(available: number): { minutes: number[]; note: string } {
  const minutes = frames.map(({ least }) => least);
  const sum = () => minutes.reduce((total, one) => total + one, 0);
  const timeline = frames.findIndex(({ id }) => id === 'timeline');
  let note = '';
  if (sum() > available) {
    minutes[timeline] = 0;
    note = 'The timeline is read before the meeting: send it with the invitation.';
  }
  if (sum() > available) {
    note = `${note} ${available} minutes are ${sum() - available} too few: leave out “What went well, what went badly” and collect it in writing.`;
    minutes[frames.findIndex(({ id }) => id === 'went')] = 0;
  }
  while (sum() < available) {
    const rooms = frames.map(({ most }, index) => (minutes[index] ? most - (minutes[index] ?? 0) : 0));
    const widest = rooms.indexOf(Math.max(...rooms));
    if ((rooms[widest] ?? 0) <= 0) break;
    minutes[widest] = (minutes[widest] ?? 0) + 1;
  }
  return { minutes, note: note.trim() };
}

function pointsOf(
  postmortem: Postmortem,
  analysis: Analysis,
  questions: readonly string[],
): Record<AgendaRow['id'], string[]> {
  const { whys, actions, sections, timeline } = postmortem;
  const asked = whys.find(({ answer }) => isPlaceholder(answer));
  const ideas = actions.filter(({ status, text }) => status === 'idea' && !isPlaceholder(text));
  return {
    opening: [
      BLAMELESS_OPENING,
      'What the meeting is for: to check the draft and to agree on what changes.',
      'How is everybody after this one?',
    ],
    timeline: [
      `${plural(timeline.length, 'key event')}, in UTC.`,
      ...[...gaps(analysis), ...questions].slice(0, MOST_QUESTIONS),
    ],
    cause: [
      ...(asked ? [`Open: ${asked.question}`] : []),
      ...(isPlaceholder(sections.systemic.text) ? ['Why it broke is not written yet.'] : []),
      'If somebody drifts into who: what would have had to be different for anybody?',
    ],
    went: (
      [
        ['wentWell', 'What went well'],
        ['wentBadly', 'What went badly'],
        ['lucky', 'Where we got lucky'],
      ] as const
    ).map(([name, title]) => `${title}: ${linesIn(sections[name].text)}.`),
    actions: [
      `${plural(openActions(actions).length, 'committed action')}, ${plural(ideas.length, 'idea')}.`,
      'Each with one person, a day, and how anybody would see that it is done.',
    ],
    closing: [
      ...parkedIn(postmortem.meeting.notes).map(
        (line) => `Parked: ${line.replace(/[.!?]$/, '')}. Who takes it on?`,
      ),
      'What does everybody take away?',
      'Where it is tracked, and who is told.',
      'The checks after 30, 60 and 90 days.',
    ],
  };
}

/** What the evidence leaves open, as questions to those who were there. */
function gaps({ unknowns, longestSilence }: Analysis): string[] {
  return [
    ...(longestSilence && longestSilence.notes.length > 0
      ? [
          `What kept the ${formatDuration(longestSilence.ms)} from ${stamp(longestSilence.from)} without an update to the customer?`,
        ]
      : []),
    ...unknowns.map(({ what, why }) => `Not known: ${what.replaceAll('_', ' ')}, ${why}.`),
  ];
}

function linesIn(text: string): string {
  const count = text.split('\n').filter((line) => !isPlaceholder(line)).length;
  return count === 0 ? 'nothing yet' : plural(count, 'line');
}
