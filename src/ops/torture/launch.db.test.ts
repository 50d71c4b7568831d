import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { tortureLaunch } from './launch';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

describe('a launch whose worker is killed three times', () => {
  it('reaches every vendor, none twice without saying so', async () => {
    const report = await tortureLaunch(database, { vendors: 60, kills: 3, seed: 7, withinMs: 150_000 });
    expect(report.problems).toEqual([]);
    expect(report.kills).toHaveLength(3);
  }, 200_000);
});
