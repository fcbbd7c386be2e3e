/**
 * What the panel's browser has and jsdom has not, and how long a test waits for what the panel loads later.
 * Importing this is enough; what a test renders is taken away again after it, and a test in which React or jsdom
 * complained fails.
 */
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// Looking for hidden elements by computed style costs most of a test's time; the end-to-end tests do it for real.
configure({ asyncUtilTimeout: 8_000, defaultHidden: true });
vi.setConfig({ testTimeout: 20_000 });

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
window.scrollTo = () => {};

// jsdom lays nothing out; rows of 44 in a window of 800 are enough to tell a long list from a short one.
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => 44 });

const complaints: string[] = [];

beforeEach(() => {
  complaints.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...said: unknown[]) => {
    const words = said.map(String).join(' ');
    // The store answers when it likes, as it does in the panel.
    if (!words.includes('not wrapped in act')) complaints.push(words);
  });
});

afterEach(() => {
  cleanup();
  expect(complaints).toEqual([]);
});
