import styles from './MeetingPart.module.css';

const prompts = [
  ['It turns to who did it', 'What would have had to be different for anybody to do otherwise?'],
  ['It becomes a story', 'What does the timeline show at that moment?'],
  ['“They should have”', 'What did they see then, and what made that the sensible thing to do?'],
  ['It is solved already', 'That is an action. Note it, and back to what made it possible.'],
  ['One voice only', 'Who saw it differently, or was not there?'],
  ['Another subject', 'Park it: the closing asks who takes it on.'],
] as const;

/** What to say when a meeting drifts, ready to be read out. */
export function FacilitatorCard() {
  return (
    <details className={styles.card}>
      <summary>For the facilitator: when it drifts</summary>
      <dl>
        {prompts.map(([when, say]) => (
          <div key={when}>
            <dt>{when}</dt>
            <dd>{say}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
