/**
 * The script on the helpdesk's page: carries GETs of the page's own origin to the panel that injected it, and
 * scrolls to an entry on request. It knows nothing of tickets, so that the page is not kept busy with reading
 * one. Leaves nothing behind; a closed port cancels what runs.
 */
import { type Browser, browser } from 'wxt/browser';
import { entryFinders } from '../helpdesks/entries';
import { COURIER_PORT, type CourierAnswer, type PanelRequest } from './courier-wire';
import { Rounds } from './rounds';

// The isolated world of the extension: the page cannot see or replace what stands here.
const world = globalThis as { debriefStop?: () => void };

export function listenForPanel(): void {
  const onConnect = (port: Browser.runtime.Port) => {
    if (port.name === COURIER_PORT) serve(port);
  };
  // Injected again into the same page, the script replaces itself instead of answering twice.
  world.debriefStop?.();
  world.debriefStop = () => browser.runtime.onConnect.removeListener(onConnect);
  browser.runtime.onConnect.addListener(onConnect);
}

function serve(port: Browser.runtime.Port): void {
  const cancel = new AbortController();
  const answer = (message: CourierAnswer) => {
    if (!cancel.signal.aborted) port.postMessage(message);
  };
  const rounds = new Rounds(answer, cancel.signal);
  port.onDisconnect.addListener(() => cancel.abort());
  port.onMessage.addListener((request: PanelRequest) => {
    const { nonce, id } = request;
    switch (request.kind) {
      case 'get':
        rounds.take(request);
        break;
      case 'head':
        answer({ nonce, id, kind: 'head', origin: location.origin, ...pageHead() });
        break;
      case 'show':
        answer({ nonce, id, kind: 'shown', found: show(request) });
        break;
    }
  });
}

const MOST_SCRIPT_TEXT = 256 * 1024;

/** What some helpdesks tell of the signed-in user in the page's head; none of what the page shows. */
function pageHead(): { lang: string; scripts: string[] } {
  const scripts: string[] = [];
  let length = 0;
  for (const script of document.head.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    length += text.length;
    if (length > MOST_SCRIPT_TEXT) break;
    scripts.push(text);
  }
  return { lang: document.documentElement.lang, scripts };
}

/** Scrolls to the entry and lights it up for a moment, by an animation that changes nothing in the page. */
function show({ helpdesk, event }: Extract<PanelRequest, { kind: 'show' }>): boolean {
  const entry = entryFinders[helpdesk]?.(document, event);
  if (!entry) return false;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  entry.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
  entry.animate(
    [
      { outline: '3px solid #1f56c4', outlineOffset: '3px' },
      { outline: '3px solid #1f56c400', outlineOffset: '3px' },
    ],
    { duration: 2_400, easing: 'ease-in' },
  );
  return true;
}
