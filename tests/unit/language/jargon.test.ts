import { describe, expect, it } from 'vitest';
import { findJargon, jargon } from '../../../lib/language/jargon';

const found = (text: string) => findJargon(text).map((one) => one.found);

describe('jargon', () => {
  it.each([
    ['A nil pointer dereference in the billing service', 'nil pointer dereference'],
    ['It was a nil-pointer problem.', 'nil-pointer'],
    ['The stack trace shows it.', 'stack trace'],
    ['The refresh call was answered with invalid_scope, then the 401.', 'invalid_scope'],
    ['We rolled back the hotfix.', 'rolled back', 'hotfix'],
    ['Two webhooks failed behind the load balancer.', 'webhooks', 'load balancer'],
    ['The on-call engineer is looking.', 'on-call engineer'],
    ['ETA is 5pm, before EOD.', 'ETA', 'EOD'],
    ['Token refresh fails for this tenant.', 'Token refresh', 'tenant'],
    ['HTTP 503 for an hour', 'HTTP 503'],
  ])('%s', (text, ...terms) => {
    expect(found(text)).toEqual(terms);
  });

  it.each([
    'We answered later than agreed, and an update we promised for 14:00 UTC came at 17:31 UTC.',
    'Please open Settings, Integrations, NetSuite and press “Re-authorise”.',
    'He drove a nail into the eta bridge pointer; nothing was null.',
    'The tenancy, the payroll and the workarounded-ish thing.',
    'I have re-posted them with today’s date as your colleague allowed by phone.',
    'All card terminals went offline; patients are being sent away without paying.',
    'Where do I set two approvers on every payout above 10,000?',
    'see my_payload_field or x-webhook-y',
  ])('is not seen in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('has a place and plain words, and of two terms the longer', () => {
    const text = 'A nil pointer exception? No: a null pointer exception.';
    const [first, second] = findJargon(text);
    expect(first).toMatchObject({ found: 'nil pointer', plain: 'a programming fault' });
    expect(text.slice(second?.start, second?.end)).toBe('null pointer exception');
  });

  it('takes a user’s own list, whatever is in it', () => {
    expect(findJargon('Ask the (blue) team', [{ term: '(blue) team', plain: 'our testers' }])).toEqual([
      { start: 8, end: 19, found: '(blue) team', plain: 'our testers' },
    ]);
    expect(findJargon('anything', [{ term: ' ', plain: '' }])).toEqual([]);
  });

  it('names each term once', () => {
    const terms = jargon.map(({ term }) => term);
    expect(new Set(terms).size).toBe(terms.length);
  });

  it('reads a long text in one go', () => {
    const text = 'nil pointer '.repeat(10_000) + '-'.repeat(50_000) + 'rate limit'.repeat(5_000);
    const before = performance.now();
    findJargon(text);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
