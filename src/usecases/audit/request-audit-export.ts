import { z } from 'zod';
import { command } from '../command';
import { exportRequestSchema, planExport } from '../exports/export-rows';
import { requireNamedCampaign } from './require-named-campaign';

/** Asks for a named campaign as a workbook; the worker makes it. */
export const requestAuditExport = command({
  audience: 'auditor',
  action: 'audit.requestExport',
  input: exportRequestSchema,
  output: z.strictObject({ exportId: z.uuid() }),
  async run({ tx, scope, now }, input) {
    const { tenantId, actor } = scope;
    const { campaignId } = input;
    await requireNamedCampaign(tx, campaignId);
    const exportId = await planExport(tx, { tenantId, actor, now }, { ...input, kind: 'campaign_xlsx' });
    return {
      output: { exportId },
      events: [{ kind: 'export.requested', campaignId, objects: [exportId], payload: { locale: input.locale } }],
      wake: [{ kind: 'export.make', payload: { tenantId, exportId } }],
    };
  },
});
