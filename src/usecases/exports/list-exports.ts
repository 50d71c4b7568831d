import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { exportFile } from '@/db/schema/record';
import { requireCampaign } from '../campaigns/require-campaign';
import { query } from '../query';
import { exportLineSchema, exportLines } from './export-rows';

/** The files of a campaign: asked for by whom, ready or not. */
export const listExports = query({
  audience: 'bank',
  action: 'exports.list',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({ exports: z.array(exportLineSchema) }),
  async run({ tx }, { campaignId }) {
    await requireCampaign(tx, campaignId);
    return { exports: await exportLines(tx, eq(exportFile.campaignId, campaignId)) };
  },
});
