import type { Analysis } from '../analysis/types';
import type { Postmortem } from '../postmortem/schema';
import type { Capture } from '../ticket/schema';

/** All that an export may depend on: one immutable record, so that its bytes follow from it alone. */
export interface Record {
  postmortem: Postmortem;
  capture: Capture;
  analysis: Analysis;
}
