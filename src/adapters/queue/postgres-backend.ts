import { type BackendFactory, PostgresConnection, type PostgresConnectionOptions, PostgresQueueBackend } from 'bullmq';
import { Pool } from 'pg';
import { bullmqBackend } from './bullmq-backend';
import type { QueueBackend, QueueReport } from './queue-backend';

export const QUEUE_SCHEMA = 'queue';
const QUEUE_ROLE = 'tenken_queue';
/** One connection listens for the worker; the others serve queries. */
const MAX_CONNECTIONS = 6;

/** BullMQ takes the schema of a pool that it did not make for `bullmq`; this is the same connection in our schema. */
class QueueConnection extends PostgresConnection {
  override readonly schema = QUEUE_SCHEMA;
}

const factory: BackendFactory<PostgresQueueBackend, PostgresConnectionOptions> = (name, options, place = {}) =>
  new PostgresQueueBackend(
    new QueueConnection(options.connection),
    name,
    options,
    true,
    place.withBlockingConnection ? name : undefined,
  );

/** The serving login, as the queue's role and in its schema: it reaches no table of ours, and ours can't reach it. */
export async function openPostgresBackend(
  databaseUrl: string,
  name: string,
  report: QueueReport,
): Promise<QueueBackend> {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: MAX_CONNECTIONS,
    keepAlive: true,
    options: `-c role=${QUEUE_ROLE} -c search_path=${QUEUE_SCHEMA}`,
  });
  pool.on('error', report.trouble);
  const probe = new QueueConnection(pool);
  try {
    await probe.waitUntilReady();
  } catch (error) {
    await pool.end();
    throw error;
  }
  await probe.close();
  return bullmqBackend({
    name,
    factory,
    queueConnection: pool,
    workerConnection: pool,
    report,
    end: () => pool.end(),
  });
}
