/** The one thing the background does: a click on the toolbar icon opens the panel beside this tab. */
import { type Browser, browser } from 'wxt/browser';

/** Firefox's own API, which the shared types do not know. */
interface SidebarAction {
  open(): Promise<void>;
}

/**
 * Opening here, before any await, is what grants `activeTab` for the page: with `openPanelOnActionClick` the
 * panel opens but may not read. A panel that stands open already is told which tab was clicked.
 */
export function openPanelOnClick(tab: Browser.tabs.Tab): void {
  if (tab.id === undefined) return;
  void openPanel(tab.id).catch(reportUnopened);
  // Spelled out and not built by the messages module: that would put zod into the background.
  void browser.runtime.sendMessage({ debrief: 'clicked', tabId: tab.id }).catch(() => {
    // No panel was open to hear it; the new one asks for the active tab itself.
  });
}

function openPanel(tabId: number): Promise<void> {
  if (import.meta.env.FIREFOX) {
    // The types describe Chrome; this branch is only built for Firefox.
    return (browser as unknown as { sidebarAction: SidebarAction }).sidebarAction.open();
  }
  return browser.sidePanel.open({ tabId });
}

function reportUnopened(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: there is no page to show it on
  console.error('Debrief could not open its panel', error);
}
