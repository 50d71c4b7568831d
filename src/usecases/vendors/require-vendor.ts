import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { vendor } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';

/** The vendor's row, locked until the end: whatever belongs to a vendor is changed by one person at a time. */
export async function lockVendor(tx: Transaction, vendorId: string): Promise<typeof vendor.$inferSelect> {
  const [row] = await tx.select().from(vendor).where(eq(vendor.id, vendorId)).for('update');
  if (!row) throw new Refusal('not-found', {});
  return row;
}

/** Refuses a change that began with another version than the one that stands. */
export function requireVersion(row: { version: number }, began: number | null | undefined): void {
  if (row.version !== began) throw new Refusal('stale-record', {});
}
