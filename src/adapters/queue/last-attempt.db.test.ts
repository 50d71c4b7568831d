import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { openPostgresBackend } from './postgres-backend';
import type { QueueBackend } from './queue-backend';
import { openRedisBackend } from './redis-backend';
import { startRedis } from './test-redis.fixture';

const report = { failed: () => undefined, trouble: () => undefined };
let database: TestDatabase;
let redis: Awaited<ReturnType<typeof startRedis>>;

beforeAll(async () => {
  database = await testDatabase();
  redis = await startRedis(['--appendonly', 'yes', '--maxmemory-policy', 'noeviction']);
});
afterAll(async () => {
  await redis.stop();
  await database.drop();
});

it.each<[string, () => Promise<QueueBackend>]>([
  ['PostgreSQL', () => openPostgresBackend(database.appUrl, 'last-attempt', report)],
  ['Redis', () => openRedisBackend(redis.url, 'last-attempt', report)],
])('a failing job is told which of its attempts is the last on %s', async (_name, open) => {
  const backend = await open();
  const told: boolean[] = [];
  const done = new Promise<void>((resolve) => {
    backend.work(
      async (_kind, _data, { last }) => {
        told.push(last);
        if (last) resolve();
        throw new Error('as always');
      },
      { concurrency: 1, lockDuration: 5_000, stalledInterval: 3_000, maxStalledCount: 10 },
    );
  });
  await backend.add('sweep', {}, { jobId: 'one', attempts: 3, backoff: { type: 'fixed', delay: 20 } });
  await done;
  expect(told).toEqual([false, false, true]);
  await backend.close();
});
