import { lengthText } from '../../lib/analysis/length-text';
import type { Analysis, Handoff } from '../../lib/analysis/types';
import { valueLabel } from '../../lib/language/describe-event';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import { EvidenceChips } from '../ui/Evidence';
import { FoldedSection } from '../ui/FoldedSection';
import { Glyph } from '../ui/Glyph';
import { ShowAll, useRowLimit } from '../ui/ShowAll';
import { fewHandoffs } from './few-handoffs';
import styles from './Rows.module.css';

const LONG_MS = 30 * 60_000;
const MOST_SHOWN = 8;

/** Where the ticket changed hands, and how long it lay before the new side did anything. */
export function Handoffs({ analysis }: { analysis: Analysis }) {
  const { handoffs } = analysis;
  const [limit, showMore] = useRowLimit(MOST_SHOWN);
  const shown = fewHandoffs(handoffs, limit);
  if (handoffs.length === 0) return null;
  return (
    <FoldedSection
      title="Hand-offs"
      aside={`${handoffs.length}, longest ${formatDuration(Math.max(...handoffs.map(({ gap }) => gap.ms)))}`}
    >
      <ol className={styles.rows}>
        {shown.map((handoff) => (
          <li key={handoff.event}>
            <Glyph name={handoff.gap.ms > LONG_MS ? 'serious' : 'noted'} />
            <div>
              <p>
                <span className="hidden-text">{handoff.gap.ms > LONG_MS ? 'Long gap: ' : ''}</span>
                <b>
                  {valueLabel(handoff.from)} → {valueLabel(handoff.to)}
                </b>
                , {handoff.gap.to === undefined ? 'untouched so far for' : 'untouched for'}{' '}
                {unbroken(lengthText(handoff.gap))}
              </p>
              <p className="data soft">{unbroken(split(handoff))}</p>
              <EvidenceChips ids={handoff.gap.events} />
            </div>
          </li>
        ))}
      </ol>
      <ShowAll hidden={handoffs.length - shown.length} of="shorter ones" onShow={showMore} />
    </FoldedSection>
  );
}

function split({ unassignedMs, untouchedMs, what }: Handoff): string {
  const kind = what === 'group' ? 'Group changed' : 'Assignee changed';
  if (unassignedMs === 0) return `${kind}; it had an owner all the time.`;
  if (untouchedMs < 60_000) return `${kind}; nobody was assigned for ${formatDuration(unassignedMs)}.`;
  return `${kind}; ${formatDuration(unassignedMs)} without an owner, then ${formatDuration(untouchedMs)} assigned and untouched.`;
}
