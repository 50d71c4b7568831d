import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { service } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockVendor, requireVersion } from './require-vendor';
import { serviceFactsSchema, versionSchema } from './vendor.schema';

/** Adds a service to a vendor (`serviceId` null) or changes it. Assessments under way keep the kinds they began with. */
export const saveService = command({
  audience: 'bank',
  action: 'vendors.saveService',
  input: serviceFactsSchema.extend({
    vendorId: z.uuid(),
    serviceId: z.uuid().nullable(),
    version: versionSchema.nullable(),
  }),
  output: z.strictObject({ serviceId: z.uuid() }),
  async run({ tx, scope, now }, { vendorId, serviceId, version, ...facts }) {
    await lockVendor(tx, vendorId);
    const id = serviceId ?? newId();
    if (serviceId !== null) {
      const [held] = await tx
        .select({ version: service.version })
        .from(service)
        .where(and(eq(service.id, serviceId), eq(service.vendorId, vendorId)));
      if (!held) throw new Refusal('not-found', {});
      requireVersion(held, version);
    }
    const [row] =
      serviceId === null
        ? await tx
            .insert(service)
            .values({ tenantId: scope.tenantId, id, vendorId, ...facts })
            .returning()
        : await tx
            .update(service)
            .set({ ...facts, version: (version ?? 0) + 1 })
            .where(eq(service.id, id))
            .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'service', row }]);
    return {
      output: { serviceId: id },
      events: [{ kind: 'service.saved', objects: [id, vendorId], payload: { digests } }],
    };
  },
});
