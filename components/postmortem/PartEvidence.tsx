import { useMemo } from 'react';
import { formatStamp } from '../../lib/language/dates';
import type { ClaimPlace } from '../../lib/postmortem/claims';
import { linkedAt } from '../../lib/postmortem/linked';
import type { EventId } from '../../lib/ticket/events';
import { Button, IconButton } from '../ui/Button';
import { EvidenceChip, EvidenceChips, useEvidence } from '../ui/Evidence';
import { EventPicker } from './EventPicker';
import styles from './EventPicker.module.css';
import { addButtonId, useLinking } from './use-linked';

interface PartEvidenceProps {
  place: ClaimPlace;
  /** The part's name as shown. */
  label: string;
  /** Behind what a machine wrote. */
  ids: readonly EventId[];
}

/** What a part rests on: the draft's entries and those that people linked. */
export function PartChips({ place, label, ids }: PartEvidenceProps) {
  const { linked } = useLinking();
  if (ids.length === 0 && linkedAt({ linked }, place).length === 0) return null;
  return (
    <div className={styles.chips}>
      <EvidenceChips ids={ids} dated />
      <LinkedChips place={place} label={label} without={ids} />
    </div>
  );
}

/** The way to link another. */
export function AddEvidence({ place, label }: Pick<PartEvidenceProps, 'place' | 'label'>) {
  const { ask, asked } = useLinking();
  return (
    <Button
      id={addButtonId(place)}
      className={styles.add}
      variant="quiet"
      icon="plus"
      aria-expanded={asked?.place === place}
      onClick={() => ask({ place })}
    >
      Evidence<span className="hidden-text"> for {label}</span>
    </Button>
  );
}

/** Below the part, while an entry is being looked for. */
export function PartSearch({ place, label, ids }: PartEvidenceProps) {
  const { linked, asked, choose, leave } = useLinking();
  const isAsked = asked?.place === place;
  const known = useMemo(
    () => new Set(isAsked ? [...ids, ...linkedAt({ linked }, place)] : []),
    [isAsked, ids, linked, place],
  );
  if (!isAsked) return null;
  return <EventPicker label={label} figure={asked.figure} linked={known} onChoose={choose} onClose={leave} />;
}

interface LinkedChipsProps {
  place: ClaimPlace;
  label: string;
  /** Shown already. */
  without?: readonly EventId[];
}

export function LinkedChips({ place, label, without = [] }: LinkedChipsProps) {
  const { linked, unlink } = useLinking();
  const { event } = useEvidence();
  return linkedAt({ linked }, place)
    .filter((id) => !without.includes(id))
    .map((id) => {
      const at = event(id)?.time.at;
      return (
        <span key={id} className={styles.linked}>
          {at === undefined ? (
            <span className="data soft">An entry that this pull does not have</span>
          ) : (
            <EvidenceChip id={id} dated />
          )}
          <IconButton
            icon="remove"
            label={`Unlink ${at === undefined ? 'the entry' : formatStamp(at)} from ${label}`}
            onClick={() => unlink(place, id)}
          />
        </span>
      );
    });
}
