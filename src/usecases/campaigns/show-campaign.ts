import { asc, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { service, vendor, vendorContact } from '@/db/schema/bank';
import { assessment, campaignTarget, invitation, pinnedItem } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { CAMPAIGN_STATES } from '@/domain/campaign-state';
import { remainingBusinessDays } from '@/domain/deadline';
import { claimCountsByAssessment } from '../gaps/gap-rows';
import { query } from '../query';
import { countStates } from './list-campaigns';
import { requireCampaign } from './require-campaign';

const mailSchema = z.strictObject({
  kind: z.string(),
  state: z.string(),
  dueAt: z.date(),
  sentAt: z.date().nullable(),
  failure: z.string().nullable(),
  doubtful: z.boolean(),
  recipientName: z.string(),
});

/** A campaign with its assessments. Before a submission the bank sees how much is answered, never what. */
export const showCampaign = query({
  audience: 'bank',
  action: 'campaigns.show',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({
    id: z.uuid(),
    name: z.string(),
    fiscalYear: z.int(),
    referenceDate: z.string(),
    dueDate: z.string(),
    closingTime: z.string(),
    remainingBusinessDays: z.int(),
    editionTitle: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    itemCount: z.int(),
    /** Targets whose assessment is made, of all: what a launch in progress shows. */
    launchedTargets: z.int(),
    targets: z.int(),
    states: z.record(z.enum(ASSESSMENT_STATES), z.int()),
    bankItems: z.strictObject({ complete: z.int(), all: z.int() }),
    assessments: z.array(
      z.strictObject({
        id: z.uuid(),
        vendorId: z.uuid(),
        vendorName: z.string(),
        serviceName: z.string(),
        apiKinds: z.array(z.string()),
        criticality: z.string(),
        state: z.enum(ASSESSMENT_STATES),
        opened: z.boolean(),
        roundNumber: z.int(),
        answeredCount: z.int(),
        itemCount: z.int(),
        dueDate: z.string(),
        lastActivityAt: z.date().nullable(),
        contact: z.string(),
        claims: z
          .strictObject({ met: z.int(), partial: z.int(), unmet: z.int(), notApplicable: z.int(), gaps: z.int() })
          .nullable(),
        mails: z.array(mailSchema),
      }),
    ),
  }),
  async run({ tx, now }, { campaignId }) {
    const row = await requireCampaign(tx, campaignId);
    const assessments = await tx
      .select({ assessment, vendorName: vendor.name, service })
      .from(assessment)
      .innerJoin(service, eq(service.id, assessment.serviceId))
      .innerJoin(vendor, eq(vendor.id, assessment.vendorId))
      .where(eq(assessment.campaignId, campaignId))
      .orderBy(asc(vendor.kana), asc(service.name));
    const invitations = await tx
      .select({ assessmentId: invitation.assessmentId, openedAt: invitation.openedAt, name: invitation.name })
      .from(invitation)
      .leftJoin(vendorContact, eq(vendorContact.id, invitation.contactId))
      .where(eq(invitation.campaignId, campaignId))
      .orderBy(asc(invitation.issuedAt));
    const mails = await tx.select().from(mail).where(eq(mail.campaignId, campaignId)).orderBy(desc(mail.dueAt));
    const claims = await claimCountsByAssessment(tx, campaignId);
    const [targets] = await tx
      .select({ all: sql<number>`count(*)::int`, launched: sql<number>`count(${campaignTarget.launchedAt})::int` })
      .from(campaignTarget)
      .where(eq(campaignTarget.campaignId, campaignId));
    const [bankItems] = await tx
      .select({
        all: sql<number>`count(*)::int`,
        // Written out: in a select from one table the builder leaves tables' names away, also inside.
        complete: sql<number>`(count(*) filter (where exists (select 1 from tenant.answer a
          where a.item_id = tenant.pinned_item.id and a.slot = 'bank' and a.assessment_id is null and a.complete)))::int`,
      })
      .from(pinnedItem)
      .where(sql`${pinnedItem.campaignId} = ${campaignId} and ${pinnedItem.answeredBy} in ('bank', 'both')`);
    const itemCount = await tx.$count(pinnedItem, eq(pinnedItem.campaignId, campaignId));
    const { name, fiscalYear, referenceDate, dueDate, closingTime, editionTitle, state } = row;
    return {
      id: campaignId,
      name,
      fiscalYear,
      referenceDate,
      dueDate,
      closingTime,
      remainingBusinessDays: remainingBusinessDays(now, dueDate),
      editionTitle,
      state,
      itemCount,
      launchedTargets: targets?.launched ?? 0,
      targets: targets?.all ?? 0,
      states: countStates(assessments.map((each) => ({ state: each.assessment.state, count: 1 }))),
      bankItems: { complete: bankItems?.complete ?? 0, all: bankItems?.all ?? 0 },
      assessments: assessments.map(({ assessment: each, vendorName, service: served }) => {
        const invited = invitations.filter((candidate) => candidate.assessmentId === each.id).at(-1);
        const counted = claims.get(each.id);
        return {
          id: each.id,
          vendorId: each.vendorId,
          vendorName,
          serviceName: served.name,
          apiKinds: served.apiKinds,
          criticality: served.criticality,
          state: each.state,
          opened: invited?.openedAt != null,
          roundNumber: each.roundNumber,
          answeredCount: each.answeredCount,
          itemCount: each.itemCount,
          dueDate: each.dueDate,
          lastActivityAt: each.lastActivityAt,
          contact: invited?.name ?? '',
          claims: counted
            ? {
                met: counted.met,
                partial: counted.partial,
                unmet: counted.unmet,
                notApplicable: counted.notApplicable,
                gaps: counted.gaps,
              }
            : null,
          mails: mails
            .filter((sent) => sent.assessmentId === each.id)
            .map((sent) => ({
              kind: sent.kind,
              state: sent.state,
              dueAt: sent.dueAt,
              sentAt: sent.sentAt,
              failure: sent.failure,
              doubtful: sent.doubtful === 'yes',
              recipientName: sent.recipientName,
            })),
        };
      }),
    };
  },
});
