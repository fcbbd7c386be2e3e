/** What a person does with Firefox's own window: the toolbar button, the sidebar, the question for a site. */
import { evaluate } from './bidi';
import type { FirefoxSession } from './launch';

const ICON = 'debrief_debrief_example-BAP';

/** Puts the icon from the extensions menu onto the toolbar, where most people would pin it. */
export function pinIcon({ bidi, window }: FirefoxSession): Promise<void> {
  return evaluate(bidi, window, () =>
    CustomizableUI.addWidgetToArea('debrief_debrief_example-browser-action', CustomizableUI.AREA_NAVBAR),
  );
}

/** A click with the mouse on the icon, as the window receives it from the system: it grants `activeTab`. */
export async function clickIcon(session: FirefoxSession): Promise<void> {
  const middle = await evaluate(
    session.bidi,
    session.window,
    (id) => {
      const box = document.getElementById(id)?.getBoundingClientRect();
      if (!box?.width) throw new Error('The icon is not on the toolbar.');
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    ICON,
  );
  await clickAt(session, middle);
}

/** In CSS pixels of the browser's window; also over the documents in it. */
export function clickAt({ bidi, window }: FirefoxSession, place: { x: number; y: number }): Promise<void> {
  return evaluate(
    bidi,
    window,
    ({ x, y }) => {
      const mouse = { button: 0, inputSource: MouseEvent.MOZ_SOURCE_MOUSE };
      synthesizeMouseEvent('mousemove', x, y, mouse, {});
      for (const type of ['mousedown', 'mouseup'])
        synthesizeMouseEvent(type, x, y, { ...mouse, clickCount: 1 }, {});
    },
    place,
  );
}

/** Whatever has the keyboard's attention gets the text, key by key. */
export function typeText({ bidi, window }: FirefoxSession, text: string): Promise<void> {
  return evaluate(
    bidi,
    window,
    (letters) => {
      const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      keyboard.beginInputTransactionForTests(globalThis);
      for (const key of letters) {
        const event = new KeyboardEvent('', { key });
        keyboard.keydown(event);
        keyboard.keyup(event);
      }
    },
    text,
  );
}

export function isSidebarOpen({ bidi, window }: FirefoxSession): Promise<boolean> {
  return evaluate(bidi, window, () => SidebarController.isOpen);
}

export function closeSidebar({ bidi, window }: FirefoxSession): Promise<void> {
  return evaluate(bidi, window, () => SidebarController.hide());
}

/** Whether the extension may read the tab in front because of a click, and for no other reason. */
export function hasActiveTab({ bidi, window }: FirefoxSession): Promise<boolean> {
  return evaluate(bidi, window, () => {
    const { extension } = WebExtensionPolicy.getByID('debrief@debrief.example');
    return extension.tabManager.hasActiveTabPermission(gBrowser.selectedTab);
  });
}

/** The sites that were allowed for good. */
export function allowedSites({ bidi, window }: FirefoxSession): Promise<string[]> {
  return evaluate(
    bidi,
    window,
    () =>
      WebExtensionPolicy.getByID('debrief@debrief.example')
        .allowedOrigins.patterns.map(({ pattern }) => pattern)
        .filter((pattern) => /^(http|\*)/.test(pattern)), // its own pages are always among them
  );
}

/** The words of the browser's own question beside the address, and its "Allow". */
export function question({ bidi, window }: FirefoxSession): Promise<string | null> {
  return evaluate(bidi, window, () => PopupNotifications.panel.firstElementChild?.textContent ?? null);
}

export function answerAllow({ bidi, window }: FirefoxSession): Promise<void> {
  return evaluate(bidi, window, () => {
    const asked = PopupNotifications.panel.firstElementChild;
    if (!asked) throw new Error('Firefox asks nothing.');
    asked.button.click();
  });
}

/** What lies on the clipboard, by type. */
export function clipboard({ bidi, window }: FirefoxSession): Promise<Record<string, string>> {
  return evaluate(bidi, window, async () => {
    const [item] = await navigator.clipboard.read();
    const types = item?.types ?? [];
    return Object.fromEntries(
      await Promise.all(types.map(async (type) => [type, await (await item?.getType(type))?.text()])),
    );
  });
}

// Globals of Firefox's own window, as far as they are used above. No published types describe them.
declare const CustomizableUI: { AREA_NAVBAR: string; addWidgetToArea(id: string, area: string): void };
declare const MouseEvent: { MOZ_SOURCE_MOUSE: number };
declare function synthesizeMouseEvent(
  type: string,
  x: number,
  y: number,
  mouse: { button: number; clickCount?: number; inputSource: number },
  options: object,
): void;
declare const Ci: { nsITextInputProcessor: unknown };
declare const Cc: Record<
  '@mozilla.org/text-input-processor;1',
  {
    createInstance(kind: unknown): {
      beginInputTransactionForTests(window: unknown): void;
      keydown(event: KeyboardEvent): void;
      keyup(event: KeyboardEvent): void;
    };
  }
>;
declare const SidebarController: { isOpen: boolean; hide(): void };
declare const gBrowser: { selectedTab: unknown };
declare const WebExtensionPolicy: {
  getByID(id: string): {
    allowedOrigins: { patterns: { pattern: string }[] };
    extension: { tabManager: { hasActiveTabPermission(tab: unknown): boolean } };
  };
};
declare const PopupNotifications: {
  panel: { firstElementChild: (Element & { button: HTMLElement }) | null };
};
