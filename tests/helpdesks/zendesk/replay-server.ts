/**
 * An account at acme.zendesk.com on loopback: the agent page, the endpoints a reader uses, a cookie session,
 * and faults on request. Chromium reaches it with its host mapped to the port; tests without a browser ask for
 * `plain: true` and talk to it over http.
 */
import {
  createServer as createHttp,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { agentScript, agentStyle } from './agent-assets';
import { agentPage, loginPage, ticketPane } from './agent-page';
import { answerApi, type Features } from './replay-api';
import { selfSigned } from './self-signed';
import type { ZendeskStory } from './wire';

export const HOST = 'acme.zendesk.com';
export const ORIGIN = `https://${HOST}`;

export interface Hit {
  method: string;
  host: string;
  /** Path and query as asked for, percent signs decoded. */
  path: string;
  cookie: boolean;
  origin?: string;
  status: number;
}

export type FaultAnswer =
  | { status: number; retryAfter?: number | string; body?: unknown }
  /** 200 with other JSON, or with text that is not JSON. */
  | { json: unknown }
  | { text: string }
  | { redirect: string }
  | 'cut_off'
  | 'endless'
  | 'login_page'
  | 'no_answer';

export interface Fault {
  /** Matched against path and query. */
  on: RegExp;
  /** How often it strikes; without it, always. */
  times?: number;
  answer: FaultAnswer;
}

export interface ReplayOptions extends Features {
  stories: readonly ZendeskStory[];
  /** http instead of https, for tests without a browser. */
  plain?: boolean;
  port?: number;
}

export interface ZendeskReplay {
  port: number;
  origin: typeof ORIGIN;
  /** Where it really listens: `http(s)://127.0.0.1:port`. */
  address: string;
  log: Hit[];
  faults: Fault[];
  /** Ends every session: the API answers 401 and agent pages lead to the sign-in page. */
  signOut(): void;
  /** Milliseconds that each answer of the API takes from now on, as on a network. */
  slow(latencyMs: number): void;
  /** Replaces what the account holds. */
  tell(stories: readonly ZendeskStory[]): void;
  close(): Promise<void>;
}

export async function startZendeskReplay(options: ReplayOptions): Promise<ZendeskReplay> {
  const account = new Account(options);
  const server: Server = options.plain
    ? createHttp(account.answer)
    : createHttps(selfSigned('*.zendesk.com'), account.answer);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  // A TCP server's address is an object; only pipes answer with a string.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: ORIGIN,
    address: `${options.plain ? 'http' : 'https'}://127.0.0.1:${port}`,
    log: account.log,
    faults: account.faults,
    slow: (latencyMs) => {
      account.latencyMs = latencyMs;
    },
    signOut: () => account.signOut(),
    tell: (stories) => account.tell(stories),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

class Account {
  readonly log: Hit[] = [];
  readonly faults: Fault[] = [];
  latencyMs = 0;
  private stories: readonly ZendeskStory[];
  private readonly features: Features;
  private session = 1;
  private isSignedOut = false;

  constructor({ stories, ...features }: ReplayOptions) {
    this.stories = stories;
    this.features = features;
  }

  tell(stories: readonly ZendeskStory[]): void {
    this.stories = stories;
  }

  signOut(): void {
    this.session++;
    this.isSignedOut = true;
  }

  readonly answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', ORIGIN);
    const path = decoded(`${url.pathname}${url.search}`);
    response.on('close', () => {
      const { origin } = request.headers;
      this.log.push({
        method: request.method ?? '',
        host: request.headers.host ?? '',
        path,
        cookie: Boolean(request.headers.cookie),
        ...(origin ? { origin } : {}),
        status: response.statusCode,
      });
    });
    const fault = this.faults.find(({ on, times }) => on.test(path) && times !== 0);
    if (fault) {
      if (fault.times !== undefined) fault.times--;
      strike(response, fault.answer);
      return;
    }
    if (request.method !== 'GET') {
      json(response, 405, { error: 'MethodNotAllowed' });
      return;
    }
    if (url.pathname.startsWith('/api/')) {
      if (this.latencyMs > 0) setTimeout(() => this.api(request, response, url), this.latencyMs);
      else this.api(request, response, url);
      return;
    }
    if (url.pathname.startsWith('/agent')) {
      this.agent(request, response, url);
      return;
    }
    if (url.pathname.startsWith('/access')) {
      this.access(response, url);
      return;
    }
    if (url.pathname === '/') {
      redirect(response, '/agent');
      return;
    }
    html(response, 404, '<!doctype html><title>Not found</title><h1>Not found</h1>');
  };

  private api(request: IncomingMessage, response: ServerResponse, url: URL): void {
    if (!this.knows(request)) {
      json(response, 401, { error: "Couldn't authenticate you" });
      return;
    }
    const { status, body } = answerApi(this.stories, url, this.features);
    json(response, status, body);
  }

  private agent(request: IncomingMessage, response: ServerResponse, url: URL): void {
    if (url.pathname === '/agent/app.js') {
      send(response, 200, 'text/javascript', agentScript);
      return;
    }
    if (url.pathname === '/agent/app.css') {
      send(response, 200, 'text/css', agentStyle);
      return;
    }
    if (this.isSignedOut && !this.knows(request)) {
      redirect(response, `/access/login?return_to=${encodeURIComponent(url.pathname)}`);
      return;
    }
    const [, , kind, key] = url.pathname.split('/');
    const shown = this.stories.find(({ ticket }) => String(ticket.id) === key);
    if (key && !shown) {
      html(response, 404, '<!doctype html><title>No such ticket</title><h1>No such ticket</h1>');
      return;
    }
    if (kind === 'panes' && shown) {
      html(response, 200, ticketPane(shown));
      return;
    }
    response.setHeader('set-cookie', this.cookie());
    html(response, 200, agentPage(this.stories, shown));
  }

  private access(response: ServerResponse, url: URL): void {
    const asked = url.searchParams.get('return_to') ?? '/agent';
    const returnTo = /^\/agent[\w/]*$/.test(asked) ? asked : '/agent';
    if (url.pathname === '/access/logout') {
      this.signOut();
      redirect(response, '/access/login');
      return;
    }
    if (url.pathname === '/access/login/session') {
      this.isSignedOut = false;
      response.setHeader('set-cookie', this.cookie());
      redirect(response, returnTo);
      return;
    }
    html(response, 200, loginPage(returnTo));
  }

  private knows(request: IncomingMessage): boolean {
    return (request.headers.cookie ?? '').includes(`_zendesk_session=s${this.session}x`);
  }

  private cookie(): string {
    return `_zendesk_session=s${this.session}x; Path=/; HttpOnly; SameSite=Lax${this.features.plain ? '' : '; Secure'}`;
  }
}

function strike(response: ServerResponse, answer: FaultAnswer): void {
  if (answer === 'no_answer') return;
  if (answer === 'login_page') {
    html(response, 200, loginPage('/agent'));
    return;
  }
  if (answer === 'cut_off') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 5_000 });
    response.write('{"ticket":{"id":');
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if (answer === 'endless') {
    pourOut(response);
    return;
  }
  if ('redirect' in answer) {
    redirect(response, answer.redirect);
    return;
  }
  if ('json' in answer) {
    json(response, 200, answer.json);
    return;
  }
  if ('text' in answer) {
    send(response, 200, 'application/json; charset=utf-8', answer.text);
    return;
  }
  if (answer.retryAfter !== undefined) response.setHeader('retry-after', String(answer.retryAfter));
  json(response, answer.status, answer.body ?? { error: 'Refused' });
}

/** JSON that never ends, as fast as it is taken. */
function pourOut(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const flow = () => {
    while (!response.destroyed && response.write(flood));
  };
  response.on('drain', flow);
  flow();
}

const flood = Buffer.alloc(256 * 1024, '[');

function json(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

function html(response: ServerResponse, status: number, body: string): void {
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'",
  );
  send(response, status, 'text/html; charset=utf-8', body);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { location: to, 'cache-control': 'no-store' });
  response.end();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
