export type SensitiveKind =
  | 'email'
  | 'phone'
  | 'card'
  | 'card_code'
  | 'iban'
  | 'bank'
  | 'ip'
  | 'key'
  | 'password'
  | 'address'
  | 'account'
  | 'national_id'
  | 'birth_date'
  | 'person'
  | 'company'
  | 'site';

/** A stretch of text that tells more than it should; offsets count UTF-16 code units, the end is exclusive. */
export interface Span {
  start: number;
  end: number;
  kind: SensitiveKind;
  /** Which of the known names it is, by position. */
  known?: number;
}

/** Who and what is known from the ticket, and could not be told from other words by its form. */
export interface KnownName {
  name: string;
  kind?: 'person' | 'company' | 'site' | 'account';
  emails?: readonly string[];
}

/** What stood apart may read as one when the words between are gone, and that again: this often is often enough. */
export const MOST_ROUNDS = 20;
