import { expect, test } from '@playwright/test';
import { startWorld, type World } from '../asked-world.fixture';
import { type OwnDatabase, startOwnDatabase } from '../own-database';
import { brokenBounds } from './bounds';
import { measureEffort } from './scenarios';

let database: OwnDatabase;
let world: World;

test.beforeAll(async () => {
  database = await startOwnDatabase('effort');
  world = await startWorld(database);
});
test.afterAll(async () => {
  await world?.stop();
  await database.stop();
});

test('the second bank costs a twentieth of the first, and a year without changes 80 clicks and keys at most', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const lines = await measureEffort(world, browser);
  expect(brokenBounds(lines)).toEqual([]);
  const [first, second, unchanged] = lines;
  expect(first?.typed).toBeGreaterThan(54 * 100);
  expect(second?.typed).toBeLessThan(60);
  expect(unchanged?.mails).toBe(2);
});
