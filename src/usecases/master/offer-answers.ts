import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { reattestation } from '@/db/schema/answering';
import { bankProfile } from '@/db/schema/bank';
import { assessment, campaign } from '@/db/schema/campaign';
import { answerContentSchema } from '@/domain/answer';
import { isWhole } from '@/domain/answer-keeping';
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
      writtenAt: z.date(),
      /** When somebody said by name that it stands unchanged from last year, of the answer as it is. */
      attestedAt: z.date().nullable(),
      /** Where the item stands there. */
      place: z.strictObject({ number: z.string(), category: z.string(), position: z.int() }),
    }),
  ),
});

/**
 * Answers of one assessment on their way into the answer master: a named item as far as an answer was begun, several of
 * them as far as nothing of their texts is missing. Refuses `nothing-to-keep`.
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
    const said = await tx.select().from(reattestation).where(eq(reattestation.assessmentId, assessmentId));
    const attested = new Map(said.map(({ revisionId, at }) => [revisionId, at]));
    const singly = itemIds.length === 1;
    const answers = items.flatMap(({ item, answer }) =>
      itemIds.includes(item.id) &&
      answer &&
      answer.status !== 'unanswered' &&
      (singly || isWhole(item.content, answer.content))
        ? [
            {
              questionHash: questionHash(item.content),
              objective: item.objective,
              namedData: item.content.namedData ?? [],
              content: answer.content,
              writtenAt: answer.updatedAt,
              attestedAt: attested.get(answer.revisionId) ?? null,
              place: { number: item.number, category: item.category, position: item.position },
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
