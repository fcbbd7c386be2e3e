import { memo, useMemo } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import { countSentences } from '../../lib/language/sentences';
import { missingInSummary, type Slot } from '../../lib/postmortem/checks/summary';
import styles from './Postmortem.module.css';
import { useLate } from './use-reading';

const slotNames: Record<Slot, string> = {
  what: 'What',
  how_long: 'how long',
  who: 'who',
  targets: 'SLA',
  cause: 'cause',
};

/** A summary is three to five sentences, and says five things. */
export const SummaryCheck = memo(function SummaryCheck({ analysis }: { analysis: Analysis }) {
  const read = useLate();
  const count = countSentences(read.sections.summary.text);
  const missing = useMemo(() => missingInSummary({ postmortem: read, analysis }), [read, analysis]);
  const length =
    count < 3
      ? 'too short: three to five read best'
      : count > 5
        ? 'too long: three to five read best'
        : undefined;
  const said = (Object.keys(slotNames) as Slot[]) // keys of a closed type
    .filter((slot) => !missing.includes(slot))
    .map((slot) => slotNames[slot]);
  return (
    <p className={styles.check} role="status">
      <span className={length ? 'warn' : undefined}>
        {count === 1 ? '1 sentence' : `${count} sentences`}
        {length ? `, ${length}` : ''}
      </span>
      <span>
        {said.length > 0 && `${capitalised(said.join(', '))}. `}
        {missing.length > 0 && (
          <span className="warn">
            {capitalised(missing.map((slot) => slotNames[slot]).join(', '))}{' '}
            {missing.length === 1 ? 'is' : 'are'} missing.
          </span>
        )}
      </span>
    </p>
  );
});

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
