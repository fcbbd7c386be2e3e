import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { clockCountings, metricCountings, reasonWords } from '../../../lib/analysis/how-counted';
import { root } from '../../../scripts/lib/paths';

const page = readFileSync(resolve(root, 'docs/metrics.md'), 'utf8');

it.each(Object.values({ ...clockCountings, ...metricCountings }).map(({ name, how }) => [name, how]))(
  'docs/metrics.md explains %s in the panel’s words',
  (name, how) => {
    expect(page).toContain(`| ${name} | ${how} |`);
  },
);

it('docs/metrics.md names every reason for a difference that is proven', () => {
  const proven = Object.keys(reasonWords).filter(
    (reason) => reason !== 'rounding' && reason !== 'unexplained',
  );
  const named = [...page.matchAll(/^\| ([a-z ]+) \| [^|]+ \|$/gm)].map(([, name]) => name);
  const spoken: Record<string, string> = {
    calendar_against_business: 'calendar against business hours',
    made_by_agent: 'made by an agent',
  };
  expect(named).toEqual(
    expect.arrayContaining(proven.map((reason) => spoken[reason] ?? reason.replaceAll('_', ' '))),
  );
});
