/**
 * Turns the HTML of a message into the plain text a person would have read: paragraphs, line breaks, bullets,
 * quotes and link targets stay, everything that is not shown goes. The HTML is parsed into a document without
 * a window, where nothing runs and nothing is loaded (HTML standard, `DOMParser`: scripting disabled).
 */
import { cleanText } from '../ticket/clean-text';

/** `document` is only asked for a parser, for places without a global one. */
export function htmlToText(html: string, document?: Document): string {
  const Parser = document?.defaultView?.DOMParser ?? DOMParser;
  const writer = new TextWriter();
  walk(new Parser().parseFromString(html, 'text/html').body, writer);
  return withoutLinkTokens(cleanText(writer.text())).trim();
}

/** Takes passwords, tokens and signatures out of the web addresses in a text: a capture must not hold them. */
export function withoutLinkTokens(text: string): string {
  return text.replace(/https?:\/\/[^\s<>"']+/gi, (address) =>
    address
      .replace(/^(https?:\/\/)[^/?#@]*@/i, '$1')
      .replace(/([?&#;])([^=&#;?]*)=([^&#;\s)\]]+)/g, (whole, mark: string, name: string) =>
        secretName.test(name) ? `${mark}${name}=…` : whole,
      ),
  );
}

const secretName =
  /token|secret|passw|pwd|api[-_]?key|^key$|auth(?!or)|session|^sid$|^sig$|signature|credential|^code$|otp|jwt|^hash$/i;

const invisible = new Set(
  'script style template noscript head title iframe frame object embed svg math audio video canvas select textarea'.split(
    ' ',
  ),
);
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table'.split(' '));
const lines = new Set(
  'div section article header footer main aside nav address form fieldset figure figcaption center li dt dd tr details summary'.split(
    ' ',
  ),
);

// Deeper quotes and lists are flattened, so that a hostile nesting cannot multiply the text.
const DEEPEST_PREFIX = 8;

/** Without recursion: a mail thread can nest thousands of elements. */
function walk(root: Element, writer: TextWriter): void {
  const leaving: { element: Element; leave: () => void }[] = [];
  let node: Node | null = root.firstChild;
  while (node) {
    const inside: Node | null = enter(node, writer, leaving) ? node.firstChild : null;
    if (inside) {
      node = inside;
      continue;
    }
    while (node) {
      while (leaving.at(-1)?.element === node) leaving.pop()?.leave();
      if (node.nextSibling) {
        node = node.nextSibling;
        break;
      }
      node = node.parentNode === root ? null : node.parentNode;
    }
  }
}

/** Writes what comes before a node's children; false when they are not to be read. */
function enter(node: Node, writer: TextWriter, leaving: { element: Element; leave: () => void }[]): boolean {
  if (node.nodeType === 3) writer.write(node.nodeValue ?? '');
  if (node.nodeType !== 1) return false;
  const element = node as Element; // nodeType 1
  const name = element.localName;
  if (invisible.has(name) || isHidden(element)) return false;
  if (name === 'br') writer.lineBreak();
  else if (name === 'hr') writer.block(2, () => writer.write('---'));
  else if (name === 'img') writer.write(imageText(element));
  else if (name === 'td' || name === 'th') writer.cell(element.previousElementSibling !== null);
  else {
    const leave = open(element, name, writer);
    if (leave) leaving.push({ element, leave });
  }
  return true;
}

function open(element: Element, name: string, writer: TextWriter): (() => void) | undefined {
  if (name === 'a') {
    const mark = writer.mark();
    return () => writer.write(linkTarget(element, writer.since(mark)));
  }
  const gap = name !== 'ul' && name !== 'ol' ? 2 : element.parentElement?.localName === 'li' ? 1 : 2;
  if (paragraphs.has(name)) writer.gap(gap);
  else if (lines.has(name)) writer.gap(1);
  else return undefined;
  const prefix = name === 'blockquote' ? '> ' : name === 'li' ? '  ' : '';
  if (prefix) writer.indent(prefix, name === 'li' ? bullet(element) : undefined);
  if (name === 'pre') writer.pre++;
  return () => {
    if (name === 'pre') writer.pre--;
    if (prefix) writer.outdent();
    writer.gap(paragraphs.has(name) ? gap : 1);
  };
}

function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
}

function imageText(image: Element): string {
  const alt = image.getAttribute('alt')?.trim();
  return alt ? `[${alt}]` : '';
}

function bullet(item: Element): string {
  const list = item.parentElement;
  if (list?.localName !== 'ol') return '- ';
  let place = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1;
  for (let before = item.previousElementSibling; before; before = before.previousElementSibling) place++;
  return `${place}. `;
}

/** ` (address)` where the link's text does not already say where it leads. */
function linkTarget(link: Element, text: string): string {
  const href = link.getAttribute('href')?.trim() ?? '';
  const shown = bare(text);
  if (!shown || !/^(https?:\/\/|mailto:)/i.test(href) || bare(href) === shown) return '';
  return ` (${href.replace(/\s/g, '%20')})`;
}

function bare(address: string): string {
  return address
    .trim()
    .replace(/^(https?:\/\/|mailto:)/i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

/** Collects text; gaps and spaces are owed and paid only when more text comes. */
class TextWriter {
  pre = 0;
  private out = '';
  private owedLines = 0;
  private owedSpace = false;
  private prefixes: string[] = [];
  private bullet: string | undefined;
  private lastPrefix = '';

  write(raw: string): void {
    if (this.pre > 0) {
      this.writeAsIs(raw);
      return;
    }
    const text = raw.replace(/[\s\u00A0]+/g, ' ');
    const words = text.trim();
    if (text.startsWith(' ')) this.owedSpace = true;
    if (!words) return;
    this.put(words);
    this.owedSpace = text.endsWith(' ');
  }

  lineBreak(): void {
    this.owedLines++;
    this.owedSpace = false;
  }

  gap(lineEnds: number): void {
    this.owedLines = Math.max(this.owedLines, lineEnds);
    this.owedSpace = false;
  }

  block(lineEnds: number, content: () => void): void {
    this.gap(lineEnds);
    content();
    this.gap(lineEnds);
  }

  cell(follows: boolean): void {
    if (follows && this.owedLines === 0) this.put(' |');
    this.owedSpace = true;
  }

  indent(prefix: string, bullet?: string): void {
    this.prefixes.push(prefix);
    this.bullet = bullet;
  }

  outdent(): void {
    this.prefixes.pop();
    this.bullet = undefined;
  }

  mark(): number {
    return this.out.length;
  }

  since(mark: number): string {
    return this.out.slice(mark);
  }

  text(): string {
    return this.out.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n');
  }

  private writeAsIs(raw: string): void {
    raw.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) this.owedLines++;
      this.owedSpace = false;
      if (line) this.put(line);
    });
  }

  private put(text: string): void {
    const prefix = this.prefixes.slice(0, DEEPEST_PREFIX).join('');
    if (this.out === '' || this.owedLines > 0) {
      if (this.out)
        this.out += `\n${`${common(this.lastPrefix, prefix).trimEnd()}\n`.repeat(Math.min(this.owedLines, 2) - 1)}`;
      this.out += this.bullet ? prefix.slice(0, -2) + this.bullet : prefix;
      this.lastPrefix = prefix;
      this.bullet = undefined;
    } else if (this.owedSpace) this.out += ' ';
    this.owedLines = 0;
    this.owedSpace = false;
    this.out += text;
  }
}

function common(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
