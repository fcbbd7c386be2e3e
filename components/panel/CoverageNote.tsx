import type { Coverage } from '../../lib/ticket/schema';
import { Glyph } from '../ui/Glyph';
import styles from './CoverageNote.module.css';

const partNames: Record<string, string> = {
  side_conversations: 'Side conversations',
  slas: 'SLA targets',
};

const stateWords = {
  partial: 'read in part',
  refused: 'refused',
  failed: 'could not be read',
  not_tried: 'not read',
  absent: 'not there',
  read: 'read',
} as const;

/** Partial is shown as partial: what was not read, and how much of it. Absent when all was read. */
export function CoverageNote({ coverage, children }: { coverage: Coverage; children?: React.ReactNode }) {
  const missing = coverage.parts.filter(
    (part) => part.state === 'partial' || part.state === 'refused' || part.state === 'failed',
  );
  if (missing.length === 0) return null;
  return (
    <details className={styles.note}>
      <summary>
        <Glyph name="doubt" />
        <span>
          <b>Partly read.</b>{' '}
          {missing.map((part) => `${partName(part.part)} ${stateWords[part.state]}`).join('; ')}.
        </span>
      </summary>
      <ul>
        {missing.map((part) => (
          <li key={part.part}>
            {partName(part.part)}: {stateWords[part.state]}
            {part.found !== undefined && part.expected !== undefined
              ? `, ${part.found} of ${part.expected}`
              : ''}
            {part.note ? `. ${part.note}` : ''}
          </li>
        ))}
      </ul>
      {children !== undefined && <div className={styles.more}>{children}</div>}
    </details>
  );
}

function partName(part: string): string {
  const known = partNames[part];
  if (known) return known;
  const words = part.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
