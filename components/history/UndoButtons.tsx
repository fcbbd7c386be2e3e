import { memo, useEffect } from 'react';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button, IconButton } from '../ui/Button';
import styles from './History.module.css';

/** Takes back what this window changed last, by a button that names it or by the keyboard. */
type UndoProps = Pick<PostmortemSession, 'takeBack' | 'bringAgain'> & {
  /** What each would take back or bring again, in words; and what could not be. */
  [step in 'undo' | 'redo' | 'inTheWay']: string | undefined;
};

export const UndoButtons = memo(function UndoButtons(props: UndoProps) {
  const { undo, redo, inTheWay, takeBack, bringAgain } = props;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (!step || hasOwnUndo(event.target)) return;
      event.preventDefault();
      if (step === 'undo') takeBack();
      else bringAgain();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [takeBack, bringAgain]);
  return (
    <>
      <span role="status" className={inTheWay === undefined ? 'hidden-text' : styles.notice}>
        {inTheWay !== undefined && `${inTheWay} was changed elsewhere since, so it stays.`}
      </span>
      {undo !== undefined && (
        <Button icon="undo" onClick={takeBack} aria-label={`Undo: ${undo}`} title={`Undo: ${undo}`}>
          <span className={styles.name}>Undo {undo}</span>
        </Button>
      )}
      {redo !== undefined && (
        <IconButton icon="redo" label={`Redo: ${redo}`} onClick={bringAgain} className={styles.redo} />
      )}
    </>
  );
});

function stepOf({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (altKey || ctrlKey === metaKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : undefined;
}

/** In a field the browser takes back what was typed into it. */
function hasOwnUndo(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;
}
