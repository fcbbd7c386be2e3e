import { useState } from 'react';
import { newCustomKind } from '../../lib/postmortem/custom-kind';
import { postmortemPreferences, withCustomKind, withoutCustomKind } from '../../lib/postmortem/preferences';
import type { CustomKind } from '../../lib/postmortem/schema';
import type { PreferencesSession } from '../panel/use-preferences';
import { Button } from '../ui/Button';
import { CustomKindEditor } from './CustomKindEditor';
import styles from './CustomKinds.module.css';

/** Kinds of a team's own, each derived from one of Debrief's. */
export function CustomKinds({ preferences, change }: PreferencesSession) {
  const { customKinds } = postmortemPreferences(preferences);
  const [deleted, setDeleted] = useState<CustomKind>();
  const [fresh, setFresh] = useState<string>();
  return (
    <>
      {customKinds.map((kind) => (
        <CustomKindEditor
          key={kind.id}
          stored={kind}
          isNew={kind.id === fresh}
          onChange={(next) => change((current) => withCustomKind(current, next))}
          onDelete={(last) => {
            setDeleted(last);
            change((current) => withoutCustomKind(current, last.id));
          }}
        />
      ))}
      <div className={styles.foot}>
        <Button
          variant="quiet"
          icon="plus"
          onClick={() => {
            const kind = newCustomKind(crypto.randomUUID(), 'escalation');
            setFresh(kind.id);
            change((current) => withCustomKind(current, kind));
          }}
        >
          Add a kind
        </Button>
        <span role="status" className="data">
          {deleted &&
            `${deleted.name.trim() || 'The kind without a name'} is deleted; its postmortems keep it.`}
        </span>
        {deleted && (
          <Button
            variant="small"
            onClick={() => {
              change((current) => withCustomKind(current, deleted));
              setDeleted(undefined);
            }}
          >
            Bring it back
          </Button>
        )}
      </div>
    </>
  );
}
