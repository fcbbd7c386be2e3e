/** What a person chose on RT's page of preferences, written where RT keeps it. */
import { execFileSync } from 'node:child_process';

export interface Preferences {
  Lang: 'en' | 'de';
  /** Names of RT::Date's formatters. */
  DateTimeFormat: 'DefaultFormat' | 'ISO' | 'LocalizedDateTime';
  ShowHistory: 'delay' | 'click' | 'scroll' | 'always';
  OldestTransactionsFirst?: boolean;
}

/** The language is a column of the user; the rest is one attribute, a frozen hash (RT::User, SetPreferences). */
export function setPreferences(database: string, login: string, preferences: Preferences): void {
  const { Lang, OldestTransactionsFirst = true, ...others } = preferences;
  const pairs = Object.entries({ ...others, OldestTransactionsFirst: OldestTransactionsFirst ? '1' : '0' });
  const frozen = execFileSync(
    'perl',
    [
      '-MStorable=nfreeze',
      '-MMIME::Base64',
      '-e',
      'print encode_base64(nfreeze({ @ARGV }))',
      ...pairs.flat(),
    ],
    { encoding: 'utf8' },
  );
  const user = `(SELECT id FROM Users WHERE Name = ${quoted(login)})`;
  const sql = `.timeout 10000
UPDATE Users SET Lang = ${quoted(Lang)} WHERE Name = ${quoted(login)};
UPDATE Attributes SET Content = ${quoted(frozen)}
  WHERE Name = 'Pref-RT::System-1' AND ObjectType = 'RT::User' AND ObjectId = ${user};`;
  execFileSync('sqlite3', ['-bail', database], { input: sql });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
