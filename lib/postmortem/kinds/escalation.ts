import { OPEN_QUESTION } from '../schema';
import type { Kind } from './kind';

export const escalation: Kind = {
  id: 'escalation',
  name: 'Escalation or communication failure',
  when: 'The customer had to escalate, or was not told what was going on.',
  title: 'Communication failure',
  parts: [
    'summary',
    'impact',
    'levels',
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
  ],
  prompts: {
    messages: 'What did the customer know, and when did they know it?',
    cause: 'What in our process allowed this?',
  },
  whyPrompts: [OPEN_QUESTION],
  causes: [
    'update_rhythm',
    'handoff_context',
    'ownership',
    'no_escalation_path',
    'unclear_runbook',
    'commitment_tracking',
    'routing_configuration',
    'pausing_rules',
    'over_reliance',
  ],
  metrics: ['escalation_update', 'handoff_gap', 'longest_silence', 'reassignments', 'escalations'],
};
