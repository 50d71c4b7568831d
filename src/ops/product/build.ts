import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { PlainFailure } from '../plain-failure';

/** The standalone output: the web server with everything that it serves. */
export const STANDALONE = join('.next', 'standalone');
const MARK = join('.next', 'tenken-build');
const SOURCES = [
  'src/**',
  'public/**',
  'drizzle/*.sql',
  '*.config.*',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const NOT_BUILT = /\.test\.tsx?$|^src\/ops\/(?!migrate\.ts|plain-failure\.ts)/;

/** Builds web, worker and migrate when a source has changed since the last build; says whether it did. */
export async function buildWhenChanged(say: (line: string) => void): Promise<boolean> {
  const wanted = hashOfSources();
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted && existsSync(join(STANDALONE, 'server.js')))
    return false;
  say('画面をビルドしています（1分ほどかかります） / Building the pages (about a minute) …');
  await buildAll();
  writeFileSync(MARK, wanted);
  return true;
}

async function buildAll(): Promise<void> {
  rmSync(MARK, { force: true });
  rmSync(STANDALONE, { recursive: true, force: true });
  await nextBuild();
  cpSync(join('.next', 'static'), join(STANDALONE, '.next', 'static'), { recursive: true });
  cpSync('public', join(STANDALONE, 'public'), { recursive: true });
  await bundleProgram('src/worker/main.ts', 'worker.mjs');
  // The worker starts it as a thread from beside itself, the web server from where it runs.
  await bundleProgram('src/adapters/xlsx/read-thread.ts', 'read-thread.mjs');
  cpSync(join('dist', 'read-thread.mjs'), join(STANDALONE, 'read-thread.mjs'));
  await bundleProgram('src/ops/migrate.ts', 'migrate.mjs');
}

function nextBuild(): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const keep = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', fail);
    child.on('exit', (code) => {
      if (code === 0) done();
      else fail(new PlainFailure(`${printed}\nnext build に失敗しました。 / next build failed (${code}).`));
    });
  });
}

/** One file that needs no packages beside it; CommonJS inside it finds the `require` that it expects. */
async function bundleProgram(entry: string, output: string): Promise<void> {
  await bundle({
    entryPoints: [entry],
    outfile: join('dist', output),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: 'linked',
    external: ['pg-native', 'msgpackr-extract'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'silent',
  });
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(process.version);
  const files = globSync(SOURCES, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    if (!NOT_BUILT.test(file)) hash.update(file).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

if (import.meta.main) {
  try {
    await buildWhenChanged((line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
