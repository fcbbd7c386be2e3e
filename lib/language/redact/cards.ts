import { before, spansOf } from './context';
import { digitsOf, type Group, isLuhn, joined } from './numbers';
import type { Span } from './types';

const cardWord =
  /\b(?:cards?|visa|mastercard|amex|american express|maestro|discover|diners|credit|debit|karte|kreditkarte|carte|tarjeta|carta|cart[aã]o|pan)\b/i;
const otherWord =
  /\b(?:order|invoice|tracking|ticket|case|ref|reference|imei|serial|transaction|txn|sku|part|ean|gtin|upc|parcel|shipment|batch|job|trace|request|event|log|epoch|timestamp)\b/i;

/** Payment cards by issuer, length and check digit, and the code on the back where it is named. */
export function findCards(text: string, groups: readonly Group[]): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < groups.length; index++) {
    const run = joined(text, groups, index);
    // Most numbers are short and stand alone.
    if (run.length === 1 && (run[0]?.digits.length ?? 0) < 12) continue;
    const length = cardLength(text, run);
    const [first, last] = [run[0], run[length - 1]];
    if (!first || !last) continue;
    spans.push({ start: first.start, end: last.end, kind: 'card' });
    index += length - 1;
  }
  return [...spans, ...spansOf(text, codes, 'card_code')];
}

const codes =
  /(?<![\p{L}\p{N}])(?:cvv2?|cvc2?|cvn|csc|cid|card (?:security|verification) (?:code|number)|security code|code on the back|Prüfnummer|Prüfziffer|cryptogramme|código de seguridad)(?![\p{L}\p{N}])[^\p{L}\p{N}\n]{0,4}(?:(?:is|was|on the back|number|code|ist|est|es)[^\p{L}\p{N}\n]{1,3}){0,2}(\d{3,4})(?!\d)/giu;

/** How many groups make a card, 0 for none. */
function cardLength(text: string, run: readonly Group[]): number {
  for (let length = Math.min(run.length, 5); length > 0; length--) {
    const parts = run.slice(0, length);
    if (isCard(text, parts)) return length;
  }
  return 0;
}

function isCard(text: string, parts: readonly Group[]): boolean {
  const digits = digitsOf(parts);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || digits.length < 12 || digits.length > 19) return false;
  if (/[\p{L}_]/u.test(text.charAt(first.start - 1)) || /[\p{L}\d_]/u.test(text.charAt(last.end)))
    return false;
  if (/[.,]/.test(text.charAt(first.start - 1)) && /\d/.test(text.charAt(first.start - 2))) return false;
  if (/[^\d -]/.test(text.slice(first.start, last.end))) return false;
  const words = before(text, first.start, 48);
  const isNamed = cardWord.test(words) && !/\b(?:order|invoice|ticket)\b[^,;]{0,12}$/i.test(words);
  const shape = parts.map((part) => part.digits.length).join('-');
  const isGrouped = ['4-4-4-4', '4-6-5', '4-6-4', '4-4-4-2', '4-4-4-4-3', '4-5-6'].includes(shape);
  if (parts.length > 1 && !isGrouped) return false;
  // Somebody's slip of the finger is still somebody's card.
  if (isGrouped && isNamed) return true;
  if (!isLuhn(digits)) return false;
  if (isNamed) return true;
  return isIssued(digits) && (isGrouped || !otherWord.test(words));
}

function isIssued(digits: string): boolean {
  switch (digits.length) {
    case 14:
      return /^3(?:0[0-5]|[689])/.test(digits);
    case 15:
      return /^3[47]/.test(digits);
    case 16:
      return /^(?:4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|6(?:011|[2458])|35|50|5[6-8])/.test(digits);
    case 19:
      return /^(?:4|62|6[03-9])/.test(digits);
    default:
      return false;
  }
}
