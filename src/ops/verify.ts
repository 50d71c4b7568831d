import { parseArgs } from 'node:util';
import { loadEnv } from '@/env';
import { asHost, tenantBySlug } from './audit/host';
import { chainReport } from './audit/read-chain';
import { environmentOfRunning } from './embedded/environment';

/**
 * `npm run verify -- --tenant <slug>`: recomputes a bank's audit chain and names the first number at which it was
 * touched. Reads DATABASE_OWNER_URL, or without it the embedded database of a running `npm start`. Exits 1 when it fails.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { tenant: { type: 'string' } } });
  if (!values.tenant) {
    process.stderr.write('npm run verify -- --tenant <slug>\n');
    return 2;
  }
  const given = process.env.DATABASE_OWNER_URL
    ? loadEnv(process.env, ['DATABASE_OWNER_URL'])
    : environmentOfRunning(process.env.DATA_DIR || '.data', 'http://localhost:3000');
  const ownerUrl = given.DATABASE_OWNER_URL ?? '';
  const tenantId = await tenantBySlug(ownerUrl, values.tenant);
  if (tenantId === null) {
    process.stderr.write(`${values.tenant}: このテナントはありません / no such tenant\n`);
    return 2;
  }
  const report = await asHost(ownerUrl, tenantId, (sql) => chainReport(sql, tenantId));
  process.stdout.write(`${JSON.stringify({ tenant: values.tenant, ...report })}\n`);
  return report.ok ? 0 : 1;
}

process.exitCode = await main();
