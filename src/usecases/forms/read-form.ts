import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { bankProfile, service, vendor } from '@/db/schema/bank';
import { assessment, campaign } from '@/db/schema/campaign';
import { answerContentSchema } from '@/domain/answer';
import { checklistItemSchema } from '@/domain/checklist';
import { Refusal } from '@/domain/refusal';
import { query } from '../query';
import { formItems } from './form-items';

/** What a form to be filled in elsewhere is made of: the items, the answers so far and their versions. */
export const readForm = query({
  audience: 'respondent',
  action: 'forms.read',
  input: z.strictObject({ assessmentId: z.uuid() }),
  output: z.strictObject({
    bankName: z.string(),
    campaignName: z.string(),
    editionId: z.uuid(),
    editionTitle: z.string(),
    vendorName: z.string(),
    serviceName: z.string(),
    dueDate: z.string(),
    closingTime: z.string(),
    items: z.array(
      z.strictObject({
        itemId: z.uuid(),
        number: z.string(),
        item: checklistItemSchema,
        content: answerContentSchema,
        version: z.int(),
      }),
    ),
  }),
  async run({ tx }, { assessmentId }) {
    const [found] = await tx
      .select({ assessment, campaign, bank: bankProfile.name, vendor: vendor.name, service: service.name })
      .from(assessment)
      .innerJoin(campaign, eq(campaign.id, assessment.campaignId))
      .innerJoin(service, eq(service.id, assessment.serviceId))
      .innerJoin(vendor, eq(vendor.id, assessment.vendorId))
      .innerJoin(bankProfile, eq(bankProfile.tenantId, assessment.tenantId))
      .where(eq(assessment.id, assessmentId));
    if (!found) throw new Refusal('not-found', {});
    const { assessment: owner, campaign: place } = found;
    return {
      bankName: found.bank,
      campaignName: place.name,
      editionId: place.editionId,
      editionTitle: place.editionTitle,
      vendorName: found.vendor,
      serviceName: found.service,
      dueDate: owner.dueDate,
      closingTime: place.closingTime,
      items: await formItems(tx, place.id, assessmentId),
    };
  },
});
