import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenForPanel } from '../lib/platform/courier';

// The panel injects it, and only into the tab it was opened for. No content script: WXT starts those with an event
// on the page's document that carries the extension's id.
export default defineUnlistedScript(listenForPanel);
