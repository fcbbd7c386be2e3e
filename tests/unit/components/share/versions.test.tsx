// @vitest-environment jsdom
import '../support/panel-browser';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ShareScreen } from '../../../../components/share/ShareScreen';
import { noPreferences, type Preferences } from '../../../../lib/analysis/preferences';
import { toHtml, toMarkdown } from '../../../../lib/export/to-markdown';
import { editSection } from '../../../../lib/postmortem/edit';
import { blankAction } from '../../../../lib/postmortem/plan';
import { withMarkdownFile } from '../../../../lib/postmortem/preferences';
import type { Postmortem } from '../../../../lib/postmortem/schema';
import { recordOf } from '../../postmortem/drafting';
import { at, ticket } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';
import { installClipboard } from '../support/clipboard';

const capture = ticket({ subject: 'Printers down', organization: 'Brightwell Logistics' })
  .person('ann', { team: 'Tier 1' })
  .customer('+0', 'Nothing prints since Monday.')
  .note('+1h', 'Ann thinks it is the spooler.')
  .sla('+0', 'first_reply', 'started', { instance: 'p/1', targetMs: 3_600_000, due: at('+1h') })
  .sla('+1h', 'first_reply', 'breached', { instance: 'p/1', targetMs: 3_600_000, due: at('+1h') })
  .reply('+9h', 'The cause was a nil pointer in our release. It is fixed.')
  .build();

/** A postmortem of its own for each test: what was chosen is kept by postmortem. */
function recordFor(id: string) {
  const record = recordOf(capture);
  const postmortem = editSection(record.postmortem, 'summary', 'Ann Okoro looked into it.', at('+4d'));
  const action = {
    ...blankAction,
    id: 'a1',
    text: 'Ask Ann about the spooler',
    owner: 'Ann Okoro',
    due: '2026-12-04',
    status: 'committed',
  } as const;
  return { ...record, postmortem: { ...postmortem, id, actions: [action] } };
}

function Kept({ record, stored }: { record: ReturnType<typeof recordFor>; stored: Preferences }) {
  const [postmortem, setPostmortem] = useState<Postmortem>(record.postmortem);
  const [preferences, setPreferences] = useState(stored);
  return (
    <main>
      <button
        type="button"
        onClick={() => setPostmortem((now) => editSection(now, 'summary', 'Another.', at('+9d')))}
      >
        Edit
      </button>
      <ShareScreen
        {...record}
        postmortem={postmortem}
        origin={{ preferences }}
        onPrefer={setPreferences}
        onStart={() => {}}
        onChange={(edit) => setPostmortem((now) => edit(now, new Date().toISOString()))}
        onPlace={() => {}}
      />
    </main>
  );
}

function show(id: string, stored: Preferences = noPreferences) {
  const record = recordFor(id);
  const user = userEvent.setup({ pointerEventsCheck: 0 });
  return { ...render(<Kept {...{ record, stored }} />), user, record };
}

const choose = (name: RegExp) => screen.getByRole('radio', { name });
const redact = () => screen.getByRole('checkbox', { name: /^Redact what leaves/ });
const roles = () => screen.getByRole('checkbox', { name: /^Names as roles/ });
const preview = () => screen.getByRole('region', { name: 'Preview' }).textContent ?? '';

describe('the Markdown file', () => {
  it('holds front matter and the clocks once they are chosen, for every postmortem, and a copy does not', async () => {
    const { user, record } = show('file');
    const { written } = installClipboard();
    await user.click(screen.getByRole('button', { name: 'Markdown' }));
    expect(preview()).not.toContain('sla_breaches');
    await user.click(screen.getByText('In the Markdown file'));
    await user.click(screen.getByRole('checkbox', { name: /^Front matter/ }));
    await user.click(screen.getByRole('radio', { name: /^Mermaid/ }));
    expect(preview()).toMatch(/^PreviewShow asRenderedMarkdown---\ntitle: "SLA breach: Printers down"/);
    expect(preview()).toContain('```mermaid\n');
    expect(screen.getByRole('region', { name: 'In the Markdown file' }).textContent).toContain(
      'front matter, clocks as Mermaid',
    );
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await screen.findByRole('button', { name: /^Copied/ });
    expect(written[0]?.['text/plain']).toBe(toMarkdown(record));
  });

  it('names nobody in its front matter when redacted, and has none for a customer', async () => {
    const { user } = show(
      'file-redacted',
      withMarkdownFile(noPreferences, { frontMatter: true, picture: 'none' }),
    );
    await user.click(screen.getByRole('button', { name: 'Markdown' }));
    expect(preview()).toContain('customer: "Brightwell Logistics"');
    await user.click(redact());
    expect(preview()).not.toContain('Brightwell');
    await user.click(choose(/^Customer/));
    expect(preview()).not.toMatch(/^PreviewShow asRenderedMarkdown---/);
    expect(screen.queryByRole('region', { name: 'In the Markdown file' })).toBeNull();
  });
});

describe('the keywords of the support guide', () => {
  const field = () => screen.getByRole('textbox', { name: 'Keywords, separated by commas' });
  const region = () => screen.getByRole('region', { name: 'Keywords' }).textContent ?? '';

  it('are suggested, are a person’s own once written, and go back', async () => {
    const { user } = show('keywords');
    expect(screen.queryByRole('region', { name: 'Keywords' })).toBeNull();
    await user.click(choose(/^Support/));
    expect(region()).toContain('suggested');
    const suggested = (field() as HTMLInputElement).value;
    expect(preview()).toContain(suggested);
    await user.clear(field());
    await user.type(field(), 'spooler, Spooler,, print queue, Okoro');
    expect((field() as HTMLInputElement).value).toBe('spooler, Spooler,, print queue, Okoro');
    expect(preview()).toContain('Spooler, print queue');
    expect(preview()).not.toContain('Okoro');
    expect(region()).toContain('2 words, separated by commas. A guide is found best by 5 to 10.');
    expect(region()).toContain('Left out, because it tells who it was: “Okoro”.');
    await user.click(screen.getByRole('button', { name: 'Back to the suggested ones' }));
    expect((field() as HTMLInputElement).value).toBe(suggested);
    expect(region()).toContain('suggested');
  });
});

describe('choosing a version', () => {
  it('shows, copies and names what is chosen', async () => {
    const { user, record } = show('choose');
    const { written } = installClipboard();
    expect(choose(/^Full/)).toHaveProperty('checked', true);
    await user.click(choose(/^Concise/));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await screen.findByRole('button', { name: /^Copied/ });
    expect(written[0]?.['text/plain']).toBe(toMarkdown(record, { version: 'concise' }));
    expect(preview()).toContain('-4711-printers-down-concise.md');
  });

  it('redacts for a customer unless somebody does not want it, and for inside once somebody does', async () => {
    const { user } = show('customer');
    await user.click(choose(/^Customer/));
    expect(redact()).toHaveProperty('checked', true);
    expect(preview()).not.toContain('Brightwell');
    expect(
      screen.getByText('Address of the helpdesk, its links go too, 1 × in the SLA summary'),
    ).toBeTruthy();
    await user.click(redact());
    expect(preview()).toContain('Brightwell');
    await user.click(choose(/^Full/));
    expect(redact()).toHaveProperty('checked', false);
    await user.click(redact());
    await user.click(choose(/^Customer/));
    expect(redact()).toHaveProperty('checked', false);
  });

  it('never names a colleague to a customer, and to colleagues only when asked', async () => {
    const { user } = show('names');
    expect(preview()).toContain('Agent A looked into it.');
    await user.click(roles());
    expect(preview()).toContain('Ann Okoro looked into it.');
    await user.click(choose(/^Customer/));
    expect(roles()).toHaveProperty('disabled', true);
    expect(roles()).toHaveProperty('checked', true);
    expect(preview()).not.toMatch(/Ann|Okoro/);
  });

  it('says what a customer’s version leaves out, and which words are jargon', async () => {
    const { user } = show('left');
    expect(screen.queryByRole('list', { name: 'Words to put plainly' })).toBeNull();
    await user.click(choose(/^Customer/));
    const region = screen.getByRole('region', { name: 'What this version leaves out' });
    expect(region.textContent).toMatch(
      /1 internal note and the names? of \d colleagues?\. This version never holds them\./,
    );
    const terms = within(screen.getByRole('list', { name: 'Words to put plainly' }));
    expect(terms.getByText(/nil pointer/).closest('li')?.textContent).toContain('a programming fault');
  });

  it('offers one action with its title and its body apart', async () => {
    const { user } = show('action');
    const { written } = installClipboard();
    await user.click(choose(/^One action/));
    expect(screen.getByRole('combobox', { name: 'Action' })).toHaveProperty('value', 'a1');
    await user.click(screen.getByRole('button', { name: 'Copy title' }));
    await user.click(screen.getByRole('button', { name: 'Copy body' }));
    expect(written[0]?.['text/plain']).toBe('Ask Agent A about the spooler');
    expect(written[1]?.['text/plain']).toContain('**Owner:** Ann Okoro');
    expect(written[1]?.['text/plain']).not.toContain('# ');
  });

  it('saves an HTML file that is the same document', async () => {
    const blobs: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
      revokeObjectURL: () => {},
    });
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    const { user, record } = show('html');
    await user.click(screen.getByRole('button', { name: 'HTML' }));
    expect(names[0]).toMatch(/-printers-down\.html$/);
    expect(blobs[0]?.size).toBe(new TextEncoder().encode(toHtml(record)).length);
  });

  it('says which export the record has left behind', async () => {
    const { user } = show('stale');
    installClipboard();
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await screen.findByText('Copied to the clipboard');
    expect(screen.queryByText(/changed since/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    expect(screen.getByText(/^Full changed since \d\d:\d\d export$/)).toBeTruthy();
  });

  it.each([/^Customer/, /^Support/, /^One action/])(
    'has nothing an accessibility check would find: %s',
    async (version) => {
      const { container, user } = show(`axe ${version}`);
      await user.click(choose(version));
      await expectAccessible(container);
    },
  );
});
