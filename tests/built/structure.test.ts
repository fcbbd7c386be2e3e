/**
 * What every build may do, down to the last word. Whoever makes one of these lists longer asks every user for more
 * than before, and says here why.
 */
import { describe, expect, it } from 'vitest';
import { buildTargets } from '../../scripts/lib/builds';
import { openBuild } from './support';

const permissions = {
  scripting: 'to inject the courier into the ticket’s tab after a click',
  activeTab: 'to read the one tab whose icon was clicked, without any host permission',
  storage: 'to keep settings',
  unlimitedStorage: 'so that the browser does not evict postmortems when the disk is full',
};

const sidePanel = { sidePanel: 'to show the panel (Firefox calls it a sidebar and asks for nothing)' };

/** Asked for one host at a time, by a click in the panel; never at install. */
const optionalHosts = {
  'https://*.zendesk.com/*': '“Always allow” on a Zendesk account',
  'https://*/*': '“Always allow” on a helpdesk with an address of its own, such as Request Tracker',
  'http://*/*': 'the same inside a company’s network, where many have no certificate',
};

/** The panel can load nothing but itself and reach nothing at all. */
const pagesPolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob: data:",
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** Keys that grant nothing: names, pictures, and pages of our own. */
const harmless = [
  'manifest_version',
  'name',
  'description',
  'version',
  'icons',
  'action',
  'incognito',
  'background',
  'minimum_chrome_version',
  'side_panel',
  'sidebar_action',
  'options_ui',
  'browser_specific_settings',
];

/** Everything else that is there, compared to the letter. */
const granting = ['permissions', 'optional_host_permissions', 'content_security_policy'];

describe.each(buildTargets)('the build for %s', (target) => {
  const { manifest, files, read } = openBuild(target);

  it('asks for these permissions and no other', () => {
    const wanted = { ...permissions, ...(target === 'firefox' ? {} : sidePanel) };
    expect(sorted(manifest.permissions)).toEqual(Object.keys(wanted).sort());
  });

  it('may be allowed these hosts by a click, and asks for none at install', () => {
    expect(sorted(manifest.optional_host_permissions)).toEqual(Object.keys(optionalHosts).sort());
    expect(manifest).not.toHaveProperty('host_permissions');
  });

  it('has no key beyond those: no content script, no accessible resource, nobody who may connect', () => {
    expect(Object.keys(manifest).filter((key) => !harmless.includes(key) && !granting.includes(key))).toEqual(
      [],
    );
  });

  it('forbids its own pages to run, load or reach anything foreign', () => {
    const { extension_pages: policy, ...others } = Object(manifest.content_security_policy);
    expect(others).toEqual({});
    expect(directives(policy)).toEqual(pagesPolicy);
  });

  it('is Manifest V3, stays out of private windows, and runs one script in the background', () => {
    const background =
      target === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' };
    expect(manifest).toMatchObject({ manifest_version: 3, incognito: 'not_allowed' });
    expect(manifest.background).toEqual(background);
  });

  it('tells Firefox’s store that it collects nothing', () => {
    const gecko = Object(manifest.browser_specific_settings).gecko;
    if (target === 'firefox') expect(gecko.data_collection_permissions).toEqual({ required: ['none'] });
    else expect(gecko).toBeUndefined();
  });

  it('registers nothing later either, and listens to no page and no other extension', () => {
    const odd = scripts(files).filter((file) => widening.test(read(file)));
    expect(odd).toEqual([]);
  });

  it('has one script for pages, which says nothing there', () => {
    const text = read('courier.js');
    expect(text).not.toMatch(
      /dispatchEvent|CustomEvent|wxt:|window\.postMessage|document\.cookie|localStorage/,
    );
    expect(text.match(/\w+\.postMessage/g)).toHaveLength(1);
    expect(files.filter((file) => file.startsWith('content-scripts/'))).toEqual([]);
  });

  it('has pages whose scripts and styles are its own files', () => {
    for (const page of files.filter((file) => file.endsWith('.html'))) {
      const html = read(page);
      expect(html, page).not.toMatch(/<script(?![^>]*\ssrc=")|\son\w+=|<(?:iframe|object|embed|base)\b/i);
      const addresses = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
      expect(addresses.filter((address) => !files.includes(address.replace(/^\//, '')))).toEqual([]);
    }
  });

  it('holds what belongs into it and nothing else', () => {
    expect(files.filter((file) => !expected.test(file))).toEqual([]);
  });
});

/** Ways to gain more than the manifest tells, or to be spoken to from outside. */
const widening =
  /registerContentScripts|contentScripts\.register|userScripts|insertCSS|onMessageExternal|onConnectExternal|declarativeNetRequest|webRequest|debugger\.attach|world:[`'"]MAIN/;

const expected =
  /^(?:manifest\.json|background\.js|courier\.js|(?:sidepanel|options)\.html|icon\.svg|icon\/\d+\.png|(?:assets|chunks)\/[\w-]+\.(?:css|js))$/;

function scripts(files: readonly string[]): string[] {
  return files.filter((file) => file.endsWith('.js'));
}

function sorted(value: unknown): unknown[] {
  return [...(value as unknown[])].sort();
}

function directives(policy: string): Record<string, string> {
  const parts = policy.split(';').map((part) => part.trim());
  return Object.fromEntries(parts.map((part) => [part.split(' ', 1)[0], part.replace(/^\S+\s*/, '')]));
}
