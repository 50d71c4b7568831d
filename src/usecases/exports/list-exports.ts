import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { exportFile } from '@/db/schema/record';
import { requireCampaign } from '../campaigns/require-campaign';
import { query } from '../query';
import { exportPage, exportPageInput, exportPageSchema } from './export-rows';

/** The files of a campaign: asked for by whom, ready or not. */
export const listExports = query({
  audience: 'bank',
  action: 'exports.list',
  input: z.strictObject({ campaignId: z.uuid(), page: exportPageInput }),
  output: exportPageSchema,
  async run({ tx }, { campaignId, page }) {
    await requireCampaign(tx, campaignId);
    return exportPage(tx, eq(exportFile.campaignId, campaignId), page);
  },
});
