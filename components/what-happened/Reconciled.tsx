import { clockCountings, metricCountings, reasonWords } from '../../lib/analysis/how-counted';
import type { Reconciliation } from '../../lib/analysis/reconcile/types';
import { formatStamp } from '../../lib/language/dates';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import { EvidenceChips } from '../ui/Evidence';
import styles from './Clocks.module.css';
import { Fold } from './Fold';

/** "3 agree with Zendesk", "3 of 5 agree with Zendesk"; nothing where there is nothing to compare. */
export function agreement(rows: readonly Reconciliation[], label: string): string | undefined {
  if (rows.length === 0) return undefined;
  const agree = rows.filter((row) => row.agrees).length;
  return `${agree === rows.length ? agree : `${agree} of ${rows.length}`} agree with ${label}`;
}

/** Where our number and the helpdesk's differ: both, and why. */
export function Reconciled({ rows, label }: { rows: readonly Reconciliation[]; label: string }) {
  const differing = rows.filter((row) => !row.agrees);
  if (differing.length === 0) return null;
  const count = differing.length === 1 ? '1 number differs' : `${differing.length} numbers differ`;
  return (
    <Fold summary={<span className={styles.name}>{`${count} from ${label}`}</span>}>
      <ul className={styles.differences}>
        {differing.map((row) => (
          <li key={`${row.name} ${row.unit} ${row.instance ?? ''}`}>
            <p>
              <b>{nameOf(row.name)}</b>
              {unitWords[row.unit]}: {row.ours === undefined ? 'not so by our count' : amount(row.ours, row)}{' '}
              here, {amount(row.theirs, row)} in {label}.
            </p>
            <p className={styles.rule}>{reasonWords[row.reason ?? 'unexplained']}</p>
            <EvidenceChips ids={row.events} dated />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

const unitWords: Record<Reconciliation['unit'], string> = {
  calendar: ', all hours',
  business: ', business hours',
  count: '',
  instant: ', missed',
};

function amount(value: number, { unit }: Reconciliation): string {
  if (unit === 'count') return String(value);
  return unbroken(
    unit === 'instant' ? `${formatStamp(new Date(value).toISOString())} UTC` : formatDuration(value),
  );
}

const helpdeskNames: Readonly<Record<string, string>> = {
  reply_time: clockCountings.first_reply_native.name,
  first_resolution_time: clockCountings.first_resolution.name,
  full_resolution_time: clockCountings.full_resolution.name,
  requester_wait_time: clockCountings.requester_wait.name,
  agent_wait_time: clockCountings.agent_wait.name,
  on_hold_time: clockCountings.on_hold.name,
};

function nameOf(name: string): string {
  const ours: Readonly<Record<string, { name: string }>> = { ...clockCountings, ...metricCountings };
  return helpdeskNames[name] ?? ours[name]?.name ?? name;
}
