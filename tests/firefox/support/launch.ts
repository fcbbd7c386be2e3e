/** Starts a real Firefox with a profile of its own and talks to it; needs no driver program beside it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { ensureFirefox } from '../../../scripts/lib/firefox';
import { BidiConnection } from './bidi';
import { type HttpsHost, writeProfile } from './profile';

export interface FirefoxSession {
  bidi: BidiConnection;
  /** The browser's own window, in which a script may do what the user interface does. */
  window: string;
  /** The tab that stands open at the start. */
  tab: string;
  close(): Promise<void>;
}

export interface FirefoxOptions {
  /** Folder that holds the profile; the same folder again finds the same storage. */
  profile: string;
  /** A helpdesk that is reached by its own name: where it listens for https on this machine. */
  https?: HttpsHost;
}

const STARTS_WITHIN_MS = 60_000;
const ENDS_WITHIN_MS = 15_000;

export async function launchFirefox({ profile, https }: FirefoxOptions): Promise<FirefoxSession> {
  const found = ensureFirefox();
  if (!found.available) throw new Error(found.why);
  writeProfile(profile, https);
  const program = spawn(found.firefox.path, [...flags, '--profile', profile, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TZ: 'UTC', MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  // A test run that is broken off must not leave a browser behind.
  const kill = () => void program.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  const end = async (bidi?: BidiConnection) => {
    await bidi?.send('browser.close', {}).catch(() => undefined); // it may be gone already
    const timer = setTimeout(kill, bidi ? ENDS_WITHIN_MS : 0);
    await ended;
    clearTimeout(timer);
    bidi?.close();
    process.off('exit', kill);
  };
  let bidi: BidiConnection | undefined;
  try {
    bidi = await BidiConnection.open(await listening(program));
    await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    const [window] = (await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).contexts;
    const [tab] = (await bidi.send('browsingContext.getTree', {})).contexts;
    if (!window || !tab) throw new Error('Firefox started without a window.');
    const open = bidi;
    return { bidi, window: window.context, tab: tab.context, close: () => end(open) };
  } catch (error) {
    await end(bidi);
    throw error;
  }
}

const flags = [
  '--no-remote',
  ...(process.env.HEADFUL === '1' ? [] : ['--headless']),
  '--remote-debugging-port=0',
  // Scripts in the browser's own window: the toolbar and the sidebar are out of reach for others.
  '--remote-allow-system-access',
];

/** The address Firefox prints when it is ready. */
function listening(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const give = (why: string) => {
      clearTimeout(timer);
      reject(new Error(`Firefox ${why}. It said:\n${said.slice(-2_000)}`));
    };
    const timer = setTimeout(() => give('did not start within a minute'), STARTS_WITHIN_MS);
    program.once('error', (error) => give(`could not be started: ${error.message}`));
    program.once('exit', () => give('ended while it started'));
    program.stderr?.on('data', (text) => {
      if (said.length < 100_000) said += text;
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
