import { before, spansOfMatches } from './context';
import { findNationalIds } from './national-ids';
import { beginnings, matchesAt, type Starts } from './starts';
import type { Span } from './types';

const number =
  '(?:[ _-]?(?:cards?|numbers?|numéro|número|numero|nummer|num|no|nr|n°|nº|n\\.º|№|ids?|identifier|reference|ref|code|#)\\.?)';
const link =
  '(?: ?\\([^)\\d\\n]{1,24}\\))?(?:[ ]?(?:[:=#]|->|→)[ #]{0,2}|[ ](?:is|was|are|ist|lautet|est(?: l[ea])?|es(?: el)?|è(?: il)?|é(?: o)?|jest|to|on file is|ends up as|shows|reads|:)[: ]{1,2}|[ ]#?|[ ]-[ ])["\'`(]?';
const owners =
  'account|acct|acc|a\\/c|customer|cust|client|member|membership|subscriber|subscription|policy|insurance(?: policy)?|patient|medical record|mrn|employee|staff|student|personnel|badge|loyalty(?: card)?|frequent flyer|rewards|beneficiary|claimant|tenant|user|userid|voter|payroll|donor|contract holder|guest|player|resident|merchant|kundennummer|kunden|konto|kontonummer|mitglieds?|mitgliedsnummer|versicherungs?|versicherungsnummer|versichertennummer|vertragskonto|vertragsnummer|vertrags|personalnummer|patientennummer|client|abonné|adhérent|compte|cliente|socio|cuenta|póliza|polizza|conto|tessera|klant|klantnummer|rekening|rekeningnummer|lidnummer|polisnummer|klienta|konta|conta|apólice|kunde|kundenr|kundnummer|会員番号|お客様番号|顧客番号';
const papers =
  "passports?|passeport|reisepass|reisepassnummer|pasaporte|passaporto|paspoort|paszport|driver'?s? licen[cs]e|driving licen[cs]e|licen[cs]e plate|number plate|kennzeichen|führerschein|führerscheinnummer|permis de conduire|id card|identity card|national id|national identity|personalausweis|personalausweisnummer|ausweis|ausweisnummer|carte d'identité|cni|visa number|residence permit|green card|alien registration|ssn|social security|social insurance|sozialversicherungsnummer|sozialversicherung|sécurité sociale|seguridad social|rentenversicherungsnummer|ni|nino|national insurance|tax id|tax|taxpayer|tin|itin|ein|utr|vat|vat id|ust-?id|ust-?idnr|steuer-?id|steuernummer|steueridentifikationsnummer|numéro fiscal|tfn|abn|acn|medicare|medicaid|nhs|aadhaar|aadhar|pan|voter id|gstin|cpf|cnpj|rg|dni|nie|nif|cif|codice fiscale|partita iva|pesel|nip|regon|bsn|burgerservicenummer|personnummer|cpr|fødselsnummer|henkilötunnus|ahv|avs|my number|マイナンバー|sin|curp|rfc|ssn4|health card|krankenversichertennummer|kvnr|cnp|ppsn?|hetu|oib|emšo|emso|jmbg|egn|amka|rodné číslo|rodne cislo|isikukood|asmens kodas|personas kods|kimlik|tc kimlik|snils|iqama|emirates id|nric|mykad|hkid|rut|ruc|cédula|cedula|nit|cuil|cuit|rijksregisternummer|insz|svnr|national number|citizen id|citizen card|cartão de cidadão|medicare beneficiary|mbi|personal id|birth number|my id|his id|her id|their id|government id|state id|registration plate|registration|vehicle reg|reg|pesel|peselu|vehicle registration|vin";
const bank =
  'sort ?codes?|sort|s\\/c|sc|routing|aba|bsb|ifsc|swift|bic|swift\\/bic|bic\\/swift|blz|bankleitzahl|bank code|branch code|transit|institution|clabe|rib|bank account|giro|bankgiro|wire';

const edge = '(?<![\\p{L}\\p{N}_-])';
const loose = '([A-Z0-9](?:[A-Z0-9]|[./_-](?=[A-Z0-9])){2,39})(?![\\p{L}\\p{N}])';
const spaced =
  '((?:[A-Z]{1,3} ?)?\\d[\\dA-Z]{0,11}(?:[ ./-]{1,3}(?=[\\dA-Z]{0,11}\\d|[A-Z]{1,2}(?![A-Z\\d]))[\\dA-Z]{1,12}(?![a-z])){0,7})(?![\\p{L}\\p{N}])';

const named = new RegExp(`${edge}(?:${owners})(${number}{0,2})(${link})${loose}`, 'iuy');
const spacedOwner = new RegExp(
  `${edge}(?:${owners})(${number}{0,2})(${link})((?:[A-Z]{1,4} )?\\d{2,6}(?:[ -](?:\\d{2,6}|[A-Z](?![a-z]))){1,5})(?!\\d| ?[\\p{L}%])`,
  'iuy',
);
const paper = new RegExp(`${edge}(?:${papers})(${number}{0,2})(${link})${loose}`, 'iuy');
const paperSpaced = new RegExp(`${edge}(?:${papers})(${number}{0,2})(${link})${spaced}`, 'iuy');
const bankNumber = new RegExp(
  `${edge}(?:${bank})(${number}{0,2})(${link})((?:[A-Z]{4}0[A-Z0-9]{6}|[A-Z]{6}[A-Z0-9]{2,5}|\\d{2,20}(?:[ -]\\d{2,8}){0,4}))(?![\\p{L}\\p{N}])`,
  'iuy',
);

const months =
  'jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|févr?(?:ier)?|mar(?:ch|s|zo)?|märz|apr(?:il|ile)?|avril|abril|may|mai|mayo|maggio|jun(?:e|i|io)?|juin|giugno|jul(?:y|i|io)?|juillet|luglio|aug(?:ust)?|août|agosto|sep(?:t|tember|tembre|tiembre)?|settembre|o[ck]t(?:ober|obre|ubre)?|ottobre|nov(?:ember|embre|iembre)?|de[cz](?:ember)?|décembre|diciembre|dicembre|enero|febrero|gennaio|febbraio';
const births =
  'born|dob|d\\.o\\.b\\.?|date of birth|birth ?date|birthday|geboren|geb\\.|geburtsdatum|geburtstag|née?|date de naissance|nacid[oa]|fecha de nacimiento|nat[oa]|data di nascita|nascid[oa]|data de nascimento|geboortedatum|urodzon[ya]|data urodzenia|生年月日';
const birth = new RegExp(
  `(?<![\\p{L}])(?:${births})(?![\\p{L}])(?:[ ]?\\([^)\\n]{1,16}\\))?[\\s:=,.-]{0,3}(?:(?:is|was|on|am|le|el|il|em|the|ist|est|es|op)[: ]{1,2}){0,2}(\\d{1,4}[./ -]\\d{1,2}[./ -]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th|\\.|er|º)?[ -](?:of |de )?(?:${months})\\.?,?[ -](?:de )?\\d{2,4}|(?:${months})\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{2,4}|\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{8})(?![\\p{L}\\p{N}])`,
  'iuy',
);

const ownersBegin = beginnings(owners);
const papersBegin = beginnings(papers);
const bankBegins = beginnings(bank);
const birthsBegin = beginnings(births);

/** Numbers that stand for a person or an account, where the words say so or no other number has their form. */
export function findIds(starts: Starts): Span[] {
  const { text } = starts;
  return [
    ...spansOfMatches(
      matchesAt(starts, named, ownersBegin),
      'account',
      (value, match) => isId(value, match) && !isOther(text, match),
    ),
    ...spansOfMatches(
      matchesAt(starts, spacedOwner, ownersBegin),
      'account',
      (value, match) => digits(value) >= 6 && !isDate(value) && !isOther(text, match),
    ),
    ...[paper, paperSpaced].flatMap((pattern) =>
      spansOfMatches(matchesAt(starts, pattern, papersBegin), 'national_id', (value, match) =>
        isPaper(value, match),
      ),
    ),
    ...spansOfMatches(matchesAt(starts, bankNumber, bankBegins), 'bank', (value, match) =>
      isBank(value, match),
    ),
    ...findNationalIds(text),
    ...spansOfMatches(matchesAt(starts, birth, birthsBegin), 'birth_date'),
  ];
}

function digits(value: string): number {
  return value.replace(/\D/g, '').length;
}

function isDate(value: string): boolean {
  return /^(?:(?:19|20)\d{2}[-./](?:0?\d|1[0-2])[-./]\d{1,2}|\d{1,2}([-./])\d{1,2}\1(?:\d{2}|(?:19|20)\d{2}))(?!\d)/.test(
    value,
  );
}

/** "account 00123456"; but not "customer 3", "account v2.1", "member2024 plan". */
function isId(value: string, match: RegExpExecArray): boolean {
  const count = digits(value);
  const isNumbered =
    (match[1] ?? '') !== '' || /[:=#→]/.test(match[2] ?? '') || /nummer|番号|\bmrn|userid/i.test(match[0]);
  if (count < (isNumbered ? 3 : 4) || isDate(value) || /^v?\d+(?:\.\d+){1,3}$/i.test(value)) return false;
  if (
    /^(?:http|https|error|sha\d+|utf-?8|q[1-4])/i.test(value) ||
    /^\d+(?:\.\d+)?(?:k|m|gb|mb|kb|ms|s|px|am|pm|h|d|st|nd|rd|th|x|eur|usd|gbp)$/i.test(value)
  )
    return false;
  if (!isNumbered && /^(?:19|20)\d{2}$/.test(value)) return false;
  return isNumbered || value.length >= 5;
}

/** A policy of the service desk, a client that is a program: not somebody's. */
function isOther(text: string, match: RegExpExecArray): boolean {
  const words = before(text, match.index, 24);
  if (
    /(?:sla|retention|password|security|backup|firewall|group|iam|cache|rate|email|mail|http|api|oauth|vpn|sync|ssh|git|web|desktop|new|per|each|guest os)\s$/i.test(
      words,
    ) &&
    /^(?:policy|client|user|guest|account)/i.test(match[0])
  )
    return !/(?:account)/i.test(match[0]) || /service\s$/i.test(words);
  return /(?:order|invoice|ticket)\s(?:for\s)?$/i.test(words) && (match[1] ?? '') === '';
}

function isPaper(value: string, match: RegExpExecArray): boolean {
  const word = match[0].slice(0, match[0].length - value.length - (match[2] ?? '').length).toLowerCase();
  const count = digits(value);
  const isNumbered = (match[1] ?? '') !== '' || /[:=#→]| is | ist /.test(match[2] ?? '');
  if (isDate(value)) return false;
  if (/^[A-Z]{5}\d{4}[A-Z]$/.test(value)) return true;
  if (
    /^(?:tax|vat|pan|ni|sin|rg|tin|nie|cif|rfc|nip|avs|acn|medicare|nhs|ein|cni)$/.test(word.trim()) &&
    !isNumbered
  )
    return count >= 6 && value.length >= 8;
  if (/^(?:passports?|reisepass|passeport|pasaporte|passaporto)$/.test(word.trim()))
    return /^(?=.*\d)[A-Z0-9]{7,9}$/.test(value);
  if (/plate|kennzeichen/.test(match[0].toLowerCase())) return value.length >= 4;
  return count >= 4 && value.length >= 5;
}

function isBank(value: string, match: RegExpExecArray): boolean {
  const word = match[0].toLowerCase();
  if (/^(?:sort\b(?! ?code)|s\/c|sc\b)/.test(word)) return /^\d{2}[ -]\d{2}[ -]\d{2}$/.test(value);
  if (/^\d{5}-\d{3}$/.test(value)) return true;
  if (/^[A-Z]{6}/i.test(value)) return /^[A-Z0-9]{8}(?:[A-Z0-9]{3})?$/.test(value) && /swift|bic/.test(word);
  if (
    /^(?:institution|transit|wire|routing|swift)/.test(word) &&
    (match[1] ?? '') === '' &&
    !/[:=#]| is /.test(match[2] ?? '')
  )
    return digits(value) === 9;
  return digits(value) >= 5 || /^[A-Z]{4}0/i.test(value);
}
