import { useEffect, useState } from 'react';
import type { AnalyseOptions } from '../../lib/analysis/analyse';
import type { Analysis } from '../../lib/analysis/types';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { TicketEvent } from '../../lib/ticket/events';
import type { Capture } from '../../lib/ticket/schema';
import type { Corrections } from '../panel/use-corrections';
import { Button } from '../ui/Button';
import { CopyButton } from '../ui/CopyButton';
import { EvidenceProvider } from '../ui/Evidence';
import { Foot } from '../ui/Foot';
import { Headline } from './Headline';
import styles from './WhatHappened.module.css';

type DetailsPart = typeof import('./Details').Details;

let fetched: DetailsPart | undefined;

/** Called when a pull begins, so that they stand with the sentence. */
export async function loadDetails(): Promise<DetailsPart> {
  fetched ??= (await import('./Details')).Details;
  return fetched;
}

/** Undefined while they are on their way. By hand, because React shows what it waited for 300 ms late at times. */
function useDetails(): DetailsPart | undefined {
  const [Details, setDetails] = useState(() => fetched);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    if (!Details) loadDetails().then((part) => setDetails(() => part), setError);
  }, [Details]);
  // A file of the extension that cannot be read is a bug; the panel's own boundary says so.
  if (error) throw error;
  return Details;
}

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
  /** Null or undefined: there is none, or it is still looked for. */
  postmortem: Postmortem | null | undefined;
  onEvidence: (event: TicketEvent) => void;
  onStart: () => void;
  /** What the panel would like to ask, once there is something to see. */
  offer?: React.ReactNode;
}

/** The first screen: the sentence, then what it rests on. */
export function WhatHappened({
  label,
  capture,
  read,
  analysis,
  options,
  corrections,
  postmortem,
  onEvidence,
  onStart,
  offer,
}: WhatHappenedProps) {
  const Details = useDetails();
  return (
    <EvidenceProvider ticket={capture.ticket} onGo={onEvidence}>
      <Headline analysis={analysis} />
      {Details ? (
        <Details {...{ label, read, capture, analysis, options, corrections, offer }} />
      ) : (
        <div className={styles.place} />
      )}
      <Foot>
        <Button variant="primary" onClick={onStart}>
          {postmortem ? 'Open postmortem' : 'Start postmortem'}
        </Button>
        <CopyButton
          label="Copy SLA summary"
          onCopy={() => copySlaSummary({ capture, analysis, postmortem })}
        />
      </Foot>
    </EvidenceProvider>
  );
}

/** The exporters load on the click; the click's permission to write to the clipboard outlives that. */
async function copySlaSummary(of: Pick<WhatHappenedProps, 'capture' | 'analysis' | 'postmortem'>) {
  const { copySummary } = await import('../share/copy-summary');
  return copySummary(of);
}
