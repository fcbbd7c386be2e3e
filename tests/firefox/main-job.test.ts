/** The whole job in a real Firefox: its toolbar, its sidebar, its storage, its downloads. One story, told in order. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { widerThanPage } from '../e2e/support/layout';
import { HOST, startZendeskReplay, type ZendeskReplay } from '../helpdesks/zendesk/replay-server';
import { demoStories } from '../helpdesks/zendesk/stories';
import {
  allowedSites,
  answerAllow,
  clickIcon,
  clipboard,
  hasActiveTab,
  isSidebarOpen,
  question,
} from './support/browser-window';
import type { FirefoxSession } from './support/launch';
import { downloadFolder } from './support/profile';
import { launchWithDebrief, newProfile, openTicket, visit } from './support/session';
import {
  clickButton,
  clickStep,
  fieldText,
  inPanel,
  panelText,
  pictureOf,
  typeInto,
} from './support/sidebar';
import { exportedFrom } from './support/store';

const { profile, remove } = newProfile();
const SENTENCE = ' Nobody had been told whose turn it was.';
const soon = { timeout: 30_000, interval: 200 };

let zendesk: ZendeskReplay;
let firefox: FirefoxSession;

beforeAll(async () => {
  zendesk = await startZendeskReplay({ stories: demoStories() });
  firefox = await launchWithDebrief({ profile, https: { host: HOST, port: zendesk.port } });
});

afterAll(async () => {
  await firefox?.close();
  await zendesk?.close();
  remove();
});

const text = () => expect.poll(() => panelText(firefox), soon);

it('a click on the icon opens the sidebar, lets it read this page, and shows what happened', async () => {
  await visit(firefox, `${zendesk.origin}/agent/tickets/48213`);
  expect(await isSidebarOpen(firefox)).toBe(false);
  expect(await hasActiveTab(firefox)).toBe(false);
  expect(await allowedSites(firefox)).toEqual([]);
  await clickIcon(firefox);
  await text().toMatch(/Brightwell Logistics waited 13\sh\s40\smin for an answer/);
  await text().toContain('Pulled just now');
  await text().toContain('Nobody left online to approve'); // an entry of the timeline
  expect(await isSidebarOpen(firefox)).toBe(true);
  expect(await hasActiveTab(firefox)).toBe(true);
  expect(await allowedSites(firefox)).toEqual([]);
  expect(await inPanel(firefox, widerThanPage)).toEqual([]);
  await pictureOf(firefox, 'firefox-what-happened');
});

it('the SLA summary is copied by one click, as text and as rich text', async () => {
  await clickButton(firefox, 'Copy SLA summary');
  await text().toContain('Copied');
  const copied = await clipboard(firefox);
  expect(copied['text/plain']).toContain('SLA breach: 2 targets missed for Brightwell Logistics');
  expect(copied['text/html']).toContain('href="https://acme.zendesk.com/agent/tickets/48213"');
});

it('a postmortem is drafted, edited and saved', async () => {
  await clickButton(firefox, 'Start postmortem');
  await expect.poll(() => fieldText(firefox, 'Summary'), soon).toContain('Brightwell');
  await typeInto(firefox, 'Summary', SENTENCE);
  await expect.poll(() => fieldText(firefox, 'Summary'), soon).toMatch(new RegExp(`${SENTENCE}$`));
  await text().toMatch(/Saved\s+\d\d:\d\d/);
  expect(await inPanel(firefox, widerThanPage)).toEqual([]);
  await pictureOf(firefox, 'firefox-postmortem');
});

it('the downloaded Markdown is what the same capture and words give anywhere', async () => {
  await clickStep(firefox, 'Share');
  await text().toContain('Preview');
  expect(await inPanel(firefox, widerThanPage)).toEqual([]);
  await pictureOf(firefox, 'firefox-share');
  await clickButton(firefox, 'Download .md');
  const files = () => readdirSync(downloadFolder(profile)).filter((name) => !name.endsWith('.part'));
  await expect.poll(() => files().length, soon).toBe(1);
  const [name = ''] = files();
  expect(name).toMatch(/^\d{4}-\d\d-\d\d-zendesk-48213-invoice-sync-to-netsuite-stopped.*\.md$/);
  const expected = await exportedFrom(firefox);
  expect(expected).toContain(SENTENCE.trim());
  const read = () => readFileSync(join(downloadFolder(profile), name), 'utf8');
  await expect.poll(read, soon).toBe(expected);
});

it('"Always allow" asks once, and then the panel follows to the next ticket without a click', async () => {
  await clickStep(firefox, 'What happened');
  await clickButton(firefox, `Always allow ${HOST}`);
  await expect.poll(() => question(firefox), soon).toContain(HOST);
  await answerAllow(firefox);
  await expect.poll(() => allowedSites(firefox), soon).toEqual([`https://${HOST}/*`]);
  await text().not.toContain('Always on');
  const other = demoStories().find(({ ticket }) => ticket.id !== 48213)?.ticket;
  await visit(firefox, `${zendesk.origin}/agent/tickets/${other?.id}`);
  await text().toContain(`Zendesk #${other?.id}`);
  await text().toContain('Pulled just now');
});

it('the postmortem outlives the browser', async () => {
  await firefox.close();
  firefox = await launchWithDebrief({ profile, https: { host: HOST, port: zendesk.port } });
  await openTicket(firefox, `${zendesk.origin}/agent/tickets/48213`);
  await text().toContain('Open postmortem');
  await clickButton(firefox, 'Open postmortem');
  await expect.poll(() => fieldText(firefox, 'Summary'), soon).toMatch(new RegExp(`${SENTENCE}$`));
});

it('all this was asked by GET, with the agent’s own session', () => {
  const api = zendesk.log.filter(({ path }) => path.startsWith('/api/'));
  expect(api.length).toBeGreaterThan(10);
  expect(api.every(({ method, cookie }) => method === 'GET' && cookie)).toBe(true);
});

it('a ticket page that did not load is called that, and nothing is lost', async () => {
  await zendesk.close();
  await expect(visit(firefox, `${zendesk.origin}/agent/tickets/48213`)).rejects.toThrow('CONNECTION_REFUSED');
  // A click while Firefox still puts its error page in is lost with the page before; a person clicks again.
  const saysSo = async () => {
    await clickIcon(firefox);
    await expect
      .poll(() => panelText(firefox), { timeout: 5_000 })
      .toContain('The ticket page did not load.');
  };
  await saysSo().catch(saysSo);
  await text().not.toContain('may not read');
});
