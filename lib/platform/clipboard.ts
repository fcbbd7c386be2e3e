/** One write with every flavour, so that the same copy pastes well into chat, mail and documents. */
export async function copyRich(flavours: { text: string; html: string }): Promise<boolean> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([flavours.text], { type: 'text/plain' }),
        'text/html': new Blob([flavours.html], { type: 'text/html' }),
      }),
    ]);
    return true;
  } catch {
    return copyText(flavours.text);
  }
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
