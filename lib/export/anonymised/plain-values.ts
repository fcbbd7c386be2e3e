/** Values that may pass because they come from a list everybody knows: zones, languages, times, kinds of files. */
import { isZone } from '../../language/dates';

/** A zone or an offset that the browser knows. */
export function knownZone(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  return isZone(zone) || /^[+-]\d\d:?\d\d$/.test(zone) ? zone : undefined;
}

/** "en", "de-CH": languages that have a name, with no more than a country behind them. */
export function knownLanguage(language: string | undefined): string | undefined {
  if (language === undefined || !/^[a-z]{2,3}([-_][A-Za-z]{2})?$/.test(language)) return undefined;
  const code = language.slice(0, 3).replace(/[-_]$/, '');
  return languageNames.of(code) === undefined ? undefined : language;
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** A time as found, if it is made of nothing but digits, signs and the words of a date. */
export function knownRawTime(raw: string | undefined): string | undefined {
  if (raw === undefined || raw.length > 60) return undefined;
  const tokens = raw.match(/[\p{L}\p{M}]+|\d+|[^\p{L}\p{M}\d]/gu) ?? [];
  const isPlain = tokens.every(
    (token) => /^\d{1,4}$/.test(token) || /^[-/.,:+ ()\u202f\u00a0]$/.test(token) || isDateWord(token),
  );
  // A row of digits alone may be the number of a telephone.
  const isTime = isPlain && (/\d:\d\d/.test(raw) || tokens.some(isDateWord));
  // Fractions of a second are the one long number in a time.
  return isTime || /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\.\d{1,9}(Z|[+-]\d\d:?\d\d)?$/.test(raw)
    ? raw
    : undefined;
}

function isDateWord(word: string): boolean {
  return dateWords.has(word.toLowerCase());
}

const dateWords = new Set(
  `jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september
  october november december mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday
  mär mrz mai okt dez januar februar märz juni juli oktober dezember mo di mi do fr sa so montag dienstag mittwoch
  donnerstag freitag samstag sonnabend sonntag um uhr at am pm t z utc gmt cet cest est edt cst cdt mst mdt pst pdt
  bst ist today yesterday heute gestern ago vor seconds minutes hours days minute hour day sekunden minuten stunden
  tagen`.split(/\s+/),
);

/** The ending of a file's name, if it is a common one. */
export function knownExtension(name: string): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return extensions.has(ending) ? `.${ending}` : '';
}

const extensions = new Set(
  `pdf png jpg jpeg gif webp svg bmp heic txt log csv tsv xls xlsx doc docx odt ods ppt pptx rtf md json xml yaml yml
  html htm css js zip gz tar 7z rar eml msg ics vcf mp3 mp4 wav mov webm har`.split(/\s+/),
);

export function knownMime(mime: string | undefined): string | undefined {
  return mime !== undefined && mimes.has(mime) ? mime : undefined;
}

const mimes = new Set(
  `application/pdf application/json application/xml application/zip application/gzip application/octet-stream
  application/msword application/rtf application/vnd.ms-excel application/vnd.ms-outlook
  application/vnd.openxmlformats-officedocument.wordprocessingml.document
  application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
  application/vnd.openxmlformats-officedocument.presentationml.presentation
  image/png image/jpeg image/gif image/webp image/svg+xml image/bmp image/heic text/plain text/html text/csv
  text/calendar text/css message/rfc822 multipart/mixed multipart/alternative multipart/related audio/mpeg audio/wav
  video/mp4 video/quicktime video/webm`.split(/\s+/),
);
