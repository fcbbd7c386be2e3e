import { useEffect } from 'react';
import { IconButton } from '../ui/Button';
import { Glyph } from '../ui/Glyph';
import styles from './Notices.module.css';

/**
 * The page in front is one Debrief may not see: another tab's, or the ticket's own (`isOwn`) since access was taken
 * back or the tab left for another site.
 */
export function OtherPage({ isOwn }: { isOwn: boolean }) {
  return (
    <p className={styles.strip} role="status">
      <Glyph name="noted" />
      <span>
        {isOwn
          ? 'Debrief may no longer see this page. Click its icon in the toolbar to read it; what is shown here is kept.'
          : 'Another page is in front. Click the Debrief icon there to read it.'}
      </span>
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
