import { defineContentScript } from 'wxt/utils/define-content-script';
import { listenForPanel } from '../lib/platform/courier';

// No matches: the panel injects it, and only into the tab it was opened for.
export default defineContentScript({
  registration: 'runtime',
  // Else WXT posts a message to the page when the script starts.
  noScriptStartedPostMessage: true,
  main: listenForPanel,
});
