import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { exportFile } from '@/db/schema/record';
import { query } from '../query';
import { exportPage, exportPageInput, exportPageSchema } from './export-rows';

/** The register's files: asked for by whom, ready or not. */
export const listVendorTables = query({
  audience: 'bank',
  action: 'exports.listVendors',
  input: z.strictObject({ page: exportPageInput }),
  output: exportPageSchema,
  async run({ tx }, { page }) {
    return exportPage(tx, inArray(exportFile.kind, ['vendors_xlsx', 'vendors_csv']), page);
  },
});
