import { formatStamp } from '../../lib/language/dates';
import { editTimelineText, removeTimelineEntry } from '../../lib/postmortem/edit';
import type { Postmortem, TimelineEntry } from '../../lib/postmortem/schema';
import type { PostmortemSession } from '../panel/use-postmortem';
import { IconButton } from '../ui/Button';
import { EvidenceLink, glyphOf, useEvidence } from '../ui/Evidence';
import { Glyph } from '../ui/Glyph';
import { Section } from '../ui/Section';
import { TextArea } from '../ui/TextArea';
import styles from './Postmortem.module.css';

const lanes: Record<TimelineEntry['lane'], string> = {
  customer: 'Customer saw',
  internal: 'Internal',
  system: 'System',
};

/** The key events in UTC; the words are editable, the time and the evidence are the ticket's. */
export function TimelineEditor({
  postmortem,
  onChange,
}: {
  postmortem: Postmortem;
  onChange: PostmortemSession['change'];
}) {
  const { timeline } = postmortem;
  return (
    <Section id="timeline" title="Timeline" aside={`${timeline.length} key events, UTC`}>
      {timeline.length === 0 && (
        <p className="soft">No key event is left. Pull the ticket again to see what is there.</p>
      )}
      <ol>
        {timeline.map((entry) => (
          <li key={entry.event} className={styles.entry}>
            <span className={styles.top}>
              <Moment entry={entry} />
              <span className={styles.lane}>
                {lanes[entry.lane]} · {entry.why}
              </span>
            </span>
            <span className={styles.tools}>
              <IconButton
                icon="remove"
                label={`Take out ${formatStamp(entry.at)}`}
                onClick={() => onChange((current, now) => removeTimelineEntry(current, entry.event, now))}
              />
            </span>
            <div className={styles.body}>
              <TextArea
                borderless
                aria-label={`What happened at ${formatStamp(entry.at)}`}
                value={entry.text}
                onText={(text) =>
                  onChange((current, now) => editTimelineText(current, entry.event, text, now))
                }
              />
            </div>
          </li>
        ))}
      </ol>
    </Section>
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
