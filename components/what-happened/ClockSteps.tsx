import type { ClockLane, ClockStretch } from '../../lib/analysis/clock-lanes';
import { unbroken } from '../../lib/language/unbroken';
import { IconButton } from '../ui/Button';
import { EvidenceLink, useEvidence } from '../ui/Evidence';
import { stretchWords } from './ClockRows';
import styles from './Picture.module.css';

export interface Step {
  lane: ClockLane;
  stretch: ClockStretch;
}

interface ClockStepsProps {
  steps: readonly Step[];
  /** Which one is pointed out in the picture. */
  at: number | undefined;
  onStep: (at: number) => void;
}

/** From stretch to stretch without a pointer: each is told in words, with the way to the event that began it. */
export function ClockSteps({ steps, at, onStep }: ClockStepsProps) {
  const { event } = useEvidence();
  if (steps.length === 0) return null;
  const step = at === undefined ? undefined : steps[at];
  const opened = step?.stretch.opened === undefined ? undefined : event(step.stretch.opened);
  const to = (next: number) => onStep((next + steps.length) % steps.length);
  return (
    <fieldset className={styles.steps} aria-label="Stretches of the clocks">
      <IconButton icon="back" label="Previous stretch" onClick={() => to((at ?? 0) - 1)} />
      <IconButton icon="forward" label="Next stretch" onClick={() => to((at ?? -1) + 1)} />
      <p aria-live="polite">
        {step === undefined || at === undefined ? (
          `${steps.length} ${steps.length === 1 ? 'stretch' : 'stretches'} of the clocks, one by one`
        ) : (
          <>
            {`${at + 1} of ${steps.length}. ${unbroken(stretchWords(step.lane, step.stretch))}. `}
            {opened && <EvidenceLink event={opened}>What began it</EvidenceLink>}
          </>
        )}
      </p>
    </fieldset>
  );
}
