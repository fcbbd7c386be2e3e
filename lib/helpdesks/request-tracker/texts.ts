/**
 * The words of the messages. RT keeps them apart from the history, as the parts of a mail; this finds the parts
 * of the messages alone, then reads the text ones many at a time.
 */
import { cleanLine, cleanText } from '../../ticket/clean-text';
import type { Message } from '../../ticket/events';
import { htmlToText, withoutLinkTokens } from '../html-text';
import { everyItem, idOf, inSlices, oneOf, type Rest, severally } from './rest';
import { count, type Fields, text } from './shape';

export interface MessageText {
  text: string;
  /** False where RT has a text that could not be read. */
  read: boolean;
  headers: string;
  attachments: Message['attachments'];
}

interface Part {
  id: number;
  transaction: number;
  mime: string;
  name: string;
  /** Undefined where RT does not say. */
  bytes: number | undefined;
  headers: string;
}

const partFields = 'fields=Filename,ContentType,ContentLength,TransactionId,Headers';
const SLICE = 100;
const MOST_BYTES = 4_000_000;

export type Texts = ReadonlyMap<number, MessageText>;

/** The words of these transactions. */
export async function readTexts(
  source: Rest,
  site: string,
  transactions: readonly number[],
  document: Document,
): Promise<Texts> {
  const query = `${partFields}&${oneOf('TransactionId', transactions)}&orderby=id`;
  const found = await everyItem(source, 'attachments', query).catch(source.without('texts'));
  const parts = (found?.items ?? []).map(asPart);
  const isWhole = found !== undefined && found.cut === undefined;
  const own = new Map(transactions.map((id) => [id, parts.filter((part) => part.transaction === id)]));
  const bodies = new Map([...own].map(([id, all]) => [id, bodyParts(all)]));
  const contents = await readContents(source, [...bodies.values()].flat());
  return new Map(
    [...own].map(([id, all]) => {
      const message = assemble(site, id, all, bodies.get(id) ?? [], contents, document);
      return [id, { ...message, read: message.read && isWhole }];
    }),
  );
}

function asPart(item: Fields): Part {
  return {
    id: idOf(item),
    transaction: Number(text(item.TransactionId)),
    mime: text(item.ContentType).toLowerCase(),
    name: cleanLine(text(item.Filename)),
    bytes: count(item.ContentLength),
    headers: text(item.Headers),
  };
}

/**
 * The parts a person reads in place. Which part holds which is not told (asking for `Parent` makes RT 5.0.3 fail),
 * but alternatives come plain first (RFC 2046 §5.1.4): an HTML part right after a plain one is its twin. Any other
 * text, such as a footer that a mailing list added, is read as well.
 */
function bodyParts(parts: readonly Part[]): Part[] {
  let twins = parts.filter((part) => part.mime === 'multipart/alternative').length;
  const bodies: Part[] = [];
  for (const part of parts.filter((candidate) => isReadable(candidate) && candidate.bytes !== 0)) {
    const before = bodies.at(-1);
    if (part.mime === 'text/html' && before?.mime === 'text/plain' && twins > 0) twins--;
    else bodies.push(part);
  }
  return bodies;
}

function isReadable(part: Part): boolean {
  return (
    /^text\/(plain|html)$/.test(part.mime) &&
    !part.name &&
    !/^content-disposition:\s*attachment/im.test(part.headers)
  );
}

async function readContents(source: Rest, parts: readonly Part[]): Promise<Map<number, string>> {
  const contents = new Map<number, string>();
  const ids = parts.filter((part) => (part.bytes ?? 0) <= MOST_BYTES).map((part) => part.id);
  await severally(inSlices(ids, SLICE), async (slice) => {
    const query = `fields=Content&${oneOf('id', slice)}`;
    const found = await everyItem(source, 'attachments', query).catch(source.without('texts'));
    for (const item of found?.items ?? [])
      if (typeof item.Content === 'string') contents.set(idOf(item), item.Content);
  });
  // One by one what the search did not give: an RT that cannot search like this still knows each part.
  await severally(ids, async (id) => {
    if (contents.has(id)) return;
    const content = fromBase64((await source.find(`attachment/${id}`, 'Content'))?.Content);
    if (content !== undefined) contents.set(id, content);
  });
  return contents;
}

function fromBase64(content: unknown): string | undefined {
  if (typeof content !== 'string') return undefined;
  try {
    const bytes = Uint8Array.from(atob(content.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    // Not base64: counted as a text that could not be read.
    return undefined;
  }
}

function assemble(
  site: string,
  transaction: number,
  parts: readonly Part[],
  bodies: readonly Part[],
  contents: ReadonlyMap<number, string>,
  document: Document,
): MessageText {
  const texts = bodies.map((part) => asText(part, contents.get(part.id), document));
  return {
    text: texts.filter(Boolean).join('\n\n'),
    read: texts.every((body) => body !== undefined),
    headers: parts[0]?.headers ?? '',
    attachments: parts
      .filter((part) => isAttachment(part, bodies))
      .map((part) => attachment(site, transaction, part)),
  };
}

function asText(part: Part, content: string | undefined, document: Document): string | undefined {
  if (content === undefined) return undefined;
  return part.mime === 'text/html'
    ? htmlToText(content, document)
    : withoutLinkTokens(cleanText(content)).trim();
}

function isAttachment(part: Part, bodies: readonly Part[]): boolean {
  if (part.mime.startsWith('multipart/') || bodies.includes(part)) return false;
  return part.name !== '' || !isReadable(part);
}

function attachment(site: string, transaction: number, part: Part): Message['attachments'][number] {
  const name = part.name || 'unnamed';
  return {
    name,
    ...(part.mime ? { mime: part.mime } : {}),
    ...(part.bytes === undefined ? {} : { bytes: part.bytes }),
    ...(/^content-id:/im.test(part.headers) ? { inline: true } : {}),
    url: `${site}/Ticket/Attachment/${transaction}/${part.id}/${encodeURIComponent(name)}`,
  };
}
