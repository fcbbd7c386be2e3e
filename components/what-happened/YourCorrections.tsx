import { correctTime, removeAdded, toggleHidden, toggleMark } from '../../lib/analysis/correct';
import type { Overlay } from '../../lib/analysis/overlay';
import { formatStamp } from '../../lib/language/dates';
import { describeEvent } from '../../lib/language/describe-event';
import { unbroken } from '../../lib/language/unbroken';
import type { EventId } from '../../lib/ticket/events';
import type { Capture } from '../../lib/ticket/schema';
import type { Corrections } from '../panel/use-corrections';
import { Button } from '../ui/Button';
import { FoldedSection } from '../ui/FoldedSection';
import { AddEvent } from './AddEvent';
import { markNames } from './mark-names';
import styles from './YourCorrections.module.css';

interface Row {
  key: string;
  about: string;
  change: string;
  undo(overlay: Overlay): Overlay;
}

/** What a person changed about the evidence, each with the way back, and what happened off the ticket. */
export function YourCorrections({ read, corrections }: { read: Capture; corrections: Corrections }) {
  const { overlay, change, problem } = corrections;
  const rows = rowsOf(read, overlay);
  return (
    <FoldedSection title="Your corrections" aside={rows.length === 0 ? 'none' : String(rows.length)}>
      {problem && (
        <p role="alert" className="bad">
          {problem.message} {problem.next}
        </p>
      )}
      {rows.length > 0 && (
        <ul className={styles.rows}>
          {rows.map(({ key, about, change: what, undo }) => (
            <li key={key}>
              <p>
                <span className={styles.about}>{unbroken(about)}</span>
                <span className="data soft">{unbroken(what)}</span>
              </p>
              <Button variant="quiet" onClick={() => change(undo)}>
                Take back
                <span className="hidden-text">
                  : {what}, {about}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddEvent corrections={corrections} />
    </FoldedSection>
  );
}

function rowsOf({ ticket }: Capture, overlay: Overlay): Row[] {
  const events = new Map(ticket.events.map((event) => [event.id, event]));
  const people = new Map(ticket.people.map((person) => [person.id, person]));
  const about = (id: EventId) => {
    const event = events.get(id);
    if (event) return `${formatStamp(event.time.at)} ${describeEvent(event, people)}`;
    return overlay.added.find((made) => made.id === id)?.text ?? 'An entry that is no longer on the ticket';
  };
  return [
    ...overlay.added.map(({ id, at, text, audience }) => ({
      key: id,
      about: `${formatStamp(at)} ${text}`,
      change: `Added by hand, ${audience === 'customer' ? 'seen by the customer' : 'internal'}`,
      undo: removeAdded(id),
    })),
    ...overlay.corrected.map(({ event, at }) => ({
      key: `time ${event}`,
      about: about(event),
      change: `Time corrected to ${formatStamp(at)} UTC`,
      undo: correctTime(event, undefined),
    })),
    ...overlay.hidden.map((event) => ({
      key: `hidden ${event}`,
      about: about(event),
      change: 'Left out of all numbers',
      undo: toggleHidden(event),
    })),
    ...overlay.marks.map(({ event, as }) => ({
      key: `${as} ${event}`,
      about: about(event),
      change: `Marked: ${markNames[as].toLowerCase()}`,
      undo: toggleMark(event, as),
    })),
  ];
}
