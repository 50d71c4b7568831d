import { asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { assessment, campaign, itemLineage, pinnedItem } from '@/db/schema/campaign';
import { traceLineages } from '@/domain/item-lineage';
import { editionCounterparts } from './edition-counterparts';

/**
 * Works out which question every launched item asks over the years, and writes down what changed: at a launch, and when
 * somebody pairs items of editions. A question that is known otherwise now makes every year's gaps count anew.
 */
export async function keepLineages(tx: Transaction, tenantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`lineages:${tenantId}`}, 0))`);
  const rows = await tx
    .select({
      id: pinnedItem.id,
      itemId: sql<string>`coalesce(${pinnedItem.content} ->> 'id', ${pinnedItem.number})`,
      campaignId: campaign.id,
      editionId: campaign.editionId,
      lineageId: itemLineage.lineageId,
    })
    .from(pinnedItem)
    .innerJoin(campaign, eq(campaign.id, pinnedItem.campaignId))
    .leftJoin(itemLineage, eq(itemLineage.id, pinnedItem.id))
    .where(isNotNull(campaign.launchedAt))
    .orderBy(asc(campaign.referenceDate), asc(campaign.createdAt), asc(campaign.id), asc(pinnedItem.position));
  const campaigns = [...Map.groupBy(rows, (row) => row.campaignId).values()].flatMap((items) => {
    const editionId = items[0]?.editionId;
    return editionId === undefined ? [] : [{ editionId, items }];
  });
  const pairs = await pairsOf(
    tx,
    campaigns.map((each) => each.editionId),
  );
  const lineages = traceLineages(campaigns, (from, to) => pairs.get(`${from} ${to}`) ?? new Map());
  let known = false;
  for (const { items } of campaigns) {
    const changed = items.filter((item) => item.lineageId !== lineages.get(item.id));
    const [first] = changed;
    if (!first) continue;
    known ||= changed.some((item) => item.lineageId !== null);
    await tx.delete(itemLineage).where(eq(itemLineage.campaignId, first.campaignId));
    await tx
      .insert(itemLineage)
      .values(items.map(({ id, campaignId }) => ({ tenantId, id, campaignId, lineageId: lineages.get(id) ?? id })));
  }
  if (known) await tx.update(assessment).set({ gapsSettled: false }).where(eq(assessment.gapsSettled, true));
}

/** The map of every edition in use onto those that a later campaign uses. `used` is by campaign, oldest first. */
async function pairsOf(tx: Transaction, used: readonly string[]) {
  const pairs = new Map<string, ReadonlyMap<string, string>>();
  const editionIds = [...new Set(used)];
  for (const from of editionIds) {
    for (const to of editionIds) {
      if (from === to || used.indexOf(from) > used.lastIndexOf(to)) continue;
      pairs.set(`${from} ${to}`, await editionCounterparts(tx, from, to));
    }
  }
  return pairs;
}
