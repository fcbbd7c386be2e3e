/** The SLA summary as it leaves, from whichever screen: with the choices made for this postmortem. */
import type { Analysis } from '../../lib/analysis/types';
import { nextStepOf, type SlaSummaryOptions, slaSummary } from '../../lib/export/sla-summary';
import { makeTokens } from '../../lib/language/redact';
import { copyRich, copyText } from '../../lib/platform/clipboard';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { Capture } from '../../lib/ticket/schema';
import { choiceFor, isRedacted } from './share-choices';

interface SummaryOf {
  capture: Capture;
  analysis: Analysis;
  postmortem?: Postmortem | null | undefined;
}

export function copySummary(of: SummaryOf): Promise<boolean> {
  return copyRich(summaryOf(of));
}

export function copySummaryAsMarkdown(of: SummaryOf): Promise<boolean> {
  return copyText(summaryOf(of).markdown);
}

function summaryOf({ capture, analysis, postmortem }: SummaryOf) {
  return slaSummary({ capture, analysis }, summaryOptions(capture, postmortem));
}

/** Redacted where the version on the share screen is. */
function summaryOptions(capture: Capture, postmortem: Postmortem | null | undefined): SlaSummaryOptions {
  const choice = choiceFor(postmortem?.id);
  const nextStep = postmortem ? nextStepOf(postmortem) : undefined;
  return {
    names: choice.names,
    ...(nextStep ? { nextStep } : {}),
    ...(postmortem && isRedacted(choice)
      ? { tokens: makeTokens(capture, postmortem), keep: choice.kept }
      : {}),
  };
}
