import { useMemo } from 'react';
import { toPlainText } from '../../lib/export/text';
import type { DocTree } from '../../lib/export/tree';
import { findJargon } from '../../lib/language/jargon';
import { Section } from '../ui/Section';
import styles from './Redaction.module.css';

/** Words that a reader outside the trade may not know, each with plainer ones; nothing where there are none. */
export function JargonSection({ tree }: { tree: DocTree }) {
  const terms = useMemo(() => counted(toPlainText(tree)), [tree]);
  if (terms.length === 0) return null;
  return (
    <Section title="Words to put plainly" aside={`${terms.length} ${terms.length === 1 ? 'term' : 'terms'}`}>
      <ul className={styles.list} aria-label="Words to put plainly">
        {terms.map(({ term, plain, count }) => (
          <li key={term} className={styles.term}>
            <span className={styles.value}>
              “{term}”{count > 1 && <span className={styles.why}>{`${count} ×`}</span>}
            </span>
            <span className={styles.plain}>{plain}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function counted(text: string): { term: string; plain: string; count: number }[] {
  const terms = new Map<string, { term: string; plain: string; count: number }>();
  for (const { found, plain } of findJargon(text)) {
    const key = found.toLowerCase();
    terms.set(key, { term: found, plain, count: (terms.get(key)?.count ?? 0) + 1 });
  }
  return [...terms.values()];
}
