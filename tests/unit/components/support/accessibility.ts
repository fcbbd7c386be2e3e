import axe from 'axe-core';
import { expect } from 'vitest';

/** Colours are left to the real browser: jsdom neither loads the style sheets nor paints. */
export async function expectAccessible(screen: Element): Promise<void> {
  const { violations } = await axe.run(screen, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
