/**
 * A pull of two thousand events beside its own requests with nobody reading the answers: in the same run, from the
 * same page, in turns; on the replayed Zendesk without and with the time a network takes, and on a real Request
 * Tracker.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { builtExtension } from '../../scripts/lib/paths';
import { launchDebrief, type Session } from '../e2e/support/launch';
import { openPanel } from '../e2e/support/side-panel';
import { requestTrackerAvailability, startRequestTracker } from '../helpdesks/request-tracker/real-server';
import { startZendeskReplay } from '../helpdesks/zendesk/replay-server';
import { endpointsAlone, endpointsAtWill, type Schedule, watchSchedule } from './endpoints-alone';
import { longTicket } from './long-ticket';
import { median, p95 } from './measure';
import { nameKeeper } from './open-panel-watch';
import { count, ms, type Report, type Table } from './report';

const EVENTS = 2_000;
const ROUNDS = 10;
/** A round of a real Request Tracker takes 20 to 30 seconds: each of its answers keeps a processor busy for 0.2. */
const ROUNDS_OF_REAL = 5;
/** What one answer of a helpdesk takes: from this machine, over a quick network, and with a server that has to work. */
const LATENCIES_MS = [0, 80, 250];

interface Round {
  /** From the request to pull until the capture is there, checked. */
  pullMs: number;
  /** From the click on "Pull again" until the ticket is painted. */
  shownMs: number;
  aloneMs: number;
  atWillMs: number;
  /** The parts of the pull, which add up to it. */
  stages: Record<Stage, number>;
}

const stageNames = ['connect', 'network', 'page', 'hop', 'read', 'parse'] as const;
type Stage = (typeof stageNames)[number];

interface Condition {
  name: string;
  events: number;
  requests: number;
  rounds: Round[];
}

export function measurePull(): Promise<Report> {
  return measured(onZendesk);
}

export function measurePullOfRequestTracker(): Promise<Report> {
  return measured(onRequestTracker);
}

async function measured(conditions: (launch: Launch) => Promise<Condition[]>): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-bench-'));
  try {
    const extension = join(folder, 'extension');
    cpSync(builtExtension, extension, { recursive: true });
    const launch = (hosts: Record<string, number>) =>
      launchDebrief({ profile: join(folder, 'profile'), extension, hosts });
    const all = await conditions(launch);
    return { tables: [table(all)], rounds: all };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

type Launch = (hosts: Record<string, number>) => Promise<Session>;

async function onZendesk(launch: Launch): Promise<Condition[]> {
  const { story } = await longTicket(EVENTS);
  const helpdesk = await startZendeskReplay({ stories: [story] });
  const session = await launch({ '*.zendesk.com': helpdesk.port });
  try {
    const page = await openedAt(session, `${helpdesk.origin}/agent/tickets/${story.ticket.id}`);
    const all: Condition[] = [];
    for (const latency of LATENCIES_MS) {
      helpdesk.slow(latency);
      all.push(await measure(session, page, `Zendesk replayed, ${latency} ms an answer`));
    }
    return all;
  } finally {
    await session.close();
    await helpdesk.close();
  }
}

async function onRequestTracker(launch: Launch): Promise<Condition[]> {
  const availability = requestTrackerAvailability();
  if (!availability.available) {
    console.log(`Without Request Tracker: ${availability.why}`);
    return [];
  }
  const tracker = await startRequestTracker();
  const session = await launch({});
  try {
    const address = `${tracker.base}/Ticket/Display.html?id=${tracker.tickets.big}`;
    const page = await openedAt(session, address);
    await page.locator('input[name="user"]').fill(tracker.users.dana);
    await page.locator('input[name="pass"]').fill(tracker.password);
    await page.locator('input[name="pass"]').press('Enter');
    await page.waitForURL(/Display\.html/);
    await page.goto(address);
    return [await measure(session, page, 'Request Tracker, real, three workers', ROUNDS_OF_REAL)];
  } finally {
    await session.close();
    await tracker.stop();
  }
}

async function openedAt({ context }: Session, address: string): Promise<Page> {
  await context.addInitScript({ content: nameKeeper });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  return page;
}

async function measure(session: Session, page: Page, name: string, most = ROUNDS): Promise<Condition> {
  // What the page itself still asks for belongs to nobody's pull.
  await page.waitForLoadState('networkidle');
  await session.worker.evaluate(nameKeeper);
  const panel = await openPanel(session, page);
  await stored(panel);
  const watch = watchSchedule(page);
  const warm = await pullOnce(panel);
  const schedule = watch.schedule();
  await endpointsAlone(page, schedule);
  const rounds: Round[] = [];
  for (let round = 0; round < most; round++) rounds.push(await oneRound(panel, page, schedule, round));
  return { name, events: warm.events, requests: schedule.urls.length, rounds };
}

async function oneRound(panel: Page, page: Page, schedule: Schedule, round: number): Promise<Round> {
  const before = round % 2 === 0 ? await alone(page, schedule) : undefined;
  const { events: _, ...pull } = await pullOnce(panel);
  return { ...pull, ...(before ?? (await alone(page, schedule))) };
}

async function alone(page: Page, schedule: Schedule): Promise<Pick<Round, 'aloneMs' | 'atWillMs'>> {
  return {
    aloneMs: await endpointsAlone(page, schedule),
    atWillMs: await endpointsAtWill(page, schedule),
  };
}

type Pulled = Pick<Round, 'pullMs' | 'shownMs' | 'stages'> & { events: number };

/** Clicks "Pull again" in the panel, from inside it, so that no other process stands between click and clock. */
async function pullOnce(panel: Page): Promise<Pulled> {
  await stored(panel);
  const clickedAt = await panel.evaluate(() => {
    performance.clearMarks();
    performance.clearMeasures();
    document.querySelector<HTMLButtonElement>('button[aria-label="Pull again"]')?.click();
    return performance.now();
  });
  await stored(panel);
  const left = await panel.evaluate(() =>
    performance.getEntries().map(({ name, startTime, duration }) => ({ name, startTime, duration })),
  );
  const entry = (name: string) => {
    // An earlier capture may have been shown first.
    const found = left.findLast((one) => one.name === `debrief:${name}`);
    if (!found) throw new Error(`The panel left no "${name}"`);
    return found;
  };
  const events = await panel.evaluate(
    () => performance.getEntriesByName('debrief:pull').map((pull) => (pull as PerformanceMeasure).detail)[0],
  );
  const pullMs = entry('pull').duration;
  const parts = stageNames.slice(1).map((stage) => [stage, entry(stage).duration] as const);
  const connect = pullMs - parts.reduce((sum, [, spent]) => sum + spent, 0);
  return {
    pullMs,
    shownMs: entry('shown').startTime - clickedAt,
    // Every stage is named by now.
    stages: Object.fromEntries([['connect', connect], ...parts]) as Record<Stage, number>,
    events: Number(events),
  };
}

/** Until the capture of the last pull is kept, which comes last, and the next one may begin. */
async function stored(panel: Page): Promise<void> {
  await panel.waitForFunction(
    () =>
      document.querySelector('button[aria-label="Pull again"]:enabled') &&
      ['debrief:store', 'debrief:shown'].every((name) => performance.getEntriesByName(name).length > 0),
    undefined,
    { polling: 200, timeout: 120_000 },
  );
}

function table(all: readonly Condition[]): Table {
  const kinds = ['pullMs', 'shownMs', 'aloneMs', 'atWillMs'] as const;
  return {
    title: 'A pull and its endpoints alone, milliseconds',
    head: [
      'helpdesk',
      'events',
      'GETs',
      'rounds',
      ...['pull', 'shown', 'alone', 'at will'].flatMap((kind) => [kind, 'p95']),
      'pull/alone',
      'shown/alone',
      'pull/at will',
      ...stageNames,
    ],
    rows: all.map(({ name, events, requests, rounds }) => {
      const spent = kinds.map((kind) => rounds.map((round) => round[kind]));
      const [pull = 0, shown = 0, aloneMs = 0, atWill = 0] = spent.map(median);
      return [
        name,
        count(events),
        count(requests),
        count(rounds.length),
        ...spent.flatMap((values) => [ms(median(values)), ms(p95(values))]),
        ...[pull / aloneMs, shown / aloneMs, pull / atWill].map((ratio) => ratio.toFixed(2)),
        ...stageNames.map((stage) => ms(median(rounds.map(({ stages }) => stages[stage])))),
      ];
    }),
  };
}
