import type { PartId } from '../../lib/postmortem/kinds';

/** Each part in a word or two. */
export const partLabels: { [part in PartId]: string } = {
  summary: 'Summary',
  impact: 'Impact',
  levels: 'Service levels',
  delays: 'Delays',
  answers: 'Answers',
  timeline: 'Timeline',
  messages: 'Messages',
  cause: 'Cause',
  resolution: 'Resolution',
  went: 'Went well, badly',
  learnings: 'Learnings',
  actions: 'Actions',
  followUps: 'Follow-ups',
  meeting: 'Meeting',
  notes: 'Notes',
};
