/** A ticket's history with the words in it, which are asked for while the history is still being read. */
import { ahead } from '../ahead';
import type { Page } from '../contract';
import { Batches } from './batches';
import { type History, readHistory } from './history';
import { readSentMails, type SentMails } from './mails';
import type { People } from './people';
import { idOf, type Rest } from './rest';
import { type Fields, text } from './shape';
import { readTexts, type Texts } from './texts';

const messages = ['Create', 'Correspond', 'Comment'];
const records = ['EmailRecord', 'CommentEmailRecord'];

export class Story {
  readonly history: Promise<History>;
  private readonly page: Page;
  private readonly words: Batches<Texts>;
  private readonly sent: Batches<SentMails>;
  private isRead = false;
  private wordsRead = 0;

  constructor(source: Rest, site: string, key: string, people: People, page: Page) {
    this.page = page;
    this.words = new Batches(async (ids) => {
      const texts = await readTexts(source, site, ids, page.document);
      this.wordsRead += texts.size;
      this.tellWords();
      return texts;
    });
    this.sent = new Batches((ids) => readSentMails(source, ids));
    this.history = ahead(
      readHistory(source, key, people, (items, count, total) => {
        this.gather(items);
        page.progress(count, total, 'Reading the history');
      }),
    );
  }

  async texts(): Promise<Texts> {
    this.isRead = true;
    this.tellWords();
    return joined(await this.words.rest());
  }

  async mails(): Promise<SentMails> {
    return joined(await this.sent.rest());
  }

  private gather(items: readonly Fields[]): void {
    for (const item of items) {
      const type = text(item.Type);
      if (messages.includes(type)) this.words.add(idOf(item));
      if (records.includes(type)) this.sent.add(idOf(item));
    }
  }

  /** Not while the history is read, whose own count people see until then. */
  private tellWords(): void {
    if (this.isRead) this.page.progress(this.wordsRead, this.words.size, 'Reading the messages');
  }
}

function joined<T>(parts: readonly ReadonlyMap<number, T>[]): ReadonlyMap<number, T> {
  return new Map(parts.flatMap((part) => [...part]));
}
