/** One helpdesk's reader, loaded when its first ticket is pulled. */
import type { Helpdesk } from '../helpdesks/contract';

const readers: Readonly<Record<string, () => Promise<Helpdesk>>> = {
  zendesk: async () => (await import('../helpdesks/zendesk/index')).zendesk,
  'request-tracker': async () => (await import('../helpdesks/request-tracker/index')).requestTracker,
};

export async function loadReader(helpdesk: string): Promise<Helpdesk> {
  const load = readers[helpdesk];
  if (!load) throw new Error(`No reader for ${helpdesk}`);
  return load();
}
