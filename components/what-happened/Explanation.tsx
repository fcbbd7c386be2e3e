import { explainEvent } from '../../lib/language/explain-event';
import { copyText } from '../../lib/platform/clipboard';
import type { TicketEvent } from '../../lib/ticket/events';
import type { Capture } from '../../lib/ticket/schema';
import type { Corrections } from '../panel/use-corrections';
import { SaveAnonymised } from '../report/SaveAnonymised';
import { CopyButton } from '../ui/CopyButton';
import { CorrectEvent } from './CorrectEvent';
import styles from './Explanation.module.css';

/** Where one row came from: what was asked, what was found there, and how it was read. */
export function Explanation({
  event,
  capture,
  corrections,
}: {
  event: TicketEvent;
  capture: Capture;
  corrections?: Corrections | undefined;
}) {
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
      {corrections && <CorrectEvent event={event} corrections={corrections} />}
      <div className={styles.ways}>
        <CopyButton label="Copy id" variant="quiet" onCopy={() => copyText(event.id)} />
        <SaveAnonymised capture={capture} />
      </div>
    </section>
  );
}
