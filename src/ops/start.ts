import { existsSync } from 'node:fs';
import { EnvError, namesServers } from '@/env';
import { PlainFailure } from './plain-failure';
import { type Running, startEmbedded } from './product/start-embedded';
import { startOnServers } from './product/start-on-servers';
import { Stops } from './product/stops';

const stops = new Stops();
const say = (line: string) => process.stdout.write(`${line}\n`);

async function stopAndExit(): Promise<never> {
  if (!stops.stopping) say('\n停止しています / Stopping …');
  await stops.all();
  process.exit(0);
}
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, stopAndExit);

async function showRunning(running: Running): Promise<void> {
  say(`\n点検 Tenken  ${running.url}`);
  if (running.mailboxUrl === null) return;
  const { DEMO_SIGN_INS } = await import('./demo/seed');
  say(
    `受信箱 Mailbox  ${running.mailboxUrl}  （確認コードやご案内のメールはここに届きます / codes and mails arrive here）`,
  );
  say('\nお試し用のサインイン / Demo sign-ins');
  for (const { bank, name, role, address } of DEMO_SIGN_INS) say(`  ${address}  ${bank}  ${name}  ${role}`);
  say(`\nデータ・記録 Data and logs  ${running.dataFolder}    停止 Stop: Ctrl-C`);
}

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const running = namesServers(process.env) ? await startOnServers(stops, say) : await startEmbedded(stops, say);
  await showRunning(running);
  process.send?.({ running });
} catch (error) {
  if (!stops.stopping) {
    const plain = error instanceof PlainFailure || error instanceof EnvError;
    process.stderr.write(`${plain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    await stops.all();
    process.exit(1);
  }
}
