import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { bankProfile } from '@/db/schema/bank';
import { assessment, campaign } from '@/db/schema/campaign';
import { answerContentSchema } from '@/domain/answer';
import { questionHash } from '@/domain/answer-master';
import { bankNameIn } from '@/domain/bank-name';
import { Refusal } from '@/domain/refusal';
import { query } from '../query';
import { answeredItems } from '../responses/answered-items';

export const offeredAnswersSchema = z.strictObject({
  serviceId: z.uuid(),
  source: z.strictObject({
    tenantId: z.uuid(),
    assessmentId: z.uuid(),
    bankName: z.string(),
    bankNameEn: z.string(),
    campaignName: z.string(),
  }),
  answers: z.array(
    z.strictObject({
      questionHash: z.string(),
      objective: z.string(),
      /** What the item asks for by name. */
      namedData: z.array(z.string()),
      content: answerContentSchema,
    }),
  ),
});

/**
 * Answers of one assessment on their way into the answer master: the named items, or all, as far as an answer was begun.
 * Refuses `nothing-to-keep`.
 */
export const offerAnswers = query({
  audience: 'respondent',
  action: 'master.offer',
  input: z.strictObject({ assessmentId: z.uuid(), itemIds: z.array(z.uuid()).min(1).max(500) }),
  output: offeredAnswersSchema,
  async run({ tx, scope }, { assessmentId, itemIds }) {
    const [found] = await tx
      .select({ assessment, campaign, bank: bankProfile })
      .from(assessment)
      .innerJoin(campaign, eq(campaign.id, assessment.campaignId))
      .innerJoin(bankProfile, eq(bankProfile.tenantId, assessment.tenantId))
      .where(eq(assessment.id, assessmentId));
    if (!found) throw new Refusal('not-found', {});
    const items = await answeredItems(tx, found.campaign.id, assessmentId);
    if (!itemIds.every((id) => items.some(({ item }) => item.id === id))) throw new Refusal('not-found', {});
    const answers = items.flatMap(({ item, answer }) =>
      itemIds.includes(item.id) && answer && answer.status !== 'unanswered'
        ? [
            {
              questionHash: questionHash(item.content),
              objective: item.objective,
              namedData: item.content.namedData ?? [],
              content: answer.content,
            },
          ]
        : [],
    );
    if (answers.length === 0) throw new Refusal('nothing-to-keep', {});
    return {
      serviceId: found.assessment.serviceId,
      source: {
        tenantId: scope.tenantId,
        assessmentId,
        bankName: found.bank.name,
        bankNameEn: bankNameIn('en', found.bank),
        campaignName: found.campaign.name,
      },
      answers,
    };
  },
});
