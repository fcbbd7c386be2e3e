/**
 * What the panel's browser has and jsdom has not, and how long a test waits for what the panel loads later.
 * Importing this is enough; what a test renders is taken away again after it.
 */
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

configure({ asyncUtilTimeout: 8_000 });
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

afterEach(cleanup);
