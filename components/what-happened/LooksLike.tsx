import { categoryName, causeName } from '../../lib/analysis/causes';
import type { IncidentKind } from '../../lib/analysis/suggestion';
import type { Analysis } from '../../lib/analysis/types';
import { EvidenceChips } from '../ui/Evidence';
import { Section } from '../ui/Section';
import styles from './LooksLike.module.css';

const MOST_CAUSES = 3;

const kindNames: Record<IncidentKind, string> = {
  escalation: 'Escalation or communication failure',
  sla_breach: 'SLA breach or delayed response',
  knowledge_gap: 'Knowledge gap or wrong solution',
};

/** Which kind of incident it looks like, how grave, and where the findings point: suggestions, never a verdict. */
export function LooksLike({ analysis }: { analysis: Analysis }) {
  const { kind, why, severity, causes } = analysis.suggestion;
  return (
    <Section title="What it looks like" aside="suggested">
      <dl className={styles.said}>
        <dt>Kind</dt>
        <dd>
          <b>{kindNames[kind]}</b>
          <span className="soft">, because {why}</span>
        </dd>
        <dt>Severity</dt>
        <dd>
          <b>{severity.level}</b>
          <span className="soft">: {severity.why}</span>
        </dd>
      </dl>
      {causes.length > 0 && (
        <>
          <h3 className={styles.heading}>Causes to look into</h3>
          <ol className={styles.causes}>
            {causes.slice(0, MOST_CAUSES).map(({ category, detail, events }) => (
              <li key={detail}>
                <p>
                  <span className="soft">{categoryName(category)}: </span>
                  {causeName(detail)}
                </p>
                <EvidenceChips ids={events} most={2} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}
