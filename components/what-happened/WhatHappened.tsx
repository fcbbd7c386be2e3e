import { lazy, Suspense } from 'react';
import type { AnalyseOptions } from '../../lib/analysis/analyse';
import type { Analysis } from '../../lib/analysis/types';
import { copyRich } from '../../lib/platform/clipboard';
import type { TicketEvent } from '../../lib/ticket/events';
import type { Capture } from '../../lib/ticket/schema';
import type { Corrections } from '../panel/use-corrections';
import { Button } from '../ui/Button';
import { CopyButton } from '../ui/CopyButton';
import { EvidenceProvider } from '../ui/Evidence';
import { Foot } from '../ui/Foot';
import { Headline } from './Headline';
import { Numbers } from './Numbers';
import { Targets } from './Targets';
import { Timeline } from './Timeline';
import styles from './WhatHappened.module.css';

// The sentence and the first numbers come first; the picture follows a moment later, and its place is kept.
const Picture = lazy(() => import('./Picture').then((module) => ({ default: module.Picture })));

const Details = lazy(() => import('./Details').then((module) => ({ default: module.Details })));
const YourCorrections = lazy(() =>
  import('./YourCorrections').then((module) => ({ default: module.YourCorrections })),
);

interface WhatHappenedProps {
  /** The helpdesk's name. */
  label: string;
  /** As a person sees it, through their corrections. */
  capture: Capture;
  /** As the helpdesk told it. */
  read: Capture;
  analysis: Analysis;
  /** What the analysis was made with. */
  options: AnalyseOptions | undefined;
  corrections: Corrections;
  hasPostmortem: boolean;
  onEvidence: (event: TicketEvent) => void;
  onStart: () => void;
  /** What the panel would like to ask, once there is something to see. */
  offer?: React.ReactNode;
}

/** The first screen: the sentence, then what it rests on, worst first. */
export function WhatHappened({
  label,
  capture,
  read,
  analysis,
  options,
  corrections,
  hasPostmortem,
  onEvidence,
  onStart,
  offer,
}: WhatHappenedProps) {
  return (
    <EvidenceProvider ticket={capture.ticket} onGo={onEvidence}>
      <Headline analysis={analysis} />
      <Suspense fallback={<div className={styles.place} />}>
        <Picture capture={capture} analysis={analysis} />
      </Suspense>
      <Targets analysis={analysis} />
      <Numbers analysis={analysis} />
      <Suspense>
        <Details {...{ label, read, capture, analysis, options, corrections }} />
      </Suspense>
      {offer}
      <Suspense>
        <YourCorrections read={read} corrections={corrections} />
      </Suspense>
      <Timeline capture={capture} analysis={analysis} corrections={corrections} />
      <Foot>
        <Button variant="primary" onClick={onStart}>
          {hasPostmortem ? 'Open postmortem' : 'Start postmortem'}
        </Button>
        <CopyButton label="Copy SLA summary" onCopy={() => copySlaSummary({ capture, analysis })} />
      </Foot>
    </EvidenceProvider>
  );
}

/** The exporters load on the click; the click's permission to write to the clipboard outlives that. */
async function copySlaSummary(evidence: { capture: Capture; analysis: Analysis }): Promise<boolean> {
  const { slaSummary } = await import('../../lib/export/sla-summary');
  return copyRich(slaSummary(evidence));
}
