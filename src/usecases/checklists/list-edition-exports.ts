import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { exportFile } from '@/db/schema/record';
import { mayDo } from '@/domain/access';
import { exportPage, exportPageInput, exportPageSchema } from '../exports/export-rows';
import { query } from '../query';
import { requireEdition } from './require-edition';

/** The files of one edition: asked for by whom, ready or not. */
export const listEditionExports = query({
  audience: 'bank',
  action: 'checklists.listExports',
  input: z.strictObject({ editionId: z.uuid(), page: exportPageInput }),
  output: exportPageSchema.extend({ mayRequest: z.boolean() }),
  async run({ tx, scope }, { editionId, page }) {
    await requireEdition(tx, editionId);
    const ofEdition = and(
      inArray(exportFile.kind, ['edition_xlsx', 'edition_json']),
      eq(exportFile.subjectId, editionId),
    );
    return {
      ...(await exportPage(tx, ofEdition, page)),
      mayRequest: mayDo('bank', scope.roles, 'checklists.requestExport'),
    };
  },
});
