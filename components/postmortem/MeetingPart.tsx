import { memo, useEffect, useMemo, useState } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import { type AgendaRow, agenda } from '../../lib/postmortem/agenda';
import { editMeeting } from '../../lib/postmortem/edit-plan';
import { deadlines } from '../../lib/postmortem/follow-ups';
import type { Postmortem } from '../../lib/postmortem/schema';
import { rulesFor } from '../../lib/postmortem/severity';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import { Choice, Line, Lines } from './Field';
import fieldStyles from './Field.module.css';
import styles from './MeetingPart.module.css';
import { Part } from './Part';
import { useLate } from './use-reading';

const lengths = ['30', '45', '50', '60', '75', '90'] as const;

interface MeetingPartProps {
  meeting: Postmortem['meeting'];
  analysis: Analysis;
  /** What the claim check left open, asked in the meeting. */
  questions: readonly string[];
  onChange: PostmortemSession['change'];
}

/** Who leads it, when, and an agenda that fits; what is said in it lands in the document. */
export const MeetingPart = memo(function MeetingPart(props: MeetingPartProps) {
  const { meeting, analysis, questions, onChange } = props;
  const late = useLate();
  const plan = useMemo(() => agenda(late, analysis, questions), [late, analysis, questions]);
  const due = deadlines(late, analysis);
  const rules = rulesFor(late);
  const set = (change: Parameters<typeof editMeeting>[1]) =>
    onChange((current, now) => editMeeting(current, change, now));
  const options = [...new Set<string>([...lengths, String(meeting.minutes)])].sort((a, b) => +a - +b);
  return (
    <Part id="meeting" title="Meeting" aside={brief(late, rules.meeting)} open={false}>
      {due && (
        <p className={fieldStyles.note}>
          Best held between {local(due.meetingFrom)} and {local(due.meetingTo)} your time: feelings have
          settled, and details are fresh.
        </p>
      )}
      <div className={fieldStyles.pair}>
        <Line
          label="Facilitator"
          value={meeting.facilitator}
          placeholder="Not who handled the ticket"
          onText={(facilitator) => set({ facilitator })}
        />
        <Line
          label="Notetaker"
          value={meeting.notetaker}
          placeholder="Somebody else"
          onText={(notetaker) => set({ notetaker })}
        />
      </div>
      <div className={fieldStyles.pair}>
        <Line
          label="Starts (UTC)"
          type="datetime-local"
          value={meeting.startsAt?.slice(0, 16) ?? ''}
          onText={(text) => set({ startsAt: instant(text) })}
        />
        <Choice
          label="Length"
          value={String(meeting.minutes)}
          options={options.map((minutes) => ({ value: minutes, label: `${minutes} minutes` }))}
          onChoose={(minutes) => set({ minutes: Number(minutes) })}
        />
      </div>
      <AgendaList rows={plan.rows} total={plan.total} />
      {plan.note && <p className="data warn">{plan.note}</p>}
      <Lines
        label="Notes"
        value={meeting.notes}
        placeholder="Decisions and what was added; they land in the document"
        onText={(notes) => set({ notes })}
      />
      <div className={fieldStyles.pair}>
        <Line
          label="Held (UTC)"
          type="datetime-local"
          value={meeting.heldAt?.slice(0, 16) ?? ''}
          onText={(text) => set({ heldAt: instant(text) })}
        />
        <Line
          label="Shared with"
          value={meeting.sharedWith}
          placeholder="Teams that were told"
          onText={(sharedWith) => set({ sharedWith })}
        />
      </div>
    </Part>
  );
});

/** The agenda with a clock: it counts the minutes of the item that is on, and says when they are over. */
function AgendaList({ rows, total }: { rows: readonly AgendaRow[]; total: number }) {
  const [running, setRunning] = useState<{ id: AgendaRow['id']; from: number }>();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return (
    <>
      <h3 className={styles.heading}>Agenda, {total} minutes</h3>
      <ol className={styles.agenda}>
        {rows.map((row) => {
          const isOn = running?.id === row.id;
          const leftS = isOn ? row.minutes * 60 - Math.floor((now - running.from) / 1000) : 0;
          return (
            <li key={row.id}>
              <div className={styles.item}>
                <span>
                  {row.title}
                  <span className={styles.minutes}>
                    {row.minutes === 0 ? 'before it' : `${row.minutes} min`}
                  </span>
                </span>
                {row.minutes > 0 && (
                  <Button
                    variant="quiet"
                    aria-label={isOn ? `Stop the clock of ${row.title}` : `Start the clock of ${row.title}`}
                    onClick={() => {
                      setNow(Date.now());
                      setRunning(isOn ? undefined : { id: row.id, from: Date.now() });
                    }}
                  >
                    {isOn ? clock(leftS) : 'Start'}
                  </Button>
                )}
              </div>
              {isOn && leftS < 0 && (
                <p role="status" className="data warn">
                  Time is up: on to the next, what is open becomes an action.
                </p>
              )}
              <ul className={styles.points}>
                {row.points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** "4:05 left", "0:30 over". */
function clock(leftS: number): string {
  const seconds = Math.abs(leftS);
  const words = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return `${words} ${leftS < 0 ? 'over' : 'left'}`;
}

function brief({ meeting, severity }: Postmortem, rule: 'held' | 'optional' | 'none'): string {
  if (meeting.heldAt !== undefined) return `held ${meeting.heldAt.slice(0, 10)}`;
  if (meeting.startsAt !== undefined)
    return `${meeting.startsAt.slice(0, 16).replace('T', ' ')} UTC, ${meeting.minutes} min`;
  return rule === 'held'
    ? `${severity} asks for one`
    : rule === 'optional'
      ? 'optional'
      : `not needed at ${severity}`;
}

function instant(text: string): string | undefined {
  const at = Date.parse(`${text}Z`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function local(at: string): string {
  return new Date(at).toLocaleString([], { weekday: 'short', hour: '2-digit', minute: '2-digit' });
}
