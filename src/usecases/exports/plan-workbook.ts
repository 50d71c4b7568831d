import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { bankProfile, service, vendor } from '@/db/schema/bank';
import { assessment, campaign } from '@/db/schema/campaign';
import { auditEvent, exportFile } from '@/db/schema/record';
import { bankNameIn } from '@/domain/bank-name';
import { Refusal } from '@/domain/refusal';
import { query } from '../query';
import { exportPlanSchema } from './export.schema';

/** What a planned workbook of a campaign is to hold. */
export const planWorkbook = query({
  audience: 'system',
  action: 'system.planExport',
  input: z.strictObject({ exportId: z.uuid() }),
  output: exportPlanSchema,
  async run({ tx }, { exportId }) {
    const [found] = await tx
      .select({ file: exportFile, campaign })
      .from(exportFile)
      .innerJoin(campaign, eq(campaign.id, exportFile.campaignId))
      .where(eq(exportFile.id, exportId));
    if (!found) throw new Refusal('not-found', {});
    const [bank] = await tx.select({ name: bankProfile.name, nameEn: bankProfile.nameEn }).from(bankProfile);
    const rows = await tx
      .select({ id: assessment.id })
      .from(assessment)
      .innerJoin(vendor, eq(vendor.id, assessment.vendorId))
      .innerJoin(service, eq(service.id, assessment.serviceId))
      .where(eq(assessment.campaignId, found.campaign.id))
      .orderBy(asc(vendor.kana), asc(service.name));
    const events = await tx
      .select({
        seq: auditEvent.seq,
        at: auditEvent.at,
        actorId: auditEvent.actorId,
        kind: auditEvent.kind,
        previousHash: auditEvent.previousHash,
        hash: auditEvent.hash,
        bytes: auditEvent.bytes,
        campaignId: auditEvent.campaignId,
      })
      .from(auditEvent)
      .orderBy(asc(auditEvent.seq));
    const { name, fiscalYear, referenceDate, dueDate, closingTime, editionTitle } = found.campaign;
    return {
      exportId,
      locale: found.file.locale,
      requestedAt: found.file.requestedAt,
      bankName: bank ? bankNameIn(found.file.locale, bank) : '',
      campaignName: name,
      fiscalYear,
      referenceDate,
      dueDate,
      closingTime,
      editionTitle,
      assessmentIds: rows.map((row) => row.id),
      events: events.map(({ campaignId, bytes, actorId, kind, ...link }) => {
        const own = campaignId === found.campaign.id;
        return { ...link, actorId: own ? actorId : '', kind: own ? kind : '', bytes: own ? bytes : null };
      }),
    };
  },
});
