/**
 * The first screen's heaviest parts in a real Chromium: the timeline beside a plain list and beside react-virtual's own
 * list of bare text, the clock picture beside as many plain rectangles. All ways in turns, on one page.
 */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Capture } from '../../lib/ticket/schema';
import { ensureBrowser, needsNoSandbox } from '../../scripts/lib/browser';
import { root } from '../../scripts/lib/paths';
import { longTicket } from './long-ticket';
import { median, p95 } from './measure';
import { count, ms, type Report, times } from './report';

const ROUNDS = 12;
/** A ticket of so many events has about five hundred segments of clocks. */
const PICTURE_EVENTS = 1_000;

interface Drawn {
  mountMs: number;
  againMs: number;
}

export async function measureScreen(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-screen-'));
  await build({
    configFile: false,
    root: join(root, 'tests/bench/screen'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    response.setHeader('content-type', types[extname(file)] ?? 'text/plain');
    createReadStream(file)
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: ensureBrowser().path,
    chromiumSandbox: !needsNoSandbox(),
  });
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 900 } });
    // A server that listens on a port has an address with one.
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const long = (await longTicket(10_000)).capture;
    const middle = (await longTicket(PICTURE_EVENTS)).capture;
    const lists = await rounds(page, long, ['timeline', 'plain', 'virtual']);
    const pictures = await rounds(page, middle, ['picture', 'rectangles']);
    return {
      tables: [
        table(`timeline of ${count(long.ticket.events.length)} events, ms`, lists, 'timeline'),
        table(`clock picture of ${count(middle.ticket.events.length)} events, ms`, pictures, 'picture'),
      ],
      rounds: { lists, pictures },
    };
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

async function rounds(
  page: Page,
  capture: Capture,
  ways: readonly string[],
): Promise<Record<string, Drawn[]>> {
  await page.evaluate((seen) => Object.assign(globalThis, { seen }), capture);
  const found: Record<string, Drawn[]> = Object.fromEntries(ways.map((way) => [way, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const way of round % 2 === 0 ? ways : [...ways].reverse()) {
      const drawn = await page.evaluate((name) => {
        const { draw, seen } = globalThis as unknown as {
          draw(way: string, capture: unknown): Promise<Drawn>;
          seen: unknown;
        };
        return draw(name, seen);
      }, way);
      // The first round warms everything up.
      if (round >= 0) found[way]?.push(drawn);
    }
  }
  return found;
}

function table(title: string, found: Record<string, Drawn[]>, ours: string): Report['tables'][number] {
  const of = (way: string, what: keyof Drawn) => (found[way] ?? []).map((drawn) => drawn[what]);
  const base = median(of(ours, 'mountMs'));
  return {
    title,
    head: ['way', 'first paint', 'p95', 'way / ours', 'again', 'p95'],
    rows: Object.keys(found).map((way) => [
      way,
      ms(median(of(way, 'mountMs'))),
      ms(p95(of(way, 'mountMs'))),
      times(median(of(way, 'mountMs')) / base),
      ms(median(of(way, 'againMs'))),
      ms(p95(of(way, 'againMs'))),
    ]),
  };
}
