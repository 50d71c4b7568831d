import { z } from 'zod';
import { command } from '../command';
import { planExport } from '../exports/export-rows';
import { requireEdition } from './require-edition';

/** Asks for an edition as a file that an import reads back; the worker makes it. */
export const requestEditionExport = command({
  audience: 'bank',
  action: 'checklists.requestExport',
  input: z.strictObject({ editionId: z.uuid(), format: z.enum(['xlsx', 'json']), locale: z.enum(['ja', 'en']) }),
  output: z.strictObject({ exportId: z.uuid() }),
  async run({ tx, scope, now }, { editionId, format, locale }) {
    const { tenantId, actor } = scope;
    const { row } = await requireEdition(tx, editionId);
    const wanted = { kind: `edition_${format}` as const, subjectId: row.id, locale };
    const exportId = await planExport(tx, { tenantId, actor, now }, wanted);
    return {
      output: { exportId },
      events: [{ kind: 'export.requested', objects: [exportId, row.id], payload: { format } }],
      wake: [{ kind: 'export.make', payload: { tenantId, exportId } }],
    };
  },
});
