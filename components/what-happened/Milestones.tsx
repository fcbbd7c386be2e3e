import { milestoneName } from '../../lib/analysis/names';
import type { Analysis, Milestone } from '../../lib/analysis/types';
import { formatStamp } from '../../lib/language/dates';
import { EvidenceLink, useEvidence } from '../ui/Evidence';
import { FoldedSection } from '../ui/FoldedSection';
import { ShowAll, useRowLimit } from '../ui/ShowAll';
import styles from './Rows.module.css';

const MOST_SHOWN = 24;
/** A ticket that went up and down for months has hundreds; how it began and how it ended are never left out. */
const FIRST = 10;
const LAST = 4;

/** The points everybody asks for, each a link to its entry. */
export function Milestones({ analysis }: { analysis: Analysis }) {
  const [limit, showMore] = useRowLimit(FIRST);
  const { milestones } = analysis;
  const labels = new Map(analysis.escalations.map((escalation) => [escalation.event, escalation.label]));
  const isWhole = milestones.length <= Math.max(MOST_SHOWN, limit + LAST);
  const row = (milestone: Milestone) => (
    <Row
      key={`${milestone.kind} ${milestone.at} ${milestone.event} ${milestone.after}`}
      milestone={milestone}
      detail={labels.get(milestone.event ?? '')}
    />
  );
  return (
    <FoldedSection title="Milestones" aside={String(milestones.length)}>
      <ol className={styles.marks}>
        {(isWhole ? milestones : milestones.slice(0, limit)).map(row)}
        {!isWhole && (
          <li>
            <span />
            <ShowAll hidden={milestones.length - limit - LAST} of="between" onShow={showMore} />
          </li>
        )}
        {!isWhole && milestones.slice(-LAST).map(row)}
      </ol>
    </FoldedSection>
  );
}

function Row({ milestone, detail }: { milestone: Milestone; detail: string | undefined }) {
  return (
    <li>
      {milestone.at === undefined ? (
        <span className="data soft">not yet</span>
      ) : (
        <time dateTime={milestone.at}>{formatStamp(milestone.at)}</time>
      )}
      <Label milestone={milestone} detail={detail} />
    </li>
  );
}

function Label({ milestone, detail }: { milestone: Milestone; detail: string | undefined }) {
  const { event } = useEvidence();
  const found = milestone.event === undefined ? undefined : event(milestone.event);
  const isEscalation = milestone.kind === 'escalated' && detail !== undefined;
  const text = isEscalation ? `${milestoneName('escalated')}: ${detail}` : milestoneName(milestone.kind);
  return <span>{found ? <EvidenceLink event={found}>{text}</EvidenceLink> : text}</span>;
}
