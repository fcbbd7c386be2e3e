import type { Calendar } from '../../lib/ticket/ticket';
import type { PreferencesSession } from '../panel/use-preferences';
import { Button } from '../ui/Button';
import styles from './OptionsPage.module.css';
import { TypedField } from './TypedField';

type Weekday = Calendar['weekly'][number]['day'];

const days: readonly { day: Weekday; label: string }[] = [
  { day: 1, label: 'Mon' },
  { day: 2, label: 'Tue' },
  { day: 3, label: 'Wed' },
  { day: 4, label: 'Thu' },
  { day: 5, label: 'Fri' },
  { day: 6, label: 'Sat' },
  { day: 7, label: 'Sun' },
];

/** The hours business time is counted by where a helpdesk tells none. */
export function WorkingHours({ preferences, change }: PreferencesSession) {
  const { calendar } = preferences;
  const put = (next: Calendar) => change((current) => ({ ...current, calendar: next }));
  if (!calendar) {
    return (
      <Button variant="quiet" icon="plus" onClick={() => put(officeHours())}>
        Set working hours
      </Button>
    );
  }
  const { zone, weekly, holidays } = calendar;
  const [{ from, to } = { from: '09:00', to: '17:00' }] = weekly;
  const open = new Set(weekly.map(({ day }) => day));
  const onDays = (chosen: ReadonlySet<Weekday>, hours: { from: string; to: string }) =>
    put({
      ...calendar,
      weekly: days.filter(({ day }) => chosen.has(day)).map(({ day }) => ({ day, ...hours })),
    });
  return (
    <>
      <fieldset className={styles.days}>
        <legend>Open on</legend>
        {days.map(({ day, label }) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={open.has(day)}
              // Without a day there would be no hours left to remember, and every clock would stand still.
              disabled={open.size === 1 && open.has(day)}
              onChange={({ target: { checked } }) => {
                const chosen = new Set(open);
                if (checked) chosen.add(day);
                else chosen.delete(day);
                onDays(chosen, { from, to });
              }}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className={styles.target}>
        <TypedField
          label="From"
          value={from}
          hint="Write a time before the end, such as 09:00."
          read={(text) => (isTime(text) && text < to ? text : undefined)}
          onRead={(text) => onDays(open, { from: text, to })}
        />
        <TypedField
          label="To"
          value={to}
          hint="Write a time after the start, such as 17:30 or 24:00."
          read={(text) => (isTime(text) && from < text ? text : undefined)}
          onRead={(text) => onDays(open, { from, to: text })}
        />
        <TypedField
          label="Time zone"
          value={zone}
          hint="Write a zone by its IANA name: Europe/Berlin, America/New_York."
          read={(text) => (isZone(text.trim()) ? text.trim() : undefined)}
          onRead={(next) => put({ ...calendar, zone: next })}
        />
      </div>
      <TypedField
        label="Closed on"
        value={holidays.map(({ day }) => day).join(', ')}
        hint="Write days as 2026-12-25, with commas between them."
        read={readDays}
        onRead={(list) => put({ ...calendar, holidays: list.map((day) => ({ day })) })}
      />
      <Button variant="quiet" onClick={() => change(({ calendar: _before, ...others }) => others)}>
        Remove working hours
      </Button>
    </>
  );
}

function officeHours(): Calendar {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const weekly = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '17:00' }));
  return { id: 'own', zone, weekly, holidays: [] };
}

function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}

function isZone(name: string): boolean {
  try {
    return name !== '' && Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function readDays(text: string): string[] | undefined {
  const list = text.split(/[\s,;]+/).filter(Boolean);
  const isDay = (day: string) =>
    /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
  return list.every(isDay) ? [...new Set(list)].sort() : undefined;
}
