import { asc, count, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { service, vendor } from '@/db/schema/bank';
import { assessment } from '@/db/schema/campaign';
import { auditEvent, auditPayload } from '@/db/schema/record';
import { acceptance, round } from '@/db/schema/review';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { CAMPAIGN_STATES } from '@/domain/campaign-state';
import { bankDateOf } from '@/domain/deadline';
import { command } from '../command';
import { requireNamedCampaign } from './require-named-campaign';

const PAGE_SIZE = 100;
const ASSESSMENTS_PAGE_SIZE = 50;

/** The history of a named campaign: what happened in order, and where each assessment stands. Looking is recorded. */
export const showAuditedCampaign = command({
  audience: 'auditor',
  action: 'audit.campaign',
  input: z.strictObject({
    campaignId: z.uuid(),
    /** Of the events. */
    page: z.int().min(1).max(100_000),
    assessmentsPage: z.int().min(1).max(100_000),
  }),
  output: z.strictObject({
    id: z.uuid(),
    name: z.string(),
    fiscalYear: z.int(),
    state: z.enum(CAMPAIGN_STATES),
    referenceDate: z.string(),
    dueDate: z.string(),
    /** Today in the bank's zone. */
    today: z.string(),
    closingTime: z.string(),
    editionTitle: z.string(),
    assessmentsPage: z.int(),
    assessmentsPageSize: z.int(),
    totalAssessments: z.int(),
    assessments: z.array(
      z.strictObject({
        id: z.uuid(),
        vendorName: z.string(),
        serviceName: z.string(),
        state: z.enum(ASSESSMENT_STATES),
        rounds: z.array(
          z.strictObject({
            number: z.int(),
            state: z.string(),
            submittedAt: z.date(),
            submitterName: z.string(),
            submitterTitle: z.string(),
            receiptHash: z.string(),
            afterDue: z.boolean(),
          }),
        ),
        acceptances: z.array(
          z.strictObject({
            state: z.enum(['proposed', 'approved', 'rejected', 'reopened']),
            proposedBy: z.string(),
            proposedAt: z.date(),
            decidedBy: z.string().nullable(),
            decidedAt: z.date().nullable(),
          }),
        ),
      }),
    ),
    page: z.int(),
    pageSize: z.int(),
    totalEvents: z.int(),
    events: z.array(
      z.strictObject({
        seq: z.int(),
        at: z.date(),
        kind: z.string(),
        /** Whom the event concerns, '' for the campaign as a whole. */
        vendorName: z.string(),
        actor: z.enum(['member', 'respondent', 'system']),
        hash: z.string(),
        /** Its payload is gone; whether its erasure is on record, verification tells. */
        withoutPayload: z.boolean(),
      }),
    ),
  }),
  async run({ tx, now }, { campaignId, page, assessmentsPage }) {
    const row = await requireNamedCampaign(tx, campaignId);
    const assessments = await tx
      .select({ row: assessment, vendorName: vendor.name, serviceName: service.name })
      .from(assessment)
      .innerJoin(vendor, eq(vendor.id, assessment.vendorId))
      .innerJoin(service, eq(service.id, assessment.serviceId))
      .where(eq(assessment.campaignId, campaignId))
      .orderBy(asc(vendor.kana), asc(assessment.id))
      .limit(ASSESSMENTS_PAGE_SIZE)
      .offset((assessmentsPage - 1) * ASSESSMENTS_PAGE_SIZE);
    const shown = assessments.map((each) => each.row.id);
    const rounds = await tx
      .select()
      .from(round)
      .where(inArray(round.assessmentId, shown))
      .orderBy(asc(round.submittedAt));
    const decisions = await tx
      .select()
      .from(acceptance)
      .where(inArray(acceptance.assessmentId, shown))
      .orderBy(asc(acceptance.proposedAt));
    const [total] = await tx.select({ events: count() }).from(auditEvent).where(eq(auditEvent.campaignId, campaignId));
    const events = await tx
      .select({ event: auditEvent, payload: auditPayload.payload, vendorName: vendor.name })
      .from(auditEvent)
      .leftJoin(auditPayload, eq(auditPayload.id, auditEvent.id))
      .leftJoin(assessment, eq(assessment.id, auditEvent.assessmentId))
      .leftJoin(vendor, eq(vendor.id, assessment.vendorId))
      .where(eq(auditEvent.campaignId, campaignId))
      .orderBy(desc(auditEvent.seq))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const { name, fiscalYear, state, referenceDate, dueDate, closingTime, editionTitle } = row;
    return {
      output: {
        id: campaignId,
        name,
        fiscalYear,
        state,
        referenceDate,
        dueDate,
        today: bankDateOf(now),
        closingTime,
        editionTitle,
        assessmentsPage,
        assessmentsPageSize: ASSESSMENTS_PAGE_SIZE,
        totalAssessments: await tx.$count(assessment, eq(assessment.campaignId, campaignId)),
        assessments: assessments.map(({ row: each, vendorName, serviceName }) => ({
          id: each.id,
          vendorName,
          serviceName,
          state: each.state,
          rounds: rounds
            .filter((one) => one.assessmentId === each.id)
            .map((one) => ({
              number: one.number,
              state: one.state,
              submittedAt: one.submittedAt,
              submitterName: one.submitterName,
              submitterTitle: one.submitterTitle,
              receiptHash: one.receiptHash,
              afterDue: one.afterDue === 'after_due',
            })),
          acceptances: decisions
            .filter((one) => one.assessmentId === each.id)
            .map((one) => ({
              state: one.state,
              proposedBy: one.proposedBy.kind === 'system' ? '' : one.proposedBy.name,
              proposedAt: one.proposedAt,
              decidedBy: one.decidedBy && one.decidedBy.kind !== 'system' ? one.decidedBy.name : null,
              decidedAt: one.decidedAt,
            })),
        })),
        page,
        pageSize: PAGE_SIZE,
        totalEvents: total?.events ?? 0,
        events: events.map(({ event, payload, vendorName }) => ({
          seq: event.seq,
          at: event.at,
          kind: event.kind,
          vendorName: vendorName ?? '',
          actor: actorKind(event.actorId),
          hash: event.hash,
          withoutPayload: payload === null,
        })),
      },
      events: [{ kind: 'audit.campaign-seen', campaignId, objects: [campaignId], payload: { page, assessmentsPage } }],
    };
  },
});

function actorKind(actorId: string): 'member' | 'respondent' | 'system' {
  if (actorId.startsWith('member:')) return 'member';
  return actorId.startsWith('respondent:') ? 'respondent' : 'system';
}
