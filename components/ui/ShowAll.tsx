import { useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from './Button';

/** A list of thousands drawn at once would hold the panel up for seconds. */
const STEP = 50;

/** How many rows of a long list are drawn: the weightiest at first, then a step more at each call. */
export function useRowLimit(first: number): [limit: number, showMore: () => void] {
  const [shown, setShown] = useState(first);
  const limit = Math.max(shown, first);
  return [limit, () => setShown(limit + STEP)];
}

/**
 * Unfolds a list of which only the weightiest rows are shown, a step at a time; nothing is drawn before it is asked
 * for. The focus stays here while there is more, then goes to the first
 * of the new rows, so that nobody is sent back to the top of the page.
 */
export function ShowAll({ hidden, of, onShow }: { hidden: number; of: string; onShow: () => void }) {
  if (hidden <= 0) return null;
  const count = hidden > STEP ? `${STEP} of ${hidden.toLocaleString('en')}` : String(hidden);
  return (
    <Button variant="quiet" icon="down" onClick={({ currentTarget }) => showAndStay(currentTarget, onShow)}>
      {count} more {of}
    </Button>
  );
}

function showAndStay(button: HTMLElement, onShow: () => void): void {
  const part = button.parentElement?.closest('section, details') ?? document.body;
  const rows = () => [...part.querySelectorAll<HTMLElement>('li, tr')];
  const known = new Set(rows());
  flushSync(onShow);
  const next = button.isConnected ? undefined : rows().find((row) => !known.has(row));
  if (!next) return;
  next.tabIndex = -1;
  next.focus();
}
