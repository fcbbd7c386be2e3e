import type { Stage } from '../../lib/analysis/stages';
import type { Analysis } from '../../lib/analysis/types';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import { EvidenceChips } from '../ui/Evidence';
import { FoldedSection } from '../ui/FoldedSection';
import styles from './Stages.module.css';

/** Where the unsolved time went: every moment is in one row, longest first. */
export function Stages({ analysis }: { analysis: Analysis }) {
  const { stages } = analysis;
  const whole = stages.reduce((sum, { ms }) => sum + ms, 0);
  if (stages.length < 2) return null;
  return (
    <FoldedSection title="Where the time went" aside={formatDuration(whole)}>
      <ol className={styles.stages}>
        {stages.map((stage) => (
          <li key={`${stage.stage} ${stage.group ?? ''}`}>
            <details>
              <summary>
                <span>{stageName(stage)}</span>
                <span className={styles.ms}>{unbroken(formatDuration(stage.ms))}</span>
                <span className={styles.bar} style={{ inlineSize: `${(100 * stage.ms) / whole}%` }} />
              </summary>
              <p className="data soft">
                {Math.round((100 * stage.ms) / whole)} % of the time before the solve. Entered with
              </p>
              <EvidenceChips ids={stage.events} dated />
            </details>
          </li>
        ))}
      </ol>
    </FoldedSection>
  );
}

function stageName({ stage, group }: Stage): string {
  switch (stage) {
    case 'unassigned':
      return 'Without an owner';
    case 'waiting_for_customer':
      return 'Waiting for the customer';
    case 'on_hold':
      return 'On hold';
    case 'group':
      return `With ${group ?? 'a group'}`;
    case 'no_group':
      return 'Assigned, no group known';
  }
}
