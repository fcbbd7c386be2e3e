import { OPEN_QUESTION } from '../schema';
import type { Kind } from './kind';

export const knowledgeGap: Kind = {
  id: 'knowledge_gap',
  name: 'Knowledge gap or wrong solution',
  when: 'The customer was given an answer that did not hold.',
  title: 'Knowledge gap',
  parts: [
    'summary',
    'impact',
    'answers',
    'timeline',
    'cause',
    'learnings',
    'resolution',
    'messages',
    'levels',
    'went',
    'actions',
    'followUps',
    'meeting',
    'notes',
  ],
  prompts: {
    answers: 'Which answer was wrong, which one held, and what changed in between?',
    cause: 'What in our documentation or training allowed this?',
    learnings: 'Where should the right answer have been found, and who knew it?',
  },
  whyPrompts: ['Where should the right answer have been found, and what was written there?', OPEN_QUESTION],
  causes: [
    'missing_documentation',
    'insufficient_training',
    'unclear_runbook',
    'over_reliance',
    'handoff_context',
    'outdated_configuration',
  ],
  metrics: ['full_resolution', 'replies', 'reopens', 'reassignments'],
};
