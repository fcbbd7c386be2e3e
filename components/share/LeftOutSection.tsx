import { useMemo } from 'react';
import type { Record } from '../../lib/export/record';
import { leftOut } from '../../lib/export/versions/left-out';
import type { Version } from '../../lib/export/versions/version-document';
import { Glyph } from '../ui/Glyph';
import { Section } from '../ui/Section';
import styles from './Share.module.css';

/** What the chosen version does not hold, and what to look at before it is sent. */
export function LeftOutSection({
  record,
  version,
  isRedacted,
}: {
  record: Record;
  version: Version;
  isRedacted: boolean;
}) {
  const rows = useMemo(() => leftOut(record, version), [record, version]);
  return (
    <Section title="What this version leaves out">
      <ul className={styles.notes}>
        {rows.map(({ weight, head, text }) => (
          <li key={head} className={styles.note}>
            <Glyph name={weight} />
            <span>
              <b>{head}</b> {text}
            </span>
          </li>
        ))}
        {isRedacted && (
          <li className={styles.note}>
            <Glyph name="noted" />
            <span>Redaction knows forms and the names on the ticket, not every way to tell who it was.</span>
          </li>
        )}
      </ul>
    </Section>
  );
}
