import { after, before, matchesIn } from './context';
import { digitsOf, type Group, joined } from './numbers';
import type { Span } from './types';

const phoneWord =
  /(?<![\p{L}])(?:phones?|wa\.me|tel|tél|telephone|téléphone|telefon|telefono|telefonnummer|telefoon|telefone|teléfono|tlf|tfn|mobile?|mob|cell|cellphone|cellulare|celular|handy|handynummer|mobil|mobilnummer|portable|móvil|movil|fijo|festnetz|rufnummer|landline|direct line|direct dial|ddi|switchboard|hotline|fax|call(?:ed|ing|back)?|ring|rang|text(?:ed)?|sms|whatsapp|whats app|signal|viber|dial(?:ed|led|ling)?|reach(?:able)?|contact(?: number)?|number to call|(?:home|work|office|direct|personal|private|business|daytime|evening|emergency|my|her|his|their|our) (?:number|no\.?|line)(?: is)?|lines? to|gsm|手机|手機|电话|callback|call-back|voicemail|numéro|appel(?:er|ez)|joindre|joignable|anrufen|erreichbar|erreichen|zurückrufen|rückruf|llamar|llame|llámame|llámeme|chiamare|chiamami|chiamatemi|bellen|bel|bereikbaar|ligar|ligue|zadzwon|zadzwoń|dzwonić|komórka|numer telefonu|nummer|電話|携帯)(?![\p{L}])(?: (?:number|no|nr|num)(?![\p{L}]))?[^\p{L}\d]{0,3}/giu;
const otherWord =
  /(?<![\p{L}])(?:order|orders|invoice|ticket|case|ref|refs|reference|tracking|parcel|shipment|consignment|serial|s\/n|sku|part|item|article|product|po|p\.o\.|rma|version|build|release|error|code|id|ids|uid|isbn|issn|ean|gtin|upc|commit|job|batch|transaction|txn|epoch|timestamp|unix|quote|quotation|contract|delivery|asset|device|imei|request|incident|change|bug|issue|revision|docket|booking|reservation|confirmation|bestellung|bestellnummer|auftrag|auftragsnummer|rechnung|rechnungsnummer|ticketnummer|commande|facture|pedido|factura|ordine|fattura|zamówienie|faktura|bestelling|fatura|lot|row|rows|line|lines|page|pages|port|process|pid|thread|bytes|size|total|amount|price|sum|count|checksum|coordinates|lat|lon|latitude|longitude|between|range|zip|postcode|model|no|nr|№|vat|account|acct|customer|member|policy|routing|iban|sort code|ssn|card|crc|hash|offset|seq|sequence|meter|reading|hs|tariff)(?:'s)?(?: (?:number|numbers|no|nos|nr|nr\.|id|ids|code|#|ref|line|lines|key|is|was|are|and|to|of|named|called|nummer|for))*\.?[\s:#=()№"'.-]*$/iu;
const measure =
  /^ ?(?:%|€|\$|£|zł|kr|eur|usd|gbp|pln|chf|jpy|bytes?|[kmgt]i?b|ms|sec|seconds?|min|minutes?|rows?|records?|items?|lines?|units?|pcs|km|kg|users?|events?|requests?|points?|px|dpi|hz|volts?|tokens?|per (?:day|hour|minute|week|month|second|year|agent)|orders?|tickets?|invoices?|emails?|files?|entries|requests|calls per)(?![\p{L}])/iu;
const extension = /^,? {0,2}(?:x|ext\.?|extension|durchwahl|dw|poste|int\.?|#) ?\d{1,6}(?!\d)/i;

/** What phone numbers look like where they are written without a country: shapes people of that country would know. */
const national: readonly RegExp[] = [
  // North America
  /^(?:1[ .-])?(?:\([2-9]\d{2}\) ?-?|[2-9]\d{2}[ ./-]|[2-9]\d{2} - )\d{3}(?:[ .-]| - )\d{4}$/,
  // A leading 0 for the trunk: Europe, Australia, Japan
  /^0[1-9]\d{0,4}(?:[ -]\d{1,8}){1,4}$/,
  /^\(0\d{1,5}\)[ /-]{0,2}\d{2,8}(?:[ -]\d{1,8}){0,4}$/,
  /^\(0\)\d{1,4}(?:[ -]\d{2,8}){1,4}$/,
  /^0[1-9]\d{1,4}(?: ?\/ ?|\/-)\d{3,8}(?:[ -]\d{1,8}){0,3}$/,
  /^0[1-9](?:\.\d{2}){4}$|^0[1-9]\d?(?:\.\d{2,4}){2,3}$/,
  /^0[67]\d{8}$|^04\d{8}$|^07\d{9}$|^01[5-7]\d{8,9}$|^0[789]0\d{8}$/,
  // India, Spain, Poland, Italy, Brazil, China, Russia
  /^[6-9]\d{4}[ -]\d{5}$/,
  /^[6789]\d{2}[ -]\d{2}[ -]\d{2}[ -]\d{2}$|^9\d[ -]\d{3}[ -]\d{2}[ -]\d{2}$|^[4-9]\d{2}[ -]\d{3}[ -]\d{3}$/,
  /^3\d{2}[ -]\d{6,7}$|^3\d{2}[ -]\d{3}[ -]\d{3,4}$/,
  /^\(\d{2}\) ?9? ?\d{4}[ -]\d{4}$|^[1-9]\d 9\d{4}-\d{4}$/,
  /^1[3-9]\d[ -]\d{4}[ -]\d{4}$|^8[ -]\(?\d{3}\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}$/,
  /^1[38]00[ -]\d{3}[ -]\d{3}$|^0?800[ -]\d{2,4}(?:[ -]\d{2,4}){1,2}$/,
];

export function findPhones(text: string, groups: readonly Group[]): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < groups.length; index++) {
    const run = joined(text, groups, index);
    // Most numbers are short and stand alone.
    if (run.length === 1 && (run[0]?.digits.length ?? 0) < 7) continue;
    for (let length = run.length; length > 0; length--) {
      const span = phone(text, run.slice(0, length));
      if (!span) continue;
      spans.push(span);
      index += length - 1;
      break;
    }
  }
  return spans;
}

function phone(text: string, parts: readonly Group[]): Span | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  const count = digitsOf(parts).length;
  if (!first || !last || count < 7 || count > 15) return undefined;
  // Digits one by one are a sum or a table.
  if (parts.length === count) return undefined;
  const sign = /(?:\+ ?\(?|\()$/.exec(text.slice(Math.max(0, first.start - 3), first.start))?.[0] ?? '';
  const isBracket = sign === '(' && !text.slice(first.start, last.end).includes(')');
  const start = first.start - (isBracket ? 0 : sign.length);
  const written = text.slice(start, last.end);
  if (!standsAlone(text, start, last.end, sign)) return undefined;
  if (!isPhone(text, start, written, count)) return undefined;
  const extra = extension.exec(text.slice(last.end, last.end + 16))?.[0] ?? '';
  return { start, end: last.end + extra.length, kind: 'phone' };
}

function standsAlone(text: string, start: number, end: number, sign: string): boolean {
  const [left, right] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  if (/[\p{L}\p{N}_]$/u.test(left) && !/(?:tel|fax|mob|ph|p|t|m|f|me\/)$/i.test(left)) return false;
  if (/^[\p{L}\p{N}_]/u.test(right) && !/^x\d/i.test(right)) return false;
  if (/\d[.,:/-]$/.test(left) || /^[.,:/]\d/.test(right) || /[$€£¥]\s?$/.test(left)) return false;
  return sign.startsWith('+') || !/[#=_]$/.test(left);
}

function isPhone(text: string, start: number, written: string, count: number): boolean {
  const words = before(text, start, 40);
  if (written.startsWith('+')) return count >= 8 && !/^\+\s?0/.test(written) && !/(?:gmt|utc)$/i.test(words);
  if (isDate(written) || measure.test(after(text, start + written.length))) return false;
  if (written.split('(').length !== written.split(')').length) return false;
  const isCalled = calledFor(words);
  if (otherWord.test(words) && !isCalled) return false;
  if (/^00 ?[1-9]\d{0,2}[ -/(]/.test(written) ? count >= 10 : /^00[1-9]\d{9,13}$/.test(written)) return true;
  if (isCalled) return count >= 7;
  if (
    /^ ?\(?(?:mobile?|cell|home|work|office|direct|landline|whatsapp|fax|handy|mobil|portable|fixe|fijo|fisso|festnetz|bureau|domicile|m|h|w|tel)\)?(?![\p{L}])|^ is (?:my|his|her|their|the|our|a) (?:\p{L}+ )?(?:cell|mobile|phone|number to|direct|landline|handy|whatsapp|fax)(?![\p{L}])/iu.test(
      after(text, start + written.length),
    ) &&
    count >= 7
  )
    return true;
  return national.some((shape) => shape.test(written)) && count >= 9 - Number(/^\(0|^0/.test(written));
}

/** A word for a phone comes before, and nothing between says that the number is something else. */
function calledFor(words: string): boolean {
  let from = -1;
  for (const match of matchesIn(words, phoneWord)) from = match.index + match[0].length;
  if (from === -1) return false;
  const between = words.slice(from);
  return (
    !otherWord.test(between) &&
    !/[\n.;!?] /.test(between) &&
    !/\d{4,}/.test(between.replace(/\d[\d ()./-]{6,}/g, ''))
  );
}

function isDate(written: string): boolean {
  return (
    /^(?:19|20)\d{2}[-./ ](?:0?\d|1[0-2])[-./ ][0-3]?\d(?!\d)/.test(written) ||
    /^(?:0?[1-9]|[12]\d|3[01])([-./ ])(?:0?[1-9]|[12]\d|3[01])\1(?:(?:19|20)\d{2}|\d{2})(?: \d{1,2})?$/.test(
      written,
    ) ||
    /^(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d(?:[ -]?\d{4,6})?$/.test(written) ||
    /^97[89][ -]\d/.test(written)
  );
}
