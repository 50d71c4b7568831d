import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { PlainFailure } from '../plain-failure';
import { UNPRIVILEGED } from './home';
import { commandLine, findPrograms, type Programs, runProgram } from './programs';

/** How long PostgreSQL may take to become ready, recovery after a crash included. */
const READY_WITHIN_MS = 60_000;

export interface ClusterPlan {
  /** Where data, programs (if they must be copied) and the log are put. */
  folder: string;
  port: number;
  superPassword: string;
  /** For tests only: gives up durability for speed. */
  volatile?: boolean;
}

export interface Cluster {
  superUrl: string;
  /** Settles when PostgreSQL has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL on loopback, making its data folder at first and recovering what a killed start left behind. */
export async function startCluster(plan: ClusterPlan): Promise<Cluster> {
  const programs = await findPrograms(plan.folder);
  const place = join(plan.folder, 'postgres');
  const data = join(place, 'data');
  mkdirSync(place, { recursive: true, mode: 0o700 });
  if (UNPRIVILEGED.uid !== undefined) chownSync(place, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
  await stopLeftover(programs, data);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(programs, place, data, plan.superPassword);

  const guard = spawnGuard(programs, place, data, plan);
  const ended = new Promise<void>((done) => guard.once('exit', () => done()));
  const superUrl = `postgres://postgres:${plan.superPassword}@127.0.0.1:${plan.port}/postgres`;
  await untilReady(superUrl, guard, join(place, 'log'));
  const stop = async () => {
    guard.stdin?.end();
    await ended;
  };
  return { superUrl, ended, stop };
}

/** UTF-8 whatever the machine's locale is, and Japanese order. A folder that a killed start left half-made is made anew. */
async function initialise(programs: Programs, place: string, data: string, password: string): Promise<void> {
  const passwordFile = join(place, 'password');
  const made = join(place, 'data.new');
  rmSync(made, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (UNPRIVILEGED.uid !== undefined) chownSync(passwordFile, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
  try {
    await runProgram(programs.initdb, [
      `--pgdata=${made}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=icu',
      '--icu-locale=ja-JP',
    ]);
    renameSync(made, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function spawnGuard(programs: Programs, place: string, data: string, plan: ClusterPlan): ChildProcess {
  const settings = {
    port: plan.port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    // Details repeat the values of rows: answers, addresses.
    log_error_verbosity: 'terse',
    ...(plan.volatile ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const order = { postgres: programs.postgres, args, user: UNPRIVILEGED, log: join(place, 'log') };
  return spawn(process.execPath, [fileURLToPath(new URL('./guard.mjs', import.meta.url)), JSON.stringify(order)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
}

/** Stops a PostgreSQL that outlived its guard; a note about a process that is something else by now is thrown away. */
async function stopLeftover(programs: Programs, data: string): Promise<void> {
  const note = join(data, 'postmaster.pid');
  if (!existsSync(note)) return;
  const pid = Number.parseInt(readFileSync(note, 'utf8'), 10);
  if (commandLine(pid).includes('postgres')) {
    await runProgram(programs.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60']);
  } else {
    rmSync(note, { force: true });
  }
}

async function untilReady(url: string, guard: ChildProcess, log: string): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  while (guard.exitCode === null && performance.now() < until) {
    if (await answers(url)) return;
    await pause(50);
  }
  guard.stdin?.end();
  throw new PlainFailure(
    `PostgreSQL が起動しません。記録 ${log} をご確認ください。 / PostgreSQL did not start; see its log ${log}`,
  );
}

async function answers(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await client`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await client.end({ timeout: 1 });
  }
}
