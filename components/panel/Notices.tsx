import { useEffect } from 'react';
import { IconButton } from '../ui/Button';
import { Glyph } from '../ui/Glyph';
import styles from './Notices.module.css';

/** The page in front is one Debrief may not see: what the panel shows is another ticket’s. */
export function OtherPage() {
  return (
    <p className={styles.strip} role="status">
      <Glyph name="noted" />
      <span>Another page is in front. Click the Debrief icon there to read it.</span>
    </p>
  );
}

const SHOWN_MS = 8_000;

/** A followed link that led nowhere says so: clocks, for one, are no entries on the helpdesk’s page. */
export function NotOnPage({ onDismiss }: { onDismiss: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onDismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [onDismiss]);
  return (
    <div className={styles.notice} role="status">
      <Glyph name="noted" />
      <span>The ticket page does not show this entry now. Changes and SLA clocks often have none.</span>
      <IconButton icon="remove" label="Dismiss" onClick={onDismiss} />
    </div>
  );
}
