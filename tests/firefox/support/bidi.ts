/** WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi) over one socket: as much of it as these tests need. */
import { WebSocket } from 'undici';

interface Commands {
  'session.new': [{ capabilities: { alwaysMatch: { acceptInsecureCerts: boolean } } }, object];
  'webExtension.install': [
    { extensionData: { type: 'archivePath'; path: string }; 'moz:permanent': boolean },
    { extension: string },
  ];
  'browsingContext.getTree': [{ 'moz:scope'?: 'chrome' }, { contexts: { context: string; url: string }[] }];
  'browsingContext.create': [{ type: 'tab' }, { context: string }];
  'browsingContext.navigate': [{ context: string; url: string; wait: 'complete' }, { url: string }];
  'browsingContext.activate': [{ context: string }, object];
  'script.evaluate': [
    { expression: string; target: { context: string }; awaitPromise: boolean },
    (
      | { type: 'success'; result: { value?: unknown } }
      | { type: 'exception'; exceptionDetails: { text: string } }
    ),
  ];
  'browser.close': [object, object];
}

const ANSWERS_WITHIN_MS = 60_000;

export class BidiConnection {
  private readonly socket: WebSocket;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private sent = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const answer: Answer = JSON.parse(String(data));
      if (answer.id === undefined) return; // an event, and none was subscribed to
      this.waiting.get(answer.id)?.(answer);
    });
    socket.addEventListener('close', () => {
      for (const settle of [...this.waiting.values()]) settle(closed);
    });
  }

  /** `address` as the browser prints it, e.g. `ws://127.0.0.1:9222`. */
  static async open(address: string): Promise<BidiConnection> {
    const socket = new WebSocket(`${address}/session`);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`No connection to ${address}`)));
    });
    return new BidiConnection(socket);
  }

  /** Rejects on an error of the browser's, on a closed connection, and when no answer comes within a minute. */
  send<Name extends keyof Commands>(method: Name, params: Commands[Name][0]): Promise<Commands[Name][1]> {
    const id = ++this.sent;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(late), ANSWERS_WITHIN_MS);
      const settle = (answer: Answer) => {
        clearTimeout(timer);
        this.waiting.delete(id);
        if (answer.type === 'success') resolve(answer.result as Commands[Name][1]);
        else reject(new Error(`${method}: ${answer.error}: ${answer.message}`));
      };
      if (this.socket.readyState !== WebSocket.OPEN) return settle(closed);
      this.waiting.set(id, settle);
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close(): void {
    this.socket.close();
  }
}

type Answer = { id?: number } & (
  | { type: 'success'; result: unknown }
  | { type: 'error'; error: string; message: string }
);

const closed: Answer = { type: 'error', error: 'connection closed', message: 'the browser has gone' };
const late: Answer = { type: 'error', error: 'timeout', message: 'no answer within a minute' };

/**
 * Runs a function in a document of the browser's and gives what it resolves to. It travels as text, so it may use
 * its parameters and that document's globals, nothing else.
 */
export async function evaluate<Args extends unknown[], Value>(
  bidi: BidiConnection,
  context: string,
  run: (...args: Args) => Value | Promise<Value>,
  ...args: Args
): Promise<Value> {
  const expression = `(async () => JSON.stringify(await (${run})(...${JSON.stringify(args)})))()`;
  const answer = await bidi.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  const { value } = answer.result;
  return typeof value === 'string' ? JSON.parse(value) : (undefined as Value);
}
