import { useState } from 'react';
import { correctTime, toggleHidden, toggleMark, toggleNoise, togglePin } from '../../lib/analysis/correct';
import type { MarkKind, Overlay } from '../../lib/analysis/overlay';
import type { TicketEvent } from '../../lib/ticket/events';
import type { Corrections } from '../panel/use-corrections';
import { Button } from '../ui/Button';
import { TextInput } from '../ui/TextArea';
import styles from './CorrectEvent.module.css';
import { markNames } from './mark-names';

const marks = Object.entries(markNames) as [MarkKind, string][]; // keys of a closed type

/** What a person can say about one entry. Every number and sentence follows; the evidence itself stays as it is. */
export function CorrectEvent({ event, corrections }: { event: TicketEvent; corrections: Corrections }) {
  const { overlay, change, problem } = corrections;
  const { id } = event;
  const flags = [
    { label: 'Key event', on: overlay.pinned.includes(id), edit: togglePin(id) },
    { label: 'Noise', on: overlay.noise.includes(id), edit: toggleNoise(id) },
    { label: 'Leave out of all numbers', on: overlay.hidden.includes(id), edit: toggleHidden(id) },
    ...marks.map(([as, label]) => ({
      label,
      on: overlay.marks.some((mark) => mark.event === id && mark.as === as),
      edit: toggleMark(id, as),
    })),
  ];
  return (
    <fieldset className={styles.correct}>
      <legend>Your corrections</legend>
      <div className={styles.flags}>
        {flags.map(({ label, on, edit }) => (
          <Button key={label} variant="small" aria-pressed={on} onClick={() => change(edit)}>
            {label}
          </Button>
        ))}
      </div>
      <CorrectTime key={correctedAt(overlay, id) ?? ''} event={event} corrections={corrections} />
      {problem && (
        <p role="alert" className="bad">
          {problem.message} {problem.next}
        </p>
      )}
    </fieldset>
  );
}

function correctedAt(overlay: Overlay, id: string): string | undefined {
  return overlay.corrected.find((one) => one.event === id)?.at;
}

/** In UTC, as everything else is; saved on the button, so that a half-typed time moves no clock. */
function CorrectTime({ event, corrections }: { event: TicketEvent; corrections: Corrections }) {
  const { overlay, change } = corrections;
  const corrected = correctedAt(overlay, event.id);
  const [typed, setTyped] = useState((corrected ?? event.time.at).slice(0, 19));
  const at = Number.isNaN(Date.parse(`${typed}Z`)) ? undefined : new Date(`${typed}Z`).toISOString();
  const isNew = at !== undefined && at !== (corrected ?? event.time.at);
  return (
    <div className={styles.time}>
      <label>
        Time, UTC
        <TextInput type="datetime-local" step={1} value={typed} onText={setTyped} />
      </label>
      <Button variant="small" disabled={!isNew} onClick={() => change(correctTime(event.id, at))}>
        Correct
      </Button>
      {corrected !== undefined && (
        <Button variant="quiet" onClick={() => change(correctTime(event.id, undefined))}>
          Take back
        </Button>
      )}
    </div>
  );
}
