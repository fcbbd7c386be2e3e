import { memo } from 'react';
import type { Check } from '../../lib/postmortem/check';
import { Button } from '../ui/Button';
import { Glyph, type GlyphName } from '../ui/Glyph';
import { Section } from '../ui/Section';
import styles from './OpenChecks.module.css';

const glyphs: Record<Check['level'], GlyphName> = { block: 'serious', warn: 'doubt', info: 'noted' };
const words: Record<Check['level'], string> = { block: 'Holds it back', warn: 'Worth a look', info: 'Note' };

interface OpenChecksProps {
  checks: readonly Check[];
  onGo: (check: Check) => void;
  onClose: () => void;
}

/** What is missing, worst first, each one click away. */
export const OpenChecks = memo(function OpenChecks({ checks, onGo, onClose }: OpenChecksProps) {
  return (
    <Section
      id="checks"
      title="Open checks"
      aside={
        <Button variant="quiet" onClick={onClose}>
          Close
        </Button>
      }
    >
      {checks.length === 0 ? (
        <p className="soft">Nothing is missing.</p>
      ) : (
        <ul className={styles.list}>
          {checks.map((check) => (
            <li key={check.id}>
              <Glyph name={glyphs[check.level]} />
              <span className="hidden-text">{words[check.level]}: </span>
              <Button variant="quiet" className={styles.go} onClick={() => onGo(check)}>
                {check.message}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
});
