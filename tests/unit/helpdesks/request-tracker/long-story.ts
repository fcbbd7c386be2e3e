/** A Request Tracker ticket with one of everything that names, addresses or quotes somebody. */
import { type FakePart, type FakeRt, type FakeTransaction, fakeRt } from './fake-rt';

const mail = (id: number, content: string, more: Partial<FakePart> = {}): FakePart => ({
  id,
  mime: 'text/plain',
  content,
  headers: 'X-RT-Interface: Email',
  ...more,
});

export function longRtStory(): FakeRt {
  const rows: FakeTransaction[] = [
    {
      id: 70,
      type: 'Create',
      by: 'cleo',
      parts: [
        mail(500, 'Labels are blank.\r\nOrder 4471 of Marsh & Sons waits. Can you call 0170 5550199?\r\n'),
        { id: 501, mime: 'application/pdf', name: 'Marsh invoice 4471.pdf', content: 'x' },
      ],
    },
    { id: 71, type: 'EmailRecord', at: '2026-03-24T08:00:01Z', by: 'system' },
    { id: 72, type: 'Set', field: 'Queue', from: '3', to: '4', at: '2026-03-24T08:20:00Z', by: 'ada' },
    { id: 73, type: 'Set', field: 'Owner', from: '6', to: '21', at: '2026-03-24T08:20:00Z', by: 'ada' },
    { id: 74, type: 'Set', field: 'Priority', from: '50', to: '90', at: '2026-03-24T08:21:00Z', by: 'ada' },
    {
      id: 75,
      type: 'Set',
      field: 'Due',
      from: '1970-01-01 00:00:00',
      to: '2026-03-24 10:00:00',
      at: '2026-03-24T08:22:00Z',
      by: 'system',
    },
    {
      id: 76,
      type: 'Comment',
      by: 'ben',
      at: '2026-03-24T09:00:00Z',
      parts: [mail(510, 'Cleo rang again.')],
    },
    {
      id: 77,
      type: 'CustomField',
      field: '5',
      from: '',
      to: 'Hamburg depot',
      at: '2026-03-24T09:05:00Z',
      by: 'ben',
    },
    {
      id: 78,
      type: 'AddLink',
      field: 'RefersTo',
      to: 'https://tracker.shop.example/browse/MARSH-17',
      at: '2026-03-24T09:06:00Z',
      by: 'ben',
    },
    { id: 79, type: 'AddWatcher', field: 'Cc', to: '31', at: '2026-03-24T09:07:00Z', by: 'ben' },
    {
      id: 80,
      type: 'AddLink',
      field: 'MergedInto',
      to: 'fsck.com-rt://desk.example/ticket/12',
      at: '2026-03-24T09:10:00Z',
      by: 'ben',
      on: 14,
    },
    {
      id: 81,
      type: 'Correspond',
      by: 'ben',
      at: '2026-03-24T12:30:00Z',
      parts: [mail(520, 'Hi Cleo,\nthe roll was upside down.\n-- \nBen Okoro\n> Labels are blank.\n')],
    },
    { id: 82, type: 'Status', from: 'open', to: 'resolved', at: '2026-03-24T12:30:00Z', by: 'ben' },
    {
      id: 83,
      type: 'Correspond',
      by: 'cleo',
      at: '2026-03-24T13:00:00Z',
      parts: [mail(530, 'Thank you Ben, works now.\nCleo Marsh')],
    },
    {
      id: 84,
      type: 'Status',
      from: 'resolved',
      to: 'Waiting for Marsh',
      at: '2026-03-24T13:30:00Z',
      by: 'ben',
    },
    {
      id: 85,
      type: 'Forward Transaction',
      field: 'dan@vendor.example',
      to: 'Marsh',
      at: '2026-03-24T14:00:00Z',
      by: 'ben',
    },
    {
      id: 86,
      type: 'Set',
      field: 'Subject',
      from: 'Blank labels',
      to: 'Marsh: blank labels',
      at: '2026-03-24T14:01:00Z',
      by: 'ben',
    },
  ];
  return fakeRt(rows, {
    Subject: 'Marsh: blank labels',
    Status: 'Waiting for Marsh',
    Priority: '90',
    SLA: 'Gold for Marsh',
    TimeWorked: '25',
  });
}
