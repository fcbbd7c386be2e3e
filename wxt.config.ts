import { defineConfig } from 'wxt';
import { sites } from './lib/helpdesks/sites';

const permissions = ['scripting', 'activeTab', 'storage', 'unlimitedStorage'];

// Hosts that a user may allow for good: the helpdesks with a known address by name, and any other, because
// Request Tracker and its kind live on hosts of their owners. None is asked for at install.
const optionalHosts = [...new Set([...sites.flatMap((site) => site.matches), 'https://*/*', 'http://*/*'])];

// The pages of the extension can reach no host at all: what leaves the browser, a person carries out.
const extensionPagesPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, command }) => ({
    name: 'Debrief',
    description: 'Turns an escalated helpdesk ticket into a blameless communication-failure postmortem.',
    action: { default_title: 'Open Debrief' },
    permissions: browser === 'firefox' ? permissions : ['sidePanel', ...permissions],
    optional_host_permissions: optionalHosts,
    options_ui: { page: 'sidepanel.html#options', open_in_tab: true },
    incognito: 'not_allowed',
    // `wxt dev` needs its own policy to reload the panel while it is edited.
    ...(command === 'build' ? { content_security_policy: { extension_pages: extensionPagesPolicy } } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'debrief@debrief.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
  hooks: {
    // WXT leaves an empty list behind for scripts that are registered at run time.
    'build:manifestGenerated': (_wxt, manifest) => {
      if (manifest.content_scripts?.length === 0) delete manifest.content_scripts;
    },
  },
});
