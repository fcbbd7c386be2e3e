import { clockCountings, metricCountings, reasonWords } from '../../lib/analysis/how-counted';
import styles from './Clocks.module.css';
import { Fold } from './Fold';

/** The rules behind all numbers, inside the panel: nothing has to be fetched to read them. */
export function HowCounted() {
  const countings = [...Object.values(clockCountings), ...Object.values(metricCountings)];
  return (
    <Fold summary={<span className={styles.name}>How Debrief counts</span>}>
      <p className={styles.rule}>
        Replies are public messages by people: bots, automatic answers, undelivered mail and internal notes
        stop no clock. A reply saved together with a status comes first. Exactly on target is met. Where no
        business calendar is known, every hour counts.
      </p>
      <dl className={styles.countings}>
        {countings.map(({ name, how }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.rule}>
        A number of the helpdesk agrees within its whole minutes. Where it does not, Debrief counts again with
        one thing changed and gives that as the reason only if the difference goes away; else it says:{' '}
        {reasonWords.unexplained.toLowerCase()}
      </p>
    </Fold>
  );
}
