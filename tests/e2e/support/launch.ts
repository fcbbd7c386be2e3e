/** Starts a Chromium that carries the built extension and can reach the given helpdesks and nothing else. */
import { type BrowserContext, type CDPSession, chromium, type Worker } from '@playwright/test';
import {
  ensureBrowser,
  type FoundBrowser,
  ignoresLoadExtension,
  needsNoSandbox,
} from '../../../scripts/lib/browser';
import { builtExtension } from '../../../scripts/lib/paths';
import { type Strangers, startStrangers } from './strangers';
import { type Traffic, watchTraffic } from './traffic';

// The side panel's target is announced as type 'other' and becomes a page later. Playwright lets go of such
// targets unless this is set; it is read when a target attaches.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

export interface LaunchOptions {
  /** Folder that holds the profile; the same folder again finds the same storage. */
  profile: string;
  /** Host pattern → port on this machine, e.g. `*.zendesk.com` → 41234. */
  hosts?: Record<string, number>;
  headless?: boolean;
  extension?: string;
  /** The browser's own zone, an IANA name; UTC when it is left out, so that pictures are alike everywhere. */
  timeZone?: string;
  args?: string[];
}

export interface Session {
  context: BrowserContext;
  /** Talks to the browser itself: targets, toolbar, extensions. */
  browser: CDPSession;
  worker: Worker;
  extensionId: string;
  traffic: Traffic;
  close(): Promise<void>;
}

export async function launchDebrief(options: LaunchOptions): Promise<Session> {
  const program = ensureBrowser();
  const extension = options.extension ?? builtExtension;
  const strangers = await startStrangers();
  const overPipe = ignoresLoadExtension(program);
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: program.path,
    headless: options.headless ?? process.env.HEADFUL !== '1',
    chromiumSandbox: !needsNoSandbox(),
    viewport: null, // an emulated viewport would take the side panel its true width
    acceptDownloads: true,
    handleSIGINT: false, // whoever started this closes it, and has more to clean up than the browser
    env: { ...process.env, TZ: options.timeZone ?? 'UTC' },
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
    args: [
      ...extensionFlags(program, extension),
      `--host-resolver-rules=${resolverRules(options.hosts ?? {}, strangers)}`,
      ...quietFlags,
      ...(options.args ?? []),
    ],
  });
  const traffic = watchTraffic(context, strangers);
  const browser = await browserSession(context);
  if (overPipe) await loadOverPipe(browser, program, extension);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const close = async () => {
    await context.close();
    await strangers.close();
  };
  return { context, browser, worker, extensionId: new URL(worker.url()).host, traffic, close };
}

const quietFlags = [
  '--ignore-certificate-errors',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--lang=en-US',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-service-autorun',
  '--window-size=1400,900',
];

function extensionFlags(program: FoundBrowser, extension: string): string[] {
  return ignoresLoadExtension(program)
    ? ['--enable-unsafe-extension-debugging']
    : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
}

function resolverRules(hosts: Record<string, number>, strangers: Strangers): string {
  const known = Object.entries(hosts).map(([pattern, port]) => `MAP ${pattern} 127.0.0.1:${port}`);
  return [...known, 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost', `MAP * 127.0.0.1:${strangers.port}`].join(', ');
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gave no browser for the persistent context.');
  return browser.newBrowserCDPSession();
}

/** Playwright speaks to the browser over a pipe, which is what the browser asks for before it obeys this. */
async function loadOverPipe(browser: CDPSession, program: FoundBrowser, extension: string): Promise<void> {
  try {
    await browser.send('Extensions.loadUnpacked', { path: extension });
  } catch (error) {
    throw new Error(
      `${program.name} ${program.version} does not load unpacked extensions this way (${String(error)}). ` +
        'Set CHROMIUM_PATH to a Chromium, or run "npx playwright install chromium".',
    );
  }
}
