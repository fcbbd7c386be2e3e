/** Numbers of persons and plates that their own form gives away, or a check digit. */
import { before, spansOf } from './context';
import { isLuhn } from './numbers';
import { linesWith } from './starts';
import type { Span } from './types';

export function findNationalIds(text: string): Span[] {
  return [
    ...fixed.flatMap((pattern) =>
      spansOf(text, pattern, 'national_id', (_, match) => !numbered.test(before(text, match.index, 24))),
    ),
    ...spansOf(text, spanish, 'national_id', isSpanish),
    ...spansOf(text, nordic, 'national_id', isNordic),
    ...spansOf(text, sorted, 'bank'),
    ...linesWith(text, /plate|kennzeich|regist| reg |last (?:four|4)|ssn/gi).flatMap(({ from, line }) =>
      [...spansOf(line, plate, 'national_id'), ...spansOf(line, lastFour, 'national_id')].map((span) => ({
        ...span,
        start: span.start + from,
        end: span.end + from,
      })),
    ),
  ];
}

const fixed: readonly RegExp[] = [
  // United States, United Kingdom, Brazil, Switzerland, France, Italy
  /(?<![\w.-])\d{3}-\d{2}-\d{4}(?![\w-])/g,
  /(?<![\p{L}\p{N}])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\p{N}])/gu,
  /(?<![\w.])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])|(?<![\w.])\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}(?![\w-])/g,
  /(?<![\w.])756\.\d{4}\.\d{4}\.\d{2}(?!\w)/g,
  /(?<![\w.-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\d{2}|2[AB]) \d{3} \d{3}(?: \d{2})?(?![\w-])/g,
  // Belgium, Chile, Argentina, Mexico, Korea, Hong Kong, a driver of the United Kingdom
  /(?<![\w.])\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?!\w)|(?<![\w.])\d{1,2}\.\d{3}\.\d{3}-[\dkK](?!\w)|(?<![\w-])(?:20|23|24|27|30|33)-\d{8}-\d(?![\w-])/g,
  /(?<![\p{L}\p{N}])[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d(?![\p{L}\p{N}])|(?<![\w-])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-4]\d{6}(?![\w-])|(?<![\p{L}\p{N}])[A-Z]{1,2}\d{6}\([\dA]\)|(?<![\p{L}\p{N}])[A-Z9]{5}\d{6}[A-Z9]{2}\d[A-Z]{2}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z](?![\p{L}\p{N}])/gu,
];
const spanish = /(?<![\p{L}\p{N}-])(?:[XYZ]-?\d{7}|\d{8})[ -]?[A-Z](?![\p{L}\p{N}-])/gu;

/** Personnummer and henkilötunnus: a date, and a check digit or letter. */
const nordic = /(?<![\p{L}\p{N}.-])(?:(?:19|20)?\d{6}[-+]\d{4}|\d{6}[-+A]\d{3}[\dA-Y])(?![\p{L}\p{N}-])/gu;
const plate =
  /(?<![\p{L}])(?:(?:licen[cs]e|number|registration) plates?|kennzeichen|registration(?: number)?|vehicle reg(?:istration)?|car reg(?:istration)?)(?![\p{L}])(?: (?:is|was|no\.?|number|of \w+ \w+ is))?[ :#]{1,3}([A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2} ?\d{1,4}[EH]?|[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]{2}-\d{3}-[A-Z]{2}|[A-Z\d]{2,4}[- ][A-Z\d]{2,4})(?![\p{L}\p{N}])/gu;
const lastFour =
  /(?<![\p{L}])(?:last (?:four|4)(?: digits)?(?: of (?:the |my |her |his |their |your )?)(?:ssn|social(?: security)?(?: number)?|passport|aadhaar)|ssn ending(?: in)?)(?:[ :]| (?:is|are|was) )+(\d{4})(?!\d)/giu;
/** A sort code with the account number behind it. */
const sorted =
  /(?<![\w.-])(\d{2}-\d{2}-\d{2}[ ,/]{1,3}(?:a\/?c(?:c(?:ount|t)?)?\.?(?: (?:no|number))?[ :.]{0,2})?\d{8})(?![\w-])/gi;

const numbered =
  /(?<![\p{L}])(?:order|invoice|ticket|case|part|sku|item|ref|serial|tracking|version|build)(?: (?:number|no|id|ref))?\.?[\s:#]*$/iu;

/** Real Decreto 1553/2005: the letter is the number's rest by 23. */
function isSpanish(value: string): boolean {
  const plain = value.replace(/[ -]/g, '');
  const number = Number(plain.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(number % 23) === plain.at(-1);
}

/** Skatteverket SKV 704 and DVV: Luhn over the short form; or a letter for the rest by 31. */
function isNordic(value: string): boolean {
  const [, date = '', serial = ''] = /(\d{6})[-+A](\w{4})$/.exec(value) ?? [];
  if (/^\d{4}$/.test(serial) && isLuhn(date + serial) && isDay(date.slice(2, 4), date.slice(4))) return true;
  const rest = Number(date + serial.slice(0, 3)) % 31;
  return (
    isDay(date.slice(2, 4), date.slice(0, 2)) &&
    '0123456789ABCDEFHJKLMNPRSTUVWXY'.charAt(rest) === serial.at(-1)
  );
}

function isDay(month: string, day: string): boolean {
  const [of, on] = [Number(month), Number(day)];
  return of > 0 && of < 13 && on > 0 && on < 32;
}
