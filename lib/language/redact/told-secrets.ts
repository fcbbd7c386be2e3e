/** Secrets that a sentence tells without calling them a password: codes, answers to security questions, phrases. */
import { matchesIn, spansOf } from './context';
import { notPasswords } from './not-passwords';
import { linesWith } from './starts';
import type { Span } from './types';

export function findToldSecrets(text: string): Span[] {
  return linesWith(
    text,
    /code|otp|pin|pass|phrase|words|maiden|memorable|answer|first pet|kennwort|mot de|contrase|fi key/gi,
  ).flatMap(({ from, line }) =>
    [
      ...quotedPhrases(line),
      ...[toldCode, doorCode, leadingCode, usedCode, answers, seed].flatMap((pattern) =>
        spansOf(line, pattern, 'password'),
      ),
      ...codeLists(line),
    ].map((span) => ({ ...span, start: span.start + from, end: span.end + from })),
  );
}

/** "the passphrase is “correct horse battery staple”" */
const phrase =
  /(?<![\p{L}\p{N}])(?:passwords?|passphrase|pass phrase|passcode|passwort|kennwort|mot de passe|contraseña|wi-?fi key)(?![\p{L}])[^\n"“„«.]{0,40}?(?: is| was| to| ist| est| es|[:=]) ?["“„«]([^"“”„«»\n]{4,64})["”“»]/giu;

function quotedPhrases(line: string): Span[] {
  return spansOf(line, phrase, 'password', (value) => {
    const words = value.toLowerCase().split(/\s+/);
    return (
      words.length > 1 &&
      words.length < 9 &&
      !/[.!?]$/.test(value) &&
      words.filter((word) => notPasswords.has(word)).length < 2
    );
  });
}

/** "Your code is 483920", "884213 is your code", "use code 993104 to log in". */
const toldCode =
  /(?<![\p{L}])(?:your|my|his|her|the|this) (?:new |temporary |one-time )?code(?: is| was|:) {0,2}["']?(\d{3}[ -]\d{3}|\d{4,8})(?![\d\p{L}]| (?:lines?|chars?|characters?|bytes?|words?|rows?|times|kb|mb)(?![\p{L}]))/giu;
const doorCode =
  /(?<![\p{L}])(?:(?:codes?|pin) (?:for|to|of|on) (?:the |our |my |his |her )?(?:\p{L}+ ){0,2}?(?:door|gate|alarm|safe|building|lockbox|garage|entrance|lift|elevator|locker|bike|office|flat|house|card|phone|app)(?: is| was|:)|(?:\d|four|five|six|eight)[- ]digit (?:\p{L}+ )?code(?: is| was| of|:)?) {0,2}["']?([#*]?\d{3}[ -]\d{3}[#*]?|[#*]?\d{4,8}[#*]?)(?![\d\p{L}])/giu;
const leadingCode =
  /(?<![\p{L}\d.-])(?:[A-Z]-)?(\d{3}[ -]\d{3}|\d{4,8}) is (?:your|my|the) (?:[\p{L}-]+ ){0,3}?(?:code|otp|pin|passcode|password)(?![\p{L}])/giu;
const usedCode =
  /(?<![\p{L}])(?:use|enter|typed?|entered|used|with)(?: the| this)? code (\d{3}[ -]\d{3}|\d{4,8})(?= (?:to|and|when|on|at|for|before|within)(?![\p{L}]))/giu;
const answers =
  /(?<![\p{L}])(?:(?:security|secret|recovery) (?:question )?answer|answer to (?:my|the|her|his|their) (?:security|secret) question|(?:mother'?s? )?maiden name|memorable (?:word|name|place|date)|(?:name of )?(?:my |her |his )?first pet(?:'s name)?)(?: (?:is|was|ist)| ?[:=]) ?["'“]?([\p{L}\d][\p{L}\d'-]{2,30})/giu;
/** The words that open a wallet. */
const seed =
  /(?<![\p{L}])(?:seed|recovery|mnemonic|backup) (?:phrase|words)(?: is| are| was| were| ?[:=])? ?["“]?((?:[a-z]{3,8} ){11,23}[a-z]{3,8})/giu;
const listed =
  /(?<![\p{L}])(?:recovery|backup|scratch|rescue|one-time|emergency) (?:pass)?codes?(?: are| were| is|:)? {0,2}((?:[A-Za-z0-9]{4,6}-[A-Za-z0-9]{4,6}|\d{6,10})(?:[ ,;/]{1,3}(?:and )?(?:[A-Za-z0-9]{4,6}-[A-Za-z0-9]{4,6}|\d{6,10})){0,15})/giu;

function codeLists(line: string): Span[] {
  return matchesIn(line, listed).flatMap((match) => {
    const list = match[1] ?? '';
    const from = match.index + match[0].length - list.length;
    return matchesIn(list, /[A-Za-z0-9]{4,6}-[A-Za-z0-9]{4,6}|\d{6,10}/g)
      .filter(({ 0: code }) => /\d/.test(code))
      .map(
        ({ index, 0: code }): Span => ({
          start: from + index,
          end: from + index + code.length,
          kind: 'password',
        }),
      );
  });
}
