import type { AnalyseOptions } from '../../lib/analysis/analyse';
import type { Analysis } from '../../lib/analysis/types';
import type { Capture } from '../../lib/ticket/schema';
import type { Corrections } from '../panel/use-corrections';
import { Clocks } from './Clocks';
import { Findings } from './Findings';
import { Handoffs } from './Handoffs';
import { KeyEvents } from './KeyEvents';
import { LooksLike } from './LooksLike';
import { Milestones } from './Milestones';
import { Numbers } from './Numbers';
import { Picture } from './Picture';
import { Promises } from './Promises';
import { Stages } from './Stages';
import { Targets } from './Targets';
import { Timeline } from './Timeline';
import { WhatIf } from './WhatIf';
import { YourCorrections } from './YourCorrections';

interface DetailsProps {
  label: string;
  capture: Capture;
  read: Capture;
  analysis: Analysis;
  options: AnalyseOptions | undefined;
  corrections: Corrections;
  /** What the panel would like to ask, once there is something to see. */
  offer: React.ReactNode;
}

/** What the sentence rests on, in the order in which one would ask. */
export function Details({ label, capture, read, analysis, options, corrections, offer }: DetailsProps) {
  return (
    <>
      <Picture capture={capture} analysis={analysis} />
      <Targets analysis={analysis} />
      <Numbers analysis={analysis} />
      <Findings analysis={analysis} />
      <LooksLike analysis={analysis} />
      <KeyEvents capture={capture} analysis={analysis} corrections={corrections} />
      <Promises analysis={analysis} />
      <Clocks analysis={analysis} label={label} />
      <Handoffs analysis={analysis} />
      <Stages analysis={analysis} />
      <Milestones analysis={analysis} />
      {options && <WhatIf capture={read} analysis={analysis} options={options} />}
      {offer}
      <YourCorrections read={read} corrections={corrections} />
      <Timeline capture={capture} analysis={analysis} corrections={corrections} />
    </>
  );
}
