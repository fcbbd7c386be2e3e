import { useMemo } from 'react';
import type { PromiseMade, PromiseState } from '../../lib/analysis/promises';
import type { Analysis } from '../../lib/analysis/types';
import { formatMoment } from '../../lib/language/dates';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import { EvidenceChips } from '../ui/Evidence';
import { Glyph, type GlyphName } from '../ui/Glyph';
import { Section } from '../ui/Section';
import { ShowAll, useRowLimit } from '../ui/ShowAll';
import styles from './Rows.module.css';

const looks: Record<PromiseState, { glyph: GlyphName; word: string }> = {
  broken: { glyph: 'serious', word: 'Broken' },
  late: { glyph: 'doubt', word: 'Late' },
  open: { glyph: 'noted', word: 'Not due yet' },
  kept: { glyph: 'done', word: 'Kept' },
  undated: { glyph: 'empty', word: 'No time named' },
};
/** Where none was broken, the first ones are shown all the same: that they were kept is worth seeing. */
const MOST_KEPT = 3;
const MOST_UNKEPT = 20;
const order: readonly PromiseState[] = ['broken', 'late', 'open', 'kept', 'undated'];

/** What the customer was told would come, and whether it did. */
export function Promises({ analysis }: { analysis: Analysis }) {
  const promises = useMemo(
    () => [...analysis.promises].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
    [analysis],
  );
  const unkept = promises.filter(({ state }) => state !== 'kept' && state !== 'undated').length;
  const [limit, showMore] = useRowLimit(Math.min(unkept || MOST_KEPT, MOST_UNKEPT));
  if (promises.length === 0) return null;
  const judged = promises.filter(({ state }) => state === 'kept' || state === 'late' || state === 'broken');
  const kept = judged.filter(({ state }) => state === 'kept').length;
  const shown = promises.slice(0, limit);
  return (
    <Section
      title="Promises"
      aside={judged.length === 0 ? String(promises.length) : `${kept} of ${judged.length} kept`}
    >
      <ol className={styles.rows}>
        {shown.map((promise) => (
          <li key={`${promise.event} ${promise.quote}`}>
            <Glyph name={looks[promise.state].glyph} />
            <div>
              <p>“{promise.quote.replace(/\s+/g, ' ')}”</p>
              <p className="data soft">{unbroken(outcome(promise))}</p>
              <EvidenceChips ids={promise.events} />
            </div>
          </li>
        ))}
      </ol>
      <ShowAll
        hidden={promises.length - shown.length}
        of={shown.length < unkept ? 'promises' : 'kept, or without a time'}
        onShow={showMore}
      />
    </Section>
  );
}

function outcome(promise: PromiseMade): string {
  const { state, dueAt, precision, overMs = 0, keptBy, askedBy } = promise;
  const word = looks[state].word;
  if (dueAt === undefined) return `${word}.`;
  const due =
    precision === 'day'
      ? `due by the end of ${formatMoment(dueAt).slice(0, 3)}`
      : `due ${formatMoment(dueAt)} UTC`;
  const asked = askedBy === undefined ? '' : '; the customer had to ask first';
  if (overMs === 0) return `${word}, ${due}.`;
  const came =
    keptBy === undefined ? `nothing for ${formatDuration(overMs)}` : `${formatDuration(overMs)} late`;
  return `${word}, ${due}, ${came}${asked}.`;
}
