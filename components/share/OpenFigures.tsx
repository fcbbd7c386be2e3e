import { useMemo } from 'react';
import { notBorneOut, openIn, placeName } from '../../lib/export/figures-to-check';
import type { Record } from '../../lib/export/record';
import { placeOfClaim } from '../../lib/postmortem/checks/claims';
import { Button } from '../ui/Button';
import { Glyph } from '../ui/Glyph';
import styles from './Share.module.css';

/** A field of the postmortem: its part, and what to go to in it. */
export type OnPlace = (part: string, target: string) => void;

/** Before anything leaves: what the ticket does not bear out, each place one click away. */
export function OpenFigures({ record, onPlace }: { record: Record; onPlace: OnPlace }) {
  const open = useMemo(() => openIn(record), [record]);
  if (open.length === 0) return null;
  const places = [...new Set(open.map(({ section }) => section))];
  return (
    <div className={styles.figures} role="note" aria-label="Figures to check">
      <Glyph name={open.some(({ verdict }) => verdict === 'contradicted') ? 'serious' : 'doubt'} />
      <p>
        {notBorneOut(open.length)}. Check {open.length === 1 ? 'it' : 'them'} in{' '}
        {places.map((place, index) => {
          const { part, target } = placeOfClaim({ section: place });
          return (
            <span key={place}>
              {index > 0 && ', '}
              <Button variant="quiet" className={styles.place} onClick={() => onPlace(part, target)}>
                {placeName(place)}
              </Button>
            </span>
          );
        })}
        .
      </p>
    </div>
  );
}
