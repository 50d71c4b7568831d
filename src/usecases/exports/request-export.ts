import { z } from 'zod';
import { requireCampaign } from '../campaigns/require-campaign';
import { command } from '../command';
import { exportRequestSchema, planExport } from './export-rows';

/** Asks for a campaign as a workbook or as a table; the worker makes it. */
export const requestExport = command({
  audience: 'bank',
  action: 'exports.request',
  input: exportRequestSchema.extend({
    /** xlsx: the form, assessment by assessment, with the audit trail. csv: the table of assessments. */
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
  }),
  output: z.strictObject({ exportId: z.uuid() }),
  async run({ tx, scope, now }, { campaignId, locale, format }) {
    const { tenantId, actor } = scope;
    await requireCampaign(tx, campaignId);
    const exportId = await planExport(tx, { tenantId, actor, now }, { campaignId, locale, kind: `campaign_${format}` });
    return {
      output: { exportId },
      events: [{ kind: 'export.requested', campaignId, objects: [exportId], payload: { locale, format } }],
      wake: [{ kind: 'export.make', payload: { tenantId, exportId } }],
    };
  },
});
