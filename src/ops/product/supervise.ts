import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** After this long without dying a child is sound again. */
const SOUND_AFTER_MS = 60_000;
const STOP_WITHIN_MS = 10_000;

export interface ChildPlan {
  name: string;
  /** Node's own arguments: the program and what it is given. */
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Where its output goes; null: to this process's own. */
  log: string | null;
}

export interface Supervised {
  readonly name: string;
  readonly deaths: number;
  stop(): Promise<void>;
}

/** Keeps a Node program running: restarts it when it dies, later each time, and says so. */
export function supervise(plan: ChildPlan, say: (line: string) => void): Supervised {
  let child: ChildProcess;
  let stopping = false;
  let pause = FIRST_PAUSE_MS;
  let deaths = 0;
  let restart: NodeJS.Timeout | undefined;

  const run = () => {
    child = spawnWithLifeline(plan);
    const born = performance.now();
    child.once('exit', (code, signal) => {
      if (stopping) return;
      deaths += 1;
      if (performance.now() - born > SOUND_AFTER_MS) pause = FIRST_PAUSE_MS;
      say(
        `${plan.name} が終了しました（${signal ?? code}）。再起動します。 / ${plan.name} ended (${signal ?? code}); restarting.`,
      );
      restart = setTimeout(run, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    });
  };
  run();
  return {
    name: plan.name,
    get deaths() {
      return deaths;
    },
    async stop() {
      stopping = true;
      clearTimeout(restart);
      await ended(child);
    },
  };
}

/** In a session of its own, so that a terminal's Ctrl-C reaches this process only and the order of stopping is ours. */
function spawnWithLifeline(plan: ChildPlan): ChildProcess {
  const output = plan.log === null ? 'inherit' : openSync(plan.log, 'a', 0o600);
  const lifeline = new URL('./lifeline.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', lifeline, ...plan.args], {
    cwd: plan.cwd,
    env: plan.env,
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  if (typeof output === 'number') closeSync(output);
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((done) => child.once('exit', () => done()));
  const hard = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  child.kill('SIGTERM');
  await exit;
  clearTimeout(hard);
}

/** The arguments that run a TypeScript program of `ops/` with the project's loader. */
export function typescriptProgram(url: URL): string[] {
  return ['--import', import.meta.resolve('tsx'), fileURLToPath(url)];
}
