import { countSentences } from '../../lib/language/sentences';
import type { Why } from '../../lib/postmortem/schema';
import styles from './Postmortem.module.css';

/** A summary is three to five sentences and ends in a cause. */
export function SummaryCheck({ text, cause }: { text: string; cause: readonly Why[] }) {
  const count = countSentences(text);
  const length =
    count < 3
      ? 'too short: three to five read best'
      : count > 5
        ? 'too long: three to five read best'
        : undefined;
  const answered = cause.filter((why) => why.answer.trim() !== '').length;
  return (
    <p className={styles.check} role="status">
      <span className={length ? 'warn' : undefined}>
        {count === 1 ? '1 sentence' : `${count} sentences`}
        {length ? `, ${length}` : ''}
      </span>
      {answered < 2 && <span className="warn">The cause is open: {answered} of 5 whys answered.</span>}
    </p>
  );
}
