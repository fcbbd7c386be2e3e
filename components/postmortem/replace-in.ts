/** Typed in rather than set, where the browser can: then Ctrl+Z takes it back like anything typed. */
export function replaceIn(
  fieldId: string,
  text: string,
  [from, to]: readonly [number, number],
  words: string,
  onText: (text: string) => void,
): void {
  const field = document.getElementById(fieldId);
  if (field instanceof HTMLTextAreaElement) {
    field.focus();
    field.setSelectionRange(from, to);
    if (document.execCommand?.('insertText', false, words)) return;
  }
  onText(text.slice(0, from) + words + text.slice(to));
}
