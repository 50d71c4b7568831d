import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { campaign, campaignTarget } from '@/db/schema/campaign';
import { nextCampaignState } from '@/domain/transitions';
import { command } from '../command';
import { requireCampaign } from './require-campaign';

/** 起動中 → 実施中, once every planned target has its assessment. */
export const finishLaunch = command({
  audience: 'system',
  action: 'system.finishLaunch',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({ finished: z.boolean() }),
  async run({ tx, scope, now }, { campaignId }) {
    const row = await requireCampaign(tx, campaignId, true);
    const state = nextCampaignState(row.state, 'finish_launch');
    const left = await tx.$count(
      campaignTarget,
      and(eq(campaignTarget.campaignId, campaignId), isNull(campaignTarget.launchedAt)),
    );
    if (state === null || left > 0) return { unchanged: { finished: false } };
    const [running] = await tx
      .update(campaign)
      .set({ state, version: row.version + 1 })
      .where(eq(campaign.id, campaignId))
      .returning();
    if (!running) throw new Error('the campaign went away');
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'campaign', row: running, campaignId },
    ]);
    return {
      output: { finished: true },
      events: [{ kind: 'campaign.running', campaignId, objects: [campaignId], payload: { digests } }],
    };
  },
});
