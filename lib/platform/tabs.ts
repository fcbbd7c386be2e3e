/** Which tab the panel stands beside, and what may be known of it. */
import { browser } from 'wxt/browser';
import { clickedTab } from './messages';

export interface SeenTab {
  tabId: number;
  /** Absent where Debrief may not see the address: the user has not clicked the icon there. */
  url?: string;
}

/** The active tab of the panel's own window. */
export async function activeTab(): Promise<SeenTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : seen(tab.id, tab.url);
}

export async function lookAt(tabId: number): Promise<SeenTab | undefined> {
  try {
    const tab = await browser.tabs.get(tabId);
    return seen(tabId, tab.url);
  } catch {
    return undefined; // closed meanwhile
  }
}

/** Shows another page in a tab, and brings the tab to the front. */
export async function leadTab(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { active: true, url });
}

export interface TabWatcher {
  /** Another tab is in front, or the one in front shows another address. */
  onLook(tab: SeenTab): void;
  /** The icon was clicked while the panel stood open. */
  onClick(tab: SeenTab): void;
  onClosed(tabId: number): void;
}

/** Follows tab switches, single-page navigation, toolbar clicks and closed tabs. Returns how to stop. */
export function watchTabs(watcher: TabWatcher): () => void {
  const look = async () => {
    const tab = await activeTab();
    if (tab) watcher.onLook(tab);
  };
  const onActivated = () => void look();
  const onUpdated = (_tabId: number, change: { url?: string; status?: string }, tab: { active: boolean }) => {
    // An address that may not be seen is not told; that the page changed, is.
    if (tab.active && (change.url !== undefined || change.status !== undefined)) void look();
  };
  const onMessage = (message: unknown) => {
    const tabId = clickedTab(message);
    if (tabId !== undefined) void clicked(tabId, watcher);
  };
  const onRemoved = (tabId: number) => watcher.onClosed(tabId);
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(onRemoved);
  browser.tabs.onAttached.addListener(onActivated);
  browser.runtime.onMessage.addListener(onMessage);
  return () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onRemoved.removeListener(onRemoved);
    browser.tabs.onAttached.removeListener(onActivated);
    browser.runtime.onMessage.removeListener(onMessage);
  };
}

async function clicked(tabId: number, watcher: TabWatcher): Promise<void> {
  const here = await activeTab();
  // The click may have been in another window, whose own panel hears it too.
  if (here?.tabId === tabId) watcher.onClick(here);
}

function seen(tabId: number, url: string | undefined): SeenTab {
  return url === undefined || url === '' ? { tabId } : { tabId, url };
}
