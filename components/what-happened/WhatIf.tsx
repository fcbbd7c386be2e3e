import { useId, useMemo, useState } from 'react';
import { analyse } from '../../lib/analysis/analyse';
import type { Analysis, Span } from '../../lib/analysis/types';
import type { Hypothesis } from '../../lib/analysis/what-if';
import { formatDuration } from '../../lib/language/duration';
import type { Capture } from '../../lib/ticket/schema';
import type { Corrections } from '../panel/use-corrections';
import { Section } from '../ui/Section';
import { TextInput } from '../ui/TextArea';
import styles from './WhatIf.module.css';

interface WhatIfProps {
  capture: Capture;
  analysis: Analysis;
  corrections: Corrections;
}

/** The same ticket with one thing changed, beside what happened. Nothing of it is stored or exported. */
export function WhatIf({ capture, analysis, corrections }: WhatIfProps) {
  const groups = useMemo(() => movedTo(capture), [capture]);
  const [group, setGroup] = useState('');
  const [reply, setReply] = useState('');
  const hypothesis = useMemo(() => hypothesisOf(group, reply), [group, reply]);
  const { overlay } = corrections;
  const supposed = useMemo(
    () => hypothesis && analyse(capture, { now: analysis.now, overlay, suppose: hypothesis }),
    [hypothesis, capture, analysis.now, overlay],
  );
  const field = useId();
  return (
    <Section title="What if" aside="hypothetical">
      <div className={styles.choices}>
        {groups.length > 0 && (
          <label htmlFor={`${field}g`}>
            It had gone from the start to
            <select
              id={`${field}g`}
              value={group}
              onChange={(event) => {
                setGroup(event.target.value);
                setReply('');
              }}
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
            onText={(text) => {
              setReply(text);
              setGroup('');
            }}
          />
        </label>
      </div>
      {supposed && <Compared before={analysis} after={supposed} />}
    </Section>
  );
}

function hypothesisOf(group: string, reply: string): Hypothesis | undefined {
  if (group !== '') return { kind: 'first_group', group };
  const at = Date.parse(`${reply}Z`);
  return Number.isNaN(at) ? undefined : { kind: 'reply_at', at: new Date(at).toISOString() };
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
            <td>{was}</td>
            <td>{would === was ? <span className="soft">the same</span> : <b>{would}</b>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function length(span: Span | undefined): string {
  return span ? formatDuration(span.ms) : 'none';
}
