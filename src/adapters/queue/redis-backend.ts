import { createRedisBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { bullmqBackend } from './bullmq-backend';
import type { QueueBackend, QueueReport } from './queue-backend';

/** Two connections: producers fail fast, workers wait for as long as Redis is away. */
export async function openRedisBackend(redisUrl: string, name: string, report: QueueReport): Promise<QueueBackend> {
  const producer = new Redis(redisUrl, { maxRetriesPerRequest: 3, lazyConnect: true });
  const consumer = new Redis(redisUrl, { maxRetriesPerRequest: null, lazyConnect: true });
  for (const connection of [producer, consumer]) connection.on('error', report.trouble);
  try {
    await producer.connect();
    await requireDurable(producer);
    await consumer.connect();
  } catch (error) {
    producer.disconnect();
    consumer.disconnect();
    throw error;
  }
  return bullmqBackend({
    name,
    factory: createRedisBackend,
    queueConnection: producer,
    workerConnection: consumer,
    report,
    async end() {
      await Promise.all([producer.quit(), consumer.quit()]);
    },
  });
}

/** As Debian ships it, Redis loses its keys at a crash; and any other policy than noeviction throws jobs away. */
async function requireDurable(connection: Redis): Promise<void> {
  const wrong: string[] = [];
  for (const [setting, wanted] of [
    ['appendonly', 'yes'],
    ['maxmemory-policy', 'noeviction'],
  ] as const) {
    const answer: unknown = await connection.config('GET', setting);
    const found = Array.isArray(answer) ? answer[1] : undefined;
    if (found !== wanted) wrong.push(`${setting} is ${String(found)} and must be ${wanted}`);
  }
  if (wrong.length > 0) {
    throw new Error(
      `The Redis named in REDIS_URL would lose jobs: ${wrong.join('; ')}. Change redis.conf and restart.`,
    );
  }
}
