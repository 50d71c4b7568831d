import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { vendor } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { requireNothingOpen } from './open-assessments';
import { lockVendor, requireVersion } from './require-vendor';
import { versionSchema } from './vendor.schema';

/** Takes a vendor out of the lists of today; its history stays. Refused while a running campaign still asks it. */
export const archiveVendor = command({
  audience: 'bank',
  action: 'vendors.archive',
  input: z.strictObject({ vendorId: z.uuid(), version: versionSchema }),
  output: z.strictObject({ version: z.int() }),
  async run({ tx, scope, now }, { vendorId, version }) {
    const held = await lockVendor(tx, vendorId);
    if (held.archivedAt !== null) return { unchanged: { version: held.version } };
    requireVersion(held, version);
    await requireNothingOpen(tx, { vendorId });
    const [row] = await tx
      .update(vendor)
      .set({ archivedAt: now, version: version + 1 })
      .where(eq(vendor.id, vendorId))
      .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'vendor', row }]);
    return {
      output: { version: row.version },
      events: [{ kind: 'vendor.archived', objects: [vendorId], payload: { digests } }],
    };
  },
});
