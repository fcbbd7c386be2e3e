/** For which sites "Always allow" was offered and answered: the question is put once for each. */
import { browser } from 'wxt/browser';
import type { AllowedSite } from './permissions';

/** One key a site, so that two windows that note an answer at once do not overwrite each other's. */
function keyOf({ pattern }: AllowedSite): string {
  return `offer-answered:${pattern}`;
}

export async function isAnswered(site: AllowedSite): Promise<boolean> {
  const key = keyOf(site);
  return (await browser.storage.local.get(key))[key] === true;
}

export function noteAnswer(site: AllowedSite): Promise<void> {
  return browser.storage.local.set({ [keyOf(site)]: true });
}

/** Tells when any answer is noted, also in another window. Returns how to stop. */
export function watchAnswers(onChange: () => void): () => void {
  const { onChanged } = browser.storage.local;
  onChanged.addListener(onChange);
  return () => onChanged.removeListener(onChange);
}
