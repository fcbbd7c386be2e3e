import { before, matchesIn } from './context';
import type { Span } from './types';

// SWIFT IBAN registry, release 100: how long an account number is in each country.
const lengths: Record<string, number> = Object.fromEntries(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18
  FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20
  LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24
  SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const head = /(?<![\p{L}\p{N}])[A-Za-z]{2} ?\d{2}/gu;

export function findIbans(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index } of matchesIn(text, head)) {
    const length = lengths[text.slice(index, index + 2).toUpperCase()];
    if (length === undefined || index < (spans.at(-1)?.end ?? 0)) continue;
    const end = endOf(text, index, length);
    if (end === undefined) continue;
    const account = text.slice(index, end).replace(/[ .-]/g, '').toUpperCase();
    // A mistyped one that is named tells as much.
    if (isChecked(account) || /\biban\b/i.test(before(text, index, 24)))
      spans.push({ start: index, end, kind: 'iban' });
  }
  return spans;
}

/** Where `length` letters and digits have been read, with at most one separator between two. */
function endOf(text: string, start: number, length: number): number | undefined {
  let count = 0;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (/[A-Za-z0-9]/.test(character)) count++;
    else if (!/[ .-]/.test(character) || !/[A-Za-z0-9]/.test(text.charAt(at + 1))) return undefined;
    if (count === length) return /[\p{L}\p{N}]/u.test(text.charAt(at + 1)) ? undefined : at + 1;
  }
  return undefined;
}

/** ISO 13616: the number, its head moved to the end and letters counted from 10, leaves 1 when divided by 97. */
function isChecked(account: string): boolean {
  let rest = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
