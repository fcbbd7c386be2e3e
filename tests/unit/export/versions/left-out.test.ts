import { expect, it } from 'vitest';
import { toText } from '../../../../lib/export/to-markdown';
import { leftOut } from '../../../../lib/export/versions/left-out';
import { escalationStory } from '../../../helpdesks/zendesk/stories';
import { captureOf } from '../../helpdesks/zendesk/harness';
import { recordOf } from '../../postmortem/drafting';
import { ticket } from '../../support/capture-builder';
import { promisedRecord } from './records';

const said = (rows: ReturnType<typeof leftOut>) => rows.map(({ head, text }) => `${head} ${text}`);

it('counts what customers never see, and says what could not be read', async () => {
  const rows = said(leftOut(promisedRecord(await captureOf(escalationStory())), 'customer'));
  expect(rows[0]).toMatch(
    /^13 internal notes and the names of \d colleagues\. This version never holds them\.$/,
  );
  expect(rows.at(-1)).toBe('Not everything was read of this ticket: side conversations (refused).');
});

it('says that a version without a promise says nothing of what changes, and names no cause nobody was told', () => {
  const rows = said(leftOut(recordOf(ticket({}).customer('+0', 'Down.').build()), 'customer'));
  expect(rows).toContain(
    'It says nothing of what changes. No action is committed yet, and an idea would read as a promise.',
  );
  expect(rows.join('\n')).toContain('It names no cause.');
});

it.each(['internal', 'concise', 'technical', 'agenda', 'action'] as const)(
  'says that %s is for inside',
  (version) => {
    const [first] = leftOut(recordOf(ticket({}).customer('+0', 'Down.').build()), version);
    expect(first?.head).toMatch(/This is the internal version|for inside/);
  },
);

it('says that the full version is a selection, and where pictures are', () => {
  const record = recordOf(ticket({}).customer('+0', 'Down.').note('+1h', 'Hm.').build());
  const { postmortem } = record;
  const picture = { id: 'p1', kind: 'image' as const, caption: 'The error' };
  const rows = said(
    leftOut({ ...record, postmortem: { ...postmortem, timeline: [], attachments: [picture] } }, 'internal'),
  );
  expect(rows).toContain(
    '2 entries of the ticket. Its timeline holds what was picked; the spreadsheet under Other files has them all.',
  );
  expect(rows).toContain('1 picture. Pictures stay in Debrief; the document has their captions.');
});

it('says what only the full version has, and no more than is true', async () => {
  const record = promisedRecord(await captureOf(escalationStory()));
  for (const version of ['concise', 'agenda', 'action'] as const) {
    const rows = said(leftOut(record, version)).join('\n');
    expect(rows).not.toContain('wrote for each other');
    expect(toText(record, { version, action: record.postmortem.actions[0]?.id ?? '' })).not.toMatch(
      /^Evidence|What was read/m,
    );
  }
});
