import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { exportFile } from '@/db/schema/record';
import { command } from '../command';
import { exportLineSchema, exportLines } from '../exports/export-rows';
import { requireNamedCampaign } from './require-named-campaign';

/** The files of a named campaign. Looking for them is recorded, as all of an auditor's looking. */
export const listAuditExports = command({
  audience: 'auditor',
  action: 'audit.exports',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({ exports: z.array(exportLineSchema) }),
  async run({ tx }, { campaignId }) {
    await requireNamedCampaign(tx, campaignId);
    return {
      output: { exports: await exportLines(tx, eq(exportFile.campaignId, campaignId)) },
      events: [{ kind: 'audit.exports-seen', campaignId, objects: [campaignId], payload: {} }],
    };
  },
});
