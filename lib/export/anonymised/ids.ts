/**
 * Ids and addresses with their shape kept and their numbers replaced: the same number becomes the same number
 * everywhere, so that what points at one another still does.
 */
import { isAddressWord, isIdWord } from './known-words';

/** Four digits at least, so that a new number is never one of the small ones that are kept. */
const FIRST = 1_001;

export class Ids {
  private readonly given = new Map<string, string>();
  private readonly home: string | undefined;

  /** `home` is any address of the helpdesk. */
  constructor(home: string) {
    this.home = originOf(home);
  }

  number(original: string): string {
    const before = this.given.get(original);
    if (before !== undefined) return before;
    const made = String(FIRST + this.given.size);
    this.given.set(original, made);
    return made;
  }

  /** Never two ids into one. One that holds anything but known words, numbers and signs loses its shape. */
  id(text: string): string {
    const tokens = text.match(/[A-Za-z]+|\d+|[^A-Za-z\d]/g) ?? [];
    const isPlain = tokens.every((token) => /^\d|^[:/#~+_.-]$/.test(token) || isIdWord(token));
    if (!isPlain) return `opaque:${this.number(`opaque ${text}`)}`;
    return tokens.map((token) => (/^\d/.test(token) ? this.number(token) : token)).join('');
  }

  /** `${policy}/${metric}/${cycle}`: the count of cycles stays. */
  instance(text: string): string {
    return text
      .split('/')
      .map((part) => (/^\d{1,3}$/.test(part) ? part : this.id(part)))
      .join('/');
  }

  /** A ticket's key; some are addresses in another system. */
  key(text: string): string {
    return originOf(text) === undefined ? this.id(text) : this.address(text);
  }

  address(text: string): string {
    if (!URL.canParse(text)) return 'https://helpdesk.example';
    const url = new URL(text);
    const scheme = url.protocol === 'http:' ? 'http:' : 'https:';
    const host = url.origin === this.home ? 'helpdesk.example' : 'elsewhere.example';
    const path = url.pathname === '/' && !text.endsWith('/') ? '' : this.path(url.pathname);
    const anchor = url.hash ? `#${this.addressPart(url.hash.slice(1))}` : '';
    return `${scheme}//${host}${path}${this.query(url.searchParams)}${anchor}`;
  }

  /** Without its host. */
  endpoint(text: string): string {
    const url = new URL(text, 'https://helpdesk.example');
    return `${this.path(url.pathname)}${this.query(url.searchParams)}`;
  }

  private path(path: string): string {
    return path
      .split('/')
      .map((part) => this.addressPart(part))
      .join('/');
  }

  private query(query: URLSearchParams): string {
    const told = [...query]
      .filter(([name]) => /^[a-z]+$/i.test(name) && isAddressWord(name))
      .map(([name, value]) => `${name}=${this.addressPart(value)}`);
    return told.length > 0 ? `?${told.join('&')}` : '';
  }

  private addressPart(part: string): string {
    // The version of an interface is no number of a ticket.
    if (/^(v\d|\d\.\d)$/.test(part)) return part;
    const tokens = part.match(/[A-Za-z]+|\d+|[^A-Za-z\d]/g) ?? [];
    return tokens.every((token) => /^\d|^[-_.,]$/.test(token) || isAddressWord(token))
      ? tokens.map((token) => (/^\d/.test(token) ? this.number(token) : token)).join('')
      : 'x';
  }
}

function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}
