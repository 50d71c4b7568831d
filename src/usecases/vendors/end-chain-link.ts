import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { chainLink } from '@/db/schema/vendor-register';
import { calendarDateSchema } from '@/domain/calendar-date';
import { linksBelow } from '@/domain/chain-tree';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockVendor, requireVersion } from './require-vendor';
import { versionSchema } from './vendor.schema';

/** Ends a link as of a day, and with it what stands below and has not ended; `endedOn` null takes its own end back. */
export const endChainLink = command({
  audience: 'bank',
  action: 'vendors.endChainLink',
  input: z.strictObject({
    chainLinkId: z.uuid(),
    version: versionSchema,
    endedOn: calendarDateSchema.nullable(),
  }),
  output: z.strictObject({ ended: z.int() }),
  async run({ tx, scope, now }, { chainLinkId, version, endedOn }) {
    const [named] = await tx
      .select({ vendorId: chainLink.vendorId })
      .from(chainLink)
      .where(eq(chainLink.id, chainLinkId));
    if (!named) throw new Refusal('not-found', {});
    await lockVendor(tx, named.vendorId);
    const links = await tx.select().from(chainLink).where(eq(chainLink.vendorId, named.vendorId));
    const held = links.find((link) => link.id === chainLinkId);
    if (!held) throw new Refusal('not-found', {});
    requireVersion(held, version);
    const below = endedOn === null ? new Set<string>() : linksBelow(links, chainLinkId);
    const concerned = links.filter((link) => link.id === chainLinkId || (below.has(link.id) && link.endedOn === null));
    const changed = [];
    for (const link of concerned) {
      const [row] = await tx
        .update(chainLink)
        .set({ endedOn, version: link.version + 1 })
        .where(eq(chainLink.id, link.id))
        .returning();
      if (row) changed.push({ noun: 'chain_link' as const, row });
    }
    const digests = await recordRevisions(tx, { now, by: scope.actor }, changed);
    return {
      output: { ended: changed.length },
      events: [
        {
          kind: endedOn === null ? 'chain_link.resumed' : 'chain_link.ended',
          objects: [
            chainLinkId,
            ...changed.map(({ row }) => row.id).filter((id) => id !== chainLinkId),
            named.vendorId,
          ],
          payload: { endedOn, digests },
        },
      ],
    };
  },
});
