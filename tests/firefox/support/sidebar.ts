/**
 * The real sidebar, which BiDi does not list. The browser's window reaches it by a frame script; what is read there
 * is read by the panel's own document, and what is clicked is clicked in the window, at its place.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts } from '../../../scripts/lib/paths';
import { evaluate } from './bidi';
import { clickAt, typeText } from './browser-window';
import type { FirefoxSession } from './launch';

/** Runs a function in the panel. It travels as text, so it may use its parameters and the panel's globals only. */
export async function inPanel<Args extends unknown[], Value>(
  { bidi, window }: FirefoxSession,
  run: (...args: Args) => Value | Promise<Value>,
  ...args: Args
): Promise<Value> {
  const code = `(${run})(...${JSON.stringify(args)})`;
  const answer = await evaluate(bidi, window, askPanel, code);
  if ('error' in answer) throw new Error(answer.error);
  return answer.value === undefined ? (undefined as Value) : JSON.parse(answer.value);
}

type PanelAnswer = { value?: string } | { error: string };

function askPanel(code: string): Promise<PanelAnswer> {
  const panel = SidebarController.browser.contentDocument.querySelector('#webext-panels-browser');
  if (!panel) return Promise.resolve({ error: 'The sidebar is not open.' });
  const manager = panel.messageManager;
  const name = `debrief-test-${Math.random()}`;
  // Evaluated with the panel's own rights and objects, in a scope beside it.
  const script = `(async () => {
    try {
      const scope = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      const value = await Cu.evalInSandbox(
        '(async () => JSON.stringify(await ' + ${JSON.stringify(code)} + '))()', scope);
      sendAsyncMessage(${JSON.stringify(name)}, { value });
    } catch (error) {
      sendAsyncMessage(${JSON.stringify(name)}, { error: String(error) });
    }
  })()`;
  return new Promise((resolve) => {
    const heard = ({ data }: { data: PanelAnswer }) => {
      manager.removeMessageListener(name, heard);
      resolve(data);
    };
    manager.addMessageListener(name, heard);
    manager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`, false);
  });
}

/** What a person reads there; empty while it is not open or still loading. */
export async function panelText(session: FirefoxSession): Promise<string> {
  try {
    return await inPanel(session, () => document.body?.innerText ?? '');
  } catch {
    return '';
  }
}

export async function clickButton(session: FirefoxSession, name: string): Promise<void> {
  await clickAt(session, await placeOf(session, 'main button', name));
}

export async function clickStep(session: FirefoxSession, name: string): Promise<void> {
  await clickAt(session, await placeOf(session, 'nav[aria-label="Steps"] button', name));
}

/** Puts the text behind what the field holds. */
export async function typeInto(session: FirefoxSession, label: string, text: string): Promise<void> {
  await clickAt(session, await placeOf(session, 'textarea, input', label));
  await inPanel(session, () => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement))
      throw new Error('The click did not reach a field.');
    field.setSelectionRange(field.value.length, field.value.length);
  });
  await typeText(session, text);
}

export function fieldText(session: FirefoxSession, label: string): Promise<string | undefined> {
  return inPanel(
    session,
    (name) =>
      [...document.querySelectorAll<HTMLTextAreaElement>('textarea, input')].find(
        (field) => field.ariaLabel === name,
      )?.value,
    label,
  );
}

const APPEARS_WITHIN_MS = 30_000;

/** Waits for the one element of this name, scrolls it into sight; gives its middle in the browser's window. */
async function placeOf(session: FirefoxSession, selector: string, name: string) {
  const until = Date.now() + APPEARS_WITHIN_MS;
  for (;;) {
    try {
      const place = await middleOf(session, selector, name);
      const corner = await evaluate(session.bidi, session.window, panelCorner);
      return { x: corner.x + place.x, y: corner.y + place.y };
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function middleOf(session: FirefoxSession, selector: string, name: string) {
  return inPanel(
    session,
    (css, wanted) => {
      const found = [...document.querySelectorAll<HTMLElement>(css)].filter(
        (element) => (element.ariaLabel ?? element.innerText).trim() === wanted && element.checkVisibility(),
      );
      const [element] = found;
      if (!element || found.length > 1) throw new Error(`${found.length} of "${wanted}" in the panel`);
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = element.getBoundingClientRect();
      // Of a button that reaches beyond the edge, the part in sight.
      const right = Math.min(box.right, innerWidth);
      return { x: (box.x + right) / 2, y: box.y + box.height / 2 };
    },
    selector,
    name,
  );
}

function panelCorner(): { x: number; y: number } {
  const outer = SidebarController.browser.getBoundingClientRect();
  const panel = SidebarController.browser.contentDocument.querySelector('#webext-panels-browser');
  const inner = panel?.getBoundingClientRect();
  return { x: outer.x + (inner?.x ?? 0), y: outer.y + (inner?.y ?? 0) };
}

/** Keeps how the panel looks in the sidebar now, as far as it is in sight. */
export async function pictureOf({ bidi, window }: FirefoxSession, name: string): Promise<void> {
  const drawn = await evaluate(bidi, window, async () => {
    const panel = SidebarController.browser.contentDocument.querySelector('#webext-panels-browser');
    const bitmap = await panel?.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
    if (!bitmap) throw new Error('The sidebar is not open.');
    // In an XUL document a plain createElement would make no canvas.
    const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    return canvas.toDataURL('image/png');
  });
  const folder = join(artifacts, 'pictures');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64'));
}

// Firefox's own, as far as it is used above. No published types describe it.
declare const SidebarController: { browser: HTMLElement & { contentDocument: PanelsDocument } };
interface PanelsDocument {
  querySelector(selector: '#webext-panels-browser'): PanelBrowser | null;
}
interface PanelBrowser extends Element {
  messageManager: {
    addMessageListener(name: string, heard: (message: { data: PanelAnswer }) => void): void;
    removeMessageListener(name: string, heard: (message: { data: PanelAnswer }) => void): void;
    loadFrameScript(address: string, forLater: boolean): void;
  };
  browsingContext: {
    currentWindowGlobal: {
      drawSnapshot(part: null, scale: number, background: string): Promise<ImageBitmap>;
    };
  };
}
