import { useEffect, useState } from 'react';
import type { AgendaRow } from '../../lib/postmortem/agenda';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import styles from './MeetingPart.module.css';
import { NoteEntry } from './NoteEntry';

interface AgendaListProps {
  rows: readonly AgendaRow[];
  total: number;
  onChange: PostmortemSession['change'];
}

/**
 * The agenda with a clock: it counts the minutes of the item that is on, says when they are over, and takes down what is
 * said in it.
 */
export function AgendaList({ rows, total, onChange }: AgendaListProps) {
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
            <li key={row.id} className={isOn ? styles.on : undefined}>
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
                    onClick={() => {
                      setNow(Date.now());
                      setRunning(isOn ? undefined : { id: row.id, from: Date.now() });
                    }}
                  >
                    {isOn ? clock(leftS) : 'Start'}
                    <span className="hidden-text">
                      {isOn ? `, stop the clock of ${row.title}` : ` the clock of ${row.title}`}
                    </span>
                  </Button>
                )}
              </div>
              {isOn && leftS < 0 && (
                <p role="status" className="data warn">
                  Time is up: on to the next, what is open is parked or becomes an action.
                </p>
              )}
              <ul className={styles.points}>
                {row.points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
              {isOn && <NoteEntry row={row} onChange={onChange} />}
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
