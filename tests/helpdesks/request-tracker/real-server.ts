/**
 * A real Request Tracker 5 with a known history, for tests: RT's own code, its own database, its own server,
 * all under one private folder. Nothing of a Request Tracker that the machine itself may run is touched.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './packages';
import { type Preferences, setPreferences } from './preferences';
import { siteConfig } from './site-config';
import { readTruth, type TruthRow } from './truth';

export { requestTrackerAvailability } from './packages';

/** See seed.pl and seed-special.pl for what each of them is there for. */
type UserName = 'mira' | 'jonas' | 'dana' | 'priya' | 'lena' | 'timo' | 'zofia' | 'theo';
type TicketName =
  | 'escalation'
  | 'related'
  | 'merged'
  | 'mergeTarget'
  | 'open'
  | 'hidden'
  | 'clockChange'
  | 'mergeOfMerges'
  | 'mergedTwice'
  | 'odd'
  | 'deleted'
  | 'ownStatuses'
  | 'big';

export interface RequestTrackerServer {
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  /** Origin plus web path, without a trailing slash. */
  base: string;
  /** Logins by short name; every one of them has `password`. */
  users: Record<UserName, string>;
  /** RT's built-in superuser. */
  root: { user: string; password: string };
  password: string;
  tickets: Record<TicketName, number>;
  /** RT's own record of a ticket, straight from its database; merged tickets included. */
  truth(ticketId: number): TruthRow[];
  /** Sets what this person chose for language, dates and history; counts from the next sign-in. */
  prefer(user: UserName, preferences: Preferences): void;
  stop(): Promise<void>;
}

export interface RequestTrackerOptions {
  /** Where RT lives below its origin, without a trailing slash. */
  webPath?: '' | `/${string}`;
  port?: number;
}

const rtShare = '/usr/share/request-tracker5';
const startLimitMs = 60_000;

export async function startRequestTracker(
  options: RequestTrackerOptions = {},
): Promise<RequestTrackerServer> {
  ensureInstalled();
  const { webPath = '' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'debrief-rt-'));
  try {
    const port = options.port ?? (await freePort());
    const manifest = seededDatabase(folder);
    const environment = configure(folder, port, webPath);
    const server = launch(folder, port, webPath, environment);
    const origin = `http://127.0.0.1:${port}`;
    const stop = stopper(server, folder);
    try {
      await answers(`${origin}${webPath}/NoAuth/Login.html`, server, join(folder, 'server.log'));
    } catch (error) {
      await stop();
      throw error;
    }
    return {
      origin,
      base: `${origin}${webPath}`,
      ...manifest,
      root: { user: 'root', password: 'password' },
      prefer: (user, preferences) =>
        setPreferences(join(folder, 'rt.sqlite'), manifest.users[user], preferences),
      truth: (ticketId) => readTruth(join(folder, 'rt.sqlite'), ticketId),
      stop,
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

type Manifest = Pick<RequestTrackerServer, 'users' | 'tickets' | 'password'>;

/** Puts a freshly seeded database into the folder, from the cache where an equal one was seeded before. */
function seededDatabase(folder: string): Manifest {
  const [seed = '', special = ''] = ['seed.pl', 'seed-special.pl'].map((name) =>
    fileURLToPath(new URL(name, import.meta.url)),
  );
  const key = createHash('sha256')
    .update(readFileSync(seed))
    .update(readFileSync(special))
    .update(siteConfig({ folder: '', port: 1, webPath: '' }))
    .update(rtVersion())
    .digest('hex')
    .slice(0, 16);
  const cache = privateCache();
  const kept = cache && { database: join(cache, `${key}.sqlite`), manifest: join(cache, `${key}.json`) };
  const database = join(folder, 'rt.sqlite');
  if (kept && existsSync(kept.manifest)) {
    copyFileSync(kept.database, database);
    return JSON.parse(readFileSync(kept.manifest, 'utf8'));
  }
  const environment = configure(folder, 80, '');
  execFileSync('rt-setup-database-5', ['--action', 'init', '--dba', 'root', '--dba-password', ''], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const manifest = execFileSync('perl', [`-I${rtShare}/lib`, seed], {
    cwd: dirname(seed),
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  execFileSync('sqlite3', [database, 'PRAGMA journal_mode=WAL; PRAGMA wal_checkpoint(TRUNCATE);'], {
    stdio: 'ignore',
  });
  if (kept) {
    // The manifest comes last and both by rename, so that a second start never sees half of it.
    copyFileSync(database, `${kept.database}.${process.pid}`);
    renameSync(`${kept.database}.${process.pid}`, kept.database);
    writeFileSync(`${kept.manifest}.${process.pid}`, manifest, { mode: 0o600 });
    renameSync(`${kept.manifest}.${process.pid}`, kept.manifest);
  }
  return JSON.parse(manifest);
}

/** A folder in the temp folder that only we can write; undefined where somebody else made it first. */
function privateCache(): string | undefined {
  const uid = process.getuid?.() ?? 0;
  const path = join(tmpdir(), `debrief-rt-seeds-${uid}`);
  if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
  const found = lstatSync(path);
  return found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0 ? path : undefined;
}

function rtVersion(): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholder
  return execFileSync('dpkg-query', ['-W', '-f', '${Version}', 'request-tracker5'], { encoding: 'utf8' });
}

/** Writes the private configuration and gives the environment that makes RT use it and nothing else. */
function configure(folder: string, port: number, webPath: string): NodeJS.ProcessEnv {
  for (const name of ['config.d', 'var', 'mason', 'sessions', 'tmp'])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'RT_SiteConfig.pm'), siteConfig({ folder, port, webPath }));
  return {
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: folder,
    TMPDIR: join(folder, 'tmp'),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    RT_SITE_CONFIG: join(folder, 'RT_SiteConfig.pm'),
    RT_SITE_CONFIG_DIR: join(folder, 'config.d'),
  };
}

function launch(folder: string, port: number, webPath: string, env: NodeJS.ProcessEnv): ChildProcess {
  const log = openSync(join(folder, 'server.log'), 'a');
  const command = [
    `${rtShare}/libexec/rt-server`,
    ...['--server', 'Starlet', '--host', '127.0.0.1', '--port', String(port), '--max-workers', '3'],
    // Of its own a worker ends after a hundred requests, which is one long pull; its successor begins with empty caches.
    ...['--max-reqs-per-child', '100000'],
    ...(webPath ? ['--webpath', webPath] : []),
  ];
  // A group of its own, so that the workers go with it; `--pdeathsig` ends it when this process is killed.
  const server = spawn('setpriv', ['--pdeathsig', 'TERM', ...command], {
    env,
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return server;
}

function stopper(server: ChildProcess, folder: string): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const endNow = () => {
    signalGroup(server, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', endNow);
  return () => {
    stopped ??= (async () => {
      process.off('exit', endNow);
      signalGroup(server, 'SIGTERM');
      const deadline = Date.now() + 3_000;
      while (server.exitCode === null && server.signalCode === null && Date.now() < deadline) await pause(50);
      endNow();
    })();
    return stopped;
  };
}

function signalGroup(server: ChildProcess, signal: NodeJS.Signals): void {
  if (server.pid === undefined) return;
  try {
    process.kill(-server.pid, signal);
  } catch (error) {
    // ESRCH: the group is already gone, which is what we want.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function answers(url: string, server: ChildProcess, log: string): Promise<void> {
  const deadline = Date.now() + startLimitMs;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) break;
    const response = await fetch(url, { redirect: 'manual' }).catch(() => undefined);
    if (response?.ok) return;
    await pause(150);
  }
  throw new Error(`Request Tracker did not start:\n${readFileSync(log, 'utf8').slice(-2_000)}`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
