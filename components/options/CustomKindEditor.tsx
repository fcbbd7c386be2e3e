import { useState } from 'react';
import { rebase } from '../../lib/postmortem/custom-kind';
import { kinds } from '../../lib/postmortem/kinds';
import type { CustomKind } from '../../lib/postmortem/schema';
import { Choice, Line, Lines } from '../postmortem/Field';
import { Button } from '../ui/Button';
import styles from './CustomKinds.module.css';
import { KindParts } from './KindParts';

interface CustomKindEditorProps {
  stored: CustomKind;
  /** Just added: open, and the name is what to begin with. */
  isNew: boolean;
  onChange: (next: CustomKind) => void;
  onDelete: (last: CustomKind) => void;
}

/** What is typed counts here at once; the store follows. */
export function CustomKindEditor({ stored, isNew, onChange, onDelete }: CustomKindEditorProps) {
  const [kind, setKind] = useState(stored);
  const [causes, setCauses] = useState(stored.causes.join('\n'));
  const edit = (next: CustomKind) => {
    setKind(next);
    onChange(next);
  };
  const base = kinds.find(({ id }) => id === kind.base);
  return (
    <details className={styles.kind} open={isNew}>
      <summary>
        {kind.name.trim() || 'Kind without a name'}
        <span className="data soft"> like {base?.name}</span>
      </summary>
      <div className={styles.form}>
        <Line
          label="Name"
          value={kind.name}
          placeholder="Failed data migration"
          autoFocus={isNew}
          onText={(name) => edit({ ...kind, name })}
        />
        <Choice
          label="Derived from"
          value={kind.base}
          options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(id) => edit(rebase(kind, id))}
        />
        <KindParts kind={kind} onChange={edit} />
        <Lines
          label="Contributing causes of your own, one a line"
          value={causes}
          placeholder="No dry run before the migration"
          onText={(text) => {
            setCauses(text);
            edit({ ...kind, causes: linesOf(text) });
          }}
        />
        <div>
          <Button variant="small" icon="bin" onClick={() => onDelete(kind)}>
            Delete this kind
          </Button>
        </div>
      </div>
    </details>
  );
}

function linesOf(text: string): string[] {
  const rows = text.split('\n').map((line) => line.trim());
  return [...new Set(rows.filter((line) => line !== ''))];
}
