/** What RT sent out: its record of each mail has the mail itself as a part, of which only the head is read. */
import { everyItem, inSlices, missingIsUndefined, oneOf, type Rest, severally } from './rest';
import { text } from './shape';

export interface SentMail {
  recipients: number;
  /** Sent by a rule as an answer to a mail: RT's own acknowledgement. */
  auto: boolean;
}

const SLICE = 100;

export async function readSentMails(
  source: Rest,
  transactions: readonly number[],
): Promise<Map<number, SentMail>> {
  const mails = new Map<number, SentMail>();
  await severally(inSlices(transactions, SLICE), async (slice) => {
    const query = `fields=TransactionId,Headers&${oneOf('TransactionId', slice, { field: 'Parent', value: 0 })}`;
    const found = await everyItem(source, 'attachments', query).catch(missingIsUndefined);
    for (const item of found?.items ?? []) {
      const headers = text(item.Headers);
      mails.set(Number(text(item.TransactionId)), {
        recipients: recipientsIn(headers),
        auto: /^auto-submitted:\s*auto-replied/im.test(headers),
      });
    }
  });
  return mails;
}

function recipientsIn(headers: string): number {
  const unfolded = headers.replace(/\n[ \t]+/g, ' ');
  const lines = unfolded.match(/^(?:to|cc|bcc):.*$/gim) ?? [];
  return lines.join(' ').match(/[^\s<>,;"]+@[^\s<>,;"]+/g)?.length ?? 0;
}
