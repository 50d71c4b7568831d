import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Counts, countsIn } from './counts';

export interface Check {
  name: string;
  command: string;
  args: readonly string[];
  /** For checks that run tests: what makes the runner write its JSON report into a file. */
  report?: (file: string) => { args?: readonly string[]; env?: Record<string, string> };
}

export interface Outcome {
  ok: boolean;
  seconds: number;
  counts: Counts | null;
  /** What it printed. */
  output: string;
}

/** Runs one check to its end. A runner of tests that ran none has failed. */
export async function runCheck(check: Check): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'tenken-check-'));
  const file = join(folder, 'report.json');
  const began = performance.now();
  try {
    const extra = check.report?.(file) ?? {};
    const { code, output } = await run(check.command, [...check.args, ...(extra.args ?? [])], extra.env ?? {});
    const counts = check.report ? countsIn(file) : null;
    const ran = !check.report || (counts !== null && counts.passed + counts.failed > 0);
    const failed = (counts?.failed ?? 0) > 0;
    return {
      ok: code === 0 && ran && !failed,
      seconds: (performance.now() - began) / 1000,
      counts,
      output: ran ? output : `${output}\nテストが1件も実行されませんでした。 / No test was run.`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env, FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', fail);
    child.on('close', (code) => done({ code, output }));
  });
}
