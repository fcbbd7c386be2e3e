import { useId, useState } from 'react';
import { addDecision } from '../../lib/analysis/decide';
import { formatStamp, zoneName } from '../../lib/language/dates';
import { unbroken } from '../../lib/language/unbroken';
import type { Corrections } from '../panel/use-corrections';
import { Button } from '../ui/Button';
import styles from './Decision.module.css';
import { Line, Lines } from './Field';

interface DecisionFormProps {
  corrections: Corrections;
  /** Where the time begins: the last entry, because what was said aloud most often followed it. */
  startAt: string | undefined;
  onClose: () => void;
}

/** What was decided aloud, when, and who heard it: it becomes an entry of the timeline. */
export function DecisionForm({ corrections, startAt, onClose }: DecisionFormProps) {
  const [text, setText] = useState('');
  const [when, setWhen] = useState(startAt?.slice(0, 16) ?? '');
  const [heardBy, setHeardBy] = useState('');
  const local = useId();
  const at = isoOf(when);
  const missing = [text.trim() === '' ? 'what was decided' : '', at === undefined ? 'a time' : ''].filter(
    Boolean,
  );
  const add = () => {
    if (at === undefined || missing.length > 0) return;
    const heard = heardBy.trim();
    corrections.change(
      addDecision({
        id: `made:${crypto.randomUUID()}`,
        at,
        text: text.trim(),
        ...(heard === '' ? {} : { heardBy: heard }),
      }),
    );
    onClose();
  };
  return (
    <form
      className={styles.form}
      aria-label="A decision"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Lines
        label="What was decided"
        value={text}
        placeholder="Roll back the label service tonight"
        onText={setText}
        autoFocus
      />
      <Line label="When (UTC)" type="datetime-local" value={when} aria-describedby={local} onText={setWhen} />
      <p id={local} className="data soft">
        {at === undefined ? 'No time yet.' : localWords(at)}
      </p>
      <Line
        label="Who heard it"
        value={heardBy}
        placeholder="The shift lead and two on call, by phone"
        onText={setHeardBy}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="small" disabled={missing.length > 0}>
          Add decision
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        {missing.length > 0 && <span className="data soft">Still needed: {missing.join(' and ')}.</span>}
      </div>
    </form>
  );
}

function isoOf(typed: string): string | undefined {
  const at = Date.parse(`${typed}Z`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function localWords(at: string): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return `${unbroken(formatStamp(at, zone))} where you are (${zoneName(at, zone)})`;
}
