import { explainEvent } from '../../lib/language/explain-event';
import { copyText } from '../../lib/platform/clipboard';
import type { TicketEvent } from '../../lib/ticket/events';
import type { Capture } from '../../lib/ticket/schema';
import { SaveAnonymised } from '../report/SaveAnonymised';
import { CopyButton } from '../ui/CopyButton';
import styles from './Explanation.module.css';

/** Where one row came from: what was asked, what was found there, and how it was read. */
export function Explanation({ event, capture }: { event: TicketEvent; capture: Capture }) {
  return (
    <section className={styles.explanation} aria-label="Where this came from">
      <dl>
        {explainEvent(event, capture).map(({ term, text, literal }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={literal ? styles.literal : undefined}>{text}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.ways}>
        <CopyButton label="Copy id" variant="quiet" onCopy={() => copyText(event.id)} />
        <SaveAnonymised capture={capture} />
      </div>
    </section>
  );
}
