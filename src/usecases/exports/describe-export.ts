import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { exportFile } from '@/db/schema/record';
import { Refusal } from '@/domain/refusal';
import { query } from '../query';

/** What a planned file is to be. Null: it is made already, or could not be. */
export const describeExport = query({
  audience: 'system',
  action: 'system.describeExport',
  input: z.strictObject({ exportId: z.uuid() }),
  output: z
    .strictObject({
      kind: z.enum(exportFile.kind.enumValues),
      campaignId: z.uuid().nullable(),
      subjectId: z.uuid().nullable(),
      locale: z.enum(['ja', 'en']),
      requestedAt: z.date(),
    })
    .nullable(),
  async run({ tx }, { exportId }) {
    const [row] = await tx
      .select({
        state: exportFile.state,
        kind: exportFile.kind,
        campaignId: exportFile.campaignId,
        subjectId: exportFile.subjectId,
        locale: exportFile.locale,
        requestedAt: exportFile.requestedAt,
      })
      .from(exportFile)
      .where(eq(exportFile.id, exportId));
    if (!row) throw new Refusal('not-found', {});
    const { state, ...wanted } = row;
    return state === 'planned' ? wanted : null;
  },
});
