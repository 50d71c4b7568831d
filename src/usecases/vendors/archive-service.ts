import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { service } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { requireNothingOpen } from './open-assessments';
import { lockVendor, requireVersion } from './require-vendor';
import { versionSchema } from './vendor.schema';

/** Puts a service away, or takes it back (`archived` false). Refused while a running campaign still asks about it. */
export const archiveService = command({
  audience: 'bank',
  action: 'vendors.archiveService',
  input: z.strictObject({ serviceId: z.uuid(), version: versionSchema, archived: z.boolean() }),
  output: z.strictObject({}),
  async run({ tx, scope, now }, { serviceId, version, archived }) {
    const [named] = await tx.select({ vendorId: service.vendorId }).from(service).where(eq(service.id, serviceId));
    if (!named) throw new Refusal('not-found', {});
    const { vendorId } = named;
    await lockVendor(tx, vendorId);
    const [held] = await tx.select().from(service).where(eq(service.id, serviceId));
    if (!held) throw new Refusal('not-found', {});
    if ((held.archivedAt !== null) === archived) return { unchanged: {} };
    requireVersion(held, version);
    if (archived) await requireNothingOpen(tx, { vendorId, serviceId });
    const [row] = await tx
      .update(service)
      .set({ archivedAt: archived ? now : null, version: version + 1 })
      .where(eq(service.id, serviceId))
      .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'service', row }]);
    return {
      output: {},
      events: [
        {
          kind: archived ? 'service.archived' : 'service.restored',
          objects: [serviceId, vendorId],
          payload: { digests },
        },
      ],
    };
  },
});
