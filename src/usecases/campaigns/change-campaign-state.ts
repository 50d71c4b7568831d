import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { assessment, campaign } from '@/db/schema/campaign';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import { ASSESSMENT_TRANSITIONS, CAMPAIGN_TRANSITIONS, nextCampaignState } from '@/domain/transitions';
import { command } from '../command';
import { gapCounts } from '../gaps/gap-rows';
import { reckonGapsAnew, settleGaps } from '../gaps/settle-gaps';
import { requireCampaign } from './require-campaign';

/** 一時停止, 再開, 終了 and re-opening. Closing ends what was never submitted as 未回答終了; re-opening takes that back. */
export const changeCampaignState = command({
  audience: 'bank',
  action: 'campaigns.changeState',
  input: z.strictObject({
    campaignId: z.uuid(),
    action: z.enum(['pause', 'resume', 'close', 'reopen']),
    reason: freeTextSchema(1000),
  }),
  output: z.strictObject({ state: z.string() }),
  async run({ tx, scope, now }, { campaignId, action, reason }) {
    const row = await requireCampaign(tx, campaignId, true);
    const who: readonly string[] = CAMPAIGN_TRANSITIONS[action].who;
    if (!scope.roles.some((role) => who.includes(role))) throw new Refusal('not-permitted', {});
    const state = nextCampaignState(row.state, action);
    // A preparation that was given up has nothing to re-open.
    if (state === null || row.launchedAt === null) throw new Refusal('not-allowed-in-state', { state: row.state });
    if (action === 'reopen' && reason.trim() === '') throw new Refusal('reason-missing', {});
    const gapsAtClose =
      state === 'closed' ? ((await gapCounts(tx, now, [campaignId])).get(campaignId)?.gaps ?? 0) : null;
    const [changed] = await tx
      .update(campaign)
      .set({ state, closedAt: state === 'closed' ? now : null, gapsAtClose, version: row.version + 1 })
      .where(eq(campaign.id, campaignId))
      .returning();
    if (!changed) throw new Refusal('not-found', {});
    const follow =
      action === 'close' ? ('close_unanswered' as const) : action === 'reopen' ? ('reopen_unanswered' as const) : null;
    const moved = follow
      ? await tx
          .update(assessment)
          .set({ state: ASSESSMENT_TRANSITIONS[follow].to })
          .where(
            and(
              eq(assessment.campaignId, campaignId),
              inArray(assessment.state, [...ASSESSMENT_TRANSITIONS[follow].from]),
            ),
          )
          .returning()
      : [];
    if (state === 'closed') await settleGaps(tx);
    if (action === 'reopen') await reckonGapsAnew(tx, campaignId);
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'campaign', row: changed, campaignId },
      ...moved.map((each) => ({ noun: 'assessment' as const, row: each, campaignId, assessmentId: each.id })),
    ]);
    return {
      output: { state },
      events: [
        {
          kind: `campaign.${action}`,
          campaignId,
          objects: [campaignId, ...moved.map((each) => each.id)],
          payload: { digests, reason },
        },
      ],
    };
  },
});
