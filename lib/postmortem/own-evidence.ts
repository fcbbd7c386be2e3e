/** What people add to the evidence of a ticket: pictures and links, of an event or of the whole. */
import type { Attachment, Postmortem } from './schema';

/** The address as it is kept, if it leads to the web and names no user; undefined for anything else. */
export function webAddress(text: string): string | undefined {
  const typed = text.trim();
  if (!URL.canParse(typed)) return undefined;
  const { protocol, username, password, href } = new URL(typed);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' ? href : undefined;
}

/** "screenshot of the queue" from "screenshot-of_the_queue.png"; empty for the names that browsers give by themselves. */
export function captionFromName(name: string): string {
  const words = name
    .replace(/\.\w{1,5}$/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return /^(?:image|grafik|unbenannt|untitled)? ?\d*$/i.test(words) ? '' : words;
}

/** "2 pictures, 1 link, 3 linked entries". */
export function evidenceCounts({
  attachments,
  linked = [],
}: {
  attachments: readonly Attachment[];
  linked?: Postmortem['linked'];
}): string {
  const pictures = attachments.filter(({ kind }) => kind === 'image').length;
  const links = attachments.length - pictures;
  return [
    pictures > 0 && `${pictures} ${pictures === 1 ? 'picture' : 'pictures'}`,
    links > 0 && `${links} ${links === 1 ? 'link' : 'links'}`,
    linked.length > 0 && `${linked.length} linked ${linked.length === 1 ? 'entry' : 'entries'}`,
  ]
    .filter(Boolean)
    .join(', ');
}
