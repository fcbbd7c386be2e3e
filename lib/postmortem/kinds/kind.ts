/** What an incident type asks of its postmortem: its parts in order, its questions, and the causes it looks for. */
import type { CauseDetail } from '../../analysis/causes';
import type { ClockMetric, MetricName } from '../../analysis/clocks/types';
import type { KindId, TextSectionName } from '../schema';

/** The parts a document is made of; each is one or several sections of the record. */
export const partIds = [
  'summary',
  'impact',
  'levels',
  'delays',
  'answers',
  'timeline',
  'messages',
  'cause',
  'resolution',
  'went',
  'learnings',
  'actions',
  'followUps',
  'meeting',
  'notes',
] as const;
export type PartId = (typeof partIds)[number];

export interface Kind {
  id: KindId;
  name: string;
  /** In one line, for somebody who has to choose. */
  when: string;
  parts: readonly PartId[];
  /** A question above a part, where this kind asks more than its heading. */
  prompts: { readonly [part in PartId]?: string };
  /** What the whys after the first ask, in order; the last goes on. */
  whyPrompts: readonly string[];
  /** The contributing causes it looks for, most usual first; the others are offered after them. */
  causes: readonly CauseDetail[];
  /** The numbers that tell this kind of incident. */
  metrics: readonly (ClockMetric | MetricName)[];
  /** Begins the title of a draft. */
  title: string;
}

/** The sections that each part holds. */
export const sectionsOfPart: { readonly [id in PartId]: readonly TextSectionName[] } = {
  summary: ['summary'],
  impact: ['impact'],
  levels: [],
  delays: ['delays'],
  answers: ['answers'],
  timeline: [],
  messages: ['externalMessages', 'internalMessages'],
  cause: ['symptom', 'cause', 'systemic', 'factors'],
  resolution: ['resolution'],
  went: ['wentWell', 'wentBadly', 'lucky'],
  learnings: ['learnings', 'risks', 'dependencies'],
  actions: [],
  followUps: [],
  meeting: [],
  notes: ['notes'],
};
