/** What RT sent out: its record of each mail has the mail itself as a part, of which only the head is read. */
import { everyItem, oneOf, type Rest } from './rest';
import { text } from './shape';

export interface SentMail {
  recipients: number;
  /** Sent by a rule as an answer to a mail: RT's own acknowledgement. */
  auto: boolean;
}

export type SentMails = ReadonlyMap<number, SentMail>;

/** The mails of these transactions. */
export async function readSentMails(source: Rest, transactions: readonly number[]): Promise<SentMails> {
  const mails = new Map<number, SentMail>();
  const query = `fields=TransactionId,Headers&${oneOf('TransactionId', transactions, { field: 'Parent', value: 0 })}`;
  const found = await everyItem(source, 'attachments', query).catch(source.without('mails'));
  for (const item of found?.items ?? []) {
    const headers = text(item.Headers);
    mails.set(Number(text(item.TransactionId)), {
      recipients: recipientsIn(headers),
      auto: /^auto-submitted:\s*auto-replied/im.test(headers),
    });
  }
  return mails;
}

function recipientsIn(headers: string): number {
  const unfolded = headers.replace(/\n[ \t]+/g, ' ');
  const lines = unfolded.match(/^(?:to|cc|bcc):.*$/gim) ?? [];
  return lines.join(' ').match(/[^\s<>,;"]+@[^\s<>,;"]+/g)?.length ?? 0;
}
