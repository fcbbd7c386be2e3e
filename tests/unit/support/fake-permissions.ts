/** The browser's permissions as far as sites go: what is allowed, what a person answers, and who is told of it. */
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Asked {
  origins: string[];
}

export interface FakePermissions {
  /** Match patterns in the order they were allowed in. */
  origins: Set<string>;
  /** What the person will say when asked; undefined where the browser will not even ask. */
  answer: boolean | undefined;
  asked: string[];
  /** While set, the browser does not tell what is allowed. */
  isBroken: boolean;
  /** While set, the browser takes nothing back. */
  keeps: boolean;
  allow(pattern: string): void;
  takeBack(pattern: string): void;
  listeners(): number;
}

export function fakePermissions(...allowed: string[]): FakePermissions {
  const listeners = new Set<() => void>();
  const event = {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const fake: FakePermissions = {
    origins: new Set(allowed),
    answer: true,
    asked: [],
    isBroken: false,
    keeps: false,
    allow: (pattern) => {
      fake.origins.add(pattern);
      tell();
    },
    takeBack: (pattern) => {
      fake.origins.delete(pattern);
      tell();
    },
    listeners: () => listeners.size,
  };
  Object.assign(fakeBrowser.permissions, {
    onAdded: event,
    onRemoved: event,
    contains: async ({ origins }: Asked) => origins.every((origin) => fake.origins.has(origin)),
    request: async ({ origins }: Asked) => {
      fake.asked.push(...origins);
      if (fake.answer === undefined) throw new Error('This function must be called during a user gesture');
      if (fake.answer) for (const origin of origins) fake.allow(origin);
      return fake.answer;
    },
    remove: async ({ origins }: Asked) => {
      if (fake.keeps) return false;
      for (const origin of origins) fake.takeBack(origin);
      return true;
    },
    getAll: async () => {
      if (fake.isBroken) throw new Error('The browser is busy.');
      return { origins: [...fake.origins], permissions: ['storage'] };
    },
  });
  return fake;
}
