import { milestoneName } from '../../lib/analysis/names';
import type { Analysis, Milestone } from '../../lib/analysis/types';
import { formatStamp } from '../../lib/language/dates';
import { EvidenceLink, useEvidence } from '../ui/Evidence';
import { Section } from '../ui/Section';
import styles from './Rows.module.css';

/** The points everybody asks for, each a link to its entry. */
export function Milestones({ analysis }: { analysis: Analysis }) {
  const labels = new Map(analysis.escalations.map((escalation) => [escalation.event, escalation.label]));
  return (
    <Section title="Milestones" aside="UTC">
      <ol className={styles.marks}>
        {analysis.milestones.map((milestone) => (
          <li key={`${milestone.kind} ${milestone.at} ${milestone.event} ${milestone.after}`}>
            {milestone.at === undefined ? (
              <span className="data soft">not yet</span>
            ) : (
              <time dateTime={milestone.at}>{formatStamp(milestone.at)}</time>
            )}
            <Label milestone={milestone} detail={labels.get(milestone.event ?? '')} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Label({ milestone, detail }: { milestone: Milestone; detail: string | undefined }) {
  const { event } = useEvidence();
  const found = milestone.event === undefined ? undefined : event(milestone.event);
  const isEscalation = milestone.kind === 'escalated' && detail !== undefined;
  const text = isEscalation ? `${milestoneName('escalated')}: ${detail}` : milestoneName(milestone.kind);
  return <span>{found ? <EvidenceLink event={found}>{text}</EvidenceLink> : text}</span>;
}
