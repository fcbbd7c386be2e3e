/** Lengths of time are kept together on screen and leave it with plain spaces. */
import { clipboardItems } from './support/clipboard';
import { expect, test } from './support/shared';

test('a length of time stays on one line, and what is selected and copied has plain spaces', async ({
  openTicket,
}) => {
  const panel = await openTicket();
  await panel.setViewportSize({ width: 360, height: 900 });
  const findings = panel.getByRole('region', { name: /^Findings/ });
  const title = findings.locator('li b').first();
  expect(await title.evaluate((node) => node.textContent)).toMatch(/\d\u00a0(?:h|min|d)\b/);
  expect(await linesOfLengths(panel.locator('body'))).toEqual([]);

  await title.evaluate((node) => getSelection()?.selectAllChildren(node));
  await panel.keyboard.press('ControlOrMeta+c');
  const copied = (await clipboardItems(panel))[0]?.['text/plain'] ?? '';
  expect(copied).toMatch(/\d (?:h|min|d)\b/);
  expect(copied).not.toContain('\u00a0');
});

/** Lengths of time that stand on two lines, of all that is drawn as text. */
function linesOfLengths(body: import('@playwright/test').Locator): Promise<string[]> {
  return body.evaluate((root) => {
    const broken: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const found of (node.textContent ?? '').matchAll(/\b\d+\s(?:d|h|min)\b(?:\s\d+\s(?:h|min)\b)?/g)) {
        const range = document.createRange();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) broken.push(found[0]);
      }
    }
    return broken;
  });
}
