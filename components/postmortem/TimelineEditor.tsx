import { memo, useState } from 'react';
import { marked } from '../../lib/analysis/overlay';
import { confirmTimeline } from '../../lib/postmortem/edit';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { EventId } from '../../lib/ticket/events';
import type { Corrections } from '../panel/use-corrections';
import { Button } from '../ui/Button';
import styles from './Decision.module.css';
import { DecisionForm } from './DecisionForm';
import { Part } from './Part';
import formStyles from './Postmortem.module.css';
import { combinedState } from './section-state';
import { StateMark } from './TextSectionField';
import { TimelineEntryRow } from './TimelineEntryRow';
import type { Attach } from './use-attach';
import type { Editing } from './use-editing';

interface TimelineEditorProps {
  timeline: Postmortem['timeline'];
  attachments: Postmortem['attachments'];
  editing: Editing;
  attach: Attach;
  corrections: Corrections | undefined;
}

/** The key events in UTC; the words are editable, the time and the evidence are the ticket's. */
export const TimelineEditor = memo(function TimelineEditor(props: TimelineEditorProps) {
  const { timeline, attachments, editing, attach, corrections } = props;
  const [isDeciding, setDeciding] = useState(false);
  const decided = new Set<EventId>(corrections ? marked(corrections.overlay, 'decision') : []);
  const state = combinedState(timeline.map((entry) => entry.state));
  const isToConfirm = state !== 'confirmed' && state !== 'empty';
  const decisions = timeline.filter(({ event }) => decided.has(event)).length;
  return (
    <Part
      id="timeline"
      title="Timeline"
      aside={
        <>
          {countWords(timeline.length, decisions)}
          <StateMark state={state} />
        </>
      }
      open={state !== 'confirmed'}
      closesOn={state === 'confirmed'}
    >
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
            attachments={attachments}
            editing={editing}
            attach={attach}
            corrections={corrections}
          />
        ))}
      </ol>
      <div className={formStyles.under}>
        <p className={formStyles.hint}>Times in UTC.</p>
        {isToConfirm && (
          <span className={formStyles.ways}>
            <Button variant="quiet" onClick={() => editing.change(confirmTimeline)}>
              Confirm
            </Button>
          </span>
        )}
      </div>
    </Part>
  );
});

function countWords(events: number, decisions: number): string {
  const decided = decisions === 0 ? '' : `, ${decisions} ${decisions === 1 ? 'decision' : 'decisions'}`;
  return `${events} key ${events === 1 ? 'event' : 'events'}${decided}`;
}
