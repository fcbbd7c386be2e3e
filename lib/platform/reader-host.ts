/**
 * The page's half of a pull: listens for the panel that injected it, runs the offered reader, and answers on
 * the same port. Leaves nothing on the page; a closed port cancels what runs.
 */
import { type Browser, browser } from 'wxt/browser';
import type { Helpdesk } from '../helpdesks/contract';
import { browserPage } from '../helpdesks/page';
import type { Problem } from '../ticket/problem';
import type { ReaderMessage } from './messages';
import { offeredReader, type PanelRequest, READER_PORT, replaceListener } from './reader-port';

export function listenForPanel(): void {
  const onConnect = (port: Browser.runtime.Port) => {
    if (port.name === READER_PORT) serve(port);
  };
  browser.runtime.onConnect.addListener(onConnect);
  replaceListener(() => browser.runtime.onConnect.removeListener(onConnect));
}

function serve(port: Browser.runtime.Port): void {
  const cancel = new AbortController();
  port.onDisconnect.addListener(() => cancel.abort());
  port.onMessage.addListener((request: PanelRequest) => {
    const reader = offeredReader();
    if (!reader) return;
    if (request.kind === 'pull') void pull(port, reader, request, cancel.signal);
    else port.postMessage({ nonce: request.nonce, kind: 'shown', found: show(reader, request.event) });
  });
}

async function pull(
  port: Browser.runtime.Port,
  reader: Helpdesk,
  { nonce, ref }: Extract<PanelRequest, { kind: 'pull' }>,
  signal: AbortSignal,
): Promise<void> {
  const answer = (message: ReaderMessage) => {
    if (!signal.aborted) port.postMessage(message);
  };
  const page = browserPage({
    document,
    url: new URL(location.href),
    signal,
    progress: (done, total, label) => answer({ nonce, kind: 'progress', done, total, label }),
    waiting: (until) => answer({ nonce, kind: 'waiting', until }),
  });
  try {
    const result = await reader.pull(ref, page);
    if (result.ok) answer({ nonce, kind: 'capture', capture: result.value });
    else answer({ nonce, kind: 'problem', problem: result.problem });
  } catch (error) {
    answer({ nonce, kind: 'problem', problem: bug(error) });
  }
}

function bug(error: unknown): Problem {
  return {
    code: 'unexpected_answer',
    message: `Debrief stumbled while reading this ticket: ${error instanceof Error ? error.message : String(error)}.`,
    next: 'Pull again. If it happens again, report this message.',
    ...(error instanceof Error && error.stack ? { at: error.stack.split('\n')[1]?.trim() ?? '' } : {}),
  };
}

/** Scrolls to the entry and lights it up for a moment, by an animation that changes nothing in the page. */
function show(reader: Helpdesk, event: Extract<PanelRequest, { kind: 'show' }>['event']): boolean {
  const entry = reader.entry?.(document, event);
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
