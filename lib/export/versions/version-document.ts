/** Every version of one record: one tree each, from which every format is written. */
import type { TokenMap } from '../../language/redact/tokens';
import { type Names, withPromisesHeld, withRoles } from '../names-as-roles';
import { postmortemDocument } from '../postmortem-document';
import type { Record } from '../record';
import { type RedactedDocument, redactDocument } from '../redact-document';
import type { DocTree } from '../tree';
import { actionDocument } from './action-ticket';
import { agendaDocument } from './agenda-document';
import { conciseDocument } from './concise-document';
import { customerDocument } from './customer-document';
import { customerRecord } from './customer-record';
import { supportDocument } from './support-document';
import { technicalDocument } from './technical-document';

export type Version = 'internal' | 'concise' | 'customer' | 'support' | 'technical' | 'agenda' | 'action';

export interface VersionOptions {
  version: Version;
  /** Whether colleagues appear as roles, which they do unless somebody wants otherwise. */
  names?: Names;
  /** With tokens, redacted. */
  tokens?: TokenMap;
  /** Values or tokens that stay. */
  keep?: ReadonlySet<string>;
  /** Of the version `action`: which one. */
  action?: string;
}

/** Versions for readers outside the company: colleagues never have names in them. */
export function isOutside(version: Version): boolean {
  return version === 'customer' || version === 'support';
}

export function versionDocument(record: Record, options: VersionOptions): RedactedDocument {
  const { version, names = 'roles', tokens, keep, action } = options;
  const build = (given: Record) => written(given, version, action);
  const tree =
    names === 'roles' || isOutside(version)
      ? withRoles(record.capture, (held) => build(withPromisesHeld(record, held)))
      : build(record);
  return tokens ? redactDocument(tree, tokens, keep) : { tree, replaced: [] };
}

function written(record: Record, version: Version, action: string | undefined): DocTree {
  switch (version) {
    case 'internal':
      return postmortemDocument(record);
    case 'concise':
      return conciseDocument(record);
    case 'customer':
      return customerDocument(customerRecord(record));
    case 'support':
      return supportDocument(record);
    case 'technical':
      return technicalDocument(record);
    case 'agenda':
      return agendaDocument(record);
    case 'action':
      return actionDocument(record, action ?? '');
  }
}
