import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import { testDatabase } from '@/ops/test-database';
import type { JobHandlers } from './dispatch';
import { openQueue, type Queue, type QueueTarget } from './queue';
import { startRedis } from './test-redis.fixture';

const report = { failed: () => undefined, trouble: () => undefined };
const DOOMED = fileURLToPath(new URL('./doomed-worker.fixture.ts', import.meta.url));

const backends: [string, () => Promise<{ target: QueueTarget; stop(): Promise<void> }>][] = [
  [
    'Redis',
    async () => {
      const redis = await startRedis(['--appendonly', 'yes', '--maxmemory-policy', 'noeviction']);
      return { target: { redisUrl: redis.url }, stop: () => redis.stop() };
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const database = await testDatabase();
      return { target: { databaseUrl: database.appUrl }, stop: () => database.drop() };
    },
  ],
];

const mailJob = () => ({ kind: 'mail.send' as const, payload: { tenantId: newId(), mailId: newId() } });

/** Handlers that do nothing, but for those given. */
function handlers(some: Partial<JobHandlers>): JobHandlers {
  const idle = async () => undefined;
  return {
    'mail.send': idle,
    'code.send': idle,
    'campaign.launch': idle,
    'campaign.sweep': idle,
    'export.make': idle,
    'import.work': idle,
    'organisation.mail': idle,
    sweep: idle,
    'files.sweep': idle,
    ...some,
  };
}

async function until(holds: () => boolean | Promise<boolean>, milliseconds = 20_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('waited in vain');
    await pause(25);
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each(backends)('the queue on %s', (_name, start) => {
  let place: Awaited<ReturnType<typeof start>>;
  let queue: Queue;
  const running: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    place = await start();
    queue = await openQueue(place.target, report);
  });
  afterEach(async () => {
    for (const worker of running.splice(0)) await worker.close();
  });
  afterAll(async () => {
    await queue.close();
    await place.stop();
  });
  const work = (some: Partial<JobHandlers>, concurrency = 1) => {
    running.push(queue.work(handlers(some), { concurrency }));
  };

  it('hands a job’s ids to the handler of its kind', async () => {
    const job = mailJob();
    const got: unknown[] = [];
    work({ 'mail.send': async (payload) => void got.push(payload) });
    await queue.wake(job);
    await until(() => got.length === 1);
    expect(got).toEqual([job.payload]);
  });

  it('keeps one of many equal wakes while it waits, and runs the same job again after it is done', async () => {
    const job = mailJob();
    let runs = 0;
    for (let times = 0; times < 5; times += 1) await queue.wake(job);
    work({
      async 'mail.send'() {
        runs += 1;
      },
    });
    await until(() => runs === 1);
    await pause(500);
    expect(runs).toBe(1);
    await queue.wake(job);
    await until(() => runs === 2);
  });

  it('runs a job once more when it is asked for while it runs', async () => {
    const job = mailJob();
    let runs = 0;
    let finish = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    work(
      {
        async 'mail.send'() {
          runs += 1;
          if (runs === 1) await gate;
        },
      },
      2,
    );
    await queue.wake(job);
    await until(() => runs === 1);
    await queue.wake(job);
    await queue.wake(job);
    await pause(300);
    expect(runs).toBe(1);
    finish();
    await until(() => runs === 2);
    await pause(300);
    expect(runs).toBe(2);
  });

  it('tries a failing job again, later each time', async () => {
    const at: number[] = [];
    work({
      async 'mail.send'() {
        at.push(performance.now());
        if (at.length < 3) throw new Error('the mail server is away');
      },
    });
    await queue.wake(mailJob());
    await until(() => at.length === 3);
    const [first = 0, second = 0, third = 0] = at;
    expect(second - first).toBeGreaterThan(900);
    expect(third - second).toBeGreaterThan(1_800);
  });

  it('runs jobs side by side up to the concurrency, and loses none', async () => {
    const jobs = Array.from({ length: 40 }, mailJob);
    const done = new Set<string>();
    let now = 0;
    let most = 0;
    for (const job of jobs) await queue.wake(job);
    work(
      {
        async 'mail.send'({ mailId }) {
          now += 1;
          most = Math.max(most, now);
          await pause(20);
          now -= 1;
          done.add(mailId);
        },
      },
      4,
    );
    await until(() => done.size === jobs.length);
    expect(most).toBe(4);
  });

  it('finishes a job whose worker was killed twice in the middle of it', { timeout: 90_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tenken-kill-'));
    const startedFile = join(folder, 'started');
    const started = async () => (await readFile(startedFile, 'utf8').catch(() => '')).split('\n').slice(0, -1);
    const [job, other] = [mailJob(), mailJob()];
    await queue.wake(job);
    for (const times of [1, 2]) {
      const child = doomedWorker(place.target, startedFile);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await until(async () => (await started()).length === times, 40_000);
      child.kill('SIGKILL');
      await ended;
    }
    expect(await started()).toEqual([job.payload.mailId, job.payload.mailId]);
    await queue.wake(other);
    const done = new Set<string>();
    work({ 'mail.send': async ({ mailId }) => void done.add(mailId) });
    await until(() => done.size === 2, 40_000);
    expect(done).toEqual(new Set([job.payload.mailId, other.payload.mailId]));
    await rm(folder, { recursive: true, force: true });
  });

  it('repeats the sweep, once for each interval however often it was scheduled', async () => {
    let sweeps = 0;
    await queue.schedule('sweep', 400);
    await queue.schedule('sweep', 400);
    work(
      {
        async sweep() {
          sweeps += 1;
        },
      },
      4,
    );
    await until(() => sweeps >= 2);
    const before = sweeps;
    await pause(2_000);
    expect(sweeps - before).toBeGreaterThanOrEqual(2);
    expect(sweeps - before).toBeLessThanOrEqual(7);
    await queue.schedule('sweep', 86_400_000);
  });
});

describe('a Redis that would lose jobs', () => {
  it.each([
    ['is not append-only', ['--maxmemory-policy', 'noeviction'], /appendonly is no and must be yes/],
    [
      'throws keys away',
      ['--appendonly', 'yes', '--maxmemory-policy', 'allkeys-lru'],
      /maxmemory-policy is allkeys-lru/,
    ],
  ])('is refused when it %s', async (_what, settings, message) => {
    const redis = await startRedis(settings);
    await expect(openQueue({ redisUrl: redis.url }, report)).rejects.toThrow(message);
    await redis.stop();
  });
});

function doomedWorker(target: QueueTarget, startedFile: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', DOOMED, JSON.stringify(target), startedFile], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
