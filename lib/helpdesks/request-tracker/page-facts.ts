/**
 * What the ticket page says in its own inline script (share/html/Elements/JavascriptConfig). A content script
 * does not see the page's variables, so the script's text is read, never run.
 */
import { type Fields, fields, text } from './shape';

export interface PageUser {
  id: string;
  login: string;
  privileged: boolean;
}

export function currentUser(document: Document): PageUser | undefined {
  const user = assigned(document, 'RT.CurrentUser');
  const id = text(user?.id);
  return id ? { id, login: text(user?.Name), privileged: user?.Privileged === true } : undefined;
}

/** Base address by the page's own word, or undefined on a page that is not RT's. */
export function pageBase(document: Document): string | undefined {
  const path = assigned(document, 'RT.Config')?.WebPath;
  if (typeof path !== 'string' || !URL.canParse(document.URL)) return undefined;
  return `${new URL(document.URL).origin}${path.replace(/\/+$/, '')}`;
}

function assigned(document: Document, name: string): Fields | undefined {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const content = script.textContent ?? '';
    const start = content.indexOf(`${name} `);
    const json =
      start < 0 ? undefined : /^\s*=\s*(\{.*\});?\s*$/m.exec(content.slice(start + name.length))?.[1];
    if (json) return parsed(json);
  }
  return undefined;
}

function parsed(json: string): Fields | undefined {
  try {
    return fields(JSON.parse(json));
  } catch {
    // Not RT's configuration after all, only a script that looks like it.
    return undefined;
  }
}
