/** What is done with a history before its last page is there: names are asked for, and saves are walked through. */
import type { Iso } from '../../ticket/basics';
import { ahead } from '../ahead';
import type { AuditPages, Rest } from './audit-pages';
import type { Audit } from './audits';
import type { Clocks } from './clocks';
import { CommentFates } from './comment-fates';
import { cameByConversation, hasChats } from './conversation';
import { type Fields, idOf, objectsOf } from './fields';
import type { Check } from './history';
import { HistoryAhead } from './history-ahead';
import type { NamesReader } from './names';
import { namesWanted } from './parts';
import type { Directory } from './people';
import type { Context } from './scene';

interface Ticket {
  place: Pick<Context, 'url' | 'origin' | 'key'>;
  ticket: Fields;
  answer: Fields;
  createdAt: Iso;
  clocks: Clocks;
}

export class EarlyReading {
  /** Resolves when the names in the first page were asked for, or none need be; never where the ticket does not come. */
  readonly namesAsked: Promise<void>;
  /** Set once there is something to walk through. */
  walk: HistoryAhead | undefined;
  private readonly directory: Directory;
  private readonly names: NamesReader;
  private readonly check: Check;
  private ticket: Ticket | undefined;
  private pages: AuditPages | undefined;
  private rest: Rest;
  private hasBegun = false;
  private isAskedAgain = false;
  private learned = 0;
  private tellAsked: () => void = () => undefined;

  constructor(directory: Directory, names: NamesReader, check: Check = () => undefined) {
    this.check = check;
    this.directory = directory;
    this.names = names;
    this.namesAsked = new Promise((resolve) => {
      this.tellAsked = resolve;
    });
  }

  ticketCame(ticket: Ticket): void {
    this.ticket = ticket;
    this.directory.learn(objectsOf(ticket.answer.users));
    this.goOn();
  }

  pageCame(pages: AuditPages, rest: Rest): void {
    // What is read once more from its start, by cursor, is left to the end.
    this.pages ??= pages;
    if (this.pages !== pages) return;
    this.rest = rest;
    this.goOn();
  }

  private goOn(): void {
    const { ticket, pages } = this;
    if (!ticket || !pages) return;
    this.directory.learn(pages.users.slice(this.learned));
    this.learned = pages.users.length;
    this.walk?.take(pages.list, ticket.createdAt);
    if (this.rest && !this.hasBegun) {
      this.hasBegun = true;
      void ahead(this.begin(ticket, pages));
    }
    if (this.rest === 'asked' && !this.isAskedAgain) {
      this.isAskedAgain = true;
      void ahead(this.readNames(ticket, pages));
    }
    this.tellAsked();
  }

  private async begin(told: Ticket, pages: AuditPages): Promise<void> {
    const { place, ticket, createdAt, clocks } = told;
    const { names, audits } = await this.readNames(told, pages);
    // What was said elsewhere has its place between the saves, and is not known yet.
    if (cameByConversation(ticket) || hasChats(audits)) return;
    const known = {
      names,
      directory: this.directory,
      fates: new CommentFates(),
      requester: requesterAtStart(ticket, audits),
      clocks: clocks.drafts,
    };
    this.walk = new HistoryAhead(place, known, this.check);
    this.walk.take(pages.list, createdAt);
  }

  private async readNames({ ticket, answer, createdAt }: Ticket, pages: AuditPages) {
    const audits = pages.list.timed(createdAt, 0);
    const { names } = await this.names.read(namesWanted({ ticket, answer, audits, pages }));
    return { names, audits };
  }
}

/** Who asked before the first save. */
export function requesterAtStart(ticket: Fields, audits: readonly Audit[]): string | undefined {
  for (const { events } of audits) {
    const change = events.find(
      ({ type, fields }) => type === 'Change' && fields.field_name === 'requester_id',
    );
    const before = idOf(change?.fields.previous_value);
    if (before) return before;
  }
  return idOf(ticket.requester_id);
}
