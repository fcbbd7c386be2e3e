import { phraseText } from '../../lib/analysis/headline';
import type { Analysis, PhrasePart } from '../../lib/analysis/types';
import { formatDay, formatTime } from '../../lib/language/dates';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import { copyText } from '../../lib/platform/clipboard';
import { CopyButton } from '../ui/CopyButton';
import { EvidenceLink, useEvidence } from '../ui/Evidence';
import styles from './Headline.module.css';

/** One sentence that says what happened, with its numbers as links, and a button to copy it. */
export function Headline({ analysis }: { analysis: Analysis }) {
  const { span, headline } = analysis;
  const from = `${formatDay(span.from)} ${formatTime(span.from)}`;
  const until = span.to === undefined ? '' : `to ${formatDay(span.to)} ${formatTime(span.to)} UTC`;
  return (
    <section className={styles.lead} aria-label="In one sentence">
      <h1>
        {headline.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no other identity
          <Part key={index} part={part} />
        ))}
      </h1>
      <div className={styles.below}>
        <p className="data soft">
          {span.open ? unbroken(`Since ${from} UTC, still open: `) : unbroken(`${from} ${until}, `)}
          <span className="num">{formatDuration(span.ms)}</span>. Counted around the clock.
        </p>
        <CopyButton variant="small" label="Copy" onCopy={() => copyText(phraseText(headline))} />
      </div>
    </section>
  );
}

function Part({ part }: { part: PhrasePart }) {
  const { event } = useEvidence();
  const found = part.events?.map(event).filter((known) => known !== undefined) ?? [];
  // A message can be shown on the page; a clock or a change often has no entry there.
  const shown = found.find((known) => known.kind === 'message') ?? found[0];
  if (!shown) return part.text;
  return <EvidenceLink event={shown}>{part.text}</EvidenceLink>;
}
