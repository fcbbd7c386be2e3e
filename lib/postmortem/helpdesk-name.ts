/** The helpdesk as people say it, for a draft that was not told its label. */
export function helpdeskName(id: string): string {
  const words = id.replace(/[_-]+/g, ' ').trim();
  return words === '' ? 'Helpdesk' : words.charAt(0).toUpperCase() + words.slice(1);
}
