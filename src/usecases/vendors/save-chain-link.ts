import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { chainLink } from '@/db/schema/vendor-register';
import { closesCycle } from '@/domain/chain-tree';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockVendor, requireVersion } from './require-vendor';
import { chainLinkFactsSchema, versionSchema } from './vendor.schema';

/** Records a company behind a vendor, below the vendor itself (`parentId` null) or below another link of the same chain. */
export const saveChainLink = command({
  audience: 'bank',
  action: 'vendors.saveChainLink',
  input: chainLinkFactsSchema.extend({
    vendorId: z.uuid(),
    chainLinkId: z.uuid().nullable(),
    parentId: z.uuid().nullable(),
    version: versionSchema.nullable(),
  }),
  output: z.strictObject({ chainLinkId: z.uuid() }),
  async run({ tx, scope, now }, { vendorId, chainLinkId, parentId, version, ...facts }) {
    await lockVendor(tx, vendorId);
    const links = await tx.select().from(chainLink).where(eq(chainLink.vendorId, vendorId));
    const held = links.find((link) => link.id === chainLinkId);
    if (chainLinkId !== null && !held) throw new Refusal('not-found', {});
    if (parentId !== null && !links.some((link) => link.id === parentId)) throw new Refusal('not-found', {});
    if (held) requireVersion(held, version);
    if (held && closesCycle(links, held.id, parentId)) throw new Refusal('chain-cycle', {});
    const [row] = held
      ? await tx
          .update(chainLink)
          .set({ ...facts, parentId, version: held.version + 1 })
          .where(eq(chainLink.id, held.id))
          .returning()
      : await tx
          .insert(chainLink)
          .values({ tenantId: scope.tenantId, id: newId(), vendorId, parentId, ...facts })
          .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'chain_link', row }]);
    return {
      output: { chainLinkId: row.id },
      events: [{ kind: 'chain_link.saved', objects: [row.id, vendorId], payload: { digests } }],
    };
  },
});
