import type { TextSectionName } from '../postmortem/schema';

/** What each section is called in a document. */
export const sectionNames: { [name in TextSectionName]: string } = {
  title: 'Title',
  summary: 'Summary',
  impact: 'Impact',
  externalMessages: 'External communication',
  internalMessages: 'Internal communication',
  delays: 'Delays',
  answers: 'Wrong and right answers',
  symptom: 'Symptom',
  cause: 'What broke',
  systemic: 'Why it broke',
  factors: 'Contributing factors',
  resolution: 'How it was resolved',
  wentWell: 'What went well',
  wentBadly: 'What went badly',
  lucky: 'Where we got lucky',
  learnings: 'Learnings',
  risks: 'Risks',
  dependencies: 'Knowledge dependencies',
  notes: 'Other notes',
};
