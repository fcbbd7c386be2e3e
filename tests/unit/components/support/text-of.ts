/** What a reader sees; the spaces inside lengths of time and dates do not break on screen. */
export function textOf(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replaceAll('\u00a0', ' ');
}
