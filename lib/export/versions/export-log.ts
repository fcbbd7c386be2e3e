/** Which versions that left the panel say something else than the record does now. */
import type { Exported, Postmortem } from '../../postmortem/schema';
import type { Iso } from '../../ticket/basics';
import type { Record } from '../record';
import { toMarkdown } from '../to-markdown';
import type { Version } from './version-document';

/** `action:<id>` for one action: each is an export of its own. */
export function exportName(version: Version, action?: string): string {
  return version === 'action' && action !== undefined ? `action:${action}` : version;
}

/** The record's log with this export in it. How the copy was redacted is not part of what it says. */
export function withExport(
  record: Record,
  { version, action, at }: { version: Version; action?: string; at: Iso },
): Postmortem {
  const name = exportName(version, action);
  const others = (record.postmortem.exports ?? []).filter((one) => one.version !== name);
  return {
    ...record.postmortem,
    exports: [...others, { version: name, at, hash: contentHash(record, version, action) }],
  };
}

/** Exports that were made before the record changed under them, the newest first. */
export function staleExports(record: Record): Exported[] {
  return (record.postmortem.exports ?? [])
    .filter(({ version, hash }) => {
      const [name = '', action] = parts(version);
      return isVersion(name) && contentHash(record, name, action) !== hash;
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

const known: { readonly [version in Version]: true } = {
  internal: true,
  concise: true,
  customer: true,
  support: true,
  technical: true,
  agenda: true,
  action: true,
};

function isVersion(name: string): name is Version {
  return Object.hasOwn(known, name);
}

function parts(name: string): string[] {
  return name.startsWith('action:') ? ['action', name.slice('action:'.length)] : [name];
}

function contentHash(record: Record, version: Version, action?: string): string {
  return textHash(toMarkdown(record, { version, ...(action === undefined ? {} : { action }) }));
}

/** Tells two texts apart and guards nothing: 53 bits, the same on every machine. */
function textHash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return ((low >>> 0) * 0x200000 + ((high >>> 11) & 0x1fffff)).toString(36);
}
