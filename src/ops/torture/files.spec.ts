import { expect, test } from '@playwright/test';
import { type OwnDatabase, startOwnDatabase } from '../own-database';
import { tortureFiles } from './files';
import { HOSTILE_FILES } from './hostile-files';

let database: OwnDatabase;

test.beforeAll(async () => {
  database = await startOwnDatabase('files');
});
test.afterAll(() => database.stop());

test('hostile files are each refused with a word while others go on saving', async () => {
  expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(50);
  const report = await tortureFiles(database, { count: 15, seed: 3 });
  expect(report.problems).toEqual([]);
  expect(report.answers.taken).toBeUndefined();
});
