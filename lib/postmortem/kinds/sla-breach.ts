import { OPEN_QUESTION } from '../schema';
import type { Kind } from './kind';

export const slaBreach: Kind = {
  id: 'sla_breach',
  name: 'SLA breach or delayed response',
  when: 'A target was missed, or an answer came too late.',
  title: 'SLA breach',
  parts: [
    'summary',
    'impact',
    'levels',
    'delays',
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
    delays: 'Where did the time go, and what held the ticket there?',
    cause: 'What in our process allowed the delay?',
  },
  whyPrompts: ['What let it wait there?', OPEN_QUESTION],
  causes: [
    'staffing_coverage',
    'missed_alert',
    'ownership',
    'outdated_configuration',
    'tool_technical',
    'over_reliance',
    'routing_configuration',
    'pausing_rules',
    'update_rhythm',
  ],
  metrics: [
    'first_reply',
    'next_reply',
    'requester_wait',
    'full_resolution',
    'unassigned',
    'longest_silence',
  ],
};
