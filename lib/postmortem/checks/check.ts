/** What a check is, and what each of them gets to look at. */
import type { Analysis } from '../../analysis/types';
import type { Iso } from '../../ticket/basics';
import type { Capture } from '../../ticket/schema';
import type { ClaimCheck } from '../claims';
import type { Kind, PartId } from '../kinds';
import type { Postmortem, Status } from '../schema';
import type { Rules } from '../severity';

/** `block`: the document cannot get to `holds` while it stands; `warn`: it can, and a reader may stumble. */
export interface Check {
  id: string;
  section: PartId | 'document';
  level: 'block' | 'warn' | 'info';
  /** What is missing and what to do, in a sentence. */
  message: string;
  /** The field to go to: an id on the postmortem screen. */
  target: string;
  /** Of a block: the first state it holds back. */
  holds?: Exclude<Status, 'draft'>;
}

export interface CheckScene {
  postmortem: Postmortem;
  capture: Capture;
  analysis: Analysis;
  kind: Kind;
  rules: Rules;
  now: Iso;
  /** Of this postmortem, where they were checked already. */
  claims?: readonly ClaimCheck[];
  /** The helpdesk's own: none of them is one person. */
  teams: readonly string[];
}

export interface CheckRule {
  id: string;
  /** What it looks for, as a line of a list. */
  name: string;
  find: (scene: CheckScene) => Check[];
}

export type Found = Omit<Check, 'id' | 'section' | 'target'>;

export function blocks(holds: Exclude<Status, 'draft'>, message: string): Found {
  return { level: 'block', holds, message };
}

export function warns(message: string): Found {
  return { level: 'warn', message };
}

/** Gives each thing found its place. */
export function at(
  section: Check['section'],
  target: string,
  id: string,
  found: readonly (Found | false | undefined)[],
): Check[] {
  return found
    .filter((one) => one !== false && one !== undefined)
    .map((one, index) => ({ ...one, id: index === 0 ? id : `${id}:${index + 1}`, section, target }));
}
