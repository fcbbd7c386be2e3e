import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type Axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface AccessProblem {
  rule: string;
  impact: string;
  help: string;
  where: string[];
}

/**
 * What axe finds wrong on this page by all its rules, or by some; an empty list is good. Extension pages refuse
 * script tags, so it is evaluated.
 */
export async function accessProblems(page: Page, only?: readonly string[]): Promise<AccessProblem[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const { violations } = await page.evaluate(
    (rules) =>
      (globalThis as unknown as { axe: typeof Axe }).axe.run(
        document,
        rules ? { runOnly: { type: 'rule', values: rules } } : {},
      ),
    only && [...only],
  );
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'unknown',
    help,
    where: nodes.map((node) => node.html.slice(0, 200)),
  }));
}
