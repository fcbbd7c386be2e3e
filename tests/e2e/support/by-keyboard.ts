/** A postmortem written from the first word to "Final" by somebody who has no mouse. */
import { expect, type Page } from '@playwright/test';
import { panelParts } from './panel-parts';

export async function startByKeyboard(panel: Page): Promise<void> {
  await panel.bringToFront();
  await tabUntil(panel, ({ name }) => name === 'Start postmortem');
  await panel.keyboard.press('Enter');
}

/** Once through the document: what is empty and asked for is filled in, what stands is confirmed. */
export async function writeByKeyboard(
  panel: Page,
  more: readonly (readonly [label: RegExp, answer: string])[],
): Promise<void> {
  const owners = ['Elena Sousa', 'Priya Nair', 'Tom Adler'];
  let dues = 0;
  const answers = [
    [/^Users affected$/, '1,200'],
    [/^Facilitator$/, 'Priya Nair'],
    [/^Notetaker$/, 'Elena Sousa'],
    ...more,
  ] as const;
  await tabThrough(panel, async (at) => {
    const answer = at.value === '' && answers.find(([name]) => name.test(at.name));
    if (answer) await panel.keyboard.type(answer[1]);
    else if (at.tag === 'summary' && !at.isOpen && FOLDED.test(at.name)) {
      await panel.keyboard.press('Enter');
      await drawn(panel);
    } else if (at.name === 'Confirm') await panel.keyboard.press('Enter');
    else if (at.name === 'Owner' && at.value === '') {
      const owner = owners.shift();
      if (owner) await panel.keyboard.type(owner);
    } else if (at.name === 'Due' && at.value === '' && dues < 3) {
      dues += 1;
      await panel.keyboard.type('12042099');
    } else if (at.name === 'Held (UTC)' && at.value === '') {
      await panel.keyboard.type('11202026');
      await panel.keyboard.press('Tab');
      await panel.keyboard.type('1000AM');
    }
  });
  await expect(panel.getByLabel('Held (UTC)')).toHaveValue('2026-11-20T10:00');
}

export async function finishByKeyboard(panel: Page): Promise<void> {
  await tabUntil(panel, ({ name }) => name === 'Send to review');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: 'In review' })).toBeVisible();
  await tabUntil(panel, ({ name }) => name === 'Make final');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: 'Final' })).toBeVisible();
  await expect(panelParts(panel).saved).toContainText('Saved');
}

const FOLDED = /^(?:How it was resolved|Learnings and risks|Other notes|Where we got lucky|Meeting)/;

interface Focused {
  tag: string;
  /** As a person hears it: its label, else its text. */
  name: string;
  value: string;
  isOpen: boolean;
}

async function focused(panel: Page): Promise<Focused> {
  return panel.evaluate(() => {
    const element = document.activeElement as HTMLInputElement; // or anything else: then the fields are absent
    const text = (of: Element | null | undefined) =>
      [...(of?.childNodes ?? [])]
        .filter((node) => !(node instanceof HTMLElement) || !node.matches('input, textarea, select'))
        .map((node) => node.textContent)
        .join('')
        .trim();
    const label = element?.getAttribute('aria-label') ?? text(element?.labels?.[0]);
    return {
      tag: element?.tagName.toLowerCase() ?? '',
      name: label || (element?.textContent?.trim() ?? ''),
      value: element?.value ?? '',
      isOpen: element?.closest('details')?.open ?? false,
    };
  });
}

const MOST_STOPS = 900;

/** On and on, as Tab goes, until it stands on what is looked for. */
async function tabUntil(panel: Page, isIt: (at: Focused) => boolean): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await panel.keyboard.press('Tab');
    if (isIt(await focused(panel))) return;
  }
  throw new Error('Tab never got there');
}

/** What is inside a fold is drawn after it has opened; nobody is faster with Tab. */
function drawn(panel: Page): Promise<unknown> {
  return panel.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 50)));
}

/** Once through the document, from wherever it stands to its foot. */
async function tabThrough(panel: Page, visit: (at: Focused) => Promise<void>): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await panel.keyboard.press('Tab');
    const at = await focused(panel);
    if (at.name === 'Share' && (await isInFoot(panel))) return;
    await visit(at);
  }
  throw new Error('Tab never got to the foot');
}

function isInFoot(panel: Page): Promise<boolean> {
  return panel.evaluate(() => document.activeElement?.closest('nav') === null);
}
