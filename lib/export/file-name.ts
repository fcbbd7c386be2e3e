import type { TokenMap } from '../language/redact/tokens';
import type { Postmortem } from '../postmortem/schema';
import { redactedLine } from './redact-document';

const LONGEST_SLUG = 60;
const LONGEST_WORD = 30;

/**
 * `2026-11-18-zendesk-48213-invoice-sync-stopped.md`: only small letters, digits and dashes, and a date in
 * front, so that nothing in it can leave the download folder or name a device.
 */
export function markdownFileName(
  postmortem: Postmortem,
  { tokens, keep }: { tokens?: TokenMap; keep?: ReadonlySet<string> } = {},
): string {
  const { helpdesk, key } = postmortem.ticket;
  const subject = tokens ? redactedLine(postmortem.ticket.subject, tokens, keep) : postmortem.ticket.subject;
  const parts = [
    postmortem.createdAt.slice(0, 10),
    slug(helpdesk, LONGEST_WORD) || 'ticket',
    slug(key, LONGEST_WORD),
    slug(subject, LONGEST_SLUG),
  ];
  return `${parts.filter((part) => part !== '').join('-')}.md`;
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
