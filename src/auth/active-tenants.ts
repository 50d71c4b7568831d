import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { tenant } from '@/db/schema/platform';

/** The banks that are served; nothing leaves for one that its host has suspended. */
export async function activeTenants(tx: Transaction): Promise<Set<string>> {
  const rows = await tx.select({ id: tenant.id }).from(tenant).where(eq(tenant.status, 'active'));
  return new Set(rows.map((row) => row.id));
}

export async function isActiveTenant(tx: Transaction, tenantId: string): Promise<boolean> {
  return (await tx.$count(tenant, and(eq(tenant.id, tenantId), eq(tenant.status, 'active')))) > 0;
}
