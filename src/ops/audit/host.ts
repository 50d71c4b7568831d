import postgres, { type TransactionSql } from 'postgres';

/** Runs as the host (who keeps the platform): the chain of one tenant, never its answers. */
export async function asHost<T>(
  ownerUrl: string,
  tenantId: string | null,
  work: (sql: TransactionSql) => Promise<T>,
): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const result = await sql.begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${tenantId ?? ''}, true)`;
      if (tenantId !== null) await tx`set local role tenken_host`;
      return { value: await work(tx) };
    });
    return result.value as T;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** A tenant's id by its short name; null when there is none. */
export async function tenantBySlug(ownerUrl: string, slug: string): Promise<string | null> {
  return asHost(ownerUrl, null, async (sql) => {
    const [row] = await sql<{ id: string }[]>`select id from platform.tenant where slug = ${slug}`;
    return row?.id ?? null;
  });
}
