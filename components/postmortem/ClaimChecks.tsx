import { unbroken } from '../../lib/language/unbroken';
import type { ClaimCheck, ClaimPlace } from '../../lib/postmortem/claims';
import { inItsWords } from '../../lib/postmortem/claims/in-its-words';
import { Button } from '../ui/Button';
import { EvidenceChips } from '../ui/Evidence';
import { Glyph } from '../ui/Glyph';
import styles from './ClaimChecks.module.css';
import { replaceIn } from './replace-in';
import { useLinking } from './use-linked';
import { useClaims } from './use-reading';

interface ClaimChecksProps {
  place: ClaimPlace;
  /** The field's name as shown. */
  label: string;
  fieldId: string;
  value: string;
  onText: (text: string) => void;
}

/** Below a field: its times and numbers that the ticket contradicts, then those that nothing in it bears out. */
export function ClaimChecks({ place, label, fieldId, value, onText }: ClaimChecksProps) {
  const { checks: found, text, isCurrent, onKnow } = useClaims(place, value);
  const { ask } = useLinking();
  // What has just been written over is not complained about until the next reading.
  const checks = isCurrent ? found : found.filter((check) => value.includes(check.text));
  return (
    <>
      <p className="hidden-text" role="status">
        {checks.length > 0 &&
          (checks.length === 1 ? '1 figure to check' : `${checks.length} figures to check`)}
      </p>
      {checks.length > 0 && (
        <ul className={styles.checks} aria-label={`Claims: ${label}`}>
          {checks.map((check) => (
            <Check
              key={`${check.start} ${check.text}`}
              check={check}
              text={text}
              onUse={
                isCurrent
                  ? (words) => replaceIn(fieldId, value, [check.start, check.end], words, onText)
                  : undefined
              }
              onLink={() => ask({ place, figure: check.text })}
              onKnow={() => {
                onKnow?.(check);
                // The button goes with its line; the keyboard stays where the words are.
                document.getElementById(fieldId)?.focus();
              }}
            />
          ))}
        </ul>
      )}
    </>
  );
}

interface CheckProps {
  check: ClaimCheck;
  text: string;
  onUse: ((words: string) => void) | undefined;
  onLink: () => void;
  onKnow: () => void;
}

function Check({ check, text, onUse, onLink, onKnow }: CheckProps) {
  const { verdict, message, events, use } = check;
  const isWrong = verdict === 'contradicted';
  return (
    <li className={styles.check}>
      <Glyph name={isWrong ? 'serious' : 'doubt'} />
      <div>
        <p>
          <strong>{isWrong ? 'Contradicted:' : 'Unsupported:'}</strong> <q>{inItsWords(text, check)}</q>.{' '}
          {unbroken(message)}
        </p>
        <div className={styles.row}>
          <EvidenceChips ids={events} dated most={2} />
          {use !== undefined && (
            <Button variant="small" disabled={!onUse} onClick={() => onUse?.(use)}>
              Use {use}
            </Button>
          )}
          {!isWrong && (
            <Button variant="small" onClick={onLink}>
              Link evidence
            </Button>
          )}
          <Button variant="small" onClick={onKnow}>
            I know this
          </Button>
        </div>
      </div>
    </li>
  );
}
