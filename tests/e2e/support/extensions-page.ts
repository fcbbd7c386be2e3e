/** What only the browser's own extensions page may do: settle questions that nobody can click in a test. */
import type { Session } from './launch';

/**
 * Answers a later question for this host with "Allow". It is no access yet: the panel's own click must still
 * ask, and is then granted without a question.
 */
export async function grantHost(session: Session, origin: string): Promise<void> {
  await askDeveloperPrivate(session, 'addHostPermission', session.extensionId, `${origin}/*`);
}

/** Puts the icon on the toolbar instead of into the puzzle menu. */
export async function pinIcon(session: Session): Promise<void> {
  const { extensionId } = session;
  await askDeveloperPrivate(session, 'updateExtensionConfiguration', { extensionId, pinnedToToolbar: true });
}

/** Loads the extension anew, as an update does; ends once it is there again. */
export async function reloadExtension(session: Session): Promise<void> {
  // Without it, an unpacked extension that is loaded anew stays switched off.
  await askDeveloperPrivate(session, 'updateProfileConfiguration', { inDeveloperMode: true });
  const told = { failQuietly: true, populateErrorForUnpacked: true };
  await askDeveloperPrivate(session, 'reload', session.extensionId, told);
}

/** The API exists on `chrome://extensions` alone, and no published types describe it. */
async function askDeveloperPrivate(session: Session, method: string, ...args: unknown[]): Promise<void> {
  const page = await session.context.newPage();
  try {
    await page.goto('chrome://extensions');
    await page.evaluate(`chrome.developerPrivate.${method}(...${JSON.stringify(args)})`);
  } finally {
    await page.close();
  }
}
