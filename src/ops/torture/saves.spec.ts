import { expect, test } from '@playwright/test';
import { type OwnDatabase, startOwnDatabase } from '../own-database';
import { tortureSaves } from './saves';

let database: OwnDatabase;

test.beforeAll(async () => {
  database = await startOwnDatabase('saves');
});
test.afterAll(() => database.stop());

test('of many who save at once while the web server is killed, nobody loses or overwrites unseen', async () => {
  const report = await tortureSaves(database, { saves: 500, editors: 20, kills: 2, seed: 5, withinMs: 120_000 });
  expect(report.problems).toEqual([]);
  expect(report.kills).toHaveLength(2);
  expect(report.unanswered).toBeGreaterThan(0);
});
