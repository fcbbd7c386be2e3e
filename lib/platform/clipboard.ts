const MARKDOWN = 'web text/markdown';

/**
 * One write with every flavour, so that the same copy pastes well into chat, mail and documents; Markdown goes along
 * where the browser takes it.
 */
export async function copyRich(flavours: {
  text: string;
  html: string;
  markdown?: string;
}): Promise<boolean> {
  const { text, html, markdown } = flavours;
  const items: Record<string, Blob> = {
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  };
  if (markdown !== undefined && takesMarkdown()) items[MARKDOWN] = new Blob([markdown], { type: MARKDOWN });
  try {
    await navigator.clipboard.write([new ClipboardItem(items)]);
    return true;
  } catch {
    return copyText(text);
  }
}

/** Browsers without `supports` refuse the whole write for one type they do not know. */
function takesMarkdown(): boolean {
  return typeof ClipboardItem.supports === 'function' && ClipboardItem.supports(MARKDOWN);
}

/** Resolves to whether the browser let us; the caller says so to the user. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
