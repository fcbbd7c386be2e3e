import { toggleNoise, togglePin } from '../../lib/analysis/correct';
import type { Analysis } from '../../lib/analysis/types';
import { formatStamp } from '../../lib/language/dates';
import { describeEvent } from '../../lib/language/describe-event';
import type { Capture } from '../../lib/ticket/schema';
import type { Corrections } from '../panel/use-corrections';
import { Button } from '../ui/Button';
import { EvidenceLink, glyphOf } from '../ui/Evidence';
import { Glyph } from '../ui/Glyph';
import { Section } from '../ui/Section';
import styles from './KeyEvents.module.css';

interface KeyEventsProps {
  capture: Capture;
  analysis: Analysis;
  corrections: Corrections;
}

/** The few entries that define the ticket, each with why it was picked; a person has the last word. */
export function KeyEvents({ capture, analysis, corrections }: KeyEventsProps) {
  const { keyEvents } = analysis;
  const { overlay, change } = corrections;
  const events = new Map(capture.ticket.events.map((event) => [event.id, event]));
  const people = new Map(capture.ticket.people.map((person) => [person.id, person]));
  if (keyEvents.length === 0 && overlay.noise.length === 0) return null;
  return (
    <Section title="Key events" aside={String(keyEvents.length)}>
      <ol className={styles.list}>
        {keyEvents.map(({ id, why }) => {
          const event = events.get(id);
          if (!event) return null;
          const isPinned = overlay.pinned.includes(id);
          return (
            <li key={id}>
              <Glyph name={glyphOf(event)} size={10} />
              <div>
                <EvidenceLink event={event} className={styles.what}>
                  <time dateTime={event.time.at}>{formatStamp(event.time.at)}</time>{' '}
                  <span>{describeEvent(event, people)}</span>
                </EvidenceLink>
                <p className="data soft">{why}</p>
              </div>
              <span className={styles.buttons}>
                <Button variant="quiet" aria-pressed={isPinned} onClick={() => change(togglePin(id))}>
                  {isPinned ? 'Pinned' : 'Pin'}
                  <span className="hidden-text"> {formatStamp(event.time.at)}</span>
                </Button>
                <Button variant="quiet" onClick={() => change(toggleNoise(id))}>
                  Noise<span className="hidden-text">: leave out {formatStamp(event.time.at)}</span>
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      {overlay.noise.length > 0 && (
        <p className={styles.leftOut}>
          {overlay.noise.length} left out as noise.{' '}
          <Button variant="quiet" onClick={() => change((current) => ({ ...current, noise: [] }))}>
            Take back
          </Button>
        </p>
      )}
    </Section>
  );
}
