/** Contributing factors, what they teach, and where the same can happen again: read from the findings, cause by cause. */
import { type CauseDetail, causeName } from '../analysis/causes';
import type { Finding } from '../analysis/findings/finding';
import { metricName } from '../language/describe-event';
import { formatDuration } from '../language/duration';
import type { EventId } from '../ticket/events';
import { claim, length, stamp, times, upperFirst } from './facts-in-words';
import { clip, oneLine } from './names-in-prose';
import type { Claim } from './schema';
import type { Story } from './story';

const MOST_FACTORS = 6;
const MOST_LESSONS = 3;
const TITLES_OF_A_CAUSE = 2;
const LONGEST_TITLE = 160;
/** A message that the customer had to write this soon before the next step is what brought the step about; ours. */
const BROUGHT_ABOUT_MS = 60 * 60_000;
/** Met with less than a tenth of the time left; ours. */
const NEAR_MISS = 0.1;

/** One line for each cause, likeliest first, with the findings that point to it; only those `agreed` on, if any were. */
export function draftFactors(story: Story, agreed?: readonly string[]): Claim[] {
  return causesIn(story)
    .filter(({ detail }) => agreed === undefined || agreed.includes(detail))
    .slice(0, MOST_FACTORS)
    .map(({ detail, findings }) => {
      const titles = findings.slice(0, TITLES_OF_A_CAUSE).map((finding) => titleInProse(finding, story));
      const more = findings.length - titles.length;
      const rest = more > 0 ? `; ${more} more like ${more === 1 ? 'it' : 'them'}` : '';
      return claim(
        `${upperFirst(causeName(detail))}: ${titles.join('; ')}${rest}.`,
        findings.flatMap(({ events }) => events),
      );
    });
}

export function draftLearnings(story: Story): Claim[] {
  return lessons(story, learnings);
}

export function draftRisks(story: Story): Claim[] {
  return lessons(story, risks);
}

/** What kept it from getting worse, where nothing but luck did. */
export function draftLuck(story: Story): Claim[] {
  const { analysis, Customer, late } = story;
  const rescued = analysis.waits.filter(
    ({ customerMessages, to, end, events }) =>
      end === 'reply' && to !== undefined && customerMessages.length > 1 && events.length > 0,
  );
  const found: Claim[] = [];
  const [first] = rescued.flatMap((wait) => {
    const asked = story.events.get(wait.customerMessages.at(-1) ?? '');
    const afterMs = asked && wait.to ? Date.parse(wait.to) - Date.parse(asked.time.at) : Number.NaN;
    return afterMs >= 0 && afterMs <= BROUGHT_ABOUT_MS ? [{ wait, asked, afterMs }] : [];
  });
  if (first?.asked) {
    found.push(
      claim(
        `The reply came ${length({ ms: first.afterMs, certainty: 'exact' })} after ${story.customer} had asked again on ${stamp(first.asked.time.at)}; nothing but that message is seen to have brought it about.`,
        [first.asked.id, ...first.wait.events],
      ),
    );
  }
  const near = analysis.slas.find(
    ({ state, overMs, targetMs }) =>
      state === 'achieved' &&
      overMs !== undefined &&
      targetMs !== undefined &&
      overMs > -targetMs * NEAR_MISS,
  );
  if (near && near.overMs !== undefined && late.length > 0) {
    found.push(
      claim(
        `The ${metricName(near.metric).toLowerCase()} target was met with only ${length({ ms: -near.overMs, certainty: near.certainty })} to spare.`,
        near.events,
      ),
    );
  }
  const { chasers } = story;
  if (found.length === 0 && chasers.length > 0 && analysis.resolution?.how === 'customer_confirmed') {
    found.push(
      claim(`${Customer} kept asking, ${times(chasers.length)}, and did not give up on us.`, chasers),
    );
  }
  return found;
}

interface CauseFound {
  detail: CauseDetail;
  findings: Finding[];
  events: EventId[];
}

/** In the order of the suggestion; what was merely noted is no factor. */
function causesIn({ analysis }: Story): CauseFound[] {
  return analysis.suggestion.causes.flatMap(({ detail }) => {
    const findings = analysis.findings.filter(
      (finding) => finding.cause.detail === detail && finding.weight !== 'noted',
    );
    if (findings.length === 0) return [];
    return [{ detail, findings, events: findings.flatMap(({ events }) => events) }];
  });
}

function lessons(story: Story, words: { readonly [detail in CauseDetail]: string }): Claim[] {
  return causesIn(story)
    .slice(0, MOST_LESSONS)
    .map(({ detail, events }) => claim(words[detail], events));
}

/** Inside a sentence, unless it begins with the customer's name. */
function titleInProse({ kind, title, ms }: Finding, story: Story): string {
  if (kind === 'wrong_answer' && ms !== undefined) {
    return `the right answer came ${formatDuration(ms)} after a wrong one`;
  }
  const text = clip(oneLine(story.nameless(title)), LONGEST_TITLE);
  return text.startsWith(story.Customer) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

const learnings: { readonly [detail in CauseDetail]: string } = {
  update_rhythm:
    'Work that stays internal looks like silence from outside: “still working on it” is an update.',
  ownership:
    'A hand-off is complete when somebody on the other side has taken the ticket, not when the group has changed.',
  routing_configuration:
    'The team a ticket reaches first decides how long the customer waits for the one that can help.',
  no_escalation_path: 'After an escalation the customer needs to hear who has it and when they hear next.',
  handoff_context: 'What the customer has already said has to travel with the ticket.',
  commitment_tracking:
    'A time that was promised to a customer has to be visible to whoever holds the ticket next.',
  pausing_rules: 'A ticket that waits for the customer has to have asked the customer something.',
  staffing_coverage:
    'What arrives near the end of a shift waits for the next one unless somebody is there to take it.',
  over_reliance: 'Work that hangs on one role waits whenever that role is busy.',
  missed_alert: 'A target needs a warning while there is still time to act on it.',
  missing_documentation: 'The right answer has to be within reach of whoever gets the question first.',
  insufficient_training: 'A new kind of question needs training before it needs an escalation.',
  unclear_runbook: 'A runbook has to say what to do next, and when to stop.',
  tool_technical: 'A tool that fails needs a way to answer the customer without it.',
  outdated_configuration: 'A setting that nobody owns goes out of date unseen.',
};

const risks: { readonly [detail in CauseDetail]: string } = {
  update_rhythm: 'Any ticket on which the work goes on in notes can fall silent in the same way.',
  ownership: 'Any ticket handed to a team without an assignee can lie untouched in the same way.',
  routing_configuration: 'Other tickets of this kind still reach the same team first.',
  no_escalation_path: 'The next escalation can wait as long for its first update.',
  handoff_context: 'Every hand-off can lose what is known in the same way.',
  commitment_tracking: 'Other promised times are as easy to lose at a hand-off.',
  pausing_rules: 'Other paused tickets may hold an answer that nobody has seen.',
  staffing_coverage: 'The same gap in coverage comes round with every shift.',
  over_reliance: 'The same work stops when that role is away.',
  missed_alert: 'Other targets can run out as unseen.',
  missing_documentation: 'Others may be given the same answer until the right one is written down.',
  insufficient_training: 'Others who meet this question may answer it the same way.',
  unclear_runbook: 'The same step can be read in two ways by the next reader.',
  tool_technical: 'The same fault can hold up other tickets.',
  outdated_configuration: 'Other settings of the same age may be out of date too.',
};
