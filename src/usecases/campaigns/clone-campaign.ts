import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { bankProfile, service, vendor } from '@/db/schema/bank';
import { campaign, campaignTarget } from '@/db/schema/campaign';
import { itemIdOf } from '@/domain/checklist';
import { nextYear, shiftWave } from '@/domain/next-year';
import { lastDueDate, wavesOf } from '@/domain/wave';
import { editionCounterparts } from '../checklists/edition-counterparts';
import { requireEdition } from '../checklists/require-edition';
import { command } from '../command';
import { newestEdition } from './newest-edition';
import { type CampaignRow, requireCampaign } from './require-campaign';

/**
 * Next year's preparation from a campaign of this one: the newest published edition that descends from its checklist,
 * the items that it asked (and what is new in that edition), its services that still live, its waves a year later on
 * bank business days. Everything can be changed before the launch.
 */
export const cloneCampaign = command({
  audience: 'bank',
  action: 'campaigns.clone',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({
    campaignId: z.uuid(),
    targets: z.int(),
    /** Services that have been put away since. */
    left: z.array(z.strictObject({ serviceId: z.uuid(), vendorName: z.string() })),
  }),
  async run({ tx, scope, now }, { campaignId }) {
    const { tenantId } = scope;
    const old = await requireCampaign(tx, campaignId);
    const edition = await newestEdition(tx, old.editionId);
    const [profile] = await tx.select({ closingTime: bankProfile.closingTime }).from(bankProfile);
    if (!profile) throw new Error('the bank has no profile');
    const waves = wavesOf(old).map(shiftWave);
    const fiscalYear = old.fiscalYear + 1;
    const [row] = await tx
      .insert(campaign)
      .values({
        tenantId,
        id: newId(),
        name: old.name.replaceAll(String(old.fiscalYear), String(fiscalYear)),
        fiscalYear,
        referenceDate: nextYear(old.referenceDate),
        editionId: edition.id,
        editionTitle: edition.title,
        dueDate: lastDueDate(waves),
        waves,
        closingTime: profile.closingTime,
        reminderDays: old.reminderDays,
        overdueDays: old.overdueDays,
        chosenItemIds: await chosenThere(tx, old, edition.id),
        invitationTexts: old.invitationTexts,
        clonedFromId: old.id,
        state: 'draft',
        ownerId: scope.memberId,
        createdAt: now,
      })
      .returning();
    if (!row) throw new Error('the campaign was not kept');
    const { live, left } = await targetsOf(tx, campaignId);
    if (live.length > 0) {
      await tx
        .insert(campaignTarget)
        .values(live.map((target) => ({ tenantId, id: newId(), campaignId: row.id, ...target })));
    }
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'campaign', row, campaignId: row.id },
    ]);
    return {
      output: { campaignId: row.id, targets: live.length, left },
      events: [
        {
          kind: 'campaign.cloned',
          campaignId: row.id,
          objects: [row.id, campaignId],
          payload: { digests, from: campaignId, serviceIds: live.map((target) => target.serviceId) },
        },
      ],
    };
  },
});

/** What was left out stays left out; what is new is asked. Null: all. */
async function chosenThere(tx: Transaction, old: CampaignRow, editionId: string): Promise<string[] | null> {
  const { chosenItemIds } = old;
  if (chosenItemIds === null) return null;
  const { edition } = await requireEdition(tx, editionId);
  const counterparts = await editionCounterparts(tx, old.editionId, editionId);
  const all = edition.items.map(itemIdOf);
  const chosen = all.filter((id) => {
    const before = counterparts.get(id);
    return before === undefined || chosenItemIds.includes(before);
  });
  return chosen.length === all.length ? null : chosen;
}

async function targetsOf(tx: Transaction, campaignId: string) {
  const rows = await tx
    .select({
      serviceId: campaignTarget.serviceId,
      wave: campaignTarget.wave,
      vendorName: vendor.name,
      archivedAt: service.archivedAt,
      vendorArchivedAt: vendor.archivedAt,
    })
    .from(campaignTarget)
    .innerJoin(service, eq(service.id, campaignTarget.serviceId))
    .innerJoin(vendor, eq(vendor.id, service.vendorId))
    .where(eq(campaignTarget.campaignId, campaignId));
  const isLive = (row: (typeof rows)[number]) => row.archivedAt === null && row.vendorArchivedAt === null;
  return {
    live: rows.filter(isLive).map(({ serviceId, wave }) => ({ serviceId, wave })),
    left: rows.filter((row) => !isLive(row)).map(({ serviceId, vendorName }) => ({ serviceId, vendorName })),
  };
}
