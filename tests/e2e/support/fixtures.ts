/** What a browser test gets: a helpdesk to talk to, a Chromium that carries Debrief, and its real side panel. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, type Page, type TestInfo, type Worker } from '@playwright/test';
import { artifacts } from '../../../scripts/lib/paths';
import { type RequestTrackerServer, startRequestTracker } from '../../helpdesks/request-tracker/real-server';
import {
  type ReplayOptions,
  startZendeskReplay,
  type ZendeskReplay,
} from '../../helpdesks/zendesk/replay-server';
import { demoStories } from '../../helpdesks/zendesk/stories';
import type { ZendeskStory } from '../../helpdesks/zendesk/wire';
import { type AccessProblem, accessProblems } from './axe';
import { grantHost } from './extensions-page';
import { type LaunchOptions, launchDebrief, type Session } from './launch';
import { panelParts } from './panel-parts';
import { type PictureOptions, takePicture } from './pictures';
import { openPanel } from './side-panel';
import type { Traffic } from './traffic';

interface Fixtures {
  /** How the replayed Zendesk differs from the plain one: `test.use({ replay: { … } })`. */
  replay: Partial<ReplayOptions>;
  zendesk: ZendeskReplay;
  /** Kept for one test, so that a second `launch` finds what the first one stored. */
  profile: string;
  launch: (options?: Partial<LaunchOptions>) => Promise<Session>;
  session: Session;
  context: BrowserContext;
  page: Page;
  worker: Worker;
  extensionId: string;
  openPanel: (page: Page) => Promise<Page>;
  /** The panel beside the escalated ticket of the demo, or beside one that is told first, pulled and analysed. */
  openTicket: (story?: ZendeskStory) => Promise<Page>;
  grantHost: (origin: string) => Promise<void>;
  axe: (page: Page) => Promise<AccessProblem[]>;
  picture: (page: Page, name: string, options?: PictureOptions) => Promise<string[]>;
  hits: Traffic;
}

interface Shared {
  /** The real software, started once; a test that asks for it carries the tag `@request-tracker`. */
  requestTracker: RequestTrackerServer;
}

/** Of the stories that every replayed Zendesk tells. */
const ESCALATION = 48213;

/** The first start installs and seeds it. */
const TRACKER_STARTS_WITHIN_MS = 600_000;

export const test = base.extend<Fixtures, Shared>({
  requestTracker: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      // Debian's own path; the tests without a browser read it at the root and deeper down, too.
      const tracker = await startRequestTracker({ webPath: '/rt' });
      await use(tracker);
      await tracker.stop();
    },
    { scope: 'worker', timeout: TRACKER_STARTS_WITHIN_MS },
  ],
  replay: [{}, { option: true }],
  zendesk: async ({ replay }, use) => {
    const zendesk = await startZendeskReplay({ stories: demoStories(), ...replay });
    await use(zendesk);
    await zendesk.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
  profile: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'debrief-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
  launch: async ({ profile, zendesk }, use, testInfo) => {
    const sessions: Session[] = [];
    await use(async (options) => {
      const session = await launchDebrief({ profile, hosts: { '*.zendesk.com': zendesk.port }, ...options });
      sessions.push(session);
      return session;
    });
    for (const session of sessions) {
      if (testInfo.status !== testInfo.expectedStatus) await keepScreens(session, testInfo);
      await session.close();
    }
  },
  session: async ({ launch }, use) => use(await launch()),
  context: async ({ session }, use) => use(session.context),
  page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage())),
  worker: async ({ session }, use) => use(session.worker),
  extensionId: async ({ session }, use) => use(session.extensionId),
  openPanel: async ({ session }, use) => use((page) => openPanel(session, page)),
  openTicket: async ({ page, zendesk, openPanel }, use) =>
    use(async (story) => {
      if (story) zendesk.tell([story]);
      await page.goto(`${zendesk.origin}/agent/tickets/${story?.ticket.id ?? ESCALATION}`);
      const panel = await openPanel(page);
      // Two thousand saves take their time on a busy machine.
      await panelParts(panel).startPostmortem.waitFor({ timeout: 20_000 });
      return panel;
    }),
  grantHost: async ({ session }, use) => use((origin) => grantHost(session, origin)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
  axe: async ({}, use) => use(accessProblems),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
  picture: async ({}, use) => use(takePicture),
  hits: async ({ session }, use) => use(session.traffic),
});

export const expect = test.expect;

/** Every open page of a failed test; a page that cannot be pictured any more must not hide the failure. */
export async function keepScreens(session: Session, testInfo: TestInfo): Promise<void> {
  const folder = join(artifacts, 'failures');
  mkdirSync(folder, { recursive: true });
  const name = testInfo.titlePath
    .join(' ')
    .replace(/[^\w]+/g, '-')
    .slice(0, 100);
  for (const [index, page] of session.context.pages().entries()) {
    const path = join(folder, `${name}.${index + 1}.png`);
    try {
      await page.screenshot({ path, timeout: 5_000 });
      await testInfo.attach(page.url(), { path, contentType: 'image/png' });
    } catch (error) {
      console.warn(`No screenshot of ${page.url()}: ${String(error).split('\n')[0]}`);
    }
  }
}
