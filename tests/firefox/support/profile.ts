import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where downloads of this profile end. */
export function downloadFolder(profile: string): string {
  return join(profile, 'downloads');
}

export interface HttpsHost {
  host: string;
  port: number;
}

/**
 * Settings of a profile that installs an unsigned extension, finds a helpdesk on this machine and leaves the rest
 * of the world alone.
 */
export function writeProfile(profile: string, https?: HttpsHost): void {
  mkdirSync(downloadFolder(profile), { recursive: true });
  const settings = {
    ...(https && {
      'network.dns.localDomains': https.host,
      'network.socket.forcePort': `443=${https.port}`,
    }),
    // Only ESR and developer editions listen to this; there the archive is installed as a store would.
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    'browser.download.folderList': 2,
    'browser.download.dir': downloadFolder(profile),
    'browser.download.alwaysOpenPanel': false,
    'ui.prefersReducedMotion': 1,
    ...quiet,
  };
  const lines = Object.entries(settings).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), `${lines.join('\n')}\n`);
}

const quiet = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.backup.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.server': 'data:,',
};
