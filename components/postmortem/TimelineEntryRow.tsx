import { useState } from 'react';
import { toggleMark } from '../../lib/analysis/correct';
import { formatStamp } from '../../lib/language/dates';
import { editTimelineText, removeTimelineEntry } from '../../lib/postmortem/edit';
import { attachmentsOf } from '../../lib/postmortem/own-evidence';
import type { Postmortem, TimelineEntry } from '../../lib/postmortem/schema';
import type { Corrections } from '../panel/use-corrections';
import type { PostmortemSession } from '../panel/use-postmortem';
import { IconButton } from '../ui/Button';
import { EvidenceLink, glyphOf, useEvidence } from '../ui/Evidence';
import { Glyph } from '../ui/Glyph';
import { Icon } from '../ui/Icon';
import { TextArea } from '../ui/TextArea';
import { AttachForm } from './AttachForm';
import { rowOf } from './Attaching';
import { AttachmentList } from './AttachmentList';
import decisionStyles from './Decision.module.css';
import styles from './Postmortem.module.css';
import type { Attach } from './use-attach';

const lanes: Record<TimelineEntry['lane'], string> = {
  customer: 'Customer saw',
  internal: 'Internal',
  system: 'System',
};

interface TimelineEntryRowProps {
  entry: TimelineEntry;
  isDecision: boolean;
  postmortem: Postmortem;
  session: PostmortemSession;
  attach: Attach;
  corrections: Corrections | undefined;
}

export function TimelineEntryRow({
  entry,
  isDecision,
  postmortem,
  session,
  attach,
  corrections,
}: TimelineEntryRowProps) {
  const { change } = session;
  const { event } = entry;
  const [isAttaching, setAttaching] = useState(false);
  const attachments = attachmentsOf(postmortem, event);
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
        <TextArea
          borderless
          aria-label={`What happened at ${when}`}
          value={entry.text}
          onText={(text) => change((current, now) => editTimelineText(current, event, text, now))}
        />
        <AttachmentList attachments={attachments} session={session} />
        {isAttaching && <AttachForm attach={attach} event={event} onDone={() => setAttaching(false)} />}
      </div>
    </li>
  );
}

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
