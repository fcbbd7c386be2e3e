import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../lib/export/to-markdown';
import type { Attachment } from '../../../lib/postmortem/schema';
import { recordOf } from '../postmortem/drafting';
import { ticket } from '../support/capture-builder';

function exported(attachments: Attachment[]): string {
  const capture = ticket().customer('+0', 'It is down.', { id: 'asked' }).reply('+1h', 'Looking.').build();
  const record = recordOf(capture);
  return toMarkdown({ ...record, postmortem: { ...record.postmortem, attachments } });
}

describe('evidence of one’s own in a document', () => {
  it('names a picture by its caption and links a link, at the entry it belongs to', () => {
    const markdown = exported([
      { id: 'a', kind: 'image', event: 'asked', blob: 'sha256:1', caption: 'The empty queue' },
      { id: 'b', kind: 'link', url: 'https://status.example/42', caption: 'Status page' },
      { id: 'c', kind: 'image', blob: 'sha256:2', caption: '  ' },
    ]);
    expect(markdown).toContain('- E1: image “The empty queue”, kept in Debrief');
    expect(markdown).toContain('- [Status page](https://status.example/42)');
    expect(markdown).toContain('- image without a caption, kept in Debrief');
  });

  it('is not spoken of where there is none, and never links a script', () => {
    expect(exported([])).not.toContain('Added by hand');
    expect(exported([{ id: 'b', kind: 'link', url: 'javascript:alert(1)', caption: 'Look' }])).not.toContain(
      'javascript:',
    );
  });
});
