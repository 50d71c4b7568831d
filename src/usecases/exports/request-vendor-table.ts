import { z } from 'zod';
import { command } from '../command';
import { planExport } from './export-rows';

/** Asks for the register as a table with the columns that an import reads; the worker makes it. */
export const requestVendorTable = command({
  audience: 'bank',
  action: 'exports.requestVendors',
  input: z.strictObject({ format: z.enum(['xlsx', 'csv']), locale: z.enum(['ja', 'en']) }),
  output: z.strictObject({ exportId: z.uuid() }),
  async run({ tx, scope, now }, { format, locale }) {
    const { tenantId, actor } = scope;
    const exportId = await planExport(tx, { tenantId, actor, now }, { kind: `vendors_${format}`, locale });
    return {
      output: { exportId },
      events: [{ kind: 'export.requested', objects: [exportId], payload: { locale, format } }],
      wake: [{ kind: 'export.make', payload: { tenantId, exportId } }],
    };
  },
});
