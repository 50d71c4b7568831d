import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { campaign, pinnedItem } from '@/db/schema/campaign';
import { checklistEdition } from '@/db/schema/checklist';
import { checklistEditionSchema, contentHash, itemIdOf } from '@/domain/checklist';
import { bankDateOf, checkDueDate } from '@/domain/deadline';
import { planFlight } from '@/domain/flight-plan';
import { Refusal } from '@/domain/refusal';
import { nextCampaignState } from '@/domain/transitions';
import { command } from '../command';
import { flightTargets } from './flight-targets';
import { requireCampaign } from './require-campaign';

/**
 * 起動: pins the checklist and hands the planned targets to the worker. Of two people who press at once the second finds
 * it launched (`already-launched`). Refuses `no-contact` (naming the vendors), `no-services`, `due-date-past`.
 */
export const launchCampaign = command({
  audience: 'bank',
  action: 'campaigns.launch',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({ targets: z.int() }),
  async run({ tx, scope, now }, { campaignId }) {
    const { tenantId } = scope;
    const row = await requireCampaign(tx, campaignId, true);
    const state = nextCampaignState(row.state, 'launch');
    if (state === null) throw new Refusal('already-launched', {});
    if (checkDueDate(row.dueDate, bankDateOf(now)).kind === 'past') throw new Refusal('due-date-past', {});
    const targets = await flightTargets(tx, campaignId);
    if (targets.length === 0) throw new Refusal('no-services', {});
    const plan = planFlight({ ...row, targets }, now);
    if (plan.blocking.length > 0) {
      throw new Refusal('no-contact', { vendors: plan.blocking.map((problem) => problem.vendorName).join('、') });
    }
    const [stored] = await tx.select().from(checklistEdition).where(eq(checklistEdition.id, row.editionId));
    const edition = checklistEditionSchema.parse(stored?.content);
    const pinned = edition.items.map((item, index) => ({
      tenantId,
      id: newId(),
      campaignId,
      position: index + 1,
      number: item.number,
      category: item.category,
      objective: item.objective,
      answeredBy: item.answeredBy,
      editionItemId: `${edition.id}#${itemIdOf(item)}`,
      contentHash: contentHash(item),
      content: item,
      onlyForApiKinds: item.onlyForApiKinds ?? null,
    }));
    await tx.insert(pinnedItem).values(pinned);
    const [launched] = await tx
      .update(campaign)
      .set({ state, launchedAt: now, launchedBy: scope.memberId, version: row.version + 1 })
      .where(eq(campaign.id, campaignId))
      .returning();
    if (!launched) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'campaign', row: launched, campaignId },
    ]);
    return {
      output: { targets: targets.length },
      events: [
        {
          kind: 'campaign.launched',
          campaignId,
          objects: [campaignId],
          payload: {
            digests,
            edition: edition.id,
            items: pinned.map((item) => item.contentHash),
            targets: targets.length,
          },
        },
      ],
      wake: [{ kind: 'campaign.launch', payload: { tenantId, campaignId } }],
    };
  },
});
