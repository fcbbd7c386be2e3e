/**
 * From the click on the toolbar icon until the timeline stands in the side panel, in the built extension, on the
 * replayed Zendesk; beside it what the same requests take when the page makes them and nobody reads the answers.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { builtExtension } from '../../scripts/lib/paths';
import { launchDebrief, type Session } from '../e2e/support/launch';
import { closePanel } from '../e2e/support/shared';
import { openPanel } from '../e2e/support/side-panel';
import { startZendeskReplay, type ZendeskReplay } from '../helpdesks/zendesk/replay-server';
import { endpointsAlone, watchSchedule } from './endpoints-alone';
import { type LongTicket, longTicket } from './long-ticket';
import { median, p95 } from './measure';
import { nameKeeper, type Opening, openingOf, watchPages } from './open-panel-watch';
import { count, ms, type Report, type Table, times } from './report';

/** Events → rounds that count; one more before them finds the requests and warms everything up. */
const ROUNDS = new Map([
  [100, 9],
  [1_000, 9],
  [10_000, 5],
]);

interface Round extends Opening {
  aloneMs: number;
}

interface Measured {
  events: number;
  requests: number;
  rounds: Round[];
}

export async function measureOpenPanel(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-bench-'));
  const helpdesk = await startZendeskReplay({ stories: [] });
  try {
    // A copy, so that a build beside the measurement does not change what is measured.
    const extension = join(folder, 'extension');
    cpSync(builtExtension, extension, { recursive: true });
    const hosts = { '*.zendesk.com': helpdesk.port };
    const session = await launchDebrief({ profile: join(folder, 'profile'), extension, hosts });
    try {
      await watchPages(session);
      const all: Measured[] = [];
      for (const [size, rounds] of ROUNDS) {
        all.push(await measureSize(session, helpdesk, await longTicket(size), rounds));
      }
      return { tables: [stageTable(all), taskTable(all)], rounds: all };
    } finally {
      await session.close();
    }
  } finally {
    await helpdesk.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function measureSize(
  session: Session,
  helpdesk: ZendeskReplay,
  { story, capture }: LongTicket,
  wanted: number,
): Promise<Measured> {
  helpdesk.tell([story]);
  const address = `${helpdesk.origin}/agent/tickets/${story.ticket.id}`;
  const first = await freshPage(session, address);
  const watch = watchSchedule(first);
  await open(session, first);
  const schedule = watch.schedule();
  const rounds: Round[] = [];
  for (let round = 0; round < wanted; round++) {
    const page = await freshPage(session, address);
    const before = round % 2 === 0 ? await endpointsAlone(page, schedule) : undefined;
    const opening = await open(session, page);
    rounds.push({ ...opening, aloneMs: before ?? (await endpointsAlone(page, schedule)) });
  }
  return { events: capture.ticket.events.length, requests: schedule.urls.length, rounds };
}

function open(session: Session, page: Page): Promise<Opening> {
  return openingOf(session, page, () => openPanel(session, page));
}

/** The ticket in a new tab, the panel closed, nothing stored. */
async function freshPage(session: Session, address: string): Promise<Page> {
  await session.worker.evaluate(nameKeeper);
  await closePanel(session);
  const page = await session.context.newPage();
  for (const other of session.context.pages()) if (other !== page) await other.close();
  await session.worker.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.deleteDatabase('debrief');
        asked.onsuccess = () => resolve();
        asked.onerror = () => reject(asked.error);
      }),
  );
  await page.goto(address, { waitUntil: 'networkidle' });
  return page;
}

function stageTable(all: readonly Measured[]): Table {
  const stages = ['open', 'network', 'page', 'hop', 'read', 'parse', 'paint', 'store'] as const;
  return {
    title: 'Toolbar click to timeline visible, milliseconds; stages are medians, store runs beside paint',
    head: [
      'events',
      'GETs',
      'rounds',
      'first screen',
      'total',
      'p95',
      'alone',
      'p95',
      'ours/alone',
      ...stages,
    ],
    rows: all.map(({ events, requests, rounds }) => {
      const total = rounds.map(({ totalMs }) => totalMs);
      const alone = rounds.map(({ aloneMs }) => aloneMs);
      return [
        count(events),
        count(requests),
        count(rounds.length),
        ms(median(rounds.map(({ shownMs }) => shownMs))),
        ...[total, alone].flatMap((spent) => [ms(median(spent)), ms(p95(spent))]),
        times(median(total) / median(alone)),
        ...stages.map((stage) => ms(median(rounds.map(({ stages }) => stages[stage])))),
      ];
    }),
  };
}

function taskTable(all: readonly Measured[]): Table {
  const kinds = ['onPage', 'whileOpening', 'inPanel'] as const;
  return {
    title: 'Tasks over 50 ms: rounds that had any, most in one round, longest in milliseconds',
    head: [
      'events',
      ...['page, in the pull', 'page, panel opening', 'panel'].flatMap((k) => [k, 'most', 'ms']),
    ],
    rows: all.map(({ events, rounds }) => [
      count(events),
      ...kinds.flatMap((kind) => {
        const found = rounds.map(({ longTasks }) => longTasks[kind]);
        return [
          `${found.filter((tasks) => tasks.length > 0).length} of ${rounds.length}`,
          count(Math.max(...found.map((tasks) => tasks.length))),
          ms(Math.max(0, ...found.flat())),
        ];
      }),
      count(median(rounds.map(({ elements }) => elements))),
    ]),
  };
}
