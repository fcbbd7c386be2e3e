/**
 * Makes text from a ticket safe to hold: NFC, LF line ends, no control, bidi or zero-width characters and no
 * lone surrogates. Everything that reads a ticket passes its text through here once.
 */
export function cleanText(text: string): string {
  if (plainText.test(text)) return text;
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
      .replace(invisible, '')
      // Last, because a removed character can leave two that compose.
      .normalize('NFC')
  );
}

/** One line of it, trimmed: for names, subjects and labels. */
export function cleanLine(text: string): string {
  if (plainLine.test(text)) return text;
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

// C0 and C1 controls but tab and LF; soft hyphen; zero-width characters but the joiner that emoji need;
// bidi marks, embeddings, overrides and isolates; interlinear and tag characters; byte order mark.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|\u{E0001}|[\u{E0020}-\u{E007F}]/gu;

// Most of what a helpdesk writes is ASCII that is clean already, and looking costs a fifth of cleaning.
const plainText = /^[\t\n\x20-\x7E]*$/;
const plainLine = /^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/;
