import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { STANDALONE } from '../product/build';

export interface WebServer {
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Still the process that was started. */
  alive(): boolean;
  /** Resident memory now, in bytes; 0 where it runs no more. */
  memory(): number;
}

/** The built web server under the process's own environment, to be watched, killed without a word and started again. */
export function webServer(port: number): WebServer {
  let child: ChildProcess | null = null;
  const alive = () => child !== null && child.exitCode === null && child.signalCode === null;
  return {
    alive,
    memory() {
      try {
        const status = readFileSync(`/proc/${child?.pid}/status`, 'utf8');
        return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
      } catch {
        return 0;
      }
    },
    async start() {
      child = spawn(process.execPath, ['server.js'], {
        cwd: resolve(STANDALONE),
        env: { ...process.env, NODE_ENV: 'production', PORT: String(port), HOSTNAME: '127.0.0.1' },
        stdio: 'ignore',
      });
      while (!(await responds(port))) await pause(50);
    },
    async kill() {
      if (child === null || !alive()) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function responds(port: number): Promise<boolean> {
  try {
    await (await fetch(`http://127.0.0.1:${port}/icon.svg`, { redirect: 'manual' })).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
