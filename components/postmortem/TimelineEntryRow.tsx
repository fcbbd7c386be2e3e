import { memo, useCallback, useState } from 'react';
import { toggleMark } from '../../lib/analysis/correct';
import { formatStamp } from '../../lib/language/dates';
import { editTimelineText, removeTimelineEntry } from '../../lib/postmortem/edit';
import { ownWords } from '../../lib/postmortem/own-words';
import type { Attachment, TimelineEntry } from '../../lib/postmortem/schema';
import type { Corrections } from '../panel/use-corrections';
import { IconButton } from '../ui/Button';
import { EvidenceLink, glyphOf, useEvidence } from '../ui/Evidence';
import { Glyph } from '../ui/Glyph';
import { Icon } from '../ui/Icon';
import { AttachForm } from './AttachForm';
import { rowOf } from './Attaching';
import { AttachmentList } from './AttachmentList';
import decisionStyles from './Decision.module.css';
import styles from './Postmortem.module.css';
import { ProseField } from './ProseField';
import type { Attach } from './use-attach';
import type { Editing } from './use-editing';

const lanes: Record<TimelineEntry['lane'], string> = {
  customer: 'Customer saw',
  internal: 'Internal',
  system: 'System',
};

interface TimelineEntryRowProps {
  entry: TimelineEntry;
  isDecision: boolean;
  /** All of the document; those of the entry stand here. */
  attachments: readonly Attachment[];
  editing: Editing;
  attach: Attach;
  corrections: Corrections | undefined;
}

export const TimelineEntryRow = memo(function TimelineEntryRow(props: TimelineEntryRowProps) {
  const { entry, isDecision, attachments, editing, attach, corrections } = props;
  const { change } = editing;
  const { event } = entry;
  const [isAttaching, setAttaching] = useState(false);
  const found = useEvidence().event(event);
  const { state } = entry;
  const ownIn = useCallback((text: string) => ownWords({ text, state }, found), [state, found]);
  const when = formatStamp(entry.at);
  return (
    <li
      className={[styles.entry, isDecision ? decisionStyles.decision : undefined].filter(Boolean).join(' ')}
      {...rowOf(event)}
    >
      <span className={styles.top}>
        <Moment entry={entry} />
        {isDecision && (
          <span className={decisionStyles.tag}>
            <Icon name="flag" />
            Decision
          </span>
        )}
        <span className={styles.lane}>
          {lanes[entry.lane]}
          {isDecision && entry.why === 'a decision' ? '' : ` · ${entry.why}`}
        </span>
      </span>
      <span className={styles.tools}>
        {corrections && (
          <IconButton
            icon="flag"
            label={`Decision: ${when}`}
            aria-pressed={isDecision}
            onClick={() => corrections.change(toggleMark(event, 'decision'))}
          />
        )}
        <IconButton
          icon="clip"
          label={`Add evidence to ${when}`}
          aria-expanded={isAttaching}
          onClick={() => setAttaching(!isAttaching)}
        />
        <IconButton
          icon="remove"
          label={`Take out ${when}`}
          onClick={() => change((current, now) => removeTimelineEntry(current, event, now))}
        />
      </span>
      <div className={styles.body}>
        <ProseField
          borderless
          ownIn={ownIn}
          aria-label={`What happened at ${when}`}
          value={entry.text}
          onText={(text) => change((current, now) => editTimelineText(current, event, text, now))}
        />
        <AttachmentList attachments={attachments.filter((one) => one.event === event)} editing={editing} />
        {isAttaching && <AttachForm attach={attach} event={event} onDone={() => setAttaching(false)} />}
      </div>
    </li>
  );
});

function Moment({ entry }: { entry: TimelineEntry }) {
  const { event } = useEvidence();
  const found = event(entry.event);
  const time = <time dateTime={entry.at}>{formatStamp(entry.at)}</time>;
  if (!found) return time;
  return (
    <>
      <Glyph name={glyphOf(found)} size={10} />
      <EvidenceLink event={found}>{time}</EvidenceLink>
    </>
  );
}
