import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { answerRevision } from '@/db/schema/answer';
import { service, vendor } from '@/db/schema/bank';
import { assessment, pinnedItem } from '@/db/schema/campaign';
import { acceptance, comment, round, roundItem, verdict } from '@/db/schema/review';
import { isAsked, slotsOf } from '@/domain/checklist';
import { isAnswerable } from '@/domain/question';
import { Refusal } from '@/domain/refusal';
import { bankItems, slotThatCounts } from '../bank-answers/bank-slots';
import { requireCampaign } from '../campaigns/require-campaign';
import { roundEvidenceOf } from '../evidence/round-evidence';
import { query } from '../query';
import { askedQuestions } from '../reviews/asked-questions';
import { exportAssessmentSchema } from './export.schema';

/**
 * One assessment as the form shows it: the vendor's slot as the newest round froze it, the bank's slot as that round or,
 * before its approval, the newest approval has it. Nothing that was not submitted or approved.
 */
export const readAssessment = query({
  audience: 'system',
  action: 'system.readExport',
  input: z.strictObject({ assessmentId: z.uuid() }),
  output: exportAssessmentSchema,
  async run({ tx }, { assessmentId }) {
    const [found] = await tx
      .select({ assessment, vendorName: vendor.name, serviceName: service.name })
      .from(assessment)
      .innerJoin(vendor, eq(vendor.id, assessment.vendorId))
      .innerJoin(service, eq(service.id, assessment.serviceId))
      .where(eq(assessment.id, assessmentId));
    if (!found) throw new Refusal('not-found', {});
    const { assessment: owner } = found;
    const [newest] = await tx
      .select()
      .from(round)
      .where(and(eq(round.assessmentId, assessmentId), ne(round.state, 'taken_back')))
      .orderBy(desc(round.number), desc(round.submittedAt))
      .limit(1);
    const roundId = newest?.id ?? assessmentId;
    const frozen = await tx
      .select({ itemId: roundItem.itemId, slot: roundItem.slot, revision: answerRevision })
      .from(roundItem)
      .innerJoin(answerRevision, eq(answerRevision.id, roundItem.revisionId))
      .where(eq(roundItem.roundId, roundId));
    const held = await roundEvidenceOf(tx, newest ? [newest.id] : []);
    const verdicts = await tx.select().from(verdict).where(eq(verdict.roundId, roundId));
    const comments = await tx.select().from(comment).where(eq(comment.roundId, roundId));
    const [approval] = await tx
      .select()
      .from(acceptance)
      .where(and(eq(acceptance.roundId, roundId), eq(acceptance.state, 'approved')))
      .orderBy(desc(acceptance.decidedAt))
      .limit(1);
    const own = await bankItems(tx, owner.campaignId, assessmentId);
    const items = await tx
      .select()
      .from(pinnedItem)
      .where(eq(pinnedItem.campaignId, owner.campaignId))
      .orderBy(asc(pinnedItem.position));
    const asked = items.filter((item) => isAsked(item, owner.apiKinds));
    const place = await requireCampaign(tx, owner.campaignId);
    const questions = await askedQuestions(tx, assessmentId, isAnswerable(place.state, owner.state));
    const rows = asked.flatMap((item) =>
      slotsOf(item.answeredBy).map((slot) => {
        const kept = frozen.find((each) => each.itemId === item.id && each.slot === slot)?.revision;
        const bankItem = own.find((each) => each.item.id === item.id);
        const approved = slot === 'bank' && bankItem ? slotThatCounts(bankItem).approval?.revision : undefined;
        const judged = slot === 'vendor' ? verdicts.find((each) => each.itemId === item.id) : undefined;
        const said = slot === 'vendor' ? comments.find((each) => each.itemId === item.id) : undefined;
        return {
          item: item.content,
          slot,
          content: kept?.content ?? approved?.content ?? null,
          afterDue: kept?.afterDue ?? false,
          verdict: judged?.value ?? null,
          takenTogether: judged?.takenTogether ?? false,
          reason: judged?.reason ?? '',
          comment: said?.body ?? '',
        };
      }),
    );
    return {
      assessmentId,
      vendorName: found.vendorName,
      serviceName: found.serviceName,
      state: owner.state,
      dueDate: owner.dueDate,
      round: newest
        ? {
            number: newest.number,
            submittedAt: newest.submittedAt,
            submitterName: newest.submitterName,
            submitterTitle: newest.submitterTitle,
            receiptHash: newest.receiptHash,
            afterDue: newest.afterDue === 'after_due',
          }
        : null,
      approvedBy: approval?.decidedBy && approval.decidedBy.kind !== 'system' ? approval.decidedBy.name : null,
      approvedAt: approval?.decidedAt ?? null,
      rows,
      evidence: asked.flatMap((item) =>
        held
          .filter((each) => each.itemId === item.id)
          .map(({ file: { evidenceId: _, mediaType: __, ...file } }) => ({ ...file, number: item.number })),
      ),
      questions: asked.flatMap((item) =>
        (questions.get(item.id) ?? []).map(({ text, askedBy, department, askedAt, state, ...said }) => ({
          number: item.number,
          text,
          askedBy,
          department,
          askedAt,
          state,
          answers:
            said.answer === null || said.answeredAt === null
              ? []
              : [...said.earlier, { answer: said.answer, by: said.answeredBy, at: said.answeredAt }],
        })),
      ),
    };
  },
});
