import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { answerRevision } from '@/db/schema/answer';
import { bankProfile, service, vendor } from '@/db/schema/bank';
import { assessment, campaign, pinnedItem } from '@/db/schema/campaign';
import { evidence, roundEvidence } from '@/db/schema/evidence';
import { round, roundItem } from '@/db/schema/review';
import { answerContentSchema } from '@/domain/answer';
import { checklistItemSchema } from '@/domain/checklist';
import { Refusal } from '@/domain/refusal';
import { requireLead } from '../delegations/require-lead';
import { query } from '../query';

/** One submission as it was frozen: who, when, and every answer of the vendor's, in the checklist's order. */
export const readReceipt = query({
  audience: 'respondent',
  action: 'submission.receipt',
  input: z.strictObject({ assessmentId: z.uuid(), roundId: z.uuid() }),
  output: z.strictObject({
    bank: z.strictObject({ name: z.string(), nameEn: z.string() }),
    vendorName: z.string(),
    serviceName: z.string(),
    campaignName: z.string(),
    referenceDate: z.string(),
    editionTitle: z.string(),
    round: z.strictObject({
      number: z.int(),
      submittedAt: z.date(),
      submitterName: z.string(),
      submitterTitle: z.string(),
      afterDue: z.boolean(),
      /** Hex; what it is made of: `domain/submission`. */
      receiptHash: z.string(),
      /** It was taken back later, and stands for nothing any more. */
      takenBack: z.boolean(),
    }),
    items: z.array(
      z.strictObject({
        number: z.string(),
        item: checklistItemSchema,
        content: answerContentSchema,
        /** What was submitted to show it; the receipt's hash covers these digests. */
        evidence: z.array(z.strictObject({ fileName: z.string(), sha256: z.string() })),
      }),
    ),
  }),
  async run({ tx, scope }, { assessmentId, roundId }) {
    requireLead(scope);
    const [found] = await tx
      .select({ round, campaign, bank: bankProfile, vendorName: vendor.name, serviceName: service.name })
      .from(round)
      .innerJoin(assessment, eq(assessment.id, round.assessmentId))
      .innerJoin(campaign, eq(campaign.id, assessment.campaignId))
      .innerJoin(service, eq(service.id, assessment.serviceId))
      .innerJoin(vendor, eq(vendor.id, assessment.vendorId))
      .innerJoin(bankProfile, eq(bankProfile.tenantId, assessment.tenantId))
      .where(and(eq(round.id, roundId), eq(round.assessmentId, assessmentId)));
    if (!found) throw new Refusal('not-found', {});
    const { round: kept, campaign: place, bank } = found;
    const items = await tx
      .select({
        itemId: pinnedItem.id,
        number: pinnedItem.number,
        item: pinnedItem.content,
        content: answerRevision.content,
      })
      .from(roundItem)
      .innerJoin(pinnedItem, eq(pinnedItem.id, roundItem.itemId))
      .innerJoin(answerRevision, eq(answerRevision.id, roundItem.revisionId))
      .where(and(eq(roundItem.roundId, roundId), eq(roundItem.slot, 'vendor')))
      .orderBy(asc(pinnedItem.position));
    const held = await tx
      .select({ itemId: roundEvidence.itemId, fileName: evidence.fileName, sha256: evidence.sha256 })
      .from(roundEvidence)
      .innerJoin(evidence, eq(evidence.id, roundEvidence.evidenceId))
      .where(eq(roundEvidence.roundId, roundId))
      .orderBy(asc(evidence.addedAt), asc(evidence.id));
    return {
      bank: { name: bank.name, nameEn: bank.nameEn },
      vendorName: found.vendorName,
      serviceName: found.serviceName,
      campaignName: place.name,
      referenceDate: place.referenceDate,
      editionTitle: place.editionTitle,
      round: {
        number: kept.number,
        submittedAt: kept.submittedAt,
        submitterName: kept.submitterName,
        submitterTitle: kept.submitterTitle,
        afterDue: kept.afterDue === 'after_due',
        receiptHash: kept.receiptHash,
        takenBack: kept.state === 'taken_back',
      },
      items: items.map(({ itemId, ...item }) => ({
        ...item,
        evidence: held.filter((each) => each.itemId === itemId).map(({ fileName, sha256 }) => ({ fileName, sha256 })),
      })),
    };
  },
});
