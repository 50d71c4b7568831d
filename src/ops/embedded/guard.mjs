// Runs PostgreSQL and stops it when its own standard input ends, which happens however the starter dies, kill -9
// included. Its own session, so that a terminal's Ctrl-C reaches the starter only, and the order of stopping is ours.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';

const [serialised = '{}'] = process.argv.slice(2);
const { postgres, args, user, log } = JSON.parse(serialised);
const output = openSync(log, 'a', 0o600);
const server = spawn(postgres, args, { cwd: '/', stdio: ['ignore', output, output], ...user });

const stop = () => {
  server.kill('SIGINT');
  setTimeout(() => server.kill('SIGQUIT'), 20_000).unref();
};
process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
server.on('error', () => process.exit(1));
server.on('exit', (code) => process.exit(code ?? 1));
