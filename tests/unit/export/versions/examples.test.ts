/** `docs/examples` shows each version of one record, as it is written today. */
import { expect, it } from 'vitest';
import { toMarkdown } from '../../../../lib/export/to-markdown';
import { escalationStory } from '../../../helpdesks/zendesk/stories';
import { captureOf } from '../../helpdesks/zendesk/harness';
import { promisedRecord } from './records';

it.each(['internal', 'concise', 'customer', 'support', 'technical', 'agenda', 'action'] as const)(
  'the example of the version %s is what is exported',
  async (version) => {
    const record = promisedRecord(await captureOf(escalationStory()));
    const action = record.postmortem.actions[0]?.id ?? '';
    await expect(toMarkdown(record, { version, action })).toMatchFileSnapshot(
      `../../../../docs/examples/${version}.md`,
    );
  },
);
