import { before, matchesIn } from './context';
import { notPasswords } from './not-passwords';
import { beginnings, linesWith, matchesAt, type Starts } from './starts';
import type { Span } from './types';

const words =
  'passwords?|passwd|passwrd|pasword|passord|passwort|passwort|kennwort|passcode|passphrase|pass phrase|pass|pwd|pword|pw|psw|pin|pin code|wifi key|wi-fi key|mot de passe|mdp|code secret|contraseña|clave|senha|wachtwoord|hasło|parola|salasana|lösenord|adgangskode|passord|heslo|jelszó|パスワード|暗証番号|密码';
const codeWords =
  '(?:verification|one[- ]time|otp|2fa|mfa|two[- ]factor|auth(?:entication|enticator)?|sms|login|log-?in|sign-?in|security|backup|recovery|access|door|gate|alarm|entry|unlock|confirmation sms|tan|totp|voicemail|safe|lock|lockbox|lock box|key ?box|key ?safe|keypad|entrance|garage|building|intercom|elevator|lift|sim) (?:pass)?(?:codes?|pin|number)|puk(?: code)?|otp|totp|passcode|tan|bestätigungscode|code de vérification|código de verificación';

const trigger = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words}|${codeWords})(?![\\p{L}\\p{N}_])`, 'iuy');
const triggersBegin = beginnings(
  words,
  'verification|one|otp|2fa|mfa|two|auth|sms|login|log|sign|security|backup|recovery|access|door|gate|alarm|entry|unlock|confirmation|tan|totp|voicemail|lock|safe|key|entrance|garage|building|intercom|elevator|lift|sim|puk|passcode|bestätigungscode|code|código',
);
/** "adminPassword": behind a letter, where no word begins. */
const inWord = /(?<=_|[a-z])(?:password|passwd|pass|pwd)(?![\p{L}\p{N}])/iuy;
const MOST_BETWEEN = 64;

/** Passwords, PINs and one-time codes, said in a sentence, set in a file or written into an address. */
export function findPasswords(starts: Starts): Span[] {
  const { text } = starts;
  const spans: Span[] = [];
  for (const { index, 0: word } of [...matchesAt(starts, trigger, triggersBegin), ...wordsInWords(text)]) {
    const from = index + word.length;
    const isPlace =
      /[?&/#]$|--?$/.test(text.slice(Math.max(0, index - 2), index)) &&
      text.charAt(from) !== '=' &&
      text.charAt(from) !== ' ';
    const value = isPlace
      ? undefined
      : valueAfter(text.slice(from, from + MOST_BETWEEN + 96), word.toLowerCase());
    if (value)
      spans.push({ start: from + value.at, end: from + value.at + value.text.length, kind: 'password' });
  }
  for (const { from, line } of linesWith(text, /pass|pw|pin/gi))
    for (const match of matchesIn(line, said)) {
      const value = bare(match[1] ?? '');
      const start = from + match.index + match[0].indexOf(match[1] ?? '');
      if (isStrong(value)) spans.push({ start, end: start + value.length, kind: 'password' });
    }
  return [...spans, ...inAddresses(text), ...inPairs(text)];
}

function* wordsInWords(text: string): Generator<RegExpExecArray> {
  for (const { index } of matchesIn(text, /pass|pwd/gi)) {
    inWord.lastIndex = index;
    const match = inWord.exec(text);
    if (match) yield match;
  }
}

/** "use hunter2 as the password", "set it to …" where a password is the subject. */
const said =
  /(?<!\S)["'`“‘]?(\S{4,64}?)["'`”’]? (?:as|(?:is|was|for) (?:the|my|your|our|a|his|her|their|new|temp|temporary|current|old)|as (?:the|my|your|our|a|his|her|their|new|temp|temporary|current|old))(?: (?:new|temp|temporary|current|old|initial|admin|wifi|login))? (?:password|passcode|pw|pin|pass)(?![\p{L}\p{N}])/giu;

interface Value {
  at: number;
  text: string;
}

const opening = '["\'`“”‘„«<(\\[*]{0,3}';
const direct = new RegExp(
  `^["'\`]?\\)?(?:\\s?(?::=|=>|->|→|[:=>])\\s{0,3}|\\s?[-–]\\s)(${opening})(\\S{3,96})`,
  'u',
);
const gapped = new RegExp(
  `^(?:'s|’s)?(?: ?\\([^)\\n]{0,40}\\))?(?: (?!is |was |ist )[^\\s:=.;,!?]{1,40}(?:\\.[^\\s:=;,!?]{1,40})?){0,7}?(?: ?(?:[:=]|->|=>|→) ?|[^.\\n:=]{0,30}[,;-] (?:it['’]?s|it is|it was|that['’]?s|which is|namely|er ist|sie lautet|c['’]est) | (?:is|was|ist|lautet|est|es|è|é|to|as|are|jest|är|er|will be|would be|should be) |(?<=s) |は)(?:(?:now|still|currently|just|set to|simply|actually|probably|either|again|as follows|the following|exactly|literally)[: ] ?){0,2}(${opening})(\\S{3,96})`,
  'u',
);
const plain = new RegExp(`^(?: code| no\\.?| number)? (${opening})(\\S{3,96})`, 'u');

function valueAfter(rest: string, word: string): Value | undefined {
  const line = rest.split('\n', 1)[0] ?? '';
  if (!/pin|code|otp|tan|puk|number|暗証番号/.test(word)) return passwordAfter(line, word);
  return codeAfter(line) ?? (word.startsWith('passcode') ? passwordAfter(line, word) : undefined);
}

function codeAfter(line: string): Value | undefined {
  const set = direct.exec(line);
  if (set) return codeOf(valueIn(set), line);
  const quick = plain.exec(line);
  const code = quick && codeOf(valueIn(quick), line);
  if (code && !isWord(code.text)) return code;
  const match = gapped.exec(line);
  return match ? codeOf(valueIn(match), line) : undefined;
}

function passwordAfter(line: string, word: string): Value | undefined {
  const set = direct.exec(line);
  const first = set && valueIn(set);
  if (first && isSet(first.text, word)) return first;
  const quick = set ? null : plain.exec(line);
  const next = quick && valueIn(quick);
  if (quick && next && (isStrong(next.text) || isQuoted(quick)) && !isWord(next.text)) return next;
  return sentenceValue(line) ?? appositionOf(line);
}

/** "The password you gave me, Tr4m-Stop-88, works …" */
function appositionOf(line: string): Value | undefined {
  const match = apposed.exec(line);
  const text = bare(match?.[2] ?? '');
  if (!match || !isStrong(text)) return undefined;
  return { at: (match[1] ?? '').length, text };
}

const apposed =
  /^((?: [\p{L}'’-]{1,20}){0,7}[,;] ["'`“]?|(?: [\p{L}'’-]{1,20}){0,7} \(["'`“]?)([^\s,;]{6,64}?)["'`”]?[,;)]/u;

const MOST_LINKS = 4;

/** "… on that box is kl0ster": past the first words that could lead to the value, but do not. */
function sentenceValue(line: string): Value | undefined {
  let from = 0;
  for (let link = 0; link < MOST_LINKS; link++) {
    const match = gapped.exec(line.slice(from));
    if (!match) return undefined;
    const { at, text } = valueIn(match);
    const value = { at: from + at, text };
    if (isStrong(text) || isQuoted(match)) return isWord(text) ? undefined : value;
    const isNear = link === 0 && shortLink.test(match[0].slice(0, at));
    if (isNear && isLoneWord(text, line.slice(from + at + text.length))) return value;
    from += at - 1;
  }
  return undefined;
}

const shortLink =
  /^(?:'s|’s)?(?: (?:for|to|of|on|at|in) (?:the |my |your |our |this )?[\p{L}\d.@-]+){0,1}(?: ?[:=]| (?:is|was|ist|lautet|est|es|è|é|jest|är|will be))? ?(?:(?:now|still|currently|just) )?["'`“‘„«<([*]{0,3}$/u;

function isQuoted(match: RegExpExecArray): boolean {
  return /["'`“”‘„«]/.test(match[1] ?? '') && /["'`“”’»]/.test(match[2] ?? '') && !/\s/.test(match[2] ?? '');
}

function valueIn(match: RegExpExecArray): Value {
  const raw = match[2] ?? '';
  return { at: match[0].length - raw.length, text: bare(raw) };
}

/** A password may well end in `!` or `?`; a full stop or a bracket more often ends the sentence. */
function bare(raw: string): string {
  return raw
    .replace(/<\/.*$/, '')
    .replace(/["'`”’»][.,;:!?)\]*]*$/, '')
    .replace(/[.,;:)\]>*]+$/, '');
}

/** Digits, in one or two groups, or letters with digits; `#` is a key on the pad. */
function codeOf({ at }: Value, line: string): Value | undefined {
  // The sign was taken for the mark of something set in bold.
  const from = at > 0 && /[#*]/.test(line.charAt(at - 1)) && line.charAt(at - 2) !== '*' ? at - 1 : at;
  const text =
    /^[#*]?(?:\d{3}[- ]\d{3}(?!\d)|\d{4} \d{4}(?!\d)|\d{2}-\d{2}-\d{2}(?!\d)|[A-Z0-9]{0,3}-?\d{4,10}|[A-Z0-9]{4,5}(?:-[A-Z0-9]{4,5}){1,4}|(?=[a-z0-9-]{0,24}\d)[a-z0-9]{4,5}(?:-[a-z0-9]{4,5}){1,4}|(?=\w{0,9}\d)[A-Za-z0-9]{5,10})[#*]?(?!\w|\.\d)/.exec(
      line.slice(from),
    )?.[0];
  return text && /\d/.test(text) ? { at: from, text } : undefined;
}

/** Set with a sign: nearly anything is the password, but not a place to look at, and not nothing. */
function isSet(value: string, word: string): boolean {
  if (value.length < 3 || isWord(value) || /^(?:https?:|\*+$|[x•.…_-]+$|\[|<|\$\{|\{\{|%[a-z])/i.test(value))
    return false;
  return /^p/.test(word) || isStrong(value) || /^\p{Lu}?\p{Ll}{3,}$/u.test(value);
}

/** No word: a digit or a sign among letters, or capitals where no sentence has them. */
function isStrong(value: string): boolean {
  if (value.length < 4 || /^(?:https?:|[\w.+-]+@[\w-]+(?:\.[\w-]+)+$)/i.test(value) || isWord(value))
    return false;
  if (/^[\d.,:/-]+(?:am|pm|h|ms|s|x|%|st|nd|rd|th)?$/i.test(value)) return false;
  if (
    /^[A-Z]{2,6}-\d{1,6}$/.test(value) ||
    /^#\d+|^\d+(?:-[a-z]+)+$|^(?:sha|aes|md|sso|oauth|2fa|mfa|v|win|u2f|fido|kb|tls|ipv|utf|rfc|iso|bcrypt|pbkdf|argon|365|o365|office|windows|ios|http|error)-?\d*[a-z]*[.\d]*$/i.test(
      value,
    )
  )
    return false;
  const hasLetter = /\p{L}/u.test(value);
  if (/\d/.test(value) && hasLetter) return true;
  if (/[!@#$%^&*_+=~]/.test(value.slice(1, -1)) && hasLetter) return true;
  if (hasLetter && /[!@#$%^&*]$/.test(value) && /\p{Lu}/u.test(value)) return true;
  return (
    /\p{Ll}\p{Lu}/u.test(value) &&
    !/^(?:[\p{Lu}]?\p{Ll}+[A-Z]{1,3}s?|LastPass|OnePassword|BitLocker|GitHub|GitLab|YouTube|PayPal|iCloud|LinkedIn|JavaScript|KeePass|WordPress|SharePoint|PowerShell|NetSuite|OneDrive|QuickBooks|HubSpot|DocuSign)$/u.test(
      value,
    )
  );
}

/** "password is swordfish." A word on its own, and the clause ends with it. */
function isLoneWord(value: string, rest: string): boolean {
  return (
    /^[\p{L}]{4,24}$/u.test(value) &&
    /^["'`”’]?(?:[.,;!)]|$| (?:and|but|if|in case|thanks|thx|btw|pls|please|, )\b)/u.test(rest) &&
    !isWord(value)
  );
}

function isWord(value: string): boolean {
  const word = value.toLowerCase().replace(/[!?.,]+$/, '');
  return (
    notPasswords.has(word) ||
    (/^[a-z]+(?:ed|ing|able|ible|ly|ten|ful|less)$/.test(word) && /^[a-z]/.test(value))
  );
}

/** `curl -u name:secret`, `mysql -psecret`, `net use … /user:name secret`. */
const inCommands =
  /(?<!\S)(?:-u ?["']?[\w.@-]{1,64}:|redis-cli\b[^\n]{0,80}? -a ?["']?|(?:mongo(?:sh|dump|restore)?|mysql\w*|mariadb|psql|clickhouse-client|influx|cqlsh|rabbitmqadmin|ftp|lftp|cadaver|plink|pscp|psexec|docker login)\b[^\n]{0,80}? -(?:p|pw) ?["']?|ldap(?:search|modify|whoami)\b[^\n]{0,120}? -w ?["']?|smbclient\b[^\n]{0,80}?%|net user \S{1,40} |-passin pass:|mysql(?:dump|admin)?\b[^\n]{0,80}? -p|sshpass -p ?["']?|\/user:\S{1,64} )(\S{4,96})/g;

/** `postgres://app:secret@host`. */
function inAddresses(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index } of matchesIn(text, /:\/\//g)) {
    const rest = /^\S{1,300}/.exec(text.slice(index + 3, index + 303))?.[0] ?? '';
    const authority = rest.split(/[/?#](?=[^@]*$)/, 1)[0] ?? '';
    const colon = authority.indexOf(':');
    const at = authority.lastIndexOf('@');
    if (colon === -1 || at <= colon + 1 || /[/?"'<>]/.test(authority.slice(0, colon))) continue;
    spans.push({ start: index + 3 + colon + 1, end: index + 3 + at, kind: 'password' });
  }
  for (const match of matchesIn(text, inCommands)) {
    const value = bare(match[1] ?? '');
    const start = match.index + match[0].length - (match[1] ?? '').length;
    spans.push({ start, end: start + value.length, kind: 'password' });
  }
  return spans;
}

/** "Credentials: admin / Passw0rd!". */
const pair =
  /(?<![\p{L}])(?:credentials?|creds?|logins?|log in with|log in as|sign in with|signed in with|username|user|account|zugangsdaten|identifiants|anmeldung)(?![\p{L}])(?: (?:is|are|for [\w.-]{1,30}|with|as|to [\w.-]{1,30})){0,2}[:=]? ?["'`]?([\w.@+-]{2,64})["'`]?(?: ?[/|:;,] ?| and | - | with )["'`]?(\S{5,64})/giu;

function inPairs(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of matchesIn(text, pair)) {
    const value = bare(match[2] ?? '');
    const start = match.index + match[0].length - (match[2] ?? '').length;
    const isListed = /[:=]|credential|creds|login|log in|sign/i.test(
      match[0].slice(0, match[0].indexOf(match[1] ?? '')),
    );
    if (isListed && isStrong(value) && !/^\d/.test(before(text, start, 1)))
      spans.push({ start, end: start + value.length, kind: 'password' });
  }
  return spans;
}
