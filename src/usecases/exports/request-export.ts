import { z } from 'zod';
import { requireCampaign } from '../campaigns/require-campaign';
import { command } from '../command';
import { exportRequestSchema, planExport } from './export-rows';

/** Asks for a campaign as a workbook; the worker makes it. */
export const requestExport = command({
  audience: 'bank',
  action: 'exports.request',
  input: exportRequestSchema,
  output: z.strictObject({ exportId: z.uuid() }),
  async run({ tx, scope, now }, input) {
    const { tenantId, actor } = scope;
    const { campaignId } = input;
    await requireCampaign(tx, campaignId);
    const exportId = await planExport(tx, { tenantId, actor, now }, input);
    return {
      output: { exportId },
      events: [{ kind: 'export.requested', campaignId, objects: [exportId], payload: { locale: input.locale } }],
      wake: [{ kind: 'export.make', payload: { tenantId, exportId } }],
    };
  },
});
