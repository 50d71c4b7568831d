import { z } from 'zod';
import { mayDo } from '@/domain/access';
import { CAMPAIGN_STATES } from '@/domain/campaign-state';
import { checklistItemSchema, isAsked } from '@/domain/checklist';
import { bankDateOf } from '@/domain/deadline';
import { requireAssessment, requireCampaign } from '../campaigns/require-campaign';
import { query } from '../query';
import { bankAnswerSchema } from './bank-answer.schema';
import { bankItems, slotThatCounts, viewBankSlot } from './bank-slots';
import { requireAssessmentOf } from './require-bank-place';

/** The items that the bank answers: the campaign's defaults, and an assessment's overrides when it is named. */
export const listBankAnswers = query({
  audience: 'bank',
  action: 'bankAnswers.list',
  input: z.strictObject({ campaignId: z.uuid(), assessmentId: z.uuid().nullable() }),
  output: z.strictObject({
    campaignId: z.uuid(),
    campaignName: z.string(),
    campaignState: z.enum(CAMPAIGN_STATES),
    assessmentId: z.uuid().nullable(),
    /** In the bank's zone. */
    today: z.string(),
    items: z.array(
      z.strictObject({
        itemId: z.uuid(),
        position: z.int(),
        number: z.string(),
        category: z.string(),
        objective: z.string(),
        answeredBy: z.enum(['bank', 'both']),
        item: checklistItemSchema,
        default: bankAnswerSchema,
        /** Null: never saved, or no assessment named. */
        override: bankAnswerSchema.nullable(),
        counts: z.enum(['default', 'override']),
      }),
    ),
    may: z.strictObject({ save: z.boolean(), propose: z.boolean(), approve: z.boolean() }),
  }),
  async run({ tx, scope, now }, { campaignId, assessmentId }) {
    const campaign = await requireCampaign(tx, campaignId);
    const assessment = assessmentId === null ? null : await requireAssessment(tx, assessmentId);
    if (assessment) requireAssessmentOf(campaign, assessment);
    const all = await bankItems(tx, campaignId, assessmentId);
    const asked = assessment ? all.filter(({ item }) => isAsked(item, assessment.apiKinds)) : all;
    const open = campaign.state !== 'closed';
    return {
      campaignId,
      campaignName: campaign.name,
      campaignState: campaign.state,
      assessmentId,
      today: bankDateOf(now),
      items: asked.map((each) => ({
        itemId: each.item.id,
        position: each.item.position,
        number: each.item.number,
        category: each.item.category,
        objective: each.item.objective,
        answeredBy: each.item.answeredBy === 'both' ? ('both' as const) : ('bank' as const),
        item: each.item.content,
        default: viewBankSlot(each.default, scope),
        override: each.override && viewBankSlot(each.override, scope),
        counts: slotThatCounts(each).level,
      })),
      may: {
        save: open && mayDo('bank', scope.roles, 'bankAnswers.save'),
        propose: open && mayDo('bank', scope.roles, 'bankAnswers.propose'),
        approve: open && mayDo('bank', scope.roles, 'bankAnswers.approve'),
      },
    };
  },
});
