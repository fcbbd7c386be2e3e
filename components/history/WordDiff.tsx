import { useMemo } from 'react';
import { diffWords } from '../../lib/postmortem/word-diff';
import styles from './History.module.css';

interface WordDiffProps {
  before: string;
  after: string;
  /** One of the two texts with its own words marked, or both in one. */
  show?: 'before' | 'after' | 'both';
}

/** Words struck out are only in the one, words underlined only in the other: by shape and not by colour alone. */
export function WordDiff({ before, after, show = 'both' }: WordDiffProps) {
  const parts = useMemo(() => diffWords(before, after), [before, after]);
  const hidden = show === 'before' ? 'added' : show === 'after' ? 'removed' : undefined;
  return (
    <p className={styles.diff}>
      {parts
        .filter(({ kind }) => kind !== hidden)
        .map(({ kind, text }, index) => {
          const key = `${index}${kind}`;
          if (kind === 'removed') return <del key={key}>{text}</del>;
          return kind === 'added' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
        })}
    </p>
  );
}
