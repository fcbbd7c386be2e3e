import { useMemo } from 'react';
import { formatLongDay } from '../../lib/language/dates';
import type { ActionProblem } from '../../lib/language/vague';
import type { Action } from '../../lib/postmortem/schema';
import { Button } from '../ui/Button';
import { Glyph } from '../ui/Glyph';
import styles from './ProseField.module.css';
import { useLanguage, useSettled } from './use-language';

interface ActionQuestionsProps {
  action: Action;
  teams: readonly string[];
  /** `YYYY-MM-DD` where the reader is. */
  today: string;
  onDue: (day: string) => void;
}

/** What an action leaves open, as questions; a day that its words name is offered, never set. */
export function ActionQuestions({ action, teams, today, onDue }: ActionQuestionsProps) {
  const language = useLanguage();
  const text = useSettled(action.text);
  const owner = useSettled(action.owner);
  const problems = useMemo(() => {
    if (!language || text.trim() === '') return [];
    return asked(
      language.findVague({ text, owner, due: action.due }, { now: `${today}T00:00:00.000Z`, teams }),
    );
  }, [language, text, owner, action.due, today, teams]);
  const offered = action.due === '' ? language?.dayFrom(text, today) : undefined;
  if (problems.length === 0 && !offered) return null;
  return (
    <ul className={styles.questions}>
      {problems.map((problem) => (
        <li key={problem.kind} className={styles.remark}>
          <Glyph name="noted" size={10} />
          <p>{problem.question}</p>
        </li>
      ))}
      {offered && (
        <li className={styles.remark}>
          <Glyph name="noted" size={10} />
          <p className={styles.offered}>
            <q>{text.slice(offered.start, offered.end)}</q>
            <Button variant="small" onClick={() => onDue(offered.day)}>
              Due {formatLongDay(`${offered.day}T00:00:00.000Z`)}
            </Button>
          </p>
        </li>
      )}
    </ul>
  );
}

/** One question a field: the line above names an owner or a day that is missing. */
function asked(problems: readonly ActionProblem[]): ActionProblem[] {
  const open = problems.filter(
    ({ kind }) => kind !== 'missing-owner' && kind !== 'missing-due' && kind !== 'soft-due',
  );
  return open.filter((problem, index) => open.findIndex(({ field }) => field === problem.field) === index);
}
