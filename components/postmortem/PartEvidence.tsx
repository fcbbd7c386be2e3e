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

/** What a part rests on: the draft's entries, those that people linked, and the way to link another. */
export function PartEvidence({ place, label, ids }: PartEvidenceProps) {
  const { ask, asked } = useLinking();
  return (
    <div className={styles.evidence}>
      <EvidenceChips ids={ids} dated />
      <LinkedChips place={place} label={label} without={ids} />
      <Button
        id={addButtonId(place)}
        variant="quiet"
        icon="plus"
        aria-expanded={asked?.place === place}
        onClick={() => ask({ place })}
      >
        Evidence<span className="hidden-text"> for {label}</span>
      </Button>
    </div>
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
  return <EventPicker label={label} linked={known} onChoose={choose} onClose={leave} />;
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
