import { useId, useState } from 'react';
import { Button } from '../ui/Button';
import { TextInput } from '../ui/TextArea';
import styles from './OptionsPage.module.css';

interface TypedFieldProps<T> {
  label: string;
  /** What is kept, as it would be typed. */
  value: string;
  /** What it goes back to; without one there is no way back. */
  initial?: string;
  /** What to type, shown when it cannot be read. */
  hint: string;
  read(text: string): T | undefined;
  onRead(value: T): void;
}

/** A value with a form of its own. What cannot be read stays as typed, with how to write it, and is not kept. */
export function TypedField<T>({ label, value, initial, hint, read, onRead }: TypedFieldProps<T>) {
  // While somebody types, what they typed; else what is kept, also when another window changed it.
  const [typed, setTyped] = useState<string>();
  const field = useId();
  const isBad = typed !== undefined && read(typed) === undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={field}>{label}</label>
      <TextInput
        id={field}
        value={typed ?? value}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${field}hint` : undefined}
        onText={(text) => {
          setTyped(text);
          const found = read(text);
          if (found !== undefined) onRead(found);
        }}
        onBlur={() => {
          if (!isBad) setTyped(undefined);
        }}
      />
      {initial !== undefined && initial !== value && (
        <Button
          variant="quiet"
          onClick={() => {
            setTyped(undefined);
            const found = read(initial);
            if (found !== undefined) onRead(found);
          }}
        >
          Back to {initial}
          <span className="hidden-text">: {label}</span>
        </Button>
      )}
      {isBad && (
        <p id={`${field}hint`} className={styles.hint} role="alert">
          {hint} Not kept: {value} still counts.
        </p>
      )}
    </div>
  );
}
