/** A listener that every host name but the helpdesk's is led to, so that nothing leaves this machine unseen. */
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface Strangers {
  port: number;
  /** Host names that somebody tried to reach, the browser's own services left out. */
  names(): string[];
  close(): Promise<void>;
}

export async function startStrangers(): Promise<Strangers> {
  const names: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (first) => {
      names.push(hostIn(first));
      socket.destroy();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  return {
    port,
    names: () => names.filter((name) => !browsersOwn.test(name)),
    close: () =>
      new Promise((closed) => {
        for (const socket of open) socket.destroy();
        server.close(() => closed());
      }),
  };
}

// What Chromium asks on its own account even with `--disable-background-networking`.
const browsersOwn = /(^|\.)(google|googleapis|gstatic|gvt1|gvt2)\.com$/;

/** The host of a plain request, or the server name in a TLS greeting, which stands there in clear text. */
function hostIn(first: Buffer): string {
  const text = first.toString('latin1');
  const host = /^host:\s*([^\s:]+)/im.exec(text)?.[1] ?? serverName(first);
  return host ?? 'a host that did not tell its name';
}

/** RFC 6066 §3: type 0, list length, entry type 0, name length, name. */
function serverName(greeting: Buffer): string | undefined {
  for (let at = 0; at + 9 < greeting.length; at++) {
    if (greeting.readUInt16BE(at) !== 0) continue;
    const extension = greeting.readUInt16BE(at + 2);
    const list = greeting.readUInt16BE(at + 4);
    const length = greeting.readUInt16BE(at + 7);
    if (extension !== list + 2 || list !== length + 3 || greeting[at + 6] !== 0) continue;
    const name = greeting.toString('latin1', at + 9, at + 9 + length);
    if (/^[a-z0-9.-]+$/i.test(name)) return name;
  }
  return undefined;
}
