import { useMemo } from 'react';
import { addWhy, editWhy } from '../../lib/postmortem/edit';
import type { Why } from '../../lib/postmortem/schema';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import styles from './ProseField.module.css';
import { useLanguage, useSettled } from './use-language';

interface AskOnProps {
  why: Why;
  /** The one below, answered or not. */
  next: Why | undefined;
  /** Only the last answer can be where a chain ends. */
  isLast: boolean;
  index: number;
  onChange: PostmortemSession['change'];
}

/** Where the last answer is a person or human error, the chain goes on from there. */
export function AskOn({ why, next, isLast, index, onChange }: AskOnProps) {
  const language = useLanguage();
  const answer = useSettled(why.answer);
  const isToRead = isLast && why.state === 'edited';
  const end = useMemo(
    () => (isToRead ? language?.openEndOf(answer) : undefined),
    [language, answer, isToRead],
  );
  if (!end || (next && next.state !== 'empty')) return null;
  return (
    <div className={styles.on}>
      <p>
        Answer {index + 1} is not where the chain ends. {end.question}
      </p>
      <Button
        variant="small"
        onClick={() =>
          onChange((current, now) => {
            const longer = current.whys[index + 1] ? current : addWhy(current, now);
            return editWhy(longer, index + 1, { question: end.question }, now);
          })
        }
      >
        Ask this next
      </Button>
    </div>
  );
}
