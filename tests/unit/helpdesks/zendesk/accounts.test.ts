/** The same reader on accounts that answer otherwise: archived tickets, ids as text, another language. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../lib/analysis/analyse';
import { escalationStory, longStory, metStory } from '../../../helpdesks/zendesk/stories';
import { germanStory } from '../../../helpdesks/zendesk/story-german';
import { messagingStory } from '../../../helpdesks/zendesk/story-messaging';
import type { ZendeskStory } from '../../../helpdesks/zendesk/wire';
import { askedBy, captureOf, ofKind } from './harness';

describe('an archived ticket', () => {
  it('tells its whole history at once, and reads the same', async () => {
    const told = longStory(260);
    const [paged, archived] = [await captureOf(told), await captureOf(told, { paging: 'none' })];
    expect(archived.ticket).toEqual(paged.ticket);
    expect(archived.coverage).toEqual(paged.coverage);
    const asks = (paths: string[]) => paths.filter((path) => path.includes('/audits')).length;
    expect(asks(await askedBy(told, { paging: 'none' }))).toBe(1);
    expect(asks(await askedBy(told))).toBe(3);
  });
});

describe('ids as text', () => {
  it.each<[string, () => ZendeskStory]>([
    ['an escalation', escalationStory],
    ['a conversation', messagingStory],
    ['a German account', germanStory],
  ])('give the same capture of %s', async (_name, story) => {
    const told = story();
    const texts = withTextIds(told);
    expect(JSON.stringify(texts)).not.toBe(JSON.stringify(told));
    const [numbers, text] = [await captureOf(told), await captureOf(texts)];
    expect(text.ticket).toEqual(numbers.ticket);
    expect(text.coverage).toEqual(numbers.coverage);
  });
});

describe('an account in another language', () => {
  it('shows states under its own names, and counts by their categories', async () => {
    const capture = await captureOf(germanStory());
    const states = ofKind(capture, 'change').filter(({ field }) => field === 'status');
    expect(states.map(({ from, to }) => [from?.label, to?.label, to?.status])).toEqual([
      ['Neu', 'Offen', 'open'],
      ['Offen', 'Wartet auf Lieferanten', 'hold'],
      ['Wartet auf Lieferanten', 'Gelöst', 'solved'],
    ]);
    expect(capture.ticket).toMatchObject({
      status: { id: '905', label: 'Gelöst', status: 'solved' },
      initial: { status: { label: 'Neu', status: 'new' }, known: true },
      solvedAt: '2026-11-19T14:20:00.000Z',
    });
    expect(capture.statusMap).toContainEqual({
      label: 'Rückfrage beim Kunden',
      common: 'pending',
      from: 'helpdesk',
    });
  });

  it('keeps titles, teams, policies and tags as they are written', async () => {
    const capture = await captureOf(germanStory());
    const changes = ofKind(capture, 'change');
    expect(changes.find(({ field }) => field === 'custom')).toMatchObject({
      name: 'Produktbereich',
      to: { label: 'Zahlungen::Ausland' },
    });
    expect(changes.filter(({ field }) => field === 'group').at(-1)).toMatchObject({
      to: { label: 'Zahlungsverkehr – Ebene 2' },
    });
    expect(changes.find(({ field }) => field === 'tags')).toMatchObject({
      added: ['zahlungsverkehr'],
      removed: ['straße'],
    });
    expect(capture.ticket.tags).toEqual(['überfällig', '請求書', 'zahlungsverkehr']);
    expect(capture.ticket.slas[0]?.policy?.name).toBe('Großkunden');
    expect(capture.viewer).toEqual({
      id: '8400004',
      timeZone: 'Europe/Berlin',
      language: 'de',
      limited: false,
    });
  });

  it('is judged as any other', async () => {
    const capture = await captureOf(germanStory());
    const { milestones } = analyse(capture, { now: capture.capturedAt });
    expect(milestones.find(({ kind }) => kind === 'first_human_reply')?.at).toBe('2026-11-19T09:40:00.000Z');
    expect(capture.coverage).toMatchObject({ complete: true, unknownTypes: [], warnings: [] });
  });

  it('whose statuses this role may not see is read by the plain ones', async () => {
    const capture = await captureOf(germanStory(), { refused: ['custom_statuses'] });
    const states = ofKind(capture, 'change').filter(({ field }) => field === 'status');
    expect(states.map(({ to }) => [to?.label, to?.status])).toEqual([
      ['Open', 'open'],
      ['On-hold', 'hold'],
      ['Solved', 'solved'],
    ]);
    expect(capture.ticket).toMatchObject({
      status: { status: 'solved' },
      initial: { status: { status: 'new' } },
    });
  });
});

it('asks five times for an ordinary ticket', async () => {
  expect(await askedBy(metStory())).toHaveLength(5);
});

/** Every id and every reference to one as text, as some answers have them. */
function withTextIds(told: ZendeskStory): ZendeskStory {
  const text: unknown = JSON.parse(JSON.stringify(told), (key, value: unknown) => {
    const isId = /(^|_)id$/.test(key) && typeof value === 'number';
    if (isId) return String(value);
    const isList = /_ids$|^recipients$/.test(key) && Array.isArray(value);
    return isList ? value.map(String) : value;
  });
  // Only numbers became text; the reader may not care, and this test says so.
  return text as ZendeskStory;
}
