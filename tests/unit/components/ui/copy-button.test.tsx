// @vitest-environment jsdom
import '../support/panel-browser';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CopyButton } from '../../../../components/ui/CopyButton';
import { copyRich, copyText } from '../../../../lib/platform/clipboard';
import { installClipboard } from '../support/clipboard';

afterEach(() => vi.useRealTimers());

function show(onCopy: () => Promise<boolean>) {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  render(<CopyButton label="Copy" onCopy={onCopy} />);
  return { user, button: screen.getByRole('button') };
}

describe('the copy button', () => {
  it('says that the copy was made, to the eye and to a screen reader, and is itself again after a while', async () => {
    const { user, button } = show(() => copyText('words'));
    const { written } = installClipboard();
    await user.click(button);
    await screen.findByText('Copied to the clipboard');
    expect(written).toEqual([{ 'text/plain': 'words' }]);
    expect(button.textContent).toBe('CopiedCopied to the clipboard');
    expect(screen.getByRole('status').textContent).toBe('Copied to the clipboard');
    await act(() => vi.advanceTimersByTimeAsync(2_500));
    expect(button.textContent).toBe('Copy');
  });

  it('says that the browser refused', async () => {
    const { user, button } = show(() => copyText('words'));
    installClipboard({ refuses: 'all' });
    await user.click(button);
    expect(await screen.findByText('Copy was refused')).toBe(button);
    expect(screen.getByRole('status').textContent).toBe('Nothing was copied');
  });
});

describe('copying with every flavour', () => {
  it('is one write', async () => {
    const { written } = installClipboard();
    expect(await copyRich({ text: 'a', html: '<p>a</p>' })).toBe(true);
    expect(written).toEqual([{ 'text/plain': 'a', 'text/html': '<p>a</p>' }]);
  });

  it('is still a copy of the text where only text may be written', async () => {
    const { written } = installClipboard({ refuses: 'rich' });
    expect(await copyRich({ text: 'a', html: '<p>a</p>' })).toBe(true);
    expect(written).toEqual([{ 'text/plain': 'a' }]);
  });

  it('says so where nothing may be', async () => {
    installClipboard({ refuses: 'all' });
    expect(await copyRich({ text: 'a', html: '<p>a</p>' })).toBe(false);
  });
});
