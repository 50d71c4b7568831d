import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { vendor, vendorContact } from '@/db/schema/bank';
import { addressSchema } from '@/domain/address';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';

/** Names the primary contact of a vendor: the one who gets the link. Links that are out already keep their address. */
export const saveContact = command({
  audience: 'bank',
  action: 'vendors.saveContact',
  input: z.strictObject({
    vendorId: z.uuid(),
    name: freeTextSchema(100).refine((name) => name.trim() !== ''),
    department: freeTextSchema(100),
    address: addressSchema,
    language: z.enum(['ja', 'en']),
  }),
  output: z.strictObject({ contactId: z.uuid() }),
  async run({ tx, scope, now }, { vendorId, ...facts }) {
    const [owner] = await tx.select({ id: vendor.id }).from(vendor).where(eq(vendor.id, vendorId)).for('update');
    if (!owner) throw new Refusal('not-found', {});
    const [primary] = await tx
      .select()
      .from(vendorContact)
      .where(and(eq(vendorContact.vendorId, vendorId), eq(vendorContact.kind, 'primary')));
    const [row] = primary
      ? await tx
          .update(vendorContact)
          .set({ ...facts, bouncedAt: null, version: primary.version + 1 })
          .where(eq(vendorContact.id, primary.id))
          .returning()
      : await tx
          .insert(vendorContact)
          .values({ tenantId: scope.tenantId, id: newId(), vendorId, kind: 'primary', ...facts })
          .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'contact', row }]);
    return {
      output: { contactId: row.id },
      events: [{ kind: 'contact.saved', objects: [row.id, vendorId], payload: { digests } }],
    };
  },
});
