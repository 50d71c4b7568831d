import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { vendor } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockVendor, requireVersion } from './require-vendor';
import { versionSchema } from './vendor.schema';

/** Brings an archived vendor back into the lists. */
export const restoreVendor = command({
  audience: 'bank',
  action: 'vendors.restore',
  input: z.strictObject({ vendorId: z.uuid(), version: versionSchema }),
  output: z.strictObject({ version: z.int() }),
  async run({ tx, scope, now }, { vendorId, version }) {
    const held = await lockVendor(tx, vendorId);
    if (held.archivedAt === null) return { unchanged: { version: held.version } };
    requireVersion(held, version);
    const [row] = await tx
      .update(vendor)
      .set({ archivedAt: null, version: version + 1 })
      .where(eq(vendor.id, vendorId))
      .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'vendor', row }]);
    return {
      output: { version: row.version },
      events: [{ kind: 'vendor.restored', objects: [vendorId], payload: { digests } }],
    };
  },
});
