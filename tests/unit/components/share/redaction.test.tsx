// @vitest-environment jsdom
import '../support/panel-browser';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ShareScreen } from '../../../../components/share/ShareScreen';
import { editSection } from '../../../../lib/postmortem/edit';
import { recordOf } from '../../postmortem/drafting';
import { at, ticket } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';
import { installClipboard } from '../support/clipboard';

const SUMMARY = 'Ada Lund was called on 020 7946 0991 twice, and wrote from ada@example.com.';

/** A postmortem of its own for each test: what was chosen is kept by postmortem. */
function show(id: string, summary = SUMMARY) {
  const capture = ticket({ subject: 'Ada Lund cannot log in', organization: 'Brightwell Logistics' })
    .customer('+0', 'Call me on 020 7946 0991.')
    .build();
  const record = recordOf(capture);
  const postmortem = { ...editSection(record.postmortem, 'summary', summary, at('+4d')), id };
  const user = userEvent.setup({ pointerEventsCheck: 0 });
  const view = render(
    <main>
      <ShareScreen
        {...record}
        postmortem={postmortem}
        onStart={() => {}}
        onChange={() => {}}
        onPlace={() => {}}
      />
    </main>,
  );
  return { ...view, user };
}

const turnOn = () => screen.getByRole('checkbox', { name: /^Redact what leaves/ });
const row = (value: RegExp) => screen.getByRole('checkbox', { name: value });
const preview = () => screen.getByRole('region', { name: 'Preview' }).textContent;

describe('redacting what leaves', () => {
  it('is off until it is asked for', () => {
    show('off');
    expect(turnOn()).toHaveProperty('checked', false);
    expect(preview()).toContain('020 7946 0991');
    expect(screen.queryByRole('list', { name: 'Replaced before it leaves' })).toBeNull();
  });

  it('lists each value with kind, count and token, and shows the document without it', async () => {
    const { user } = show('list');
    await user.click(turnOn());
    const list = within(screen.getByRole('list', { name: 'Replaced before it leaves' }));
    expect(list.getByText(/^Phone number, \d ×$/).closest('li')?.textContent).toContain('020 7946 0991');
    expect(list.getByText('phone 1')).toBeTruthy();
    expect(list.getByText(/^Person on the ticket, \d+ ×$/).closest('li')?.textContent).toContain('Ada Lund');
    expect(list.getByText('Customer 1')).toBeTruthy();
    for (const value of ['Ada', '020 7946', 'ada@example', 'Brightwell', 'desk.example'])
      expect(preview()).not.toContain(value);
    expect(preview()).toContain('-4711-customer-1-cannot-log-in.md');
    expect(screen.getByText(/^\d+ places$/)).toBeTruthy();
  });

  it('copies the document and the SLA summary in every flavour without the values', async () => {
    const { user } = show('copy');
    const { written } = installClipboard();
    await user.click(turnOn());
    for (const name of ['Copy', 'Copy SLA summary', 'As Markdown'])
      await user.click(screen.getByRole('button', { name }));
    expect(written).toHaveLength(3);
    const all = JSON.stringify(written);
    for (const value of ['Ada', '020 7946', 'ada@example', 'Brightwell', 'desk.example'])
      expect(all).not.toContain(value);
  });

  it('keeps a value that a person keeps, and replaces it again', async () => {
    const { user } = show('keep');
    await user.click(turnOn());
    await user.click(row(/^020 7946 0991/));
    expect(preview()).toContain('020 7946 0991');
    expect(preview()).not.toContain('Ada');
    expect(screen.getByText('kept by you')).toBeTruthy();
    await user.click(row(/^020 7946 0991/));
    expect(preview()).not.toContain('020 7946 0991');
  });

  it('stays on, with what was kept, after a look at another screen', async () => {
    const first = show('stay');
    await first.user.click(turnOn());
    await first.user.click(row(/^020 7946 0991/));
    first.unmount();
    show('stay');
    expect(turnOn()).toHaveProperty('checked', true);
    expect(row(/^020 7946 0991/)).toHaveProperty('checked', false);
    expect(preview()).not.toContain('Ada');
  });

  it('has nothing an accessibility check would find', async () => {
    const { container, user } = show('axe');
    await user.click(turnOn());
    await expectAccessible(container);
  });
});
