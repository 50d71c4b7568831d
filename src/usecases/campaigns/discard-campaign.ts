import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { campaign, campaignTarget } from '@/db/schema/campaign';
import { Refusal } from '@/domain/refusal';
import { nextCampaignState } from '@/domain/transitions';
import { command } from '../command';
import { requireDraftCampaign } from './require-draft-campaign';

/** Gives a preparation up: nothing was sent and nothing will be. The row stays, 終了 without ever having been launched. */
export const discardCampaign = command({
  audience: 'bank',
  action: 'campaigns.discard',
  input: z.strictObject({ campaignId: z.uuid(), version: z.int().min(1) }),
  output: z.strictObject({ campaignId: z.uuid() }),
  async run({ tx, scope, now }, { campaignId, version }) {
    const row = await requireDraftCampaign(tx, campaignId, version);
    const state = nextCampaignState(row.state, 'discard');
    if (state === null) throw new Refusal('not-allowed-in-state', { state: row.state });
    await tx.delete(campaignTarget).where(eq(campaignTarget.campaignId, campaignId));
    const [changed] = await tx
      .update(campaign)
      .set({ state, closedAt: now, version: row.version + 1 })
      .where(eq(campaign.id, campaignId))
      .returning();
    if (!changed) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'campaign', row: changed, campaignId },
    ]);
    return {
      output: { campaignId },
      events: [{ kind: 'campaign.discarded', campaignId, objects: [campaignId], payload: { digests } }],
    };
  },
});
