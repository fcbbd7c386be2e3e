/**
 * From the click on "Start postmortem" to a draft every field of which can be typed into, in the built extension; how
 * long a key takes from the event to the next frame in the summary while the rules on wording read along; and the
 * drafting alone, without a browser.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { analyse } from '../../lib/analysis/analyse';
import { draftPostmortem } from '../../lib/postmortem/draft';
import { builtExtension } from '../../scripts/lib/paths';
import { launchDebrief } from '../e2e/support/launch';
import { panelParts } from '../e2e/support/panel-parts';
import { openPanel } from '../e2e/support/side-panel';
import { startZendeskReplay } from '../helpdesks/zendesk/replay-server';
import { type LongTicket, longTicket, sizes } from './long-ticket';
import { median, p95 } from './measure';
import { nameKeeper } from './open-panel-watch';
import { count, ms, type Report, type Table } from './report';

const ROUNDS = 5;
const ALONE_ROUNDS = 20;
const KEYS = 40;
/** Longer than the rules wait until a text has settled: so each key has them at work once. */
const BETWEEN_KEYS_MS = 450;

interface Measured {
  events: number;
  /** Analysis of a capture nobody has read yet and the draft: the work after a capture arrives. */
  alone: number[];
  /** Of those, the draft. */
  draft: number[];
  /** From the click to the frame in which the summary stands, filled in. */
  click: number[];
  /** From the key's event to the next frame. */
  keys: number[];
}

export async function measureDraft(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-bench-'));
  const helpdesk = await startZendeskReplay({ stories: [] });
  try {
    // A copy, so that a build beside the measurement does not change what is measured.
    const extension = join(folder, 'extension');
    cpSync(builtExtension, extension, { recursive: true });
    const all: Measured[] = [];
    for (const size of sizes) {
      const ticket = await longTicket(size);
      helpdesk.tell([ticket.story]);
      const inBrowser = { click: [] as number[], keys: [] as number[] };
      for (let round = 0; round <= ROUNDS; round++) {
        const profile = join(folder, `profile-${size}-${round}`);
        const hosts = { '*.zendesk.com': helpdesk.port };
        const session = await launchDebrief({ profile, extension, hosts });
        try {
          const [page] = session.context.pages();
          if (!page) throw new Error('the browser has no tab');
          await page.goto(`${helpdesk.origin}/agent/tickets/${ticket.story.ticket.id}`);
          const panel = await openPanel(session, page);
          const click = await clickToDraft(panel);
          if (round > 0) inBrowser.click.push(click);
          if (round === ROUNDS) inBrowser.keys.push(...(await keysToPaint(panel)));
        } finally {
          await session.close();
        }
      }
      all.push({ events: ticket.capture.ticket.events.length, ...alone(ticket), ...inBrowser });
    }
    return { tables: tables(all), rounds: all };
  } finally {
    await helpdesk.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function alone({ capture }: LongTicket): { alone: number[]; draft: number[] } {
  // What messages say is kept with them: only a copy is like a ticket just pulled.
  const copies = Array.from({ length: ALONE_ROUNDS + 1 }, () => structuredClone(capture));
  const spent = copies.map((copy) => {
    const began = performance.now();
    const analysis = analyse(copy, { now: copy.capturedAt });
    const analysed = performance.now();
    draftPostmortem(copy, analysis, { now: copy.capturedAt, id: 'bench' });
    const ended = performance.now();
    return { alone: ended - began, draft: ended - analysed };
  });
  // The first one compiles.
  const rounds = spent.slice(1);
  return { alone: rounds.map((round) => round.alone), draft: rounds.map((round) => round.draft) };
}

async function clickToDraft(panel: Page): Promise<number> {
  const { startPostmortem } = panelParts(panel);
  await startPostmortem.waitFor({ timeout: 60_000 });
  // The pull has ended, and what it leaves to do is done.
  await pause(1_000);
  await panel.evaluate(nameKeeper);
  return startPostmortem.evaluate(
    (button) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        (button as HTMLElement).click();
        const look = () => {
          const summary = document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Summary"]');
          if (!summary || summary.value === '') requestAnimationFrame(look);
          else {
            // After the frame that holds it.
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
          }
        };
        requestAnimationFrame(look);
      }),
  );
}

async function keysToPaint(panel: Page): Promise<number[]> {
  const summary = panelParts(panel).field('Summary');
  await summary.press('End');
  await pause(2_000);
  await panel.evaluate(() => {
    const keys: number[] = [];
    (globalThis as unknown as { keys: number[] }).keys = keys;
    document.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => setTimeout(() => keys.push(performance.now() - timeStamp))),
      { capture: true },
    );
  });
  for (let key = 0; key <= KEYS; key++) {
    await summary.press(key % 6 === 5 ? 'Space' : 'x');
    await pause(BETWEEN_KEYS_MS);
  }
  const keys = await panel.evaluate(() => (globalThis as unknown as { keys: number[] }).keys);
  return keys.slice(1);
}

function tables(all: readonly Measured[]): Table[] {
  const row = (events: number, ...given: (readonly number[])[]) => [
    count(events),
    ...given.flatMap((rounds) => [ms(median(rounds)), ms(p95(rounds))]),
  ];
  return [
    {
      title: `Click to a complete draft, milliseconds, ${ROUNDS} rounds; analysis and draft alone, ${ALONE_ROUNDS}`,
      head: ['events', 'click to draft', 'p95', 'analyse + draft', 'p95', 'of it draft', 'p95'],
      rows: all.map(({ events, click, alone: work, draft }) => row(events, click, work, draft)),
    },
    {
      title: `Key to paint in the summary, milliseconds, ${KEYS} keys`,
      head: ['events', 'key to paint', 'p95'],
      rows: all.map(({ events, keys }) => row(events, keys)),
    },
  ];
}
