import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  globalSetup: './tests/e2e/support/global-setup.ts',
  outputDir: '.artifacts/e2e',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  // Tests that need the real Request Tracker carry this tag; `npm test` says so where it cannot be had.
  grepInvert: process.env.DEBRIEF_WITHOUT_RT === '1' ? /@request-tracker/ : undefined,
  reporter: [['list'], ['json', { outputFile: '.artifacts/e2e.json' }]],
});
