import { useId, useState } from 'react';
import { addEvent } from '../../lib/analysis/correct';
import type { Corrections } from '../panel/use-corrections';
import { Button } from '../ui/Button';
import { TextArea, TextInput } from '../ui/TextArea';
import styles from './YourCorrections.module.css';

const whoCanSee = {
  internal: 'Nobody outside',
  reply: 'The customer: we told them',
  customer: 'The customer: they told us',
} as const;
type Way = keyof typeof whoCanSee;
const ways = Object.keys(whoCanSee) as Way[]; // keys of a closed type

/** A call, a decision by word of mouth: counted like any other entry, and named as added by hand. */
export function AddEvent({ corrections }: { corrections: Corrections }) {
  const [isOpen, setOpen] = useState(false);
  const [when, setWhen] = useState('');
  const [text, setText] = useState('');
  const [way, setWay] = useState<Way>('internal');
  const [heardBy, setHeardBy] = useState('');
  const what = useId();
  const at = Number.isNaN(Date.parse(`${when}Z`)) ? undefined : new Date(`${when}Z`).toISOString();
  const missing = [at === undefined ? 'a time' : '', text.trim() === '' ? 'what happened' : ''].filter(
    Boolean,
  );
  if (!isOpen) {
    return (
      <Button variant="quiet" icon="plus" onClick={() => setOpen(true)}>
        Add what happened off the ticket
      </Button>
    );
  }
  const add = () => {
    if (at === undefined || missing.length > 0) return;
    corrections.change(
      addEvent({
        id: `made:${crypto.randomUUID()}`,
        at,
        text: text.trim(),
        audience: way === 'internal' ? 'internal' : 'customer',
        side: way === 'customer' ? 'customer' : 'agent',
        ...(heardBy.trim() === '' ? {} : { heardBy: heardBy.trim() }),
      }),
    );
    setText('');
    setHeardBy('');
    setOpen(false);
  };
  return (
    <form
      className={styles.form}
      aria-label="Off the ticket"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label htmlFor={what}>
        What happened
        <TextArea
          id={what}
          value={text}
          onText={setText}
          placeholder="A call, a decision, a message elsewhere"
          autoFocus
        />
      </label>
      <label>
        When, UTC
        <TextInput type="datetime-local" value={when} onText={setWhen} />
      </label>
      <label>
        Who could see it
        <select
          value={way}
          onChange={(event) => setWay(ways.find((one) => one === event.target.value) ?? 'internal')}
        >
          {ways.map((one) => (
            <option key={one} value={one}>
              {whoCanSee[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Who heard it, where
        <TextInput value={heardBy} onText={setHeardBy} placeholder="not needed" />
      </label>
      <div className={styles.ways}>
        <Button type="submit" disabled={missing.length > 0}>
          Add
        </Button>
        <Button variant="quiet" onClick={() => setOpen(false)}>
          Close
        </Button>
      </div>
      {missing.length > 0 && <p className="data soft">Still needed: {missing.join(' and ')}.</p>}
    </form>
  );
}
