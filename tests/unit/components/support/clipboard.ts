/** A clipboard that keeps what was written, or refuses. Install it after `userEvent.setup()`, which has its own. */
export interface Clipboard {
  /** One entry a write: each flavour's text by its type. */
  written: Record<string, string>[];
}

class Item {
  constructor(readonly flavours: Record<string, Blob>) {}
}

export function installClipboard({ refuses }: { refuses?: 'rich' | 'all' } = {}): Clipboard {
  const written: Clipboard['written'] = [];
  const deny = async () => {
    throw new DOMException('Write permission denied.', 'NotAllowedError');
  };
  Object.assign(globalThis, { ClipboardItem: Item });
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      write: refuses
        ? deny
        : async ([item]: Item[]) => {
            written.push(await textsOf(item?.flavours ?? {}));
          },
      writeText:
        refuses === 'all'
          ? deny
          : async (text: string) => {
              written.push({ 'text/plain': text });
            },
    },
  });
  return { written };
}

async function textsOf(flavours: Record<string, Blob>): Promise<Record<string, string>> {
  const texts = Object.entries(flavours).map(async ([type, blob]) => [type, await textOf(blob)] as const);
  return Object.fromEntries(await Promise.all(texts));
}

/** jsdom's blobs have no `text()`. */
function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(blob);
  });
}
