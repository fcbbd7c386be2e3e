import { useMemo, useState } from 'react';
import { type AnalyseOptions, analyse } from '../../lib/analysis/analyse';
import { isMissed } from '../../lib/analysis/missed';
import type { Analysis, Span } from '../../lib/analysis/types';
import type { Hypothesis } from '../../lib/analysis/what-if';
import { calendarWords } from '../../lib/language/calendar-words';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import type { Capture } from '../../lib/ticket/schema';
import type { CalendarRef } from '../../lib/ticket/ticket';
import { FoldedSection } from '../ui/FoldedSection';
import { TextInput } from '../ui/TextArea';
import styles from './WhatIf.module.css';

interface WhatIfProps {
  /** As the helpdesk told it; corrections come with the options. */
  capture: Capture;
  analysis: Analysis;
  options: AnalyseOptions;
}

/** One thing that had been otherwise; the others are as they were. */
interface Supposed {
  group: string;
  reply: string;
  hours: string;
}

const nothing: Supposed = { group: '', reply: '', hours: '' };

/** The same ticket with one thing changed, beside what happened. Nothing of it is stored or exported. */
export function WhatIf({ capture, analysis, options }: WhatIfProps) {
  const groups = useMemo(() => movedTo(capture), [capture]);
  const calendars = useMemo(() => otherHours(capture, analysis), [capture, analysis]);
  const [supposed, setSupposed] = useState(nothing);
  const { group, reply, hours } = supposed;
  const hypothesis = useMemo(
    () => hypothesisOf({ group, reply, hours }, calendars),
    [group, reply, hours, calendars],
  );
  const otherwise = useMemo(
    () => hypothesis && analyse(capture, { ...options, suppose: hypothesis }),
    [hypothesis, capture, options],
  );
  return (
    <FoldedSection title="What if" aside="hypothetical">
      <div className={styles.choices}>
        {groups.length > 0 && (
          <label>
            It had gone from the start to
            <select
              value={group}
              onChange={(event) => setSupposed({ ...nothing, group: event.target.value })}
            >
              <option value="">choose a team</option>
              {groups.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
        <label>
          Somebody had replied at, UTC
          <TextInput
            type="datetime-local"
            value={reply}
            onText={(text) => setSupposed({ ...nothing, reply: text })}
          />
        </label>
        <label>
          These hours had counted
          <select value={hours} onChange={(event) => setSupposed({ ...nothing, hours: event.target.value })}>
            <option value="">choose hours</option>
            {calendars.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </div>
      {group !== '' && (
        <p className="data soft">
          What the customer was told before the move still counts. All after it comes as much sooner as{' '}
          {group} could have begun.
        </p>
      )}
      {otherwise && <Compared before={analysis} after={otherwise} />}
    </FoldedSection>
  );
}

function hypothesisOf({ group, reply, hours }: Supposed, choices: readonly Hours[]): Hypothesis | undefined {
  if (group !== '') return { kind: 'first_group', group };
  const chosen = choices.find(({ name }) => name === hours);
  if (chosen) return { kind: 'calendar', calendars: chosen.calendars };
  const at = Date.parse(`${reply}Z`);
  return Number.isNaN(at) ? undefined : { kind: 'reply_at', at: new Date(at).toISOString() };
}

interface Hours {
  name: string;
  calendars: CalendarRef[];
}

/** Every hour, and common ones in the zone the ticket is counted in, else the viewer's; without those that count now. */
function otherHours({ ticket }: Capture, { calendars }: Analysis): Hours[] {
  const zone = calendars[0]?.calendar.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const now = calendars.map(({ calendar }) => calendarWords(calendar));
  const common = (
    [
      [5, '09:00', '17:00'],
      [5, '08:00', '20:00'],
      [7, '08:00', '20:00'],
    ] as const
  ).map(([last, from, to]) => {
    const week = ([1, 2, 3, 4, 5, 6, 7] as const).filter((day) => day <= last);
    const calendar = { id: 'supposed', zone, weekly: week.map((day) => ({ day, from, to })), holidays: [] };
    return { name: calendarWords(calendar), calendars: [{ calendar, from: ticket.createdAt }] };
  });
  const every = calendars.length === 0 ? [] : [{ name: 'Every hour of every day', calendars: [] }];
  return [...every, ...common.filter(({ name }) => !now.includes(name))];
}

/** Teams the ticket moved to later on. */
function movedTo({ ticket }: Capture): string[] {
  const names = ticket.events.flatMap((event) =>
    event.kind === 'change' && event.field === 'group' && event.to && event.time.at > ticket.createdAt
      ? [event.to.label]
      : [],
  );
  return [...new Set(names)];
}

function Compared({ before, after }: { before: Analysis; after: Analysis }) {
  const rows: [string, string, string][] = [
    ['First reply', length(before.firstReply), length(after.firstReply)],
    ['Longest wait', length(before.longestWait), length(after.longestWait)],
    ['Longest silence', length(before.longestSilence), length(after.longestSilence)],
    ['Until the solve', length(before.span), length(after.span)],
    ['Requester wait, counted', counted(before), counted(after)],
    ['Targets missed', missed(before), missed(after)],
    ['Findings', String(before.findings.length), String(after.findings.length)],
  ];
  return (
    <table className={styles.compared}>
      <caption className="data soft">A supposition: nobody knows what would have followed.</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Happened</th>
          <th scope="col">Would have</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, was, would]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{unbroken(was)}</td>
            <td>{would === was ? <span className="soft">the same</span> : <b>{unbroken(would)}</b>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function length(span: Span | undefined): string {
  return span ? formatDuration(span.ms) : 'none';
}

function counted({ clocks }: Analysis): string {
  const clock = clocks.find(({ metric, source }) => metric === 'requester_wait' && source === 'debrief');
  return clock ? formatDuration(clock.valueMs) : 'none';
}

function missed({ slas }: Analysis): string {
  return `${slas.filter(({ state }) => isMissed(state)).length} of ${slas.length}`;
}
