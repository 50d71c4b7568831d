import { hkdfSync } from 'node:crypto';
import { z } from 'zod';

/** PostgreSQL or Redis or SMTP: an absolute URL with one of the given schemes. */
const url = (...schemes: string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), {
    error: `${schemes.map((scheme) => `${scheme}//…`).join(' | ')}`,
  });

const schema = z.object({
  /** The serving login: owns nothing, may only become the product's roles. */
  DATABASE_URL: url('postgres:', 'postgresql:'),
  /** The owner, for migrations only; web and worker need not know it. */
  DATABASE_OWNER_URL: url('postgres:', 'postgresql:').optional(),
  /** Absent: the queue lives in PostgreSQL. */
  REDIS_URL: url('redis:', 'rediss:').optional(),
  SMTP_URL: url('smtp:', 'smtps:'),
  /** At least 32 bytes; every key is derived from it. */
  TENKEN_SECRET: z.string().refine((value) => Buffer.byteLength(value) >= 32, { error: '≥ 32 bytes' }),
  /** The public origin, without path; links in mails begin with it and Host is pinned to it. */
  TENKEN_URL: url('http:', 'https:').transform((value) => new URL(value).origin),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, { error: 'name@example.com | "Name <name@example.com>"' }),
  /** Where evidence is kept: a folder of this machine, or one that all machines mount. This or S3_BUCKET. */
  EVIDENCE_DIR: z.string().optional(),
  /** The bucket that evidence is kept in, instead of a folder. */
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().optional(),
  /** A server that speaks S3; absent: Amazon's own. */
  S3_ENDPOINT: url('http:', 'https:').optional(),
  /** Both or neither: without them, what the machine itself may do (its role, its profile). */
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** https://host/bucket/key instead of https://bucket.host/key. */
  S3_PATH_STYLE: z
    .enum(['0', '1'])
    .optional()
    .transform((value) => value === '1'),
  /** clamd; absent: evidence is marked as not scanned. */
  CLAMD_URL: url('tcp:', 'unix:').optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** Embedded mode only: where the database, its secrets and logs are kept. */
  DATA_DIR: z.string().default('.data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Set by `npm start` when it runs the embedded database. */
  TENKEN_EMBEDDED: z
    .literal('1')
    .optional()
    .transform((value) => value === '1'),
});

export type Env = z.output<typeof schema>;

/** The message names every variable that is missing or malformed, in Japanese and English, and never a value. */
export class EnvError extends Error {
  override name = 'EnvError';
  constructor(readonly variables: readonly string[]) {
    const list = variables.join(', ');
    super(
      `環境変数が足りないか、正しくありません: ${list}（.env.example をご覧ください）\n` +
        `Missing or malformed environment variables: ${list} (see .env.example)`,
    );
  }
}

type Source = Record<string, string | undefined>;

/** What is wrong about the place for evidence, a variable each: none of two, both, or a bucket half described. */
function faultsOfEvidence(given: Source): string[] {
  const { EVIDENCE_DIR: folder, S3_BUCKET: bucket, DATABASE_URL, TENKEN_EMBEDDED } = given;
  const aboutS3 = Object.keys(given).some((name) => name.startsWith('S3_'));
  if (folder && aboutS3) return ['EVIDENCE_DIR | S3_BUCKET'];
  if (!aboutS3) return folder || !DATABASE_URL || TENKEN_EMBEDDED ? [] : ['EVIDENCE_DIR | S3_BUCKET'];
  const needed = ['S3_REGION'];
  if (!bucket) needed.push('S3_BUCKET');
  if (given.S3_ACCESS_KEY_ID) needed.push('S3_SECRET_ACCESS_KEY');
  if (given.S3_SECRET_ACCESS_KEY) needed.push('S3_ACCESS_KEY_ID');
  return needed.filter((name) => !given[name]);
}

/** Parses a set of environment variables; an empty one counts as absent. Throws EnvError. */
export function loadEnv(source: Source, alsoRequired: readonly (keyof Env)[] = []): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  const wrong = new Map<string, string>(alsoRequired.filter((name) => !(name in given)).map((name) => [name, name]));
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    wrong.set(name, name in given ? `${name} (${issue.message})` : name);
  }
  for (const fault of faultsOfEvidence(given)) wrong.set(fault, fault);
  if (!parsed.success || wrong.size > 0) throw new EnvError([...wrong.values()]);
  return parsed.data;
}

/** Whether servers of one's own were named: nothing is embedded or seeded then, and every one must be given. */
export function namesServers(source: Source): boolean {
  return [source.DATABASE_URL, source.DATABASE_OWNER_URL, source.REDIS_URL, source.SMTP_URL].some(Boolean);
}

let parsed: Env | undefined;

/** The process's environment, parsed at first use; next-auth's own variables are derived from it. Throws EnvError. */
export function env(): Env {
  if (!parsed) {
    parsed = loadEnv(process.env);
    process.env.NEXTAUTH_URL = parsed.TENKEN_URL;
    process.env.NEXTAUTH_SECRET = Buffer.from(
      hkdfSync('sha256', parsed.TENKEN_SECRET, 'tenken', 'next-auth', 32),
    ).toString('hex');
  }
  return parsed;
}
