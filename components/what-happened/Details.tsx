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
import { Promises } from './Promises';
import { Stages } from './Stages';
import { WhatIf } from './WhatIf';

interface DetailsProps {
  label: string;
  capture: Capture;
  read: Capture;
  analysis: Analysis;
  options: AnalyseOptions | undefined;
  corrections: Corrections;
}

/** What the sentence, the picture and the first numbers rest on, in the order in which one would ask. */
export function Details({ label, capture, read, analysis, options, corrections }: DetailsProps) {
  return (
    <>
      <Findings analysis={analysis} />
      <LooksLike analysis={analysis} />
      <KeyEvents capture={capture} analysis={analysis} corrections={corrections} />
      <Promises analysis={analysis} />
      <Clocks analysis={analysis} label={label} />
      <Handoffs analysis={analysis} />
      <Stages analysis={analysis} />
      <Milestones analysis={analysis} />
      {options && <WhatIf capture={read} analysis={analysis} options={options} />}
    </>
  );
}
