/** What Request Tracker itself recorded, read from its database past all of its own code. */
import { execFileSync } from 'node:child_process';

export interface TruthAttachment {
  id: number;
  parent: number;
  contentType: string;
  filename: string;
  /** Decoded to text for text parts, absent for others. */
  text?: string;
}

export interface TruthRow {
  id: number;
  /** The ticket the row carries; differs from the asked one for merged tickets. */
  ticketId: number;
  type: string;
  field: string;
  oldValue: string;
  newValue: string;
  data: string;
  /** UTC, `YYYY-MM-DD hh:mm:ss`. */
  created: string;
  creator: string;
  creatorEmail: string;
  /** Number of RT's user Nobody, which stands for "no owner". */
  nobody: string;
  privileged: boolean;
  attachments: TruthAttachment[];
}

export function readTruth(database: string, ticketId: number): TruthRow[] {
  const rows = query<Omit<TruthRow, 'attachments' | 'privileged'> & { privileged: number }>(
    database,
    `SELECT t.id AS id, t.ObjectId AS ticketId, t.Type AS type, coalesce(t.Field, '') AS field,
            coalesce(t.OldValue, o.Content, '') AS oldValue, coalesce(t.NewValue, n.Content, '') AS newValue,
            coalesce(t.Data, '') AS data, t.Created AS created, u.Name AS creator, coalesce(u.EmailAddress, '') AS creatorEmail,
            (SELECT cast(id AS TEXT) FROM Users WHERE Name = 'Nobody') AS nobody,
            EXISTS (SELECT 1 FROM CachedGroupMembers m JOIN Groups g ON g.id = m.GroupId
                    WHERE g.Name = 'Privileged' AND g.Domain = 'SystemInternal' AND m.MemberId = u.id) AS privileged
     FROM Transactions t JOIN Users u ON u.id = t.Creator JOIN Tickets k ON k.id = t.ObjectId
     LEFT JOIN ObjectCustomFieldValues o ON t.ReferenceType = 'RT::ObjectCustomFieldValue' AND o.id = t.OldReference
     LEFT JOIN ObjectCustomFieldValues n ON t.ReferenceType = 'RT::ObjectCustomFieldValue' AND n.id = t.NewReference
     WHERE t.ObjectType = 'RT::Ticket' AND k.EffectiveId = (SELECT EffectiveId FROM Tickets WHERE id = ${Math.trunc(ticketId)})
     ORDER BY t.Created, t.id`,
  );
  const parts = query<{
    id: number;
    txn: number;
    parent: number;
    contentType: string;
    filename: string;
    encoding: string;
    hex: string;
  }>(
    database,
    `SELECT a.id AS id, a.TransactionId AS txn, coalesce(a.Parent, 0) AS parent, coalesce(a.ContentType, '') AS contentType,
            coalesce(a.Filename, '') AS filename, coalesce(a.ContentEncoding, '') AS encoding, hex(coalesce(a.Content, '')) AS hex
     FROM Attachments a WHERE a.TransactionId IN (${rows.map((row) => row.id).join(',')}) ORDER BY a.id`,
  );
  return rows.map((row) => ({
    ...row,
    privileged: row.privileged === 1,
    attachments: parts.filter((part) => part.txn === row.id).map(attachment),
  }));
}

function attachment(part: {
  id: number;
  parent: number;
  contentType: string;
  filename: string;
  encoding: string;
  hex: string;
}): TruthAttachment {
  const { id, parent, contentType, filename } = part;
  const isText = contentType.startsWith('text/');
  return { id, parent, contentType, filename, ...(isText ? { text: decode(part.hex, part.encoding) } : {}) };
}

function decode(hex: string, encoding: string): string {
  const stored = Buffer.from(hex, 'hex');
  if (encoding === 'base64') return Buffer.from(stored.toString('latin1'), 'base64').toString('utf8');
  if (encoding === 'quoted-printable') {
    const bytes = stored
      .toString('latin1')
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  }
  return stored.toString('utf8');
}

function query<Row>(database: string, sql: string): Row[] {
  const output = execFileSync('sqlite3', ['-readonly', '-json', database, sql], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return output.trim() ? JSON.parse(output) : [];
}
