import { useState } from 'react';
import { marked } from '../../lib/analysis/overlay';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { EventId } from '../../lib/ticket/events';
import type { Corrections } from '../panel/use-corrections';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import { Section } from '../ui/Section';
import styles from './Decision.module.css';
import { DecisionForm } from './DecisionForm';
import { TimelineEntryRow } from './TimelineEntryRow';
import type { Attach } from './use-attach';

interface TimelineEditorProps {
  postmortem: Postmortem;
  session: PostmortemSession;
  attach: Attach;
  corrections: Corrections | undefined;
}

/** The key events in UTC; the words are editable, the time and the evidence are the ticket's. */
export function TimelineEditor({ postmortem, session, attach, corrections }: TimelineEditorProps) {
  const { timeline } = postmortem;
  const [isDeciding, setDeciding] = useState(false);
  const decided = new Set<EventId>(corrections ? marked(corrections.overlay, 'decision') : []);
  const decisions = timeline.filter(({ event }) => decided.has(event)).length;
  return (
    <Section id="timeline" title="Timeline" aside={countWords(timeline.length, decisions)}>
      {corrections?.problem && (
        <p role="alert" className="bad">
          {corrections.problem.message} {corrections.problem.next}
        </p>
      )}
      {corrections &&
        (isDeciding ? (
          <DecisionForm
            corrections={corrections}
            startAt={timeline.at(-1)?.at}
            onClose={() => setDeciding(false)}
          />
        ) : (
          <Button variant="quiet" icon="plus" className={styles.decide} onClick={() => setDeciding(true)}>
            Decision
          </Button>
        ))}
      {timeline.length === 0 && (
        <p className="soft">No key event is left. Pull the ticket again to see what is there.</p>
      )}
      <ol>
        {timeline.map((entry) => (
          <TimelineEntryRow
            key={entry.event}
            entry={entry}
            isDecision={decided.has(entry.event)}
            postmortem={postmortem}
            session={session}
            attach={attach}
            corrections={corrections}
          />
        ))}
      </ol>
    </Section>
  );
}

function countWords(events: number, decisions: number): string {
  const decided = decisions === 0 ? '' : `, ${decisions} ${decisions === 1 ? 'decision' : 'decisions'}`;
  return `${events} key ${events === 1 ? 'event' : 'events'}${decided}, UTC`;
}
