/**
 * The block at the end of a Markdown file that makes it re-openable: a fenced code block, because that survives GitHub,
 * GitLab, Obsidian, Confluence and Notion, where comments, folded HTML and unused definitions do not. It is one long
 * line, which those show as a box of one row.
 *
 *     ```debrief-record
 *     1 <SHA-256 of the text before> <SHA-256 of the data> <length of the JSON in bytes>
 *     <deflated JSON in base64>
 *     ```
 */
import { deflateSync, Inflate } from 'fflate';
import { fromBase64, toBase64 } from '../base64';
import { sha256 } from '../sha256';

export const BLOCK_VERSION = '1';
const INFO = 'debrief-record';
/** The record of a ticket of 10,000 short events is 6 MB of JSON and 0.4 MB packed. */
export const LONGEST_FILE = 24_000_000;
export const LONGEST_DATA = 64_000_000;
const PIECE = 16_384;

export interface FoundBlock {
  json: string;
  /** Whether the text around the block is another than the one it was written for. */
  changed: boolean;
}

/** The text, then the block. */
export function withBlock(markdown: string, json: string): string {
  const bytes = new TextEncoder().encode(json);
  const data = toBase64(deflateSync(bytes, { level: 9, mem: 8 }));
  const body = markdown.endsWith('\n') ? markdown : `${markdown}\n`;
  const head = [BLOCK_VERSION, sha256(comparable(body)), sha256(data), bytes.length].join(' ');
  return `${body}\n\`\`\`${INFO}\n${head}\n${data}\n\`\`\`\n`;
}

export type BlockFault = 'too_large' | 'none' | 'other_version' | 'damaged';

/** The last block of the file, whatever was written around it. Never throws. */
export function findBlock(file: string): FoundBlock | BlockFault {
  if (file.length > LONGEST_FILE) return 'too_large';
  const text = file.replace(/\r\n?/g, '\n');
  const place = blockPlace(text);
  if (!place) return 'none';
  const [version, textHash, dataHash, length, ...rest] = place.body.split(/\s+/).filter(Boolean);
  if (version !== BLOCK_VERSION) return /^\d+$/.test(version ?? '') ? 'other_version' : 'damaged';
  const data = rest.join('');
  if (sha256(data) !== dataHash) return 'damaged';
  const size = Number(length);
  if (!Number.isSafeInteger(size) || size < 0) return 'damaged';
  if (size > LONGEST_DATA) return 'too_large';
  const json = inflated(data, size);
  if (json === undefined) return 'damaged';
  const around = text.slice(0, place.start) + text.slice(place.end);
  return { json, changed: sha256(comparable(around)) !== textHash };
}

/** Found by looking for strings, because one expression over a file of megabytes could be kept busy by it. */
function blockPlace(text: string): { start: number; end: number; body: string } | undefined {
  const opening = `\`\`\`${INFO}`;
  for (
    let at = text.lastIndexOf(opening);
    at !== -1;
    at = at === 0 ? -1 : text.lastIndexOf(opening, at - 1)
  ) {
    const lineStart = text.lastIndexOf('\n', at) + 1;
    const from = text.indexOf('\n', at);
    if (from === -1 || text.slice(at + opening.length, from).trim() !== '') continue;
    if (!/^[`\s>]*$/.test(text.slice(lineStart, at))) continue;
    const close = text.indexOf('```', from);
    const bodyEnd = close === -1 ? text.length : close;
    const lineEnd = text.indexOf('\n', bodyEnd);
    return {
      start: lineStart,
      end: lineEnd === -1 ? text.length : lineEnd + 1,
      body: text.slice(from, bodyEnd),
    };
  }
  return undefined;
}

/** What editors and version control change by themselves is no change: line ends, white space at the end of lines. */
function comparable(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** Undefined where it is not what was promised; stops as soon as there is more. */
function inflated(data: string, size: number): string | undefined {
  try {
    const packed = fromBase64(data);
    if (!packed) return undefined;
    const whole = new Uint8Array(size);
    let filled = 0;
    const inflate = new Inflate((part) => {
      whole.set(part, filled);
      filled += part.length;
    });
    for (let at = 0; at < packed.length || at === 0; at += PIECE)
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    return filled === size ? new TextDecoder('utf-8', { fatal: true }).decode(whole) : undefined;
  } catch {
    // Not deflated, longer than promised or no UTF-8: the file is damaged or made up.
    return undefined;
  }
}
