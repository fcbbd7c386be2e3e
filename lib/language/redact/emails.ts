import { matchesIn } from './context';
import { linesWith } from './starts';
import type { Span } from './types';

const MOST_LOCAL = 64;
const MOST_DOMAIN = 253;

/** Around each `@`, so that long runs of anything cost no more than their length. */
export function findEmails(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: sign } of matchesIn(text, /@|%40/g)) {
    const start = localStart(text, index);
    const from = index + sign.length;
    const run = /^[\p{L}\p{N}.-]+/u.exec(text.slice(from, from + MOST_DOMAIN))?.[0] ?? '';
    const domain = run.replace(/[.-]+$/, '');
    const isCut = text.charAt(from + run.length) === '…' && run !== '';
    if (start === index || !(isCut || isDomain(domain)) || isElse(text, start, index, domain)) continue;
    spans.push({ start, end: from + (isCut ? run.length : domain.length), kind: 'email' });
  }
  for (const { from, line } of linesWith(text, /[[({ ]at[\])} ]/gi))
    for (const { index, 0: written } of matchesIn(line, spelledOut))
      spans.push({ start: from + index, end: from + index + written.length, kind: 'email' });
  return spans;
}

const spelledOut =
  /(?<![\w.+-])[\w+-]{1,40}(?:\.[\w+-]{1,40}){0,4} ?(?:[[({] ?at ?[\])}]| at ) ?[\w-]{2,40}(?: ?(?:[[({] ?dot ?[\])}]| dot ) ?[a-z]{2,12}){1,3}(?!\w)|(?<![\w.+-])[\w+-]{1,40}(?:\.[\w+-]{1,40}){0,4} ?[[({] ?at ?[\])}] ?[\w-]{2,40}(?:\.[a-z]{2,12}){1,3}(?!\w)/gi;

/** Where the part before the sign begins; the sign's own place when there is none. */
function localStart(text: string, sign: number): number {
  let start = sign;
  while (start > 0 && sign - start < MOST_LOCAL && isLocal(text, start - 1)) start--;
  while (start < sign && /[.%+'-]/.test(text.charAt(start))) start++;
  return start;
}

/** An apostrophe belongs to an address in "o'brien" only. */
function isLocal(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === "'" ? /\p{L}/u.test(text.charAt(at - 1)) : /[\p{L}\p{N}._%+-]/u.test(character);
}

function isDomain(domain: string): boolean {
  return /\.(?:\p{L}{2,24}|xn--[a-z0-9-]{2,40})$/u.test(domain) && !domain.includes('..');
}

/** `logo@2x.png`, `git@host:repo` and `user:password@host` are not addresses. */
function isElse(text: string, start: number, at: number, domain: string): boolean {
  if (/^[\dx]{1,3}\.(?:png|jpe?g|gif|svg|webp|css|js)$/i.test(domain)) return true;
  const local = text.slice(start, at);
  if (local === 'git') return true;
  const word =
    text
      .slice(Math.max(0, start - 160), start)
      .split(/\s/)
      .at(-1) ?? '';
  return /:\/\/[^/]*:[^/]*$/.test(word);
}
