import { setFact } from '../../lib/postmortem/edit-plan';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Line } from './Field';
import styles from './Field.module.css';

const facts = [
  { name: 'usersAffected', label: 'Users affected', placeholder: 'unknown' },
  { name: 'servicesDisrupted', label: 'Services disrupted', placeholder: 'unknown' },
] as const;

/** What no ticket tells by itself, with where it comes from. */
export function ImpactFields({
  postmortem,
  onChange,
}: {
  postmortem: Postmortem;
  onChange: PostmortemSession['change'];
}) {
  return (
    <>
      {facts.map(({ name, label, placeholder }) => (
        <div key={name} className={styles.pair}>
          <Line
            label={label}
            value={postmortem.facts[name].text}
            placeholder={placeholder}
            onText={(text) => onChange((current, now) => setFact(current, name, { text }, now))}
          />
          <Line
            label="Source"
            aria-label={`Source of: ${label.toLowerCase()}`}
            value={postmortem.facts[name].source}
            placeholder="entered by hand"
            onText={(source) => onChange((current, now) => setFact(current, name, { source }, now))}
          />
        </div>
      ))}
    </>
  );
}
