import type { Names } from '../../lib/export/names-as-roles';
import { isOutside, type Version } from '../../lib/export/versions/version-document';

/** What somebody chose for one postmortem. */
export interface ShareChoice {
  version: Version;
  action?: string;
  names: Names;
  /** Whether to redact; absent: nobody has said. Versions for others are redacted then, those for inside are not. */
  outside?: boolean;
  inside?: boolean;
  kept: ReadonlySet<string>;
}

const untouched: ShareChoice = { version: 'internal', names: 'roles', kept: new Set() };

/** Holds while the panel is open: a look at another screen must not undo it unseen. */
const chosen = new Map<string, ShareChoice>();

export function choiceFor(postmortem: string | undefined): ShareChoice {
  return (postmortem === undefined ? undefined : chosen.get(postmortem)) ?? untouched;
}

export function choose(postmortem: string, choice: ShareChoice): void {
  chosen.set(postmortem, choice);
}

export function isRedacted({ version, outside, inside }: ShareChoice): boolean {
  return isOutside(version) ? (outside ?? true) : (inside ?? false);
}
