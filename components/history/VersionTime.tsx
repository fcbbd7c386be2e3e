import { formatExact, formatStamp } from '../../lib/language/dates';
import type { VersionInfo, VersionReason } from '../../lib/storage/versions';
import styles from './History.module.css';

const reasons: Record<VersionReason, string> = {
  first: 'Before the first edit',
  editing: 'While writing',
  before_pull: 'Before a pull',
  before_restore: 'Before a restore',
  status: 'Before a change of status',
  other_window: 'From another window',
  backup: 'From restoring a backup',
};

/** When a version was written, here and in UTC, and why it was kept. */
export function VersionTime({ at, why }: VersionInfo) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <>
      <span>
        <time dateTime={at}>{formatStamp(at, zone)}</time>
        <span className={styles.why}>{reasons[why]}</span>
      </span>
      <span className={styles.utc}>{formatExact(at).slice(0, 16)} UTC</span>
    </>
  );
}
