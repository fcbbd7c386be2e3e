import { memo, useMemo } from 'react';
import { diffWords } from '../../lib/postmortem/word-diff';
import styles from './History.module.css';

interface WordDiffProps {
  before: string;
  after: string;
  /** One of the two texts with its own words marked; else both in one, what is gone struck out. */
  only?: 'before' | 'after';
}

/** What differs is marked by shape and not by colour alone. */
export const WordDiff = memo(function WordDiff({ before, after, only }: WordDiffProps) {
  const parts = useMemo(() => diffWords(before, after), [before, after]);
  const hidden = only === 'before' ? 'added' : 'removed';
  return (
    <p className={styles.diff}>
      {parts
        .filter(({ kind }) => only === undefined || kind !== hidden)
        .map(({ kind, text }, index) => {
          const key = `${index}${kind}`;
          if (kind === 'same') return <span key={key}>{text}</span>;
          // Of two texts to choose from neither is gone.
          if (only !== undefined) return <mark key={key}>{text}</mark>;
          return kind === 'removed' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
        })}
    </p>
  );
});
