import { useRef, useState } from 'react';
import { askIn, movePart, partsOf, togglePart } from '../../lib/postmortem/custom-kind';
import { kindOf, type PartId } from '../../lib/postmortem/kinds';
import type { CustomKind } from '../../lib/postmortem/schema';
import { partLabels } from '../postmortem/part-labels';
import { IconButton } from '../ui/Button';
import { TextInput } from '../ui/TextArea';
import styles from './CustomKinds.module.css';

/** Which parts a kind has, in which order, and what it asks in each. */
export function KindParts({ kind, onChange }: { kind: CustomKind; onChange: (next: CustomKind) => void }) {
  const parts = partsOf(kind);
  const shown = parts.filter(({ isIn }) => isIn).length;
  const [moved, setMoved] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const asked = kindOf({ kind: kind.base }).prompts;
  const move = (part: PartId, by: -1 | 1) => {
    const next = movePart(kind, part, by);
    onChange(next);
    setMoved(`${partLabels[part]} is now ${next.parts.indexOf(part) + 1} of ${shown}.`);
    // A row that moves in the document lets the focus go, and at an end the button is no longer there to press.
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`[data-part="${part}"]`);
      const wanted = row?.querySelector<HTMLButtonElement>(`[data-by="${by}"]`);
      (wanted?.disabled ? row?.querySelector<HTMLButtonElement>(`[data-by="${-by}"]`) : wanted)?.focus();
    });
  };
  return (
    <fieldset className={styles.parts}>
      <legend>Parts, in order, each with a question of your own if you like</legend>
      <p className="hidden-text" role="status">
        {moved}
      </p>
      <ol ref={list}>
        {parts.map(({ id, isIn }, index) => (
          <li key={id} data-part={id} className={styles.part}>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={isIn}
                disabled={isIn && shown === 1}
                onChange={() => onChange(togglePart(kind, id))}
              />
              {partLabels[id]}
            </label>
            {isIn && (
              <>
                <TextInput
                  aria-label={`Question in ${partLabels[id]}`}
                  value={kind.prompts[id] ?? ''}
                  placeholder={asked[id] ?? 'No question'}
                  onText={(question) => onChange(askIn(kind, id, question))}
                />
                <IconButton
                  icon="up"
                  data-by={-1}
                  label={`Move ${partLabels[id]} up`}
                  disabled={index === 0}
                  onClick={() => move(id, -1)}
                />
                <IconButton
                  icon="down"
                  data-by={1}
                  label={`Move ${partLabels[id]} down`}
                  disabled={index === shown - 1}
                  onClick={() => move(id, 1)}
                />
              </>
            )}
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
