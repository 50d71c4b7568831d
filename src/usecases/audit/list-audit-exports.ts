import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { exportFile } from '@/db/schema/record';
import { command } from '../command';
import { exportPage, exportPageInput, exportPageSchema } from '../exports/export-rows';
import { requireNamedCampaign } from './require-named-campaign';

/** The files of a named campaign. Looking for them is recorded, as all of an auditor's looking. */
export const listAuditExports = command({
  audience: 'auditor',
  action: 'audit.exports',
  input: z.strictObject({ campaignId: z.uuid(), page: exportPageInput }),
  output: exportPageSchema,
  async run({ tx }, { campaignId, page }) {
    await requireNamedCampaign(tx, campaignId);
    return {
      output: await exportPage(tx, eq(exportFile.campaignId, campaignId), page),
      events: [{ kind: 'audit.exports-seen', campaignId, objects: [campaignId], payload: {} }],
    };
  },
});
