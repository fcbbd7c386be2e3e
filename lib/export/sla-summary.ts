import { missed } from '../analysis/missed';
import { slaStateName } from '../analysis/names';
import type { Analysis, Handoff, SlaOutcome, Wait } from '../analysis/types';
import { formatStamp } from '../language/dates';
import { metricName } from '../language/describe-event';
import { formatDuration } from '../language/duration';
import type { TokenMap } from '../language/redact/tokens';
import type { Postmortem } from '../postmortem/schema';
import type { Capture } from '../ticket/schema';
import { toHtmlText } from './html';
import { toMarkdownText } from './markdown';
import { type Names, withRoles } from './names-as-roles';
import { byPriority } from './plan-parts';
import { redactDocument } from './redact-document';
import { actualWords, overWords, targetWords } from './sla-table';
import { toPlainText } from './text';
import {
  type BlockInput,
  bullets,
  type DocTree,
  docTree,
  type InlineInput,
  link,
  paragraph,
  strong,
} from './tree';

interface Evidence {
  capture: Capture;
  analysis: Analysis;
}

export interface NextStep {
  text: string;
  owner: string;
}

export interface SlaSummaryOptions {
  nextStep?: NextStep;
  /** Whether colleagues appear as roles, which they do unless somebody wants otherwise; the next step keeps its owner. */
  names?: Names;
  tokens?: TokenMap;
  keep?: ReadonlySet<string>;
}

/** A chat message with more lines than this is not read. */
const MOST_LINES = 10;

/**
 * The breach summary that team leads paste into chat: ticket, policy, metric, target, actual, over by, main
 * delay, next step. One tree in three flavours; without a breach it says so.
 */
export function slaSummary(
  evidence: Evidence,
  options: SlaSummaryOptions = {},
): { text: string; markdown: string; html: string } {
  const tree = slaSummaryDocument(evidence, options);
  return {
    text: toPlainText(tree),
    markdown: toMarkdownText(tree),
    html: toHtmlText(tree, { fragment: true }),
  };
}

/** The tree of it; with tokens, redacted. */
export function slaSummaryDocument(
  evidence: Evidence,
  { nextStep, names = 'roles', tokens, keep }: SlaSummaryOptions = {},
): DocTree {
  const tree =
    names === 'roles'
      ? withRoles(evidence.capture, (held) =>
          docTree(summaryBlocks(evidence, nextStep && { ...nextStep, owner: held(nextStep.owner) })),
        )
      : docTree(summaryBlocks(evidence, nextStep));
  return tokens ? redactDocument(tree, tokens, keep).tree : tree;
}

/** What happens next, by the plan: the most urgent of what is committed and not done. */
export function nextStepOf({ actions }: Postmortem): NextStep | undefined {
  const [first] = byPriority(
    actions.filter(({ status, text }) => status === 'committed' && text.trim() !== ''),
  );
  return first && { text: first.text.trim(), owner: first.owner.trim() };
}

function summaryBlocks({ capture, analysis }: Evidence, nextStep?: NextStep): BlockInput[] {
  const { ticket } = capture;
  const late = missed(analysis.slas);
  const shown = late.slice(0, MOST_LINES);
  const customer = analysis.customer === 'The customer' ? 'the customer' : analysis.customer;
  return [
    paragraph(strong(verdict(analysis, late)), ` for ${customer}`),
    bullets(
      [
        [
          strong('Ticket:'),
          ' ',
          link(ticket.url, `#${ticket.key}`),
          ` ${ticket.subject} (${stateWords(capture)})`,
        ],
        ...shown.map(
          (outcome): InlineInput => [strong(`${metricName(outcome.metric)}:`), ` ${missWords(outcome)}`],
        ),
        late.length > shown.length && [strong('Further targets missed:'), ` ${late.length - shown.length}`],
        late.length === 0 &&
          analysis.slas.length > 0 && [strong('Targets:'), ` ${targetsWords(analysis.slas)}`],
        [strong('Main delay:'), ` ${mainDelay(analysis)}`],
        nextStep && nextStep.text.trim() !== ''
          ? [strong('Next step:'), ` ${nextStep.text} (${nextStep.owner.trim() || 'no owner yet'})`]
          : [strong('Owner now:'), ` ${ownerWords(capture)}`],
      ].filter((row) => row !== false),
    ),
    paragraph(`Read on ${formatStamp(capture.capturedAt)} UTC. All times are UTC.`),
  ];
}

function verdict(analysis: Analysis, late: readonly SlaOutcome[]): string {
  if (late.length > 0)
    return `SLA breach: ${late.length === 1 ? '1 target' : `${late.length} targets`} missed`;
  if (analysis.slas.length === 0) return 'No SLA target on this ticket';
  return analysis.span.open ? 'No SLA breach so far' : 'No SLA breach';
}

/** "target 2 h, actual 2 h 59 min, over by 59 min, policy Enterprise". */
function missWords(outcome: SlaOutcome): string {
  const parts = [
    `target ${targetWords(outcome)}`,
    `actual ${actualWords(outcome)}`,
    `over by ${overWords(outcome)}`,
    ...(outcome.state === 'breached'
      ? []
      : [outcome.state === 'paused_breached' ? 'paused' : 'still running']),
    `policy ${outcome.policy?.trim() || 'unknown'}`,
  ];
  return parts.join(', ');
}

/** "3 of 3 met", "1 of 2 met, 1 running". */
function targetsWords(outcomes: readonly SlaOutcome[]): string {
  const counts = new Map<string, number>();
  for (const { state } of outcomes)
    counts.set(slaStateName(state), (counts.get(slaStateName(state)) ?? 0) + 1);
  const met = counts.get('met') ?? 0;
  counts.delete('met');
  const rest = [...counts].map(([name, count]) => `${count} ${name}`);
  return [`${met} of ${outcomes.length} met`, ...rest].join(', ');
}

/** The one stretch that explains most: the hand-off gap if it is a good part of the longest wait, else that wait. */
function mainDelay({ handoffs, longestWait }: Analysis): string {
  let worst: Handoff | undefined;
  for (const handoff of handoffs) if (!worst || handoff.gap.ms > worst.gap.ms) worst = handoff;
  if (worst && worst.gap.ms >= 60_000 && worst.gap.ms * 3 >= (longestWait?.ms ?? 0))
    return handoffDelay(worst);
  if (!longestWait || longestWait.ms === 0) return 'none, no message was left waiting for an answer';
  return waitDelay(longestWait);
}

function handoffDelay({ what, from, to, at, gap, unassignedMs }: Handoff): string {
  const sides = what === 'group' ? ` ${from?.label ?? 'no group'} → ${to?.label ?? 'no group'}` : '';
  const owner = unassignedMs < 60_000 ? '' : `, ${formatDuration(unassignedMs)} without an owner`;
  const running = gap.to === undefined ? ' so far' : '';
  return `hand-off${sides} on ${formatStamp(at)}, untouched for ${formatDuration(gap.ms)}${running}${owner}`;
}

function waitDelay({ from, to, ms, end }: Wait): string {
  const length = formatDuration(ms);
  if (end === 'solved')
    return `${length} without an answer, from ${formatStamp(from)} until the ticket was solved`;
  if (to === undefined) return `${length} wait for an answer, since ${formatStamp(from)}, still running`;
  return `${length} wait for an answer, ${formatStamp(from)} to ${formatStamp(to)}`;
}

function stateWords({ ticket }: Capture): string {
  return ticket.status?.label.trim().toLowerCase() || 'status unknown';
}

function ownerWords({ ticket }: Capture): string {
  const { group, assignee } = ticket;
  const holder = assignee === undefined ? 'assignee unknown' : assignee?.label.trim() || 'no assignee';
  const team = group?.label.trim();
  if (!team) return holder;
  // The order in which a role is said: "Agent A, Tier 1".
  return assignee ? `${holder}, ${team}` : `${team}, ${holder}`;
}
