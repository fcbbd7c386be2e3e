// @vitest-environment jsdom
import '../support/panel-browser';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ShareScreen } from '../../../../components/share/ShareScreen';
import { toMarkdown } from '../../../../lib/export/to-markdown';
import { editSection } from '../../../../lib/postmortem/edit';
import { recordOf } from '../../postmortem/drafting';
import { at, ticket } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';
import { installClipboard } from '../support/clipboard';
import { escalated } from '../support/evidence';

const HOSTILE = '<img src=x onerror=alert(1)> <script>alert(2)</script> [x](javascript:alert(3)) **b** | c';

function hostileRecord() {
  const record = recordOf(
    ticket({ organization: HOSTILE, subject: HOSTILE })
      .customer('+0', HOSTILE)
      .group('+1h', HOSTILE, 'Tier 2', { by: 'ann' })
      .reply('+9h', HOSTILE)
      .build(),
  );
  return { ...record, postmortem: editSection(record.postmortem, 'summary', HOSTILE, at('+4d')) };
}

function show(record = recordOf(escalated().build()), onChange: OnChange = () => {}) {
  const onPlace = vi.fn<(part: string, target: string) => void>();
  const user = userEvent.setup({ pointerEventsCheck: 0 });
  const view = render(
    <main>
      <ShareScreen {...record} onStart={() => {}} onChange={onChange} onPlace={onPlace} />
    </main>,
  );
  return { ...view, user, record, onPlace };
}

type OnChange = React.ComponentProps<typeof ShareScreen>['onChange'];

const source = (container: Element) => container.querySelector('pre')?.textContent;

describe('sharing', () => {
  it('shows the Markdown byte for byte as it is exported', async () => {
    const { container, user, record } = show();
    await user.click(screen.getByRole('button', { name: 'Markdown' }));
    expect(source(container)).toBe(toMarkdown(record));
  });

  it('shows, copies and downloads one and the same text, also a hostile one', async () => {
    const blobs: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
      revokeObjectURL: () => {},
    });
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    const { container, user, record } = show(hostileRecord());
    const { written } = installClipboard();
    const markdown = toMarkdown(record);
    await user.click(screen.getByRole('button', { name: 'Markdown' }));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await user.click(screen.getByRole('button', { name: 'Download .md' }));
    await screen.findByText('Copied to the clipboard');
    expect(source(container)).toBe(markdown);
    expect(written[0]?.['text/plain']).toBe(markdown);
    expect(written[0]?.['text/html']).not.toMatch(/<(img|script)/);
    expect(blobs[0]?.size).toBe(new TextEncoder().encode(markdown).length);
    expect(blobs[0]?.type).toBe('text/markdown;charset=utf-8');
    expect(container.textContent).toContain(names[0]);
  });

  it('renders hostile text as text: no element, address or handler of its making', () => {
    const { container } = show(hostileRecord());
    expect(container.querySelector('img, script, iframe')).toBeNull();
    for (const link of container.querySelectorAll('a')) expect(link.protocol).toMatch(/^https?:$/);
    const attributes = [...container.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([]);
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('renders the same words as it exports, in order', () => {
    const { container, record } = show();
    const words = (text: string) => text.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
    const shown = container.querySelector('[class*="document"]')?.textContent ?? '';
    // Letters only: Markdown adds marks, and the screen puts cells and headings side by side.
    const letters = shown.replace(/[^\p{L}\p{N}]/gu, '');
    for (const word of words(record.postmortem.sections.summary.text)) expect(letters).toContain(word);
    const headings = toMarkdown(record).match(/^#+ .*$/gm) ?? [];
    const rendered = [...container.querySelectorAll('[class*="document"] :is(h2, h3, h4)')];
    expect(rendered.map((heading) => heading.textContent)).toEqual(
      headings.map((heading) => heading.replace(/^#+ /, '').replaceAll('\\', '')),
    );
  });

  it('copies the SLA summary with every flavour, and as Markdown alone', async () => {
    const { user } = show();
    const { written } = installClipboard();
    await user.click(screen.getByRole('button', { name: 'Copy SLA summary' }));
    await user.click(screen.getByRole('button', { name: 'As Markdown' }));
    expect(await screen.findAllByText('Copied to the clipboard')).toHaveLength(2);
    expect(written.map((flavours) => Object.keys(flavours))).toEqual([
      ['text/plain', 'text/html'],
      ['text/plain'],
    ]);
  });

  it('says that the internal version is for inside', () => {
    show();
    expect(screen.getByText(/This is the internal version/)).toBeTruthy();
  });

  it('says before the export what the ticket does not bear out, and leads there', async () => {
    const record = recordOf(escalated().build());
    const texts = { summary: 'The reply came at 16:40.', cause: 'About 40 other accounts were hit.' };
    const postmortem = Object.entries(texts).reduce(
      (current, [name, text]) => editSection(current, name as keyof typeof texts, text, at('+4d')),
      record.postmortem,
    );
    const { container, user, onPlace } = show({ ...record, postmortem });
    const note = within(screen.getByRole('note', { name: 'Figures to check' }));
    expect(note.getByText(/^2 figures are not borne out by the ticket\./)).toBeTruthy();
    await user.click(note.getByRole('button', { name: 'What broke' }));
    await user.click(note.getByRole('button', { name: 'Summary' }));
    expect(onPlace.mock.calls).toEqual([
      ['cause', 'what-broke'],
      ['summary', 'summary'],
    ]);
    await expectAccessible(container);
    await user.click(screen.getByRole('radio', { name: /^Customer/ }));
    expect(screen.queryByRole('note', { name: 'Figures to check' })).toBeNull();
  });

  it('says nothing of figures while all are borne out', () => {
    show();
    expect(screen.queryByRole('note', { name: 'Figures to check' })).toBeNull();
  });

  it.each([null, undefined])('with no postmortem (%s) leads to it', async (postmortem) => {
    const onStart = vi.fn<() => void>();
    render(
      <ShareScreen
        {...recordOf(escalated().build())}
        postmortem={postmortem}
        onStart={onStart}
        onChange={() => {}}
        onPlace={() => {}}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Go to the postmortem' }));
    expect(onStart).toHaveBeenCalledOnce();
  });

  it('has nothing an accessibility check would find', async () => {
    const { container } = show();
    await expectAccessible(container);
  });
});
