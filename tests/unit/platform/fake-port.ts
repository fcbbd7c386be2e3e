/** The panel's end of a port, with a page at the other end that says what a test lets it say. */
import type { Browser } from 'wxt/browser';
import type { PanelRequest } from '../../../lib/platform/courier-wire';

export class FakePort {
  readonly asked: PanelRequest[] = [];
  disconnected = 0;
  private readonly onMessages: ((message: unknown) => void)[] = [];
  private readonly onDisconnects: (() => void)[] = [];

  /** What the code under test is handed: of a real port it uses these four. */
  get port(): Browser.runtime.Port {
    return {
      postMessage: (request: PanelRequest) => this.asked.push(request),
      disconnect: () => {
        this.disconnected += 1;
      },
      onMessage: { addListener: (hear: (message: unknown) => void) => this.onMessages.push(hear) },
      onDisconnect: { addListener: (hear: () => void) => this.onDisconnects.push(hear) },
    } as unknown as Browser.runtime.Port;
  }

  /** Says something as the page's script would, in answer to the newest question unless told otherwise. */
  say(message: Record<string, unknown>, to = this.asked.at(-1)): void {
    this.hear({ nonce: to?.nonce, id: to?.id, ...message });
  }

  /** Says just this, whatever it is. */
  hear(message: unknown): void {
    for (const hear of this.onMessages) hear(message);
  }

  drop(): void {
    for (const hear of this.onDisconnects) hear();
  }
}
