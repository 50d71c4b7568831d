import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { bankProfile, member, service, vendor } from '@/db/schema/bank';
import { invitation } from '@/db/schema/campaign';
import { bankDateOf, proposeDueDate } from '@/domain/deadline';
import { isAnswerable } from '@/domain/question';
import { allowedReviewActions } from '@/domain/review-actions';
import { answeredOn } from '../assessments/lapsed-answers';
import { bankItems } from '../bank-answers/bank-slots';
import {
  type AssessmentRow,
  type CampaignRow,
  requireAssessment,
  requireCampaign,
} from '../campaigns/require-campaign';
import { query } from '../query';
import { acceptancesOf } from './acceptance-views';
import { askedQuestions } from './asked-questions';
import { type LastYear, lastYearOf } from './last-year';
import { linkRequestsOf } from './link-requests-of';
import { type RoundRow, roundsOf } from './require-review';
import { type Review, reviewSchema } from './review.schema';
import { reviewItems, reviewProgress } from './review-items';
import { acceptanceRows, answerRows, spokenRows } from './review-rows';

/** Bank business days that a return proposes for the next due date. */
const RETURN_BUSINESS_DAYS = 5;

/**
 * One assessment as the bank reviews it: rounds, items with claim, verdict, comments and gap, the bank's own answers,
 * and what the viewer may do. Looking opens nothing: 審査中 begins with `openReview`.
 */
export const showReview = query({
  audience: 'bank',
  action: 'reviews.show',
  input: z.strictObject({ assessmentId: z.uuid() }),
  output: reviewSchema,
  async run({ tx, scope, now }, { assessmentId }) {
    const assessment = await requireAssessment(tx, assessmentId);
    const campaign = await requireCampaign(tx, assessment.campaignId);
    const rounds = await roundsOf(tx, assessmentId);
    const [newest, ...earlier] = rounds;
    const rows = await answerRows(tx, assessment, rounds);
    const spoken = await spokenRows(tx, assessmentId, rounds, scope.memberId);
    const decisions = await acceptanceRows(tx, assessmentId);
    const lastYear = await lastYearOf(tx, assessment, campaign, rows.items);
    const items = reviewItems(rows, spoken, {
      before: earlier[0],
      lastYear,
      bank: await bankItems(tx, campaign.id, assessmentId),
      questions: await askedQuestions(tx, assessmentId, isAnswerable(campaign.state, assessment.state)),
      viewer: scope,
      today: bankDateOf(now),
    });
    const [latest, ...older] = acceptancesOf(decisions, scope.userId);
    const proposed = decisions.find((row) => row.acceptance.state === 'proposed')?.acceptance.proposedBy;
    return {
      head: { ...(await headOf(tx, assessment, campaign, now)), lastYear: yearOf(lastYear) },
      linkRequests: await linkRequestsOf(tx, assessmentId),
      round: newest ? viewRound(newest) : null,
      earlierRounds: earlier.map(viewRound),
      items,
      progress: reviewProgress(items),
      acceptance: latest ?? null,
      earlierAcceptances: older,
      may: allowedReviewActions(
        scope,
        { state: assessment.state, campaignState: campaign.state, submitted: newest !== undefined },
        proposed?.kind === 'member' ? proposed : null,
      ),
    };
  },
});

async function headOf(
  tx: Transaction,
  assessment: AssessmentRow,
  campaign: CampaignRow,
  now: Date,
): Promise<Omit<Review['head'], 'lastYear'>> {
  const [served] = await tx
    .select({ vendorName: vendor.name, serviceName: service.name, apiKinds: service.apiKinds })
    .from(service)
    .innerJoin(vendor, eq(vendor.id, service.vendorId))
    .where(eq(service.id, assessment.serviceId));
  const [inCharge] = assessment.inChargeId
    ? await tx.select({ name: member.name }).from(member).where(eq(member.id, assessment.inChargeId))
    : [];
  const [invited] = await tx
    .select()
    .from(invitation)
    .where(
      and(eq(invitation.assessmentId, assessment.id), isNull(invitation.revokedAt), isNull(invitation.delegatedBy)),
    )
    .orderBy(desc(invitation.issuedAt), desc(invitation.id));
  const [profile] = await tx.select({ grades: bankProfile.grades }).from(bankProfile);
  if (!served || !profile) throw new Error('the assessment has no service, or the bank no profile');
  return {
    assessmentId: assessment.id,
    campaignId: campaign.id,
    campaignName: campaign.name,
    campaignState: campaign.state,
    fiscalYear: campaign.fiscalYear,
    vendorId: assessment.vendorId,
    ...served,
    state: assessment.state,
    dueDate: assessment.dueDate,
    closingTime: campaign.closingTime,
    roundNumber: assessment.roundNumber,
    version: assessment.version,
    openedAt: assessment.openedAt,
    itemCount: assessment.itemCount,
    answeredCount: await answeredOn(tx, assessment, bankDateOf(now)),
    lastActivityAt: assessment.lastActivityAt,
    inCharge: inCharge?.name ?? null,
    today: bankDateOf(now),
    suggestedDueDate: proposeDueDate(bankDateOf(now), RETURN_BUSINESS_DAYS),
    grades: profile.grades,
    contact: invited
      ? {
          invitationId: invited.id,
          name: invited.name,
          address: invited.address,
          language: invited.language,
          issuedAt: invited.issuedAt,
          openedAt: invited.openedAt,
          expiresAt: invited.expiresAt,
        }
      : null,
  };
}

function viewRound(row: RoundRow): Review['earlierRounds'][number] {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    submittedAt: row.submittedAt,
    submitterName: row.submitterName,
    submitterTitle: row.submitterTitle,
    submitterDepartment: row.submittedBy.kind === 'respondent' ? row.submittedBy.department : '',
    receiptHash: row.receiptHash,
    afterDue: row.afterDue === 'after_due',
    returnedAt: row.returnedAt,
    returnMessage: row.returnMessage,
  };
}

function yearOf({ year }: LastYear): Review['head']['lastYear'] {
  if (year === null) return null;
  const { assessmentId, campaignId, campaignName, fiscalYear, roundNumber } = year;
  return { assessmentId, campaignId, campaignName, fiscalYear, roundNumber };
}
