import type { TokenMap } from '../language/redact/tokens';
import type { Postmortem } from '../postmortem/schema';
import type { Capture } from '../ticket/schema';
import { lineWithRoles } from './names-as-roles';
import { redactedLine } from './redact-document';

const LONGEST_SUBJECT = 60;
const LONGEST_WORD = 30;

export interface FileNameOptions {
  /** Goes behind the subject; the full version has none. */
  version?: string;
  extension?: string;
  /** With it colleagues in the subject are roles. */
  capture?: Pick<Capture, 'ticket'>;
  tokens?: TokenMap;
  keep?: ReadonlySet<string>;
}

/**
 * `2026-11-18-zendesk-48213-invoice-sync-stopped-customer.md`: only small letters, digits and dashes, and a date in
 * front, so that nothing in it can leave the download folder or name a device.
 */
export function exportFileName(
  postmortem: Postmortem,
  { version = 'internal', extension = 'md', capture, tokens, keep }: FileNameOptions = {},
): string {
  const { helpdesk, key, subject } = postmortem.ticket;
  const named = capture ? lineWithRoles(subject, capture) : subject;
  const parts = [
    postmortem.createdAt.slice(0, 10),
    slug(helpdesk, LONGEST_WORD) || 'ticket',
    slug(key, LONGEST_WORD),
    slug(tokens ? redactedLine(named, tokens, keep) : named, LONGEST_SUBJECT),
    version === 'internal' ? '' : slug(version, LONGEST_WORD),
  ];
  return `${parts.filter((part) => part !== '').join('-')}.${extension}`;
}

// Letters that Unicode does not take apart into a base letter and an accent.
const latin: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

function slug(text: string, longest: number): string {
  const plain = text
    .slice(0, 1_000)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => latin[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (plain.length <= longest) return plain;
  const end = plain.slice(0, longest + 1).lastIndexOf('-');
  return plain.slice(0, end > longest / 3 ? end : longest);
}
