// Runs on the machine's own Node, before anything is installed: installs what is missing, then goes on under the
// project's own Node with start.ts or test.ts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const command = process.argv[2];
if (command !== 'start' && command !== 'test') {
  process.stderr.write('node src/ops/begin.mjs start | test\n');
  process.exit(1);
}
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Node.js 20.19 以降が必要です（現在 ${process.version}）。 / Node.js 20.19 or later is needed (this is ${process.version}).\n`,
  );
  process.exit(1);
}

process.env.NEXT_TELEMETRY_DISABLED = '1';
installWhatIsMissing();

const node = join(root, 'node_modules', '.bin', 'node');
const child = spawn(node, ['--import', 'tsx', `src/ops/${command}.ts`, ...process.argv.slice(3)], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
// A terminal sends Ctrl-C to the child as well; what is sent to this process alone is passed on.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`${node}: ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

// npm killed without a chance to pass it on: the child must not run on unseen.
const parent = process.ppid;
if (process.env.npm_lifecycle_event === command) {
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 1000).unref();
}

function installWhatIsMissing() {
  const mark = join(root, 'node_modules', '.tenken-lock-hash');
  const wanted = lockHash();
  if (
    existsSync(mark) &&
    readFileSync(mark, 'utf8') === wanted &&
    existsSync(join(root, 'node_modules', '.bin', 'node'))
  ) {
    return;
  }
  process.stdout.write('パッケージを用意しています（npm install、数分かかることがあります） / Installing packages …\n');
  const npm = process.env.npm_execpath;
  const args = ['install', '--no-audit', '--no-fund'];
  const installed = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit' });
  if (installed.status !== 0) {
    process.stderr.write('npm install に失敗しました。上の表示をご確認ください。 / npm install failed; see above.\n');
    process.exit(1);
  }
  writeFileSync(mark, lockHash());
}

function lockHash() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) {
    const path = join(root, file);
    hash.update(existsSync(path) ? readFileSync(path) : '');
  }
  return hash.digest('hex');
}
