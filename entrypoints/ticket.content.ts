import { defineContentScript } from 'wxt/utils/define-content-script';
import { listenForPanel } from '../lib/platform/reader-host';

// No matches: the panel injects it, together with one helpdesk's reader, into the tab it was opened for.
export default defineContentScript({
  registration: 'runtime',
  main: listenForPanel,
});
