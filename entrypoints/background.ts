import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { openPanelOnClick } from '../lib/platform/panel';

export default defineBackground(() => {
  browser.action.onClicked.addListener(openPanelOnClick);
});
