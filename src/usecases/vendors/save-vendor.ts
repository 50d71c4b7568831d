import { and, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { vendor } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockVendor, requireVersion } from './require-vendor';
import { vendorFactsSchema, versionSchema } from './vendor.schema';

/** Registers a vendor (`vendorId` null) or changes what the bank states about it. One 法人番号 stands once a bank. */
export const saveVendor = command({
  audience: 'bank',
  action: 'vendors.save',
  input: vendorFactsSchema.extend({ vendorId: z.uuid().nullable(), version: versionSchema.nullable() }),
  output: z.strictObject({ vendorId: z.uuid(), version: z.int() }),
  async run({ tx, scope, now }, { vendorId, version, ...facts }) {
    if (vendorId !== null) requireVersion(await lockVendor(tx, vendorId), version);
    const id = vendorId ?? newId();
    if (facts.corporateNumber !== null) await requireFree(tx, scope.tenantId, facts.corporateNumber, id);
    const [row] =
      vendorId === null
        ? await tx
            .insert(vendor)
            .values({ tenantId: scope.tenantId, id, ...facts, createdAt: now })
            .returning()
        : await tx
            .update(vendor)
            .set({ ...facts, version: (version ?? 0) + 1 })
            .where(eq(vendor.id, id))
            .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'vendor', row }]);
    return {
      output: { vendorId: id, version: row.version },
      events: [
        { kind: vendorId === null ? 'vendor.registered' : 'vendor.changed', objects: [id], payload: { digests } },
      ],
    };
  },
});

/** Two people who state the same number queue up here, so that the second one is told whose it is. */
async function requireFree(tx: Transaction, tenantId: string, corporateNumber: string, ownId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} ${corporateNumber}`}, 0))`);
  const [holder] = await tx
    .select({ name: vendor.name })
    .from(vendor)
    .where(and(eq(vendor.corporateNumber, corporateNumber), ne(vendor.id, ownId)));
  if (holder) throw new Refusal('corporate-number-taken', { vendor: holder.name });
}
