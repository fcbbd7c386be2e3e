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

/** What axe finds wrong on this page; an empty list is good. Extension pages refuse script tags, so it is evaluated. */
export async function accessProblems(page: Page): Promise<AccessProblem[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof Axe }).axe.run());
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'unknown',
    help,
    where: nodes.map((node) => node.html.slice(0, 200)),
  }));
}
