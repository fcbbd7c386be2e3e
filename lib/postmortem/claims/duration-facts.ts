import type { SlaOutcome } from '../../analysis/types';
import { metricName } from '../../language/describe-event';
import { mainDelay } from '../draft-delays';
import type { Story } from '../story';
import type { DurationFact } from './fact';
import type { Topic } from './topics';

/** Every length of time that the analysis knows, and what it is called. */
export function durationFacts(story: Story): DurationFact[] {
  const { analysis } = story;
  const { span, waits, firstReply, silences, handoffs, escalations, slas, stages, unassigned } = analysis;
  const { longestWait, longestSilence, answers, promises, metrics } = analysis;
  return [
    {
      ms: span.ms,
      words: span.open ? 'The ticket has been open for' : 'From opening to solving the ticket took',
      topics: ['solved', 'opened'],
      events: span.events,
    },
    ...(firstReply ? [fact(firstReply, 'The first reply took', 'first_reply', 'reply')] : []),
    ...(longestWait ? [fact(longestWait, 'The longest wait for an answer was', 'wait', 'reply')] : []),
    ...(longestSilence
      ? [fact(longestSilence, 'The longest silence toward the customer was', 'silence')]
      : []),
    ...waits.map((wait) => fact(wait, 'The wait for an answer was', 'wait', 'reply')),
    ...silences.map((silence) => fact(silence, 'The silence toward the customer was', 'silence', 'note')),
    ...handoffs.flatMap(({ gap, unassignedMs, untouchedMs }) => [
      fact(gap, 'After the hand-off the ticket lay untouched for', 'untouched', 'handoff'),
      fact({ ...gap, ms: unassignedMs }, 'After the hand-off the ticket had no owner for', 'owner'),
      fact({ ...gap, ms: untouchedMs }, 'With its new owner the ticket lay untouched for'),
    ]),
    ...escalations.flatMap(({ accepted, firstUpdate }) => [
      fact(firstUpdate, 'The first update after the escalation took', 'escalated', 'reply'),
      ...(accepted ? [fact(accepted, 'After the escalation it was taken up within', 'escalated')] : []),
    ]),
    ...slas.flatMap(slaFacts),
    fact(unassigned, 'In all the ticket had no owner for', 'owner'),
    ...stages.map(({ ms, events, stage }) =>
      fact(
        { ms, events },
        'This part of the ticket took',
        ...(stage === 'unassigned' ? ['owner' as const] : []),
      ),
    ),
    ...(answers?.ms === undefined
      ? []
      : [
          fact(
            { ms: answers.ms, events: answers.right === undefined ? [] : [answers.right] },
            'From the first wrong answer to the right one it took',
          ),
        ]),
    ...promises.flatMap(({ overMs, events }) =>
      overMs === undefined
        ? []
        : [fact({ ms: overMs, events }, 'The promise was late by', 'promise', 'over')],
    ),
    ...metrics.flatMap(({ value, unit, events }) =>
      unit === 'ms' ? [fact({ ms: value, events }, 'The measured time was')] : [],
    ),
    ...clockFacts(story),
    ...callFacts(story),
  ];
}

function fact(
  { ms, events }: Pick<DurationFact, 'ms' | 'events'>,
  words: string,
  ...topics: Topic[]
): DurationFact {
  return { ms, words, topics, events };
}

function slaFacts({ metric, targetMs, actualMs, overMs, events }: SlaOutcome): DurationFact[] {
  const name = metricName(metric);
  return [
    ...(targetMs === undefined
      ? []
      : [fact({ ms: targetMs, events }, `The target for ${name.toLowerCase()} was`, 'target')]),
    ...(actualMs === undefined ? [] : [fact({ ms: actualMs, events }, `${name} took`, 'actual')]),
    ...(overMs === undefined || overMs <= 0
      ? []
      : [fact({ ms: overMs, events }, `${name} was over by`, 'over')]),
  ];
}

function clockFacts(story: Story): DurationFact[] {
  const { analysis, late } = story;
  const measured = analysis.clocks.flatMap(({ valueMs, calendarMs, overMs, targetMs, reportedMs, events }) =>
    [valueMs, calendarMs, overMs, targetMs, reportedMs].flatMap((ms) =>
      ms === undefined ? [] : [fact({ ms: Math.abs(ms), events }, 'The clock counted')],
    ),
  );
  const explained = late.slice(0, MOST_EXPLAINED).flatMap((outcome) => {
    const clock = analysis.clocks.find(({ instance }) => instance === outcome.instance);
    const main = clock && mainDelay(story, clock);
    return main ? [fact({ ms: main.ms, events: main.delay.events }, 'Of that time the stretch took')] : [];
  });
  return [...explained, ...measured];
}

/** As many as a draft explains. */
const MOST_EXPLAINED = 6;

function callFacts({ capture }: Story): DurationFact[] {
  return capture.ticket.events.flatMap((event) =>
    event.kind === 'call' && event.durationMs !== undefined
      ? [fact({ ms: event.durationMs, events: [event.id] }, 'The call took')]
      : [],
  );
}
