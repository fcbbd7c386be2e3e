import { after, before, matchesIn } from './context';
import { linesWith } from './starts';
import type { Span } from './types';

const version =
  /(?:\b(?:version|ver|v|build|release|released|firmware|client|agent|driver|plugin|app|sdk|update|updated|upgrade|upgraded|patch|patched|hotfix|downgraded?|section|chapter|clause|oid|step|rev|revision|os|ios|android|macos|chrome|firefox|edge|safari|openssl|java|node|bios|agent)\b[^,;()]{0,14}|[\p{L}\d][/_]|\bv\.? ?|§ ?)$/iu;
/** Not only a version is said of these. */
const program = /\b(?:client|agent|app|driver|plugin|os|edge|node|firefox|chrome|safari)\b[^,;()]{0,14}$/i;
const network =
  /\b(?:ip|ips|ipv4|address|addresses|addr|host|hosts|hostname|subnet|gateway|dns|vpn|ping|login|logins)\b/i;

/** Addresses of machines. Those that every machine has for itself, and masks, tell nothing. */
export function findIps(text: string): Span[] {
  return [...findV4(text), ...findV6(text)];
}

const v4 =
  /(?<![\p{L}\p{N}_.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/\d{1,2})?(?![\p{L}\p{N}_]|\.\d)/gu;

function findV4(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of matchesIn(text, v4)) {
    const octets = match.slice(1, 5);
    if (octets.some((octet) => Number(octet) > 255 || /^0\d/.test(octet))) continue;
    if (['127', '0'].includes(octets[0] ?? '') || (octets[0] === '255' && octets[1] === '255')) continue;
    const words = before(text, match.index, 30);
    // "from 7.1.0.88 to 7.1.2.14"
    if (
      /\b(?:updated?|upgraded?|moved|went|version|release|rolled back|downgraded?)\b[^.;\n]{0,20}?\d+(?:\.\d+){2,3} (?:to|->|and) $/i.test(
        before(text, match.index, 60),
      )
    )
      continue;
    const isShort = octets.every((octet) => Number(octet) < 100);
    if (
      version.test(words) &&
      !network.test(words) &&
      !words.endsWith('//') &&
      (isShort || !program.test(words))
    )
      continue;
    if (
      /^ (?:is (?:the|our|a) [^.;]{0,20}(?:version|build|release)|(?:to [\d.]{7,15} )?(?:after|in|with|since|before) the (?:last |latest |new )?(?:update|upgrade|patch|release)|of the (?:app|client|agent|firmware)|firmware|build|release)\b/i.test(
        after(text, match.index + match[0].length, 40),
      )
    )
      continue;
    spans.push({ start: match.index, end: match.index + match[0].length, kind: 'ip' });
  }
  return spans;
}

const v6 =
  /(?<![\p{L}\p{N}_:.])(?=[\da-f]{0,4}:)[\da-f:]{3,39}(?:(?:\d{1,3}\.){3}\d{1,3})?(?:%[a-z0-9]{1,15})?(?:\/\d{1,3})?(?![\p{L}\p{N}_])/giu;

function findV6(text: string): Span[] {
  // Twice a colon, with nothing but a group between.
  return linesWith(text, /:[\da-f]{0,4}:/gi).flatMap(({ from, line }) => v6In(line, from));
}

function v6In(line: string, from: number): Span[] {
  const spans: Span[] = [];
  for (const { index: at, 0: found } of matchesIn(line, v6)) {
    const index = from + at;
    const address = found.replace(/[%/].*$/, '').replace(/([^:]):$/, '$1');
    if (isV6(address))
      spans.push({
        start: index,
        end: index + Math.max(address.length, found.replace(/:$/, '').length),
        kind: 'ip',
      });
  }
  return spans;
}

function isV6(address: string): boolean {
  if (address === '::1' || address === '::' || address.includes(':::')) return false;
  const halves = address.split('::');
  const groups = address.split(':').filter((group) => group !== '');
  if (groups.some((group) => group.length > 4 && !group.includes('.'))) return false;
  if (halves.length === 1) return groups.length === 8;
  // `A::B` is how several languages name a thing in a thing.
  return halves.length === 2 && groups.length < 8 && (groups.length > 2 || /\d/.test(address));
}
