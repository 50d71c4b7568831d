import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { bankProfile, service } from '@/db/schema/bank';
import { campaign, campaignTarget } from '@/db/schema/campaign';
import { checklistEdition } from '@/db/schema/checklist';
import { calendarDateSchema } from '@/domain/calendar-date';
import { bankDateOf, checkDueDate } from '@/domain/deadline';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';

/** Days before or after a due date on which to write, in bank business days. */
export const noticeDaysSchema = z.array(z.int().min(1).max(60)).max(6);
export const campaignNameSchema = freeTextSchema(100).refine((name) => name.trim() !== '');
export const fiscalYearSchema = z.int().min(2000).max(2100);

/**
 * Begins to prepare a campaign（準備中）with one wave; everything can still be changed until the launch. Nothing is sent; a
 * due date in the past is refused, a holiday is allowed.
 */
export const createCampaign = command({
  audience: 'bank',
  action: 'campaigns.create',
  input: z.strictObject({
    name: campaignNameSchema,
    fiscalYear: fiscalYearSchema,
    referenceDate: calendarDateSchema,
    editionId: z.uuid(),
    serviceIds: z.array(z.uuid()).max(5000),
    dueDate: calendarDateSchema,
    reminderDays: noticeDaysSchema,
    overdueDays: noticeDaysSchema,
  }),
  output: z.strictObject({ campaignId: z.uuid() }),
  async run({ tx, scope, now }, input) {
    const { tenantId } = scope;
    const serviceIds = [...new Set(input.serviceIds)];
    const [edition] = await tx.select().from(checklistEdition).where(eq(checklistEdition.id, input.editionId));
    const services =
      serviceIds.length === 0
        ? []
        : await tx.select({ id: service.id }).from(service).where(inArray(service.id, serviceIds));
    if (!edition || services.length !== serviceIds.length) throw new Refusal('not-found', {});
    if (checkDueDate(input.dueDate, bankDateOf(now)).kind === 'past') throw new Refusal('due-date-past', {});
    if (edition.publishedAt === null) throw new Refusal('edition-unpublished', {});
    const [profile] = await tx.select({ closingTime: bankProfile.closingTime }).from(bankProfile);
    if (!profile) throw new Error('the bank has no profile');
    const [row] = await tx
      .insert(campaign)
      .values({
        tenantId,
        id: newId(),
        name: input.name.trim(),
        fiscalYear: input.fiscalYear,
        referenceDate: input.referenceDate,
        editionId: edition.id,
        editionTitle: edition.title,
        dueDate: input.dueDate,
        waves: [{ sendOn: null, dueDate: input.dueDate }],
        closingTime: profile.closingTime,
        reminderDays: input.reminderDays,
        overdueDays: input.overdueDays,
        state: 'draft',
        ownerId: scope.memberId,
        createdAt: now,
      })
      .returning();
    if (!row) throw new Error('the campaign was not kept');
    if (serviceIds.length > 0) {
      await tx
        .insert(campaignTarget)
        .values(serviceIds.map((serviceId) => ({ tenantId, id: newId(), campaignId: row.id, serviceId })));
    }
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'campaign', row, campaignId: row.id },
    ]);
    return {
      output: { campaignId: row.id },
      events: [{ kind: 'campaign.created', campaignId: row.id, objects: [row.id], payload: { digests, serviceIds } }],
    };
  },
});
