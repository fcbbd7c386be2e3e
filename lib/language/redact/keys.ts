import { after, before, matchesIn } from './context';
import { keysByShape } from './key-shapes';
import { beginnings, linesWith, matchesAt, type Starts } from './starts';
import type { Span } from './types';

const assigned =
  /(?<![\p{L}\p{N}])(?:x-)?(?:api|app|access|auth|secret|private|signing|encryption|master|license|licence|product|activation|account|shared|consumer|client|webhook|service|deploy|storage|session|refresh|id|bearer|bot|csrf|xsrf|oauth|personal access|user|device|push|reset|login|recovery|backup|subscription|write|read|admin|live|test|prod|aws|stripe|slack|github)?[ _-]?(?:access[ _-]?|api[ _-]?)?(?:key|token|secret|signature|sid|session|sessionid|credential|cookie|bearer|hmac|passphrase|authorization)(?:[ _-]?(?:id|key|token|value))?(?![\p{L}\p{N}])["'`]?\)?(?:(?: ?(?:[:=→]|=>|->|:=) ?)|(?: (?:is|was|are|now|ist|est|es|we use|i use|used|in use|value|header|below|here|ends up as|called|for [\w-]{1,24}|to use|you need)){0,4}(?:[:=,]? ))(?:bearer |basic |token )?["'`<([]{0,2}([\w.+/~=:!@#$%^&*-]{6,512})/iuy;

const assignedBegins = beginnings(
  'x',
  'api|app|access|auth|secret|private|signing|encryption|master|license|licence|product|activation|account|shared|consumer|client|webhook|service|deploy|storage|session|refresh|id|bearer|bot|csrf|xsrf|oauth|personal access|user|device|push|reset|login|recovery|backup|subscription|write|read|admin|live|test|prod|aws|stripe|slack|github',
  'key|token|secret|signature|sid|session|sessionid|credential|cookie|bearer|hmac|passphrase|authorization',
);

const inAddress =
  /[?&;#](?:[\w-]{0,24}[_-])?(?:token|access_token|id_token|refresh_token|sid|session|sessionid|session_id|phpsessid|jsessionid|auth|authkey|key|apikey|api_key|sig|signature|code|secret|password|passwd|pwd|pass|jwt|otp|invite|magic|hash|x-amz-signature|x-amz-credential|x-amz-security-token|reset|login_token|st|ticket)=([^&\s#"'<>)\]]{6,2048})/gi;

const header = /(?<![\p{L}\p{N}])(?:bearer|basic|digest)\s{1,3}["'`<]?([\w.~+/-]{8,4096}={0,2})/giu;
const cookie =
  /(?<![\p{L}\p{N}_])(?:PHPSESSID|JSESSIONID|ASP\.NET_SessionId|connect\.sid|[a-z_]{0,24}sess(?:ion)?(?:_?id)?|[a-z_]{1,24}_token)["']?[=:] ?["']?([\w.%+/-]{8,512})/giu;
const webhook =
  /(?:hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks|[\w-]{1,60}\.webhook\.office\.com\/webhookb2|api\.telegram\.org)\/([\w/:@.-]{12,255})/gi;
const keyBlock = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const keyBlockEnd = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const LONGEST_BLOCK = 20_000;
const pathSession =
  /;jsessionid=([\w.-]{6,255})|\/(?:reset|magic|invite|unsubscribe|verify|confirm|password-reset|reset-password)\/([\w.-]{16,512})/gi;
const accountKey = /(?:AccountKey|SharedAccessKey|SharedAccessSignature)=([\w+/=%&.-]{12,512})/gi;

/** Each with what a line must hold for it; a value never goes on over the end of its line. */
const inLines = [
  { pattern: inAddress, sign: /[?&;#][\w-]{0,64}=/g },
  { pattern: cookie, sign: /sess|_token|connect\.sid/gi },
  { pattern: webhook, sign: /hooks\.slack|webhook|telegram/gi },
  {
    pattern: pathSession,
    sign: /;jsessionid|\/(?:reset|magic|invite|unsubscribe|verify|confirm|password-reset)/gi,
  },
  { pattern: accountKey, sign: /accountkey|sharedaccess/gi },
];

/** Keys, tokens and session ids: by their own form, or because the words before them say so. */
export function findKeys(starts: Starts): Span[] {
  const { text } = starts;
  const spans: Span[] = [];
  const add = (start: number, length: number) => {
    const value = text.slice(start, start + length).replace(/[.,:;!?'"`)\]>-]+$/, '');
    if (value !== '') spans.push({ start, end: start + value.length, kind: 'key' });
  };
  for (const { index, value } of keysByShape(text)) if (/\d|[A-Z]/.test(value)) add(index, value.length);
  spans.push(...keyBlocks(text));
  for (const { pattern, sign } of inLines)
    for (const { from, line } of linesWith(text, sign))
      for (const match of matchesIn(line, pattern)) {
        const value = match.findLast((group, at) => at > 0 && group) ?? '';
        if (pattern !== inAddress || isSecretParameter(value, match[0]))
          add(from + match.index + match[0].length - value.length, value.length);
      }
  for (const match of matchesIn(text, header)) {
    const value = match[1] ?? '';
    const isHeader = /authorization["']?\s{0,2}[:=]/i.test(before(text, match.index, 24));
    if (isHeader || isRandom(value, 8)) add(match.index + match[0].length - value.length, value.length);
  }
  for (const match of matchesAt(starts, assigned, assignedBegins)) {
    const value = match[1] ?? '';
    const start = match.index + match[0].length - value.length;
    if (isAssigned(value, match[0].slice(0, -value.length), after(text, start + value.length)))
      add(start, value.length);
  }
  return spans;
}

/** From head to foot; one that was cut goes as far as its lines look like a key's. */
function keyBlocks(text: string): Span[] {
  const spans: Span[] = [];
  const feet = matchesIn(text, keyBlockEnd);
  let next = 0;
  for (const { index, 0: head } of matchesIn(text, keyBlock)) {
    if (index < (spans.at(-1)?.end ?? 0)) continue;
    const from = index + head.length;
    while (next < feet.length && (feet[next]?.index ?? 0) < from) next++;
    const foot = feet[next];
    const end =
      foot && foot.index - from < LONGEST_BLOCK ? foot.index + foot[0].length : from + keyLines(text, from);
    spans.push({ start: index, end, kind: 'key' });
  }
  return spans;
}

function keyLines(text: string, from: number): number {
  const rest = text.slice(from, from + LONGEST_BLOCK);
  return /^(?:(?:[\w+/=]{8,76}|\\n|\s){1,400})?/.exec(rest)?.[0].trimEnd().length ?? 0;
}

function isSecretParameter(value: string, whole: string): boolean {
  if (/^(?:true|false|null|undefined|yes|no|[a-z]+|\d{1,6})$/i.test(value)) return false;
  return !/^[?&;#](?:code|st|ticket|key|hash|reset|invite)=/i.test(whole) || isRandom(value, 10);
}

function isAssigned(value: string, words: string, rest: string): boolean {
  const bare = value.replace(/[.,:;!?)\]]+$/, '');
  // A place or a day is no key; nor is what a call refers to.
  if (/^(?:https?:|\/|\w+\(|\d{4}-\d\d-\d\d|[\w.-]+@[\w.-]+$|v?\d+(?:\.\d+)+$|#\d+$)/i.test(bare))
    return false;
  if (
    /\.(?:js|ts|py|pem|json|ya?ml|txt|pdf|csv|log|html?|php|env)$/i.test(bare) ||
    /^ ?(?:characters|chars|bytes|bits|days|hours|minutes|seconds|times)\b/i.test(rest)
  )
    return false;
  const isSet = /[:=→>]\s?["'`<([]{0,2}(?:bearer |basic |token )?$/i.test(words);
  const isSaid = /\b(?:is|was|ist|est|es|use)\b[^.]{0,12}$/i.test(words);
  return isRandom(bare, isSet || isSaid ? 6 : 10);
}

/** Nothing a person would say: letters and digits through each other, or long and of mixed case. */
export function isRandom(value: string, least: number): boolean {
  const plain = value.replace(/[^A-Za-z0-9]/g, '');
  if (plain.length < least) return false;
  const digits = plain.replace(/\D/g, '').length;
  const letters = plain.length - digits;
  if (
    /^(?:error|err|http|code|case|ticket|order|inv|req|issue|jira|bug|ops|sup|status|step|e|tls|sha|aes|rsa|hs|rs|es|oauth|v|utf|iso|page|line|row|col|option|plan|tier|level|windows|office)[-_#]?\d{1,6}[a-z]?$/i.test(
      value,
    )
  )
    return false;
  if (digits > 0 && letters > 0) return digits >= 2 || plain.length >= 12;
  if (letters === 0) return plain.length >= 12 && value.length - plain.length === 0;
  return (
    plain.length >= 16 &&
    /[a-z][A-Z]/.test(plain) &&
    /[A-Z].*[A-Z].*[A-Z].*[A-Z]/.test(plain) &&
    !/^(?:[A-Z]?[a-z]{3,}){2,}$/.test(plain)
  );
}
