import { readdirSync } from 'node:fs';
import postgres from 'postgres';
import { fromBufferPromise } from 'yauzl';

const ZIP = Buffer.from('504b0304', 'hex');

/** What a file says, all parts of a workbook included: those that no program shows as well. */
export async function textOf(file: Uint8Array): Promise<string> {
  const bytes = Buffer.from(file);
  if (!bytes.subarray(0, ZIP.length).equals(ZIP)) return bytes.toString('utf8');
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const parts: Buffer[] = [];
  for await (const entry of zip.eachEntry()) {
    parts.push(Buffer.from(entry.fileName));
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The addresses of every page below a folder of `app/`, `idOf` its own parameters. Throws for one that has no id. */
export function pagesIn(folder: string, idOf: (name: string, route: string) => string | undefined): string[] {
  const pages = readdirSync(`src/app/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('page.tsx'))
    .map((path) =>
      `/${path.replace(/\/?page\.tsx$/, '')}`.replaceAll(/\[(\w+)\]/g, (_all, name: string) => {
        const id = idOf(name, path);
        if (id === undefined) throw new Error(`no ${name} to look at ${path} with`);
        return id;
      }),
    );
  if (pages.length === 0) throw new Error(`no page in ${folder}`);
  return pages;
}

/** Every row that a role reads in its bank's plane, as text: nothing that its pages and files say comes from elsewhere. */
export async function rowsReadBy(
  superUrl: string,
  standing: { role: 'tenken_bank' | 'tenken_auditor'; tenantId: string; memberId: string },
): Promise<string> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => undefined });
  const { role, tenantId, memberId } = standing;
  const text = await sql.begin(async (tx) => {
    await tx`select set_config('role', ${role}, true), set_config('app.tenant_id', ${tenantId}, true),
      set_config('app.member_id', ${memberId}, true)`;
    const tables = await tx<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'tenant'
      where c.relkind = 'r' and has_table_privilege(c.oid, 'SELECT') order by 1`;
    const rows = [];
    for (const { name } of tables)
      rows.push(...(await tx<{ row: string }[]>`select t::text as row from ${tx(`tenant.${name}`)} t`));
    return rows.map(({ row }) => row).join('\n');
  });
  await sql.end();
  return text;
}

/** Everything that the database holds, as text; the queue's tables apart from the rest. */
export async function dumpOf(superUrl: string): Promise<{ all: string; queue: string }> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => undefined });
  const tables = await sql<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)' order by 1, 2`;
  const dumped = { all: '', queue: '' };
  for (const { schema, name } of tables) {
    const rows = await sql<{ row: string }[]>`select t::text as row from ${sql(`${schema}.${name}`)} t`;
    const text = rows.map(({ row }) => `${row}\n`).join('');
    dumped.all += text;
    if (schema === 'queue') dumped.queue += text;
  }
  await sql.end();
  return dumped;
}
