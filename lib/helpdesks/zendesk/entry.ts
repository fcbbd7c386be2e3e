/** Finds the comment on the live page that shows an event. Reads only, and never asks for computed style. */
import type { Helpdesk } from '../contract';
import { zendeskSite } from './site';

/** Every opened ticket stays in the page, hidden: only the pane of the address counts. */
export const zendeskEntry: NonNullable<Helpdesk['entry']> = (document, event) => {
  const [known, audit, comment] =
    /^audit:(\d+)\/evt:(\d+)/.exec(event.id) ?? /^()comment:(\d+)|^turn:|^chat:/.exec(event.id) ?? [];
  if (known === undefined) return undefined;
  for (const pane of panes(document)) {
    // An entry carries its audit's id; older layouts carry the comment's; a turn of a conversation has neither.
    const found =
      (audit ? pane.querySelector(`[id="${audit}"]`) : undefined) ??
      (comment ? pane.querySelector(`[data-comment-id="${comment}"]`) : undefined) ??
      (event.kind === 'message' ? byTime(pane, event.time.at) : undefined);
    if (found) return found;
  }
  return undefined;
};

function panes(document: Document): ParentNode[] {
  const key = URL.canParse(document.URL) ? zendeskSite.locate(new URL(document.URL))?.key : undefined;
  if (!key) return [document];
  const marked = document.querySelectorAll(
    `[data-ticket-id="${key}"], [data-side-conversations-anchor-id="${key}"]`,
  );
  const visible = [...marked].filter((pane) => !isHidden(pane));
  // A layout without the marks: the ids are unique in the account, so the whole page can be asked.
  return visible.length > 0 ? visible : [document];
}

function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.hasAttribute('hidden') || /display:\s*none/.test(at.getAttribute('style') ?? '')) return true;
  }
  return false;
}

/** Comments whose ids are missing still show their second. */
function byTime(pane: ParentNode, at: string): Element | undefined {
  const second = Math.floor(Date.parse(at) / 1_000);
  for (const time of pane.querySelectorAll('time[datetime]')) {
    if (Math.floor(Date.parse(time.getAttribute('datetime') ?? '') / 1_000) !== second) continue;
    return time.closest('article') ?? time;
  }
  return undefined;
}
