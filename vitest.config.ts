import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: '.artifacts/unit.json' },
    // Vitest leaves a core idle; on two cores that is half of them.
    maxWorkers: '100%',
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          // Tests of components ask for a DOM by themselves: `// @vitest-environment jsdom`.
          environment: 'node',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          mockReset: true,
          restoreMocks: true,
        },
      },
      {
        test: {
          // Over the extension as it is built for each browser; `npm run build:all` builds it.
          name: 'built',
          environment: 'node',
          include: ['tests/built/**/*.test.ts'],
          hookTimeout: 120_000,
          // Mozilla's linter alone needs half a minute on a busy machine.
          testTimeout: 240_000,
        },
      },
      {
        test: {
          // Against helpdesk software we did not write, in place of a replay of it.
          name: 'real',
          environment: 'node',
          include: ['tests/helpdesks/**/*.test.ts'],
          fileParallelism: false,
          // The first start installs and seeds a whole helpdesk.
          hookTimeout: 600_000,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          // The built extension in a real Firefox.
          name: 'firefox',
          environment: 'node',
          include: ['tests/firefox/**/*.test.ts'],
          globalSetup: ['tests/firefox/support/global-setup.ts'],
          fileParallelism: false,
          hookTimeout: 600_000,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
