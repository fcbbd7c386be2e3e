// @vitest-environment jsdom
/**
 * Whatever a helpdesk answers, a pull ends in a capture the schema accepts or in a problem a person can act on. What
 * was found by searching is kept below as tests of its own.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../lib/export/to-markdown';
import { type Capture, parseCapture } from '../../../lib/ticket/schema';
import { recordOf } from '../postmortem/drafting';
import { type Json, type Mutation, mutated, mutation, namesIn, withEvery } from '../support/mutations';
import { LAW_TIMEOUT_MS, runs } from '../support/runs';
import { type Desk, messagingDesk, problemDesk, requestTrackerDesk, zendeskDesk } from './support/desks';
import { type Pulled, pullOver } from './support/wired-page';

/** One answer, by its place among those of a clean pull, and what is wrong with it. */
interface Damage {
  answer: number;
  /** First of all, the answer to another request in place of its own, as when pages come in another order. */
  insteadOf?: number;
  mutation: Mutation;
}

const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.record(
    { answer: fc.nat(40), insteadOf: fc.nat(40), mutation },
    { requiredKeys: ['answer', 'mutation'] },
  ),
  { minLength: 1, maxLength: 6 },
);

describe.each([
  ['Zendesk', zendeskDesk],
  ['Zendesk with a conversation', messagingDesk],
  ['Zendesk with incidents and a lost comment', problemDesk],
  ['Request Tracker', requestTrackerDesk],
] as const)('%s, whatever it answers', (_name, open) => {
  const desk = open();
  let clean: Map<string, Json>;
  beforeAll(async () => {
    clean = await cleanAnswers(desk);
  });

  it('gives a capture or a problem', { timeout: LAW_TIMEOUT_MS }, async () => {
    await fc.assert(
      fc.asyncProperty(damages, async (all) => {
        expectSound(await pullDamaged(desk, clean, all), clean.size);
      }),
      runs(300),
    );
  });

  it('lets no unfit text through, whichever field holds it', { timeout: LAW_TIMEOUT_MS }, async () => {
    const names = new Set([...clean.values()].flatMap((body) => [...namesIn(body)]));
    for (const name of names) {
      const answers = new Map([...clean].map(([at, body]) => [at, withEvery(body, name, unfitText)]));
      expectSound(await pullAnswered(desk, answers), clean.size);
    }
  });
});

const unfitText = 'half \uD800 \u202Egpj.exe \u0000';

/** Found by searching, and wrong once. */
describe('what once broke a pull', () => {
  it.each<[string, () => Desk, RegExp, (body: Fields) => Json]>([
    [
      'Request Tracker: a total that is no whole number',
      requestTrackerDesk,
      /history\?/,
      (body) => ({ ...body, total: 1.5 }),
    ],
    [
      'Request Tracker: a negative total',
      requestTrackerDesk,
      /history\?/,
      (body) => ({ ...body, total: -1 }),
    ],
    [
      'Request Tracker: more time worked than there is',
      requestTrackerDesk,
      /ticket\/12$/,
      (body) => ({ ...body, TimeWorked: '1e308' }),
    ],
    [
      'Request Tracker: a size that is no whole number',
      requestTrackerDesk,
      /attachments\?fields=File/,
      (body) => withEvery(withEvery(body, 'ContentLength', 1.5) as Fields, 'Filename', 'a.txt'),
    ],
    ['Request Tracker: a total of none', requestTrackerDesk, /history\?/, (body) => ({ ...body, total: 0 })],
    [
      'Request Tracker: half a character in a queue’s number',
      requestTrackerDesk,
      /ticket\/12$/,
      (body) => ({ ...body, Queue: { id: unfitText } }),
    ],
    [
      'Request Tracker: half a character in a login',
      requestTrackerDesk,
      /ticket\/12$/,
      (body) => ({ ...body, Owner: { id: unfitText, type: 'user' } }),
    ],
    [
      'Request Tracker: half a character in a type',
      requestTrackerDesk,
      /history\?/,
      (body) => withEvery(body, 'Type', unfitText),
    ],
  ])('%s', async (_name, open, on, damage) => {
    const desk = open();
    const clean = await cleanAnswers(desk);
    const answers = new Map(clean);
    for (const [path, body] of clean) if (on.test(path)) answers.set(path, damage(Object(body)));
    const pulled = await pullAnswered(desk, answers);
    expect(entriesRead(pulled)).toBeGreaterThanOrEqual(entriesRead(await pullAnswered(desk, clean)));
    expectSound(pulled, clean.size);
  });
});

function entriesRead({ result }: Pulled): number {
  if (!result.ok) throw new Error(result.problem.message);
  return result.value.coverage.parts.find(({ part }) => part === 'events')?.found ?? 0;
}

type Fields = { [key: string]: Json };

async function cleanAnswers(desk: Desk): Promise<Map<string, Json>> {
  const answers = new Map<string, Json>();
  await pullOver(desk, async (url) => {
    const { status, body } = await desk.answer(url);
    answers.set(`${url.pathname}${url.search}`, JSON.parse(JSON.stringify(body)));
    return json(body, status);
  });
  return answers;
}

function pullDamaged(desk: Desk, clean: Map<string, Json>, all: readonly Damage[]): Promise<Pulled> {
  const paths = [...clean.keys()];
  const answers = new Map(clean);
  for (const { answer, insteadOf, mutation } of all) {
    const path = paths[answer % paths.length] ?? '';
    const source = insteadOf === undefined ? path : (paths[insteadOf % paths.length] ?? '');
    answers.set(path, mutated(answers.get(source) ?? null, mutation));
  }
  return pullAnswered(desk, answers);
}

/** What is asked beyond these answers, the desk answers itself. */
function pullAnswered(desk: Desk, answers: ReadonlyMap<string, Json>): Promise<Pulled> {
  return pullOver(desk, async (url) => {
    const known = answers.get(`${url.pathname}${url.search}`);
    if (known !== undefined) return json(known);
    const { status, body } = await desk.answer(url);
    return json(body, status);
  });
}

function expectSound({ result, asked }: Pulled, usual: number): void {
  expect(asked.length).toBeLessThanOrEqual(usual * 2 + 150);
  if (!result.ok) {
    expect(result.problem).toMatchObject({
      code: expect.stringMatching(/^(unexpected_answer|no_permission|too_large)$/),
      message: expect.stringMatching(/\w.*\.$/),
      next: expect.stringMatching(/\w.*\.$/),
    });
    return;
  }
  expectKept(result.value);
}

/** It can be stored and read back, holds no text that is not fit to be shown, and a postmortem can be drafted. */
function expectKept(capture: Capture): void {
  const stored = JSON.stringify(capture);
  expect(parseCapture(JSON.parse(stored))).toEqual({ ok: true, value: JSON.parse(stored) });
  expect(stored).not.toMatch(unfit);
  expect(toMarkdown(recordOf(capture, '2026-12-01T12:00:00.000Z'))).toMatch(/^# /);
  expect(Object.keys(Object.prototype)).toEqual([]);
}

/** Lone surrogates, which JSON writes as escapes; NUL; and marks that turn the direction of text. */
const unfit = /\\ud[89a-f]|\\u0000|[\u202A-\u202E\u2066-\u2069]/i;

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}
