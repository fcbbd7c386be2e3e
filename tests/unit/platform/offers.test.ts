import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isAnswered, noteAnswer, watchAnswers } from '../../../lib/platform/offers';
import { siteOf } from '../../../lib/platform/permissions';

const acme = siteOf('https://acme.zendesk.com/agent/tickets/7');
const other = siteOf('https://other.zendesk.com/agent/tickets/7');
const rt = siteOf('http://rt.example:8080/rt/Ticket/Display.html?id=7');

beforeEach(() => fakeBrowser.reset());

it('remembers the answer for its site alone, also when two are noted at once', async () => {
  expect(await isAnswered(acme)).toBe(false);
  await Promise.all([noteAnswer(acme), noteAnswer(rt)]);
  expect(await Promise.all([acme, other, rt].map(isAnswered))).toEqual([true, false, true]);
});

it('tells of an answer, and stops telling', async () => {
  const hear = vi.fn<() => void>();
  const stop = watchAnswers(hear);
  await noteAnswer(acme);
  expect(hear).toHaveBeenCalledOnce();
  stop();
  await noteAnswer(other);
  expect(hear).toHaveBeenCalledOnce();
});
