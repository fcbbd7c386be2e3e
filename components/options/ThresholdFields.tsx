import { defaultThresholds, type Thresholds } from '../../lib/analysis/thresholds';
import { formatDuration, parseDuration } from '../../lib/language/duration';
import type { PreferencesSession } from '../panel/use-preferences';
import styles from './OptionsPage.module.css';
import { TypedField } from './TypedField';

interface Kind {
  read(text: string): number | undefined;
  write(value: number): string;
  hint: string;
}

const duration: Kind = {
  read: parseDuration,
  write: formatDuration,
  hint: 'Write a time: 30 min, 4 h, 2 d.',
};
const share: Kind = {
  read: (text) => within(/^(\d{1,3})\s*%?$/.exec(text.trim())?.[1], 1, 100, 0.01),
  write: (value) => `${Math.round(100 * value)} %`,
  hint: 'Write a share: 1 to 100 %.',
};
const count: Kind = {
  read: (text) => within(/^(\d{1,4})$/.exec(text.trim())?.[1], 1, 9_999, 1),
  write: String,
  hint: 'Write a number from 1 on.',
};

function within(digits: string | undefined, least: number, most: number, scale: number): number | undefined {
  const value = Number(digits);
  return value >= least && value <= most ? value * scale : undefined;
}

const fields: readonly { name: keyof Thresholds; label: string; kind: Kind }[] = [
  { name: 'silenceMs', label: 'A silence toward the customer lasts at least', kind: duration },
  { name: 'unansweredMs', label: 'An answer is slow from', kind: duration },
  { name: 'handoffGapMs', label: 'A hand-off lies untouched from', kind: duration },
  {
    name: 'updateAfterEscalationMs',
    label: 'The first word after an escalation is late from',
    kind: duration,
  },
  { name: 'promiseGraceMs', label: 'A promise still counts as kept when late by up to', kind: duration },
  { name: 'promiseLateMs', label: 'A promise is late, not broken, up to', kind: duration },
  { name: 'shiftEdgeMs', label: 'The end of working hours is the last', kind: duration },
  {
    name: 'outsideHoursMs',
    label: 'A delay is one of coverage with so much outside the hours',
    kind: duration,
  },
  { name: 'returns', label: 'A ticket goes back and forth from so many returns', kind: count },
  { name: 'roleShare', label: 'Work hangs on one role from this share of messages', kind: share },
  { name: 'roleEntries', label: 'That share counts from so many messages on', kind: count },
];

/** From where on something is a finding. Each stands at its default until it is changed. */
export function ThresholdFields({ preferences, change }: PreferencesSession) {
  const { thresholds } = preferences;
  return (
    <div className={styles.fields}>
      {fields.map(({ name, label, kind }) => (
        <TypedField
          key={name}
          label={label}
          value={kind.write(thresholds[name] ?? defaultThresholds[name])}
          initial={kind.write(defaultThresholds[name])}
          hint={kind.hint}
          read={kind.read}
          onRead={(value) =>
            change((current) => {
              const { [name]: _before, ...others } = current.thresholds;
              const isDefault = value === defaultThresholds[name];
              return { ...current, thresholds: isDefault ? others : { ...others, [name]: value } };
            })
          }
        />
      ))}
    </div>
  );
}
