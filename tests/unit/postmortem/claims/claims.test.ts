import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../../../lib/postmortem/claims';
import type { Postmortem } from '../../../../lib/postmortem/schema';
import { escalationStory } from '../../../helpdesks/zendesk/stories';
import { escalated } from '../../components/support/evidence';
import { captureOf } from '../../helpdesks/zendesk/harness';
import { at } from '../../support/capture-builder';
import { recordOf } from '../drafting';

const demo = recordOf(await captureOf(escalationStory()), '2026-11-23T12:30:00.000Z');

function checked(text: string, change: Partial<Postmortem> = {}, record = demo) {
  const { postmortem, capture, analysis } = record;
  const summary = { ...postmortem.sections.summary, text, state: 'edited' as const };
  const written = { ...postmortem, sections: { ...postmortem.sections, summary }, ...change };
  return checkClaims(written, capture, analysis).filter(({ section }) => section === 'summary');
}

/** "verdict figure", or "verdict figure → other words". */
const said = (text: string, change?: Partial<Postmortem>) =>
  checked(text, change).map(
    ({ verdict, text: figure, use }) => `${verdict} ${figure}${use === undefined ? '' : ` → ${use}`}`,
  );

describe('a time', () => {
  it.each([
    // The reply was sent at 17:31, the promise was due at 14:00 UTC.
    ['The reply came at 17:05.', ['contradicted 17:05 → 17:31']],
    ['The reply came at 17:31.', ['supported 17:31']],
    [
      'The update promised for 14:00 UTC came at 17:05.',
      ['supported 14:00 UTC', 'contradicted 17:05 → 17:31'],
    ],
    ['The ticket was solved on 19 Nov.', ['contradicted 19 Nov → 18 Nov']],
    ['The ticket was solved on 18 November at 15:41 UTC.', ['supported 18 November at 15:41 UTC']],
    ['It was solved on 2026-11-18 15:14 UTC.', ['contradicted 2026-11-18 15:14 UTC → 2026-11-18 15:41 UTC']],
    ['The reply went out at 5:31 pm on 17 Nov.', ['supported 5:31 pm', 'supported 17 Nov']],
    ['The reply came at 5:05 pm.', ['contradicted 5:05 pm → 5:31 pm']],
    ['The lights went out at 03:12.', ['unsupported 03:12']],
    ['We met on 4 December 2031.', ['unsupported 4 December 2031']],
  ])('%j', (text, verdicts) => {
    expect(said(text)).toEqual(verdicts);
  });
});

describe('a length of time', () => {
  it.each([
    ['The longest wait for an answer was 13 h 40 min.', ['supported 13 h 40 min']],
    ['They waited about 14 hours.', ['supported about 14 hours']],
    ['They waited almost fourteen days.', []],
    ['They waited 20 hours.', ['contradicted 20 hours → 13 h 40 min']],
    ['The longest wait was 5 hours 2 minutes.', ['contradicted 5 hours 2 minutes → 13 h 40 min']],
    ['The ticket lay untouched for 5 hours 2 minutes.', ['supported 5 hours 2 minutes']],
    ['The lunch break took 7 h 11 min.', ['unsupported 7 h 11 min']],
    ['Tier 2 must answer within 6 h from now on, and look every 3 h.', []],
  ])('%j', (text, verdicts) => {
    expect(said(text)).toEqual(verdicts);
  });
});

describe('a number', () => {
  it.each([
    ['Nobody wrote for hours, while 9 internal notes were written.', ['supported 9 internal notes']],
    ['In that time 99 internal notes were written.', ['contradicted 99 internal notes → 13 internal notes']],
    ['About 40 other accounts saw the same fault.', ['unsupported About 40 other accounts']],
    ['It concerned 312 invoices.', ['supported 312 invoices']],
    ['It hit 12 % of the accounts.', ['unsupported 12 %']],
    [
      'They said “312 invoices missing” and “77 invoices”.',
      ['supported 312 invoices', 'unsupported 77 invoices'],
    ],
    ['Tier 2, SEV-1, P1, #48213, version 2026.11.2, step 3 and the 2nd answer.', []],
    ['1. First\n2. Second, see https://x.example/40/accounts', []],
  ])('%j', (text, verdicts) => {
    expect(said(text)).toEqual(verdicts);
  });

  it('that somebody entered as the users affected is known', () => {
    const usersAffected = { text: 'about 40 accounts', source: 'entered by hand', state: 'edited' as const };
    const facts = { ...demo.postmortem.facts, usersAffected };
    expect(said('About 40 other accounts saw it.', { facts })).toEqual(['supported About 40 other accounts']);
  });

  it('that somebody knows is asked about no more', () => {
    const knownClaims = [{ section: 'summary', text: '40 accounts' }];
    expect(said('40 accounts saw it, 41 accounts did not.', { knownClaims })).toEqual([
      'supported 40 accounts',
      'unsupported 41 accounts',
    ]);
  });
});

describe('a sentence that is right, or about something else', () => {
  it.each([
    'Brightwell wrote at 08:12 and got its first answer at 09:36, after 1 h 24 min.',
    'The customer waited overnight, nearly 14 hours, for a reply.',
    'Tier 1 handed the ticket to Tier 2 at 11:05 on 17 November; it was picked up five hours later.',
    'At 10:41 we promised an update by 3pm; it came at 17:31, 3 h 31 min late.',
    'In the night of 17 November nine internal notes were written and no reply.',
    'It took 31 hours to solve, and the customer rated it bad on 19 Nov.',
    'The next reply target of 2 hours was missed by almost an hour.',
    'The customer wrote seven times.',
    'No one answered after 18:00.',
    'The shift of Tier 1 ended at 16:00 UTC, an hour before the reply.',
    'The fix was deployed at 15:30 and the ticket solved 11 minutes later.',
    'Solved after 31.5 hours, it had been with Tier 2 for 20 hours.',
    'Tom wrote 5 internal notes during the night.',
    'Tier 2 has 4 people on call, and 2 of them were ill.',
    'For 14 hours the customer heard nothing, from 17:52 until 07:33.',
  ])('is not contradicted: %j', (text) => {
    expect(checked(text).filter(({ verdict }) => verdict === 'contradicted')).toEqual([]);
  });
});

it('names the fact, the events and the place', () => {
  const text = 'All was quiet. The reply came at 17:05.';
  expect(checked(text)).toEqual([
    {
      section: 'summary',
      start: text.indexOf('17:05'),
      end: text.indexOf('17:05') + 5,
      text: '17:05',
      verdict: 'contradicted',
      message: 'The reply was sent on 17 Nov 17:31 UTC.',
      events: [expect.stringContaining('evt')],
      use: '17:31',
    },
  ]);
});

it('a generated sentence is contradicted once the analysis says otherwise', () => {
  const before = recordOf(escalated().build());
  const later = recordOf(escalated().reply('+2h', 'We are on it.', { id: 'early', by: 'ann' }).build());
  const checks = checkClaims(before.postmortem, later.capture, later.analysis);
  const wait = checks.find(({ section, text }) => section === 'symptom' && text === '9 h 12 min');
  expect(wait).toMatchObject({ verdict: 'contradicted', use: expect.any(String) });
});

it('an answered why is read with the events linked to it', () => {
  const { postmortem, capture, analysis } = demo;
  const [first, last] = capture.ticket.events.filter(({ kind }) => kind === 'message');
  const length = Date.parse(last?.time.at ?? '') - Date.parse(first?.time.at ?? '');
  const why = {
    question: 'Why?',
    answer: `From the first message to the second it took ${Math.floor(length / 60_000)} min.`,
    events: [first?.id ?? '', last?.id ?? ''],
    state: 'edited' as const,
  };
  const checks = checkClaims({ ...postmortem, whys: [why] }, capture, analysis);
  expect(checks.filter(({ section }) => section === 'why:0').map(({ verdict }) => verdict)).toEqual([
    'supported',
  ]);
});

it('reads a time without UTC also in the zone of the people on the ticket', () => {
  const local = recordOf(
    escalated().person('bo', { team: 'Tier 2', timeZone: 'Europe/Berlin' }).build(),
    at('+2d'),
  );
  // 17:12 UTC, an hour later in Berlin.
  expect(checked('The reply came at 18:12.', {}, local).map(({ verdict }) => verdict)).toEqual(['supported']);
  expect(checked('The reply came at 18:12 UTC.', {}, local).map(({ use }) => use)).toEqual(['17:12 UTC']);
});
