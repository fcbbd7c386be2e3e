import { matchesIn, spansOf } from './context';
import type { Span } from './types';

// Written out, since classes by Unicode property make a pattern of this size take half a second to compile.
const up = 'A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽŐŰĞİŞŌ';
const low = 'A-Za-zÀ-ÖØ-öø-ɏ';

/** A word as names of streets and places have it. */
const cap = `(?:[${up}][${low}'’.-]{0,24}|\\d{1,3}(?:st|nd|rd|th))`;
const small =
  "(?:de|la|le|les|du|des|del|della|dei|di|da|do|dos|das|e|y|et|the|of|am|an|der|den|dem|zum|zur|van|von|auf|im|in|op|het|'t|d'|l'|sur|sous|aux|au|upon|under|on)";
const place = `(?:${cap}(?:[ '-](?:${small} ){0,2}${cap}){0,3})`;
const sep = '(?: ?,? ?\\n ?| ?, ?| - | · | )';
const ukCode = '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}';
const code = `(?:${ukCode}|[A-Z]\\d[\\dW] ?[A-Z\\d]{4}(?=[^\\p{L}\\d]|$)|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|(?:[A-Z]{1,2}-)?\\d{4} ?[A-Z]{2}(?![${low}\\d])|(?:[A-Z]{1,2}-)?\\d{5}(?:-\\d{3,4})?|\\d{3} \\d{2}|\\d{4}-\\d{3}|\\d{2}-\\d{3}|\\d{6}|(?:[A-Z]{1,2}-)?\\d{4}|〒?\\d{3}-\\d{4})(?!\\d)`;
const state = `(?:[A-Z]{2,3}|Alabama|Alaska|Arizona|California|Colorado|Florida|Georgia|Illinois|Massachusetts|Michigan|Minnesota|Nevada|New Jersey|New York|Ohio|Oregon|Pennsylvania|Texas|Utah|Virginia|Washington|Wisconsin)(?![${low}])`;
const unit = `(?:(?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Fl|Room|Rm|Level|Building|Bldg|Block|Wing|Tower|App|Appt|Apto|Piso|Bât|Etg|Etage|Escalier|Int|Interno|Shop|Office|PMB|m\\.|lok\\.)\\.? ?#?[\\dA-Z][\\dA-Z-]{0,5}|#\\d{1,5}[A-Z]?|\\d{1,2}(?:st|nd|rd|th) Floor|\\d{1,2}\\. ?(?:tv|th|mf|sal|OG|Stock|Etage)(?:[ .,]{1,2}(?:tv|th|mf))?|\\d{1,2}[º°ª]?(?: ?[A-Z])?(?=,))`;
const country = `(?:USA|U\\.S\\.A\\.|United States|UK|U\\.K\\.|United Kingdom|England|Scotland|Wales|Ireland|Germany|Deutschland|France|Australia|India|Spain|España|Italy|Italia|Netherlands|Nederland|Poland|Polska|Brazil|Brasil|Japan|Canada|Austria|Österreich|Switzerland|Schweiz|Suisse|Belgium)(?![${low}])`;
/** What may follow a street: a flat, a town, a state, a code, a country, in the orders of this world. */
const tail = new RegExp(
  `(?:${sep}${unit}){0,2}(?:(?:${sep}| in )${code}${sep}${place}(?:[ ,/-]{1,3}[A-Z]{2}(?![${low}\\d]))?|(?:,? ?\\n ?|, | in | )${place}(?: \\d{1,2}(?=,))?(?:, ${place}){0,3}(?:,? ${state})?${sep}${code}|(?:,? ?\\n ?|, )${place}(?:, ${place}){0,2}(?:, ${state})?|${sep}${code})?(?:${sep}${country})?`,
  'uy',
);
const houseNo = `\\d{1,5}(?: ?[A-Za-z](?![${low}]))?(?: ?[-/–] ?\\d{1,5}[A-Za-z]?)?`;
const lead = `(?:(?:${unit}|Flat [A-Z\\d]{1,4}|c/o ${place}|${cap}(?: ${cap}){0,2} (?:House|Cottage|Court|Building|Tower|Apartments|Apts|Mill|Lodge))(?:, ?| ?\\n| ))?`;

const english =
  'Street|St|Str|Avenue|Ave|Av|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Square|Sq|Terrace|Tce|Ter|Close|Cl|Crescent|Cres|Gardens|Gdns|Grove|Gr|Hill|Mews|Row|Walk|Parade|Pde|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Trail|Trl|Loop|Quay|Wharf|Broadway|Green|Park|Rise|View|Vale|Esplanade|Turnpike|Pike|Nagar|Marg|Layout|Alley|Gate|Bypass|Embankment';
const german =
  '(?:straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|graben|steig|pfad|stieg|markt|berg|hof|wall|brücke|kamp|bogen|zeile)';
const others =
  '(?:straat|laan|gracht|plein|kade|dijk|singel|steeg|gatan|vägen|gränd|gata|vej|gade|veien|vegen|katu|tie|stræde|utca)';
const french =
  '(?:rue|avenue|av\\.?|boulevard|bd\\.?|bld|place|pl\\.|allée|allées|chemin|impasse|quai|route|cours|square|passage|faubourg|sentier|villa|rond-point|esplanade|ruelle|montée|voie|lotissement)';
const roman =
  '(?:Calle|C/|C\\.|Avenida|Avda\\.?|Av\\.?|Plaza|Pza\\.?|Paseo|Pº|Carrer|Ronda|Camino|Rua|R\\.|Travessa|Alameda|Praça|Largo|Estrada|Rodovia|Via|V\\.le|Viale|Piazza|P\\.za|Corso|C\\.so|Vicolo|Largo|Strada|ul\\.|Ul\\.|ulica|al\\.|Al\\.|aleja|pl\\.|os\\.|Aleje|Calea|Bulevardul)';

const edge = `(?<![${low}\\d./#-])`;
const eastern: ReadonlySet<RegExp> = new Set([
  /〒 ?\d{3}-\d{4}(?:[ \n]?[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\d０-９ 、-]{2,60})?/gu,
  /(?<![\p{L}])[\p{sc=Han}]{2,3}[都道府県][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{1,20}[市区町村郡][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\d丁目番地号-]{1,30}/gu,
]);
const streets: readonly RegExp[] = [
  // 12 Oak Street, Dover, DE 19901
  new RegExp(
    `${edge}${lead}${houseNo},? (?:[NSEW]{1,2}\\.? |North |South |East |West |Upper |Lower |Old |Great |Little )?(?:${cap} ){0,3}(?:${english})(?![${low}])\\.?(?: [NSEW]{1,2}\\b(?!\\.[${low}]))?`,
    'gu',
  ),
  // 150 Kingsway, Winnipeg, MB R3M 0G3: a code says it without a word for the street
  new RegExp(
    `${edge}${lead}${houseNo},? ${place}, ${place},? (?:${state} )?(?:${ukCode}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|[A-Z]\\d[\\dW] ?[A-Z\\d]{4}|(?<=[A-Z]{2} )\\d{5}(?:-\\d{4})?)(?![${low}\\d])`,
    'gu',
  ),
  // 1600 Broadway, 5 The Green: no word before the kind of street
  new RegExp(`${edge}${lead}${houseNo} (?:Broadway|The ${cap})`, 'gu'),
  // Lindenweg 3, 80331 München; Lange Straße 12; Keizersgracht 12, 1015 CJ Amsterdam
  new RegExp(
    `${edge}(?:${cap} ){0,3}[${up}]?[${low}.-]{0,24}(?:(?<=[${low}])(?:${german}|${others})|(?<= )(?:Straße|Strasse|Str\\.|Weg|Platz|Allee|Gasse|Ring|Damm|Ufer|Markt|Straat|Laan|Plein)) ${houseNo}(?! ?(?:%|Uhr|times))`,
    'gu',
  ),
  // 12 rue de la Paix, 75002 Paris
  new RegExp(
    `${edge}${lead}\\d{1,4}(?: ?(?:bis|ter|quater|[A-D]))?,? ${french} (?:(?:${small}|[${low}]'|d'|l'|[${low}][${low}'’-]{0,24})[ ]?){1,6}?(?:${sep}(?:F-)?\\d{5} ${place})(?: cedex(?: \\d{1,2})?)?(?:${sep}${country})?`,
    'giu',
  ),
  new RegExp(
    `${edge}\\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:${french}|Rue|Avenue|Boulevard|Bd\\.?|Place|Allée|Chemin|Impasse|Quai|Route|Cours|Square|Passage|Ruelle) (?:${small} |d'|l'){0,3}${place}`,
    'gu',
  ),
  // Calle Mayor 5, 28013 Madrid; Via Roma, 12; ul. Długa 5/3, 00-238 Warszawa
  new RegExp(
    `${edge}${roman} ?(?:(?:${small}|${cap}) ?){1,5},? ?(?:n[.ºo°]{1,2} ?|nº ?|número )?${houseNo}(?:, ?\\d{1,2}[º°ª](?: ?[A-Z]|-[A-Z])?)?`,
    'gu',
  ),
  // Unter den Linden 77, 10117 Berlin: a number, a code and a town say it without a word for the street
  new RegExp(
    `${edge}(?:(?:c/o )?${place} (?:(?:gate|gata|vei|veg|vej|plads|gatan|väg|allé|náměstí|ulice|třída|utca|út|tér|ulica|trg|sokak|caddesi) )?)${houseNo}${sep}(?:[A-Z]{1,2}-)?(?:\\d{5}|\\d{4}(?: [A-Z]{2})?|\\d{2}-\\d{3}|\\d{3} \\d{2}) ${place}(?:${sep}${country})?`,
    'gu',
  ),
  // P.O. Box 12, Springfield, IL 62704; Postfach 10 01 02, 50441 Köln
  new RegExp(
    `${edge}(?:P\\.? ?O\\.? ?Box|PO Box|Postfach|BP|Apartado|Casella Postale|Postbus|GPO Box|Private Bag|Locked Bag) ?[A-Z]{0,2}\\d[\\d ]{0,8}(?<=\\d)`,
    'gu',
  ),
  // 2-11-3 Meguro, Tokyo 153-0063; 〒153-0063 and in Japanese
  new RegExp(`${edge}\\d{1,3}(?:-\\d{1,3}){1,3},? ${place}(?:, ${place}){0,3},? \\d{3}-\\d{4}(?!\\d)`, 'gu'),
  ...eastern,
  // MG Road 14, Bengaluru 560001
  new RegExp(`${edge}${place} (?:${english}) \\d{1,4}[A-Z]?(?:${sep}${place}){1,2}${sep}${code}`, 'gu'),
  // Towns in India and Canada after a building and a locality
  new RegExp(
    `${edge}(?:(?:No\\.? ?|#|H\\.? ?No\\.? ?|Plot(?: No\\.?)? |Door No\\.? |Flat(?: No\\.?)? |House(?: No\\.?)? ?)?\\d{1,4}[A-Z]?(?:[-/]\\d{1,4}[A-Z]?)?,? )(?:(?:(?:Sector|Phase|Block|Ward|Stage|Lane) \\d{1,3}[A-Z]?|(?:\\d{1,2}(?:st|nd|rd|th) )?${place}), ){1,4}${place}[ ,-]{1,3}\\d{3} ?\\d{3}(?!\\d)`,
    'gu',
  ),
];
const codeInWords =
  /(?<![\p{L}])(?:postcode|post code|postal code|zip|zip code|postleitzahl|plz|code postal|código postal)(?: (?:is|was|ist|est|es))?[:= ]{1,3}([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{5}(?:-\d{4})?)(?![\p{L}\d])/giu;

/** Addresses that a letter would reach. */
export function findAddresses(text: string): Span[] {
  const isEastern = /[\u3000-\u9fff]/.test(text);
  return [
    ...streets.flatMap((street) => (isEastern || !eastern.has(street) ? inFull(text, street) : [])),
    ...spansOf(text, codeInWords, 'address'),
  ];
}

function inFull(text: string, street: RegExp): Span[] {
  return matchesIn(text, street).flatMap(({ index, 0: found }): Span[] => {
    tail.lastIndex = index + found.length;
    const address = found + (tail.exec(text)?.[0] ?? '');
    return isAddress(address) ? [{ start: index, end: index + address.length, kind: 'address' }] : [];
  });
}

/** "3 Main Street" is one without a town; "2 Way" and "100 Park" are not. */
function isAddress(value: string): boolean {
  if (
    /^\d{1,5},? (?:Step|Factor|Day|Week|Month|Year|Minute|Hour|Point|Part|Page|User|Item|Core|Gb|GB|TB|MB|Star|Bit|Speed|Seat|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/.test(
      value,
    )
  )
    return false;
  if (
    /^\d{1,5}(?: ?[ap]m)? (?:Way|Drive|Place|Row|Loop|Circle|Court|Park|Hill|View|Gate|Close|Square|Green|Walk|Trail|Rise|Pl|Dr|Ct|St|Cl|Gr)\b/.test(
      value,
    )
  )
    return /\d[A-Z\d]*$|[A-Z]{2} \d/.test(value.slice(6));
  if (
    /^\d{1,5},? (?:Street|Road|Lane|Avenue|Terrace|Mews|Quay|Alley|Gardens|Boulevard|Parade|Wharf)$/.test(
      value,
    )
  )
    return false;
  return !/^(?:19|20)\d{2} (?:Q\d|\p{Lu}\p{Ll}+ (?:Drive|View|Close|Way))$/u.test(value);
}
