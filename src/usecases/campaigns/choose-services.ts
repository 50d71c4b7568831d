import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { service } from '@/db/schema/bank';
import { campaignTarget } from '@/db/schema/campaign';
import { Refusal } from '@/domain/refusal';
import { wavesOf } from '@/domain/wave';
import { command } from '../command';
import { requireCampaign } from './require-campaign';
import { requireDraftCampaign } from './require-draft-campaign';
import { type ServiceSearch, serviceLines, serviceSearchSchema } from './service-lines';

const MAX_NAMED_SERVICES = 500;

/**
 * Takes services into a campaign in preparation, moves them to another wave, or takes them out: those named, or every
 * one that a search finds.
 */
export const chooseServices = command({
  audience: 'bank',
  action: 'campaigns.chooseServices',
  input: z.strictObject({
    campaignId: z.uuid(),
    change: z.enum(['add', 'remove']),
    /** For what is added; from 1. */
    wave: z.int().min(1),
    serviceIds: z.array(z.uuid()).max(MAX_NAMED_SERVICES, { error: 'batch-too-large' }),
    /** Null: those named. */
    matching: serviceSearchSchema.nullable(),
  }),
  output: z.strictObject({ changed: z.int(), chosen: z.int() }),
  async run({ tx, scope }, { campaignId, change, wave, serviceIds, matching }) {
    const { tenantId } = scope;
    await requireCampaign(tx, campaignId);
    const ids = matching === null ? await requireServices(tx, serviceIds) : await found(tx, campaignId, matching);
    const row = await requireDraftCampaign(tx, campaignId);
    if (wave > wavesOf(row).length) throw new Refusal('not-found', {});
    const changed =
      change === 'add' ? await add(tx, { tenantId, campaignId, wave }, ids) : await remove(tx, campaignId, ids);
    const [all] = await tx
      .select({ chosen: count() })
      .from(campaignTarget)
      .where(eq(campaignTarget.campaignId, campaignId));
    const output = { changed: changed.length, chosen: all?.chosen ?? 0 };
    if (changed.length === 0) return { unchanged: output };
    return {
      output,
      events: [
        {
          kind: 'campaign.targets_chosen',
          campaignId,
          objects: [campaignId],
          payload: { change, wave: change === 'add' ? wave : null, serviceIds: changed },
        },
      ],
    };
  },
});

async function requireServices(tx: Transaction, serviceIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(serviceIds)];
  const rows = ids.length === 0 ? [] : await tx.select().from(service).where(inArray(service.id, ids));
  if (rows.length !== ids.length) throw new Refusal('not-found', {});
  return ids;
}

async function found(tx: Transaction, campaignId: string, search: ServiceSearch): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select id from (${serviceLines(campaignId, search)}) line`);
  return rows.map((row) => row.id);
}

/** The services that were not in, or in another wave. */
async function add(
  tx: Transaction,
  to: { tenantId: string; campaignId: string; wave: number },
  serviceIds: readonly string[],
): Promise<string[]> {
  if (serviceIds.length === 0) return [];
  const rows = await tx
    .insert(campaignTarget)
    .values(serviceIds.map((serviceId) => ({ ...to, id: newId(), serviceId })))
    .onConflictDoUpdate({
      target: [campaignTarget.tenantId, campaignTarget.campaignId, campaignTarget.serviceId],
      set: { wave: to.wave },
      setWhere: sql`${campaignTarget.wave} <> ${to.wave}`,
    })
    .returning({ serviceId: campaignTarget.serviceId });
  return rows.map((row) => row.serviceId);
}

async function remove(tx: Transaction, campaignId: string, serviceIds: readonly string[]): Promise<string[]> {
  if (serviceIds.length === 0) return [];
  const rows = await tx
    .delete(campaignTarget)
    .where(and(eq(campaignTarget.campaignId, campaignId), inArray(campaignTarget.serviceId, [...serviceIds])))
    .returning({ serviceId: campaignTarget.serviceId });
  return rows.map((row) => row.serviceId);
}
