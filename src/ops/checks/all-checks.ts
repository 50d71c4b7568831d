import { join } from 'node:path';
import type { Check } from './run-check';

const tool = (name: string) => join('node_modules', '.bin', name);

const vitest = (project: string): Check => ({
  name: project,
  command: process.execPath,
  args: ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=default'],
  report: (file) => ({ args: ['--reporter=json', `--outputFile.json=${file}`] }),
});

/** The whole check, cheapest first. */
export const CHECKS: readonly Check[] = [
  { name: 'format, lint', command: tool('biome'), args: ['check', '.'] },
  { name: 'lint with types', command: tool('oxlint'), args: ['--type-aware', '--deny-warnings'] },
  { name: 'types', command: tool('tsc'), args: ['--noEmit'] },
  { name: 'dead code', command: process.execPath, args: ['node_modules/knip/bin/knip.js'] },
  vitest('unit'),
  vitest('db'),
];

export const BUILD: Check = {
  name: 'build',
  command: process.execPath,
  args: ['--import', 'tsx', 'src/ops/product/build.ts'],
};

export const JOURNEYS: Check = {
  name: 'browser',
  command: process.execPath,
  args: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
  report: (file) => ({ env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } }),
};
