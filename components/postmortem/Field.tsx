import { useId } from 'react';
import { TextArea, TextInput } from '../ui/TextArea';
import styles from './Field.module.css';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; disabled?: boolean }[];
  onChoose: (value: Value) => void;
  id?: string;
}

/** One of a few, in the browser's own list. */
export function Choice<Value extends string>({ label, value, options, onChoose, id }: ChoiceProps<Value>) {
  const own = useId();
  return (
    <div className={styles.field} id={id}>
      <label htmlFor={own}>{label}</label>
      <select
        id={own}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface LineProps extends Omit<React.ComponentProps<typeof TextInput>, 'id'> {
  label: string;
}

export function Line({ label, ...input }: LineProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <TextInput id={id} {...input} />
    </div>
  );
}

export function Lines({
  label,
  ...area
}: { label: string } & Omit<React.ComponentProps<typeof TextArea>, 'id'>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <TextArea id={id} {...area} />
    </div>
  );
}
