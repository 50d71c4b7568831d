import { defineConfig } from '@playwright/test';

/** These start a database of their own, which their process is bound to from then on: a process each. */
const OWN_WORLD = [
  'e2e/return-and-reply.spec.ts',
  'e2e/three-colleagues.spec.ts',
  'e2e/never-twice.spec.ts',
  'src/ops/torture/files.spec.ts',
  'src/ops/torture/saves.spec.ts',
];

export default defineConfig({
  projects: [
    { name: 'product', testMatch: ['e2e/**/*.spec.ts', 'src/ops/**/*.spec.ts'], testIgnore: OWN_WORLD },
    ...OWN_WORLD.map((testMatch) => ({ name: testMatch, testMatch })),
  ],
  testDir: '.',
  globalSetup: './src/ops/journeys.setup.ts',
  outputDir: 'test-results/journeys',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  use: {
    // Set by the global setup, before the processes that run the tests read this file again.
    baseURL: process.env.E2E_URL,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 20_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
