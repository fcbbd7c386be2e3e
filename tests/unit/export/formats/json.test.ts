import { describe, expect, it } from 'vitest';
import { toJson } from '../../../../lib/export/formats/json';
import { makeTokens } from '../../../../lib/language/redact';
import { linkEvent } from '../../../../lib/postmortem/linked';
import { recordSaying } from './hostile-record';

describe('a postmortem as JSON', () => {
  it('says what it is, with figures in milliseconds and times in UTC', () => {
    const found = JSON.parse(toJson(recordSaying('Sync stopped')));
    expect(found).toMatchObject({
      format: 'debrief-postmortem',
      version: 1,
      title: 'Sync stopped',
      resolvedAt: '2026-11-16T13:00:00.000Z',
      ticket: { subject: 'Sync stopped', tags: ['Sync stopped', 'vip'] },
      sections: { summary: { text: 'Sync stopped', state: 'edited' } },
      figures: { firstReplyMs: 10_800_000, serviceLevels: [{ metric: 'first_reply', state: 'breached' }] },
      actions: [{ due: '2026-12-01', status: 'committed' }, { status: 'idea' }],
      checkpoints: [{ days: 30, day: '2026-12-16', state: 'open' }, { days: 60 }, { days: 90 }],
    });
    expect(found.timeline[0]).toMatchObject({ evidence: 'E1', text: 'Sync stopped' });
  });

  it('says which entries people linked to which part', () => {
    const record = recordSaying('x');
    const event = record.capture.ticket.events[0]?.id ?? '';
    const postmortem = ['gone', event].reduce(
      (current, id) => linkEvent(current, 'why:0', id, record.postmortem.createdAt),
      record.postmortem,
    );
    const { linked } = JSON.parse(toJson({ ...record, postmortem }));
    expect(linked).toEqual([{ place: 'why:0', evidence: expect.stringMatching(/^E\d+$/), event }]);
  });

  it('is the same bytes for the same record, its keys sorted', () => {
    const json = toJson(recordSaying('x'));
    expect(toJson(recordSaying('x'))).toBe(json);
    const keys = Object.keys(JSON.parse(json));
    expect(keys).toEqual(keys.toSorted());
    expect(json.endsWith('}\n')).toBe(true);
  });

  it('redacts what goes on over the end of a line', () => {
    const record = recordSaying('Write to us:\n12 Oak Street,\nDover, DE 19901');
    const json = toJson(record, { tokens: makeTokens(record.capture, record.postmortem) });
    expect(json).not.toMatch(/Oak|Dover|19901/);
  });

  it('names nobody when redacted', () => {
    const record = recordSaying('Ada Lund, ada@brightwell.example');
    const json = toJson(record, { tokens: makeTokens(record.capture, record.postmortem) });
    expect(json).not.toMatch(/Ada|Lund|brightwell|https?:/i);
    expect(json).toMatch(/Customer 1|Company 1|e-mail 1/);
  });
});
