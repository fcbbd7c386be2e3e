import { memo } from 'react';
import { setFact } from '../../lib/postmortem/edit-plan';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Line } from './Field';
import styles from './Field.module.css';

const entries = [
  { name: 'usersAffected', label: 'Users affected', placeholder: 'unknown' },
  { name: 'servicesDisrupted', label: 'Services disrupted', placeholder: 'unknown' },
] as const;

/** What no ticket tells by itself, with where it comes from. */
export const ImpactFields = memo(function ImpactFields({
  facts,
  onChange,
}: {
  facts: Postmortem['facts'];
  onChange: PostmortemSession['change'];
}) {
  return (
    <>
      {entries.map(({ name, label, placeholder }) => (
        <div key={name} className={styles.pair}>
          <Line
            label={label}
            value={facts[name].text}
            placeholder={placeholder}
            onText={(text) => onChange((current, now) => setFact(current, name, { text }, now))}
          />
          <Line
            label="Source"
            aria-label={`Source of: ${label.toLowerCase()}`}
            value={facts[name].source}
            placeholder="entered by hand"
            onText={(source) => onChange((current, now) => setFact(current, name, { source }, now))}
          />
        </div>
      ))}
    </>
  );
});
