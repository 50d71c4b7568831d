import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '@/adapters/clock';
import { accounts } from '@/auth/accounts';
import { linkHash } from '@/auth/secrets';
import { loadEnv } from '@/env';
import { environmentOfRunning } from '../embedded/environment';
import { PlainFailure } from '../plain-failure';
import { changeTenantStatus, listTenants } from './change-status';
import { createBank, newBankSchema } from './new-bank';
import { openToCodes } from './open-to-codes';

const USAGE = `npm run tenant -- create --slug <a-z0-9-> --name <銀行名> --name-en <name> [--self-term 当行|当金庫|当社]
    --administrator-name <氏名> --administrator-address <address>
npm run tenant -- suspend --slug <slug> --reason <why>
npm run tenant -- resume --slug <slug> --reason <why>
npm run tenant -- codes --slug <slug> --reason <why>
npm run tenant -- list
`;

const OPTIONS = {
  slug: { type: 'string' },
  name: { type: 'string' },
  'name-en': { type: 'string' },
  'self-term': { type: 'string', default: '当行' },
  'administrator-name': { type: 'string' },
  'administrator-address': { type: 'string' },
  reason: { type: 'string' },
} as const;

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** What was typed; null for what the usage doesn't know. */
function read(typed: string[]) {
  try {
    const { values, positionals } = parseArgs({ args: typed, options: OPTIONS, allowPositionals: true });
    return positionals.length === 1 ? { values, verb: positionals[0] } : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The owner's address of the database, with the rest of the environment in place. Looks only, makes nothing. */
function reachDatabase(): string {
  const folder = process.env.DATA_DIR || '.data';
  if (!process.env.DATABASE_OWNER_URL && !existsSync(join(folder, 'ports.json'))) {
    throw new PlainFailure(
      'npm start が動いていません。DATABASE_OWNER_URL を指定するか、先に起動してください。 / Name DATABASE_OWNER_URL, or run npm start first.',
    );
  }
  const given = process.env.DATABASE_OWNER_URL
    ? loadEnv(process.env, ['DATABASE_OWNER_URL', 'DATABASE_URL', 'TENKEN_SECRET'])
    : environmentOfRunning(folder, process.env.TENKEN_URL || 'http://localhost:3000');
  Object.assign(process.env, given);
  return given.DATABASE_OWNER_URL ?? '';
}

/**
 * The host's command: makes, suspends, resumes and lists banks, lets one in by codes again, and reaches no answer. Reads DATABASE_OWNER_URL and
 * DATABASE_URL, or without them the embedded database of a running `npm start`. Exits 2 when it is asked wrongly.
 */
async function main(): Promise<number> {
  const asked = read(process.argv.slice(2));
  if (asked === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { values, verb } = asked;
  if (verb === 'list') {
    const ownerUrl = reachDatabase();
    for (const tenant of await listTenants(ownerUrl)) say(tenant);
    return 0;
  }
  if (verb === 'create') {
    const { reason: _reason, ...order } = values;
    const parsed = newBankSchema.safeParse(order);
    if (!parsed.success) {
      const wrong = [...new Set(parsed.error.issues.map((issue) => `--${String(issue.path[0])}`))].join(' ');
      process.stderr.write(`指定が足りないか、正しくありません / missing or wrong: ${wrong}\n${USAGE}`);
      return 2;
    }
    const outside = { clock: systemClock, accounts, linkHash, wake: async () => undefined };
    const { tenantId } = await createBank(reachDatabase(), outside, parsed.data);
    say({ created: parsed.data.slug, tenantId });
    return 0;
  }
  if (verb === 'codes' && values.slug && values.reason) {
    const order = { reason: values.reason, now: systemClock.now() };
    say({ slug: values.slug, changed: await openToCodes(reachDatabase(), values.slug, order) });
    return 0;
  }
  if ((verb === 'suspend' || verb === 'resume') && values.slug && values.reason) {
    const status = verb === 'suspend' ? 'suspended' : 'active';
    const changed = await changeTenantStatus(reachDatabase(), values.slug, {
      status,
      reason: values.reason,
      now: systemClock.now(),
    });
    say({ slug: values.slug, status, changed });
    return 0;
  }
  process.stderr.write(USAGE);
  return 2;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof PlainFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
process.exit();
